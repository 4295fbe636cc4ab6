package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Document is a kind of file that an author writes in YAML.
type Document struct {
	Name  string // as in quiz
	Files string // which files are of the kind
	Doc   string
	Shape Value
}

// Documents are all kinds of file there are but lessons, which are Markdown.
func Documents() []Document {
	all := []Document{
		{"course", "course.yaml", "A course: an ordered set of modules.", CourseShape()},
		{"module", "module.yaml", "A module: one topic, up to an hour.", ModuleShape()},
	}
	for _, kind := range ActivityKinds() {
		if kind != "lesson" {
			shape := Value{Kind: Group, Fields: append(ContentShape(kind), allow())}
			all = append(all, Document{kind, "*." + kind + ".yaml", "What an activity of the kind " + kind + " holds.", shape})
		}
	}
	return all
}

// object is a JSON object. Its keys come out in alphabetical order.
type object = map[string]any

// Schema is the JSON Schema of a document, for editors that complete and
// explain what is typed. It is written in draft 7, which they all know.
func (d Document) Schema() []byte {
	schema := schemaOf(d.Shape, true)
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = "hearten: " + d.Files
	schema["description"] = d.Doc
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema); err != nil { // plain values marshal
		panic(err)
	}
	return b.Bytes()
}

// schemaOf is the schema of a value. Where one need not be given, its key may
// also stand alone.
func schemaOf(v Value, required bool) object {
	switch v.Kind {
	case List:
		list := object{"type": types(required, "array"), "items": schemaOf(*v.Of, true)}
		if !v.Empty {
			list["minItems"] = 1
		}
		if v.Lone {
			return object{"anyOf": []any{schemaOf(*v.Of, required), list}}
		}
		return list
	case Map:
		return mapSchema(v, required)
	case Group:
		group := groupSchema(v.Fields, required)
		if i := slices.IndexFunc(v.Fields, func(f Field) bool { return f.Name == v.Short }); i >= 0 {
			return object{"anyOf": []any{schemaOf(v.Fields[i].Value, required), group}}
		}
		return group
	case Activity:
		return activitySchema()
	}
	return scalarSchema(v, required)
}

func mapSchema(v Value, required bool) object {
	m := object{"type": types(required, "object"), "additionalProperties": schemaOf(*v.Of, true), "minProperties": 1}
	if v.Loose {
		return m
	}
	pattern := idPattern.String()
	if v.Names == Words {
		pattern = namePattern.String()
	}
	m["propertyNames"] = object{"pattern": pattern, "maxLength": 64}
	return m
}

func groupSchema(fields []Field, required bool) object {
	properties, needed := object{}, []string{}
	for _, f := range fields {
		properties[f.Name] = fieldSchema(f)
		if f.Required {
			needed = append(needed, f.Name)
		}
	}
	return object{"type": types(required, "object"), "properties": properties, "required": needed, "additionalProperties": false}
}

func fieldSchema(f Field) object {
	schema := schemaOf(f.Value, f.Required || f.Value.bears())
	schema["description"] = f.Doc + "\n\nExample: " + f.Name + ": " + f.Example
	if f.Name == "format" {
		schema["minimum"], schema["maximum"] = 1, Version
	}
	if example, ok := instance(f); ok {
		schema["examples"] = []any{example}
	}
	return schema
}

// instance is the example of a field as a value, where it is one.
func instance(f Field) (any, bool) {
	switch f.Value.Kind {
	case Number, Decimal:
		return json.Number(f.Example), true
	case YesNo:
		return f.Example == "true", true
	case Words, ID, Ref, OneOf, Prose, Condition:
		return f.Example, true
	}
	return nil, false
}

func scalarSchema(v Value, required bool) object {
	switch v.Kind {
	case Number:
		if v.Count {
			s := texts(required, `^\+?[0-9]{1,9}$|^-0{1,8}$`, "integer", "string")
			s["minimum"] = 0
			return s
		}
		return texts(required, `^[+-]?[0-9]{1,9}$`, "integer", "string")
	case Decimal:
		return texts(required, decimalPattern.String(), "number", "string")
	case YesNo:
		return object{"enum": optional(required, []any{true, false, "true", "false"})}
	case OneOf:
		words := []any{}
		for _, w := range v.Choices {
			words = append(words, w)
		}
		return object{"enum": optional(required, words)}
	case ID:
		s := texts(required, idPattern.String(), "string", "integer", "boolean")
		s["maxLength"], s["minimum"] = 64, 0
		return s
	case Ref:
		return texts(required, refPattern.String(), "string", "integer", "boolean")
	case Condition:
		return texts(required, oneLine, "string")
	case Words:
		return texts(required, oneLine, "string", "number", "boolean")
	}
	return texts(required, `\S`, "string", "number", "boolean")
}

// oneLine is a text of one line, with words in it.
const oneLine = `^[^\n]*\S[^\n]*\n*$`

// texts is a scalar that a pattern holds for where it is a text.
func texts(required bool, pattern string, kinds ...string) object {
	if !required {
		pattern = `^\s*$|` + pattern
	}
	return object{"type": types(required, kinds...), "pattern": pattern}
}

func types(required bool, kinds ...string) any {
	if !required {
		kinds = append(slices.Clone(kinds), "null")
	}
	if len(kinds) == 1 {
		return kinds[0]
	}
	return kinds
}

func optional(required bool, words []any) []any {
	if required {
		return words
	}
	return append(words, nil, "")
}

// activitySchema is one of the kinds, with its content beside its title or in
// a file.
func activitySchema() object {
	var kinds []any
	for _, kind := range ActivityKinds() {
		content := ContentShape(kind)
		s := groupSchema(append(ActivityShape(kind), content...), true)
		needed, forbidden := []string{}, []any{}
		for _, f := range content {
			if f.Required {
				needed = append(needed, f.Name)
			}
			forbidden = append(forbidden, object{"required": []string{f.Name}})
		}
		s["required"] = []string{kind, "title", "minutes"}
		s["title"] = kind
		s["if"] = object{"required": []string{"file"}}
		if len(forbidden) > 0 {
			s["then"] = object{"not": object{"anyOf": forbidden}}
		}
		s["else"] = object{"required": needed}
		kinds = append(kinds, s)
	}
	return object{"anyOf": kinds}
}

// kindWords says in words how a value is written.
func (v Value) kindWords() string {
	switch v.Kind {
	case Words:
		return "text on one line"
	case Prose:
		return "Markdown"
	case Condition:
		return "condition"
	case ID:
		return "id"
	case Ref:
		return "id, or module/id"
	case Number:
		return "whole number"
	case Decimal:
		return "number"
	case YesNo:
		return "true or false"
	case OneOf:
		return strings.Join(v.Choices[:len(v.Choices)-1], ", ") + " or " + v.Choices[len(v.Choices)-1]
	case List:
		return v.listWords()
	case Map:
		return "by name: " + v.Of.kindWords()
	case Group:
		if v.Short != "" {
			return "keys, or " + v.Short + " alone"
		}
		return "keys"
	case Activity:
		return "activity"
	}
	panic(fmt.Sprintf("kind %s has no words", strconv.Itoa(int(v.Kind)))) // a kind was added without them
}

func (v Value) listWords() string {
	if v.Lone {
		return v.Of.kindWords() + ", or a list of it"
	}
	return "list: " + v.Of.kindWords()
}

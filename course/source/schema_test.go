package source

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

const referencePage = "../../docs/format.md"

const referenceHead = `# The format

A course is a folder with a ` + "`course.yaml`" + ` and a folder for each module; a module
is a folder with a ` + "`module.yaml`" + ` and the files it names. Lessons are Markdown, the
rest is YAML. Keys in **bold** must be there. Unknown keys are errors.

An **id** is ` + "`[a-z0-9]+(-[a-z0-9]+)*`" + `, unique among its siblings. Whatever a learner's
answer hangs on has one; options, prompts and items may go without, and then
their text stands for them. A **condition** is one line about meters and flags,
such as ` + "`trust >= 3 and not told`" + `. **Markdown** may cite a source and refer to a term,
as [Marks in a text](#marks-in-a-text) says.

` + "`hearten schema --dir DIR`" + ` writes this page's content for editors, as JSON Schemas.
This page is made from the table that the program reads files by.
`

// TestReference holds that docs/format.md is what the table of fields says.
// UPDATE=1 rewrites it.
func TestReference(t *testing.T) {
	want := referenceHead + Reference()
	got, err := os.ReadFile(referencePage)
	if err == nil && string(got) == want {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("%s is not what the table says (%v); rewrite it with UPDATE=1", referencePage, err)
	}
	if err := os.WriteFile(referencePage, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFieldsExplained holds that every field says what it is, in a sentence,
// and has an example that may stand there.
func TestFieldsExplained(t *testing.T) {
	for _, d := range Documents() {
		explained(t, d.Name, d.Shape.Fields)
	}
	for _, kind := range ActivityKinds() {
		explained(t, kind, ActivityShape(kind))
		explained(t, kind, ContentShape(kind))
	}
}

func explained(t *testing.T, path string, fields []Field) {
	t.Helper()
	for _, f := range fields {
		at := path + "." + f.Name
		if !strings.HasSuffix(f.Doc, ".") {
			t.Errorf("%s: %q is no sentence", at, f.Doc)
		}
		if !fits(t, f) {
			t.Errorf("%s: the example %q cannot stand there", at, f.Example)
		}
		if in, _ := inner(f.Value, f.Name); in != nil {
			explained(t, at, in.Fields)
		}
	}
}

// fits asks the schema of a field about its example. One that is cut short by
// an ellipsis is only looked at for being YAML.
func fits(t *testing.T, f Field) bool {
	t.Helper()
	text := f.Example
	if strings.HasPrefix(text, "- ") || strings.Contains(text, ": ") && f.Value.Kind != Words && f.Value.Kind != Prose {
		text = "\n  " + strings.ReplaceAll(text, "\n", "\n  ")
	}
	var value map[string]any
	if err := yaml.Load([]byte("x: "+text+"\n"), &value); err != nil || value["x"] == nil {
		return f.Value.Kind == Prose && f.Example != "" && !strings.HasPrefix(f.Example, "|")
	}
	if _, is := instance(f); !is {
		return true
	}
	raw, err := json.Marshal(value["x"])
	if err != nil {
		t.Fatal(err)
	}
	return validates(t, fieldSchema(f), raw)
}

func validates(t *testing.T, schema object, raw []byte) bool {
	t.Helper()
	text, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("field.json", doc); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("field.json").Validate(value) == nil
}

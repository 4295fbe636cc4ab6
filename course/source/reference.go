package source

import (
	"fmt"
	"strings"
)

// Reference is the page that explains every key of the format, in Markdown.
func Reference() string {
	var b strings.Builder
	for _, d := range Documents() {
		if d.Name == "module" || d.Name == "course" {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", d.Files, d.Doc)
			fieldTables(&b, "", d.Shape.Fields)
		}
	}
	b.WriteString("\n## Activities\n\nAn activity begins with the key of its kind, which holds its id. Its content\nstands beside its title, or in a file of its own; there, at the top.\n")
	fieldTable(&b, ActivityShape("lesson")[1:])
	for _, kind := range ActivityKinds() {
		fmt.Fprintf(&b, "\n## %s\n", kind)
		fieldTables(&b, kind, append(ActivityShape(kind)[:1], ContentShape(kind)...))
	}
	b.WriteString(marks)
	return b.String()
}

// fieldTables is a table of keys, and one for every group of keys in it.
func fieldTables(b *strings.Builder, path string, fields []Field) {
	fieldTable(b, fields)
	for _, f := range fields {
		if in, at := inner(f.Value, f.Name); in != nil {
			at = strings.TrimPrefix(path+" › "+at, " › ")
			fmt.Fprintf(b, "\n### %s\n", at)
			fieldTables(b, at, in.Fields)
		}
	}
}

// inner is the group of keys that a value holds, and the way to it.
func inner(v Value, name string) (*Value, string) {
	switch v.Kind {
	case List:
		return inner(*v.Of, name)
	case Map:
		return inner(*v.Of, name+" › (name)")
	case Group:
		return &v, name
	}
	return nil, ""
}

func fieldTable(b *strings.Builder, fields []Field) {
	b.WriteString("\n| key | written as | what it is | example |\n|---|---|---|---|\n")
	for _, f := range fields {
		name := "`" + f.Name + "`"
		if f.Required {
			name = "**" + name + "**"
		}
		fmt.Fprintf(b, "| %s | %s | %s | `%s` |\n", name, tableCell(f.Value.kindWords()), tableCell(f.Doc), strings.ReplaceAll(f.Example, "|", `\|`))
	}
}

// tableCell keeps the signs of Markdown in a text from their work.
func tableCell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "*", `\*`, "[", `\[`, "_", `\_`).Replace(s)
}

// marks is what the reference says of marks that stand in texts.
const marks = `
## Marks in a text

Wherever Markdown may stand, in lessons, questions, feedback and scenes alike:

| written | what a learner sees |
|---|---|
| ` + "`[@smith-2020]`" + ` | The number of a source, as in [1], and the source below. Several in one pair of brackets: ` + "`[@smith-2020; @hill-2021]`" + `. |
| ` + "`[[empathic distress]]`" + ` | The words, underlined. The key g (F3 where text is typed) explains the terms of the module, those on the page first. |
| ` + "`[[empathic distress\\|this pull]]`" + ` | The words after the bar, underlined: for plurals, or where the sentence asks for another word. |

A source stands under ` + "`sources:`" + ` and a term under ` + "`glossary:`" + `, in ` + "`module.yaml`" + ` or, for all
modules, in ` + "`course.yaml`" + `. Terms are found whatever their capitals; what they mean is
Markdown too, and may refer to other terms. A source or a term that is not there is
an error; a term that no text refers to is none. What stands in code is left as it is.
Where brackets are meant, write ` + "`\\[[`" + `. Marking a term changes no id, and no learner's place.

## help.md

Beside ` + "`course.yaml`" + `, in Markdown: whom a learner can turn to. The key w (F2 where
text is typed) shows it from every screen. What stands between ` + "`<!--`" + ` and ` + "`-->`" + ` is not
shown. Without the file there is no such key; with nothing to read in it, ` + "`hearten lint`" + `
says so. An ` + "`allow:`" + ` at the top of ` + "`course.yaml`" + ` holds for this page too.
`

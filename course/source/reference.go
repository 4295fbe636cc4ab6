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

package lint

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"hearten/course"
	"hearten/course/source"
	"hearten/modules"
)

// unsaid are the codes of errors that no schema can say: they are about what
// lies elsewhere, about conditions, or about the way YAML is written.
func unsaid() []string {
	return []string{
		// other places
		"duplicate-id", "duplicate-module", "missing-file", "missing-folder", "missing-module", "other-kind", "path", "unknown-source", "unknown-term",
		// the engines
		"unknown-name", "chained-comparison", "whole-number", "single-equals", "start-out-of-bounds",
		"compared-flag", "too-many-meters",
		"draw-too-large", "no-right-option", "options-alike", "two-poles", "poles-alike", "too-few-items", "pass-mark",
		// the way it is written
		"duplicate-key", "unsafe-character", "too-deep", "long-line", "too-large", "too-many-parts",
	}
}

// either are the codes of errors after which a schema may see a file either
// way: ask:What is a text where texts may stand, and no key where keys must;
// keys that begin once more without a dash may be twice there, or unknown; a way
// that leads nowhere may be no id; !told is a text that is empty; and a list with
// other signs for its dashes, or for the bar before a text, is a text.
func either() []string {
	return []string{"colon-space", "missing-dash", "unknown-target", "wrong-sign", "dash", "bar"}
}

// TestSchema holds that schema and reader agree about the bundled course and
// about every example: what the reader calls wrong in the shape of a file,
// the schema does not take, and it takes everything else.
func TestSchema(t *testing.T) {
	schemas := schemas(t)
	asked, refused := 0, 0
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	ask := func(t *testing.T, fsys fs.FS) {
		t.Helper()
		a, r := agree(t, schemas, fsys)
		asked, refused = asked+a, refused+r
	}
	t.Run("bundled", func(t *testing.T) { ask(t, modules.FS) })
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			fsys, _ := fixture(archive(t, name))
			ask(t, fsys)
		})
	}
	if asked < 150 || refused < 20 {
		t.Errorf("only %d files were asked about and %d refused", asked, refused)
	}
}

// schemas are the schemas of all documents, compiled.
func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for _, d := range source.Documents() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(d.Schema()))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(d.Name+".json", doc); err != nil {
			t.Fatal(err)
		}
		if all[d.Name], err = c.Compile(d.Name + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// agree asks about all YAML files of a course, and counts them.
func agree(t *testing.T, schemas map[string]*jsonschema.Schema, fsys fs.FS) (asked, refused int) {
	t.Helper()
	wrong := map[string][]string{}
	for _, p := range read(fsys) {
		if p.Severity == source.Error && !slices.Contains(unsaid(), p.Code) {
			wrong[p.At.File] = append(wrong[p.At.File], p.Code)
		}
	}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		schema := schemas[documentOf(name)]
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		var doc yaml.Node
		if yaml.Load(raw, &doc, yaml.WithV3Defaults(), yaml.WithUniqueKeys(false)) != nil || len(doc.Content) == 0 || slices.Contains(wrong[name], "anchor") || slices.Contains(wrong[name], "tag") {
			return nil // no YAML, or what it stands for is not in the file: there is nothing to ask a schema about
		}
		asked++
		invalid := schema.Validate(plainValue(doc.Content[0]))
		if invalid != nil {
			refused++
		}
		if (invalid != nil) != (len(wrong[name]) > 0) && !slices.ContainsFunc(wrong[name], func(code string) bool { return slices.Contains(either(), code) }) {
			t.Errorf("%s: the reader says %v, the schema %v", name, wrong[name], invalid)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return asked, refused
}

// read is what the reader and the builder say of a course, without the rules.
func read(fsys fs.FS) []source.Problem {
	tree, problems := source.Read(fsys)
	c, found := course.Build(tree)
	problems = append(problems, found...)
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			_, found := c.Open(m.ID, a.ID)
			problems = append(problems, found...)
		}
	}
	return problems
}

// documentOf is the kind of a file by its name: check.quiz.yaml is a quiz.
func documentOf(name string) string {
	base := strings.TrimSuffix(path.Base(name), ".yaml")
	return strings.TrimPrefix(path.Ext("."+base), ".")
}

// plainValue is a node as an editor hands it to a schema.
func plainValue(n *yaml.Node) any {
	switch n.Kind {
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plainValue(item))
		}
		return list
	case yaml.MappingNode:
		keys := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			keys[n.Content[i].Value] = plainValue(n.Content[i+1])
		}
		return keys
	case yaml.AliasNode:
		return plainValue(n.Alias)
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) {
			return json.Number(n.Value)
		}
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!null":
		return nil
	}
	return n.Value
}

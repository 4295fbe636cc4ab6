package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// house says which of our packages each of them may import, and which
// libraries are at home in it alone. A package that is not listed fails.
func house() map[string][]string {
	const cmd = "cmd/hearten/internal/"
	return map[string][]string{
		"course/source":   nil,
		"course/scenario": nil,
		"course/foreign":  {"course/source"},
		"course/gift":     {"course/foreign", "course/source"},
		"course/graph":    {"course/scenario"},
		"course/scaffold": nil,
		"course/tension":  nil,
		"course/twee":     {"course/foreign", "course/source"},
		"quiz":            nil,
		"progress":        nil,
		"modules":         nil,
		"course":          {"course/source", "course/scenario", "course/tension", "quiz"},
		"course/handout":  {"course", "course/graph", "course/scenario", "course/tension", "quiz"},
		"course/diff":     {"course", "course/scenario", "course/source"},
		"course/lint":     {"course", "course/source", "course/scenario", "quiz"},
		cmd + "study":     {"course", "course/scenario", "course/tension", "quiz", "progress"},
		cmd + "tui":       {cmd + "study", "course", "course/scenario", "course/tension", "quiz"},
		cmd + "plain":     {cmd + "study", "course", "course/scenario", "course/tension", "quiz"},
		cmd + "cli": {cmd + "study", cmd + "tui", cmd + "plain",
			"course", "course/diff", "course/foreign", "course/gift", "course/graph", "course/handout", "course/lint", "course/scaffold", "course/source", "course/twee", "course/scenario", "quiz", "progress", "modules"},
		"cmd/hearten": {cmd + "cli"},
	}
}

// libraries says where a library may be imported, by the start of its path.
func libraries() map[string][]string {
	return map[string][]string{
		"go.yaml.in/yaml":       {"course/source"},
		"github.com/yuin":       {"course/source"},
		"charm.land":            {"cmd/hearten/internal/tui", "cmd/hearten/internal/cli"},
		"github.com/spf13":      {"cmd/hearten/internal/cli"},
		"github.com/fsnotify":   {"cmd/hearten/internal/cli"},
		"github.com/gofrs":      {"progress"},
		"github.com/adrg/xdg":   {"progress"},
		"github.com/oklog/ulid": {"progress", "cmd/hearten/internal/cli"},
	}
}

// reaching are the libraries that start another program, or reach a network.
func reaching() []string {
	return []string{"os/exec", "plugin", "unsafe", "net", "net/http", "net/rpc", "net/smtp", "crypto/tls"}
}

// TestImports holds the table of who may know whom. It reads the files
// itself, so that a change to any of them runs it again.
func TestImports(t *testing.T) {
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if complaint := forbidden(path.Dir(name), imported); complaint != "" {
				t.Errorf("%s imports %s: %s", name, imported, complaint)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func forbidden(room, imported string) string {
	knows, listed := house()[room]
	if !listed {
		return "the package is no room of the house"
	}
	if ours, ok := strings.CutPrefix(imported, "hearten/"); ok && !slices.Contains(knows, ours) {
		return "it may know only " + strings.Join(knows, ", ")
	}
	if slices.Contains(reaching(), imported) {
		return "a course can start no program and reach no network (S-12)"
	}
	for library, rooms := range libraries() {
		if strings.HasPrefix(imported, library) && !slices.Contains(rooms, room) {
			return "that library is at home in " + strings.Join(rooms, ", ")
		}
	}
	return ""
}

func TestForbidden(t *testing.T) {
	tests := []struct{ room, imported, want string }{
		{"quiz", "fmt", ""},
		{"quiz", "hearten/course", "it may know only "},
		{"course", "hearten/quiz", ""},
		{"course", "charm.land/lipgloss/v2", "that library is at home in cmd/hearten/internal/tui, cmd/hearten/internal/cli"},
		{"course", "os/exec", "a course can start no program and reach no network (S-12)"},
		{"utils", "fmt", "the package is no room of the house"},
	}
	for _, tt := range tests {
		if got := forbidden(tt.room, tt.imported); got != tt.want {
			t.Errorf("forbidden(%q, %q) = %q, want %q", tt.room, tt.imported, got, tt.want)
		}
	}
}

// TestRoot holds the shape that stands at the root.
func TestRoot(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	allowed := []string{"cmd", "course", "modules", "quiz", "progress", "docs"}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s/ stands at the root; the house has %s", e.Name(), strings.Join(allowed, ", "))
		}
	}
}

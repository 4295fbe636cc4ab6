//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNothingOutsideTheFolder holds what a course may not do with the files of
// whoever opens it: have one read that lies elsewhere, wait for one that never
// ends, or write one (S-10).
func TestNothingOutsideTheFolder(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(secret, []byte("top secret words\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := func(to string) func(string) error { return func(path string) error { return os.Symlink(to, path) } }
	pipe := func(path string) error { return syscall.Mkfifo(path, 0o600) }
	const forRoot = "a file one may not read" // but root may
	tests := []struct {
		name string
		make func(path string) error
		want string
	}{
		{"a link out of the folder", link(secret), "the file cannot be opened: path escapes from parent [unreadable]"},
		{"a link up and out", link("../../../../../etc/passwd"), "path escapes from parent"},
		{"a link to a device", link("/dev/zero"), "path escapes from parent"},
		{"a link to itself", link("l.md"), "too many levels of symbolic links"},
		{"a pipe", pipe, "the file cannot be opened: it is no file [unreadable]"},
		{"a folder with the name of a file", func(path string) error { return os.Mkdir(path, 0o755) }, "it is no file"},
		{"a file of 100 GB with nothing in it", func(path string) error {
			return errorOf(os.WriteFile(path, nil, 0o644), os.Truncate(path, 100<<30))
		}, "20 MB"},
		{forRoot, func(path string) error { return os.WriteFile(path, []byte("words\n"), 0) }, "permission denied"},
	}
	for _, tt := range tests {
		for _, place := range []string{"m/l.md", "m/module.yaml", "help.md", "course.yaml"} {
			t.Run(tt.name+" as "+place, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "c")
				f := folder{"course.yaml": hostileHead, "m/module.yaml": "format: 1\nid: m\ntitle: M\nactivities:\n  - {lesson: l, title: L, minutes: 1, file: l.md}\n", "m/l.md": "words\n"}
				f.write(t, dir)
				os.Remove(filepath.Join(dir, place))
				if err := tt.make(filepath.Join(dir, place)); err != nil {
					t.Fatal(err)
				}
				for _, args := range [][]string{{"lint", dir}, {"list", "--course", dir}, {"table", dir}, {"--plain", "--course", dir}} {
					r := runIn(t, t.TempDir(), args...)
					r.isSafe(t)
					if strings.Contains(r.out+r.err, "secret words") {
						t.Errorf("hearten %s shows a file from elsewhere:\n%s", args, r.out)
					}
					if args[0] == "lint" && place == "m/l.md" && (tt.name != forRoot || os.Geteuid() != 0) && !strings.Contains(r.out, tt.want) {
						t.Errorf("lint says\n%swant %q", r.out, tt.want)
					}
				}
			})
		}
	}
}

func errorOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestOnlyFolders: what is no folder is refused in a sentence, at once (S-11).
func TestOnlyFolders(t *testing.T) {
	dir := t.TempDir()
	packed, pipe := filepath.Join(dir, "course.zip"), filepath.Join(dir, "pipe")
	if err := errorOf(os.WriteFile(packed, []byte("PK\x03\x04"), 0o644), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{packed, pipe, "/dev/zero"} {
		for _, args := range [][]string{{"lint", path}, {"test", path}, {"table", path}, {"list", "--course", path}, {"--plain", "--course", path}, {"new", "module", "A", path}} {
			r := runIn(t, t.TempDir(), args...)
			if r.code != 2 || !strings.Contains(r.err, path) || r.out != "" {
				t.Errorf("hearten %s ended with %d and said %q", args, r.code, r.err)
			}
		}
		if r := runIn(t, t.TempDir(), "import", path); r.code != 2 {
			t.Errorf("hearten import %s ended with %d and said %q", path, r.code, r.err)
		}
	}
}

// TestNoPipeIsWaitedFor: a folder that is not there is looked for by the ids of
// other modules, and one of their files may be a pipe (S-11).
func TestNoPipeIsWaitedFor(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "c")
	f := folder{"course.yaml": "format: 1\nid: c\ntitle: C\nmodules: [gone]\n", "a/module.yaml": "", "z/module.yaml": "format: 1\nid: gone\n"}
	f.write(t, dir)
	pipe := filepath.Join(dir, "a", "module.yaml")
	if err := errorOf(os.Remove(pipe), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Fatal(err)
	}
	if r := runIn(t, t.TempDir(), "lint", dir); r.code != 3 || !strings.Contains(r.out+r.err, `did you mean "z"?`) {
		t.Errorf("hearten lint ended with %d and said %q", r.code, r.out+r.err)
	}
}

// TestNoLinkIsWrittenThrough: what commands write does not go where a link in
// a course leads.
func TestNoLinkIsWrittenThrough(t *testing.T) {
	tests := []struct {
		name, link, to string
		args           []string
	}{
		{"a schema over a file", "c/course.schema.json", "mine", []string{"schema", "--dir", "c"}},
		{"a schema to a new file", "c/course.schema.json", "new", []string{"schema", "--dir", "c"}},
		{"a graph over a file", "c/a.html", "mine", []string{"graph", "m/s", "--course", "c", "-o", "c/a.html"}},
		{"a graph to a new file", "c/a.html", "new", []string{"graph", "m/s", "--course", "c", "-o", "c/a.html"}},
		{"an import over a file", "c/a.yaml", "mine", []string{"import", "c/m/bank.gift", "-o", "c/a.yaml", "--force"}},
		{"a record", "c/a.txt", "new", []string{"play", "m/s", "--course", "c", "--record", "c/a.txt"}},
		{"a lesson into another folder", "c/n", ".", []string{"new", "lesson", "A", "c/n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			f := words(func() []string { return []string{"words"} })
			f["course.yaml"] = strings.Replace(hostileHead, "[m]", "[m, n]", 1)
			f["m/bank.gift"] = "::t:: q {=a ~b}\n"
			f.write(t, filepath.Join(dir, "c"))
			outside := folder{"mine": "my own words", "module.yaml": "format: 1\nid: n\ntitle: N\nactivities:\n  - {plan: p, title: P, minutes: 1}\n"}
			outside.write(t, filepath.Join(dir, "outside"))
			if err := os.Symlink(filepath.Join(dir, "outside", tt.to), filepath.Join(dir, tt.link)); err != nil {
				t.Fatal(err)
			}
			args := make([]string, len(tt.args))
			for i, arg := range tt.args {
				args[i] = arg
				if strings.HasPrefix(arg, "c") && !strings.Contains(arg, "course") || strings.HasPrefix(arg, "c/") {
					args[i] = filepath.Join(dir, arg)
				}
			}
			r := runIn(t, t.TempDir(), args...)
			if r.code == 0 {
				t.Errorf("hearten %s did it: %s", args, r.out)
			}
			entries, _ := os.ReadDir(filepath.Join(dir, "outside"))
			mine, _ := os.ReadFile(filepath.Join(dir, "outside", "mine"))
			if len(entries) != 2 || string(mine) != "my own words" {
				t.Errorf("hearten %s wrote outside of the course: %v, %q", args, entries, mine)
			}
		})
	}
	t.Run("a pipe in the place of a schema", func(t *testing.T) {
		dir := t.TempDir()
		if err := syscall.Mkfifo(filepath.Join(dir, "course.schema.json"), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := runIn(t, t.TempDir(), "schema", "--dir", dir); r.code != 1 || !strings.Contains(r.err, "was not written by hearten; move it away first") {
			t.Errorf("it ended with %d and said %q", r.code, r.err)
		}
	})
}

package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearten/cmd/hearten/internal/cli"
	"hearten/course/source"
)

// ways is how each command is run over a course by somebody who means harm.
// COURSE stands for its folder. A command that is not listed fails the test: add
// a line.
func ways() map[string][]string {
	return map[string][]string{
		"":                {"--plain --course COURSE"},
		"list":            {"list --course COURSE", "list --course COURSE --json"},
		"status":          {"status --course COURSE", "status --course COURSE --json"},
		"lint":            {"lint COURSE", "lint COURSE --figures", "lint COURSE --json", "lint COURSE --json --figures", "lint COURSE --format sarif", "lint COURSE --format github"},
		"test":            {"test COURSE", "test COURSE --json"},
		"table":           {"table COURSE"},
		"play":            {"play --course COURSE", "play --course COURSE m/s --record -", "play --course COURSE m/\x1b[2J"},
		"graph":           {"graph m/s --course COURSE", "graph m/s --course COURSE --format dot", "graph m/s --course COURSE --format html", "graph COURSE/m/s.scenario.yaml", "graph m/\x1b[2J --course COURSE"},
		"review":          {"review --plain --course COURSE"},
		"progress":        {"progress", "progress \x1b[2J"},
		"progress path":   {"progress path --course COURSE"},
		"progress export": {"progress export --course COURSE", "progress export --course COURSE --format json", "progress export --course COURSE --format \x1b[2J"},
		"progress erase":  {"progress erase --course COURSE --dry-run", "progress erase --course COURSE", "progress erase --all --confirm"},
		"import":          {"import COURSE/m/story.twee --partial", "import COURSE/m/bank.gift", "import COURSE/m/\x1b[2J"},
		"new":             {"new lesson A COURSE/m", "new module B COURSE", "new quiz \x1b[2J COURSE"},
		"diff":            {"diff COURSE COURSE", "diff ../../modules COURSE", "diff COURSE ../../modules", "diff ../../modules COURSE --json", "diff COURSE ../../modules --json", "diff COURSE \x1b[2J"},
		"handout":         {"handout COURSE/m", "handout m --course COURSE --facilitator", "handout \x1b[2J --course COURSE"},
		"preview":         {"preview COURSE --plain", "preview COURSE/m/module.yaml --plain", "preview COURSE/m/\x1b[2J --plain"},
		"schema":          {"schema module", "schema \x1b[2J", "schema --dir COURSE"},
		"help":            {"help", "help \x1b[2J", "\x1b[2J", "--\x1b[2J", "lint --format \x1b[2J"},
	}
}

// TestEveryCommandIsSafe runs every command there is over every hostile
// course, and reads what it prints.
func TestEveryCommandIsSafe(t *testing.T) {
	all := ways()
	for _, name := range commands(t) {
		if len(all[name]) == 0 {
			t.Errorf("no way to run hearten %s over a hostile course is listed in ways()", name)
		}
	}
	courses := hostileCourses()
	for _, name := range slices.Sorted(maps.Keys(courses)) {
		t.Run(name, func(t *testing.T) {
			for command, lines := range all {
				for _, line := range lines {
					dir := t.TempDir()
					courses[name].write(t, dir)
					r := runIn(t, t.TempDir(), strings.Fields(strings.ReplaceAll(line, "COURSE", dir))...)
					r.isSafe(t)
					if command == "lint" || command == "test" {
						r.commandsNoHost(t)
					}
				}
			}
		})
	}
}

// commands are the names of all commands, as the shell's completion knows
// them.
func commands(t *testing.T) []string {
	t.Helper()
	all := []string{""}
	for i := 0; i < len(all); i++ {
		parent := strings.Fields(all[i])
		out := runIn(t, t.TempDir(), append(append([]string{"__complete"}, parent...), "")...).out
		for line := range strings.Lines(out) {
			name, _, found := strings.Cut(line, "\t")
			if path := strings.TrimSpace(all[i] + " " + name); found && !strings.HasPrefix(line, "-") && !slices.Contains(all, path) && all[i] != "help" {
				all = append(all, path)
			}
		}
	}
	if len(all) < 12 {
		t.Fatalf("only %d commands are known: %q", len(all), all)
	}
	return all
}

// ran is what a command did.
type ran struct {
	args     []string
	out, err string
	code     int
}

// runIn runs a command that keeps its progress in a folder, with a few lines
// typed.
func runIn(t testing.TB, data string, args ...string) ran {
	t.Helper()
	var out, errs bytes.Buffer
	w := world(strings.NewReader(strings.Repeat("1\n\n", 40)), &out, false)
	w.Err = &errs
	w.Env = func(name string) string { return map[string]string{"HEARTEN_DATA": data}[name] }
	code := cli.Main(args, w)
	return ran{args, out.String(), errs.String(), code}
}

// isSafe holds that nothing was printed that could steer a terminal, and that
// the program said how it ended.
func (r ran) isSafe(t *testing.T) {
	t.Helper()
	for _, text := range append(told(r.out), r.out, r.err) {
		if at := strings.IndexFunc(text, source.Unsafe); at >= 0 || !utf8.ValidString(text) {
			t.Errorf("hearten %q prints %q", r.args, text[max(0, at-40):min(len(text), max(0, at)+40)])
		}
	}
	if strings.Contains(r.err, "goroutine ") || !slices.Contains([]int{0, 1, 2, 3}, r.code) {
		t.Errorf("hearten %q ended with %d: %s", r.args, r.code, r.err)
	}
}

// told are the texts that a program reads out of JSON, where a code may stand
// for a character; none in what is no JSON.
func told(printed string) []string {
	var all []string
	d := json.NewDecoder(strings.NewReader(printed))
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		if text, is := token.(string); is {
			all = append(all, text)
		}
	}
	return all
}

// commandsNoHost holds that a workflow of a code host, which reads what lint
// and test print, meets no command there but those that lint gives it.
func (r ran) commandsNoHost(t *testing.T) {
	t.Helper()
	for line := range strings.Lines(r.out + r.err) {
		ours := slices.Contains(r.args, "github") && (strings.HasPrefix(line, "::error file=") || strings.HasPrefix(line, "::warning file="))
		if strings.HasPrefix(strings.TrimSpace(line), "::") && !ours {
			t.Errorf("hearten %q gives a code host a command: %q", r.args, line)
		}
	}
}

// folder is a course on disk: the text of each file by its path.
type folder map[string]string

func (f folder) write(t testing.TB, dir string) {
	t.Helper()
	for name, text := range f {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// steering are texts that would steer a terminal, hide what they say, or be
// taken for a command.
func steering() []string {
	return []string{
		"\x1b[66;6Hjump", "\x1b]0;pwned\x07", "\x1b]52;c;cHduZWQ=\x1b\\", "\x1bP$qm\x1b\\", "\x1b[5;8mhidden", "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\",
		"\u009b66;6Hjump", "\u009d0;pwned\u009c", "over\rwritten", "back\bspace", "\u202egnihton\u2066", "zero\u200bwidth", "tag\U000E0041", "nul\x00", "\x7f",
	}
}

// onDisk says that a name can be that of a file here.
func onDisk(name string) bool {
	return runtime.GOOS != "windows" && !strings.ContainsAny(name, "/\x00")
}

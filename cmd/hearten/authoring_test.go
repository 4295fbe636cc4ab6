package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"hearten/cmd/hearten/internal/cli"
	"hearten/course/lint"
	"hearten/course/source"
)

const guide = "../../docs/authoring.md"

// snippet is a block of code in the guide, with what its first line says
// after the backquotes: a language, and perhaps a file.
var snippet = regexp.MustCompile("(?ms)^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$")

// TestAuthoring does what docs/authoring.md says, in its order, in an empty
// folder: it writes the files, runs the commands, and compares what they
// print. A file named with a + behind it is added to. Commands that open a
// screen stand in blocks of sh: they are run line by line, with nothing typed.
// UPDATE=1 rewrites what is printed.
func TestAuthoring(t *testing.T) {
	raw, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	home, err := filepath.Abs(guide)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	a := author{t: t, data: t.TempDir()}
	after := snippet.ReplaceAllStringFunc(string(raw), func(block string) string {
		m := snippet.FindStringSubmatch(block)
		return "```" + strings.TrimSpace(m[1]+" "+m[2]) + "\n" + a.does(m[1], m[2], m[3]) + "```"
	})
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(home, []byte(after), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if after != string(raw) {
		t.Errorf("what the commands print is not what the guide says; it should read:\n%s", after)
	}
	if found := lint.Check(os.DirFS("handover")); len(found) > 0 {
		var b strings.Builder
		_ = source.Print(&b, found)
		t.Errorf("the guide's course ends with problems:\n%s", b.String())
	}
	if a.ran < 10 {
		t.Errorf("the guide runs %d commands; it is not read as it should be", a.ran)
	}
}

// author follows the guide.
type author struct {
	t    *testing.T
	data string
	ran  int // commands
	ids  int // given out
}

// does what a block says, and returns it as it should read.
func (a *author) does(language, name, text string) string {
	a.t.Helper()
	switch language {
	case "console":
		return a.console(text)
	case "sh":
		for line := range strings.Lines(text) {
			if said, code := a.run(strings.TrimSpace(line) + " --plain"); code != 0 {
				a.t.Errorf("%s ends with %d:\n%s", strings.TrimSpace(line), code, said)
			}
		}
	case "yaml", "markdown":
		a.write(name, text)
	default:
		a.t.Errorf("a block of %s is none that the test knows", language)
	}
	return text
}

func (a *author) write(name, text string) {
	a.t.Helper()
	how := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if more, adds := strings.CutSuffix(name, " +"); adds {
		name, how = more, os.O_WRONLY|os.O_APPEND
	}
	if !filepath.IsLocal(name) {
		a.t.Fatalf("a block names no file of the folder: %q", name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		a.t.Fatal(err)
	}
	f, err := os.OpenFile(name, how, 0o644)
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	if _, err := io.WriteString(f, text); err != nil {
		a.t.Fatal(err)
	}
}

// console runs the lines that begin with a dollar, and sets what each prints
// under it. A line of … stands for any lines.
func (a *author) console(text string) string {
	a.t.Helper()
	var out strings.Builder
	for _, part := range strings.Split("\n"+text, "\n$ ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		got, _ := a.run(command)
		if !alike(want, got) {
			want = got
		}
		out.WriteString("$ " + command + "\n" + strings.TrimSuffix(want, "\n"))
		if want != "" {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// alike says that a text is another one, but for what … stands for.
func alike(want, got string) bool {
	parts := strings.Split(strings.TrimSuffix(want, "\n")+"\n", "…\n")
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(`(?s)^` + strings.Join(parts, `(?:.*\n)?`) + `$`).MatchString(strings.TrimSuffix(got, "\n") + "\n")
}

// word is one word of a command, perhaps in quotes.
var word = regexp.MustCompile(`"([^"]*)"|\S+`)

func (a *author) run(command string) (printed string, code int) {
	a.t.Helper()
	var args []string
	for _, m := range word.FindAllStringSubmatch(command, -1) {
		args = append(args, strings.Trim(m[0], `"`))
	}
	if len(args) == 0 || args[0] != "hearten" {
		a.t.Fatalf("the guide runs %q, and only hearten can be run", command)
	}
	a.ran++
	var out bytes.Buffer
	code = cli.Main(args[1:], cli.World{
		In: strings.NewReader(""), Out: &out, Err: &out,
		Env: func(name string) string { return map[string]string{"HEARTEN_DATA": a.data}[name] },
		Now: func() time.Time { return time.Date(2026, 3, 2, 9, 0, a.ran, 0, time.UTC) },
		NewID: func(time.Time) string {
			a.ids++
			return fmt.Sprintf("01K0000000%08d00K4V8W2", a.ids)
		},
	})
	return out.String(), code
}

package twee

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearten/course"
)

// FuzzTwee holds that no text makes the import panic, that a story without
// macros is not refused for them, and that what is imported can be read.
func FuzzTwee(f *testing.F) {
	names, err := filepath.Glob("testdata/*.twee")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		yaml, lost, err := Import(src, Options{})
		var macro *MacroError
		if errors.As(err, &macro) {
			if macro.Line < 1 || macro.Column < 1 || macro.Text == "" {
				t.Errorf("the macro has no place: %+v", macro)
			}
			yaml, lost, err = Import(src, Options{Partial: true})
		}
		if err != nil {
			return
		}
		for _, l := range lost {
			if l.Line < 1 || l.Line > strings.Count(src, "\n")+strings.Count(src, "\r")+1 || l.What == "" || l.Why == "" {
				t.Errorf("a loss without a place: %+v", l)
			}
		}
		for _, p := range problems(yaml) {
			t.Errorf("%d:%d: %s\n%s", p.At.Line, p.At.Column, p.Cause, yaml)
		}
	})
}

// TestNothingIsLost holds that every word of a plain story and every link of
// it stands in the scenario.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "passages")
		format := rapid.SampledFrom([]string{"", "Harlowe", "SugarCube", "Chapbook", "Snowman"}).Draw(t, "format")
		src := fmt.Sprintf(":: StoryData\n{\"format\": %q}\n", format)
		var want []string
		for i := range n {
			src += fmt.Sprintf("\n:: P%d\n", i)
			for j := range rapid.IntRange(0, 5).Draw(t, "lines") {
				word := fmt.Sprintf("w%dx%d", i, j)
				mark := rapid.SampledFrom([]string{"", "''", "//", "**", "*", "- ", "# ", "\n", "> ", "1. ", "`", "  ", "~~", "[", "<i>", "_"}).Draw(t, "mark")
				src += mark + word + "\n"
				want = append(want, word)
			}
			for j := range rapid.IntRange(0, 3).Draw(t, "links") {
				to := rapid.IntRange(0, n).Draw(t, "to")
				src += fmt.Sprintf("[[say%dx%d->P%d]]\n", i, j, to)
				want = append(want, fmt.Sprintf("- id: say%dx%d\n", i, j), fmt.Sprintf("to: p%d\n", to))
			}
		}
		yaml, _, err := Import(src, Options{})
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		for _, part := range want {
			if !strings.Contains(yaml, part) {
				t.Errorf("%q is lost from\n%s\nin\n%s", part, src, yaml)
			}
		}
	})
}

func TestTooMuch(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"too large", ":: Start\n" + strings.Repeat("word ", 1<<18), "the story is larger than 1 MB. Split it up, and import each part"},
		{"too long", ":: Start\n" + strings.Repeat("a,b:c\n", 30_000), "the story is too long for one scenario file, which holds 1 MB and 50,000 lines, commas, colons and brackets. Split it up, and import each part"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := Import(tt.src, Options{}); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestVerbatimTextIsShownAsItWas holds that a text which Harlowe is told to
// show as it is reads so in the scenario too.
func TestVerbatimTextIsShownAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("ab1_*#=~<>[](){}&!|\\:.-+@/;\"'^$%")), 1, 8, -1)
		text := strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
		yaml, _, err := Import(":: Start\n``"+text+"``\n[[On->End]]\n\n:: End\nDone.", Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := shown(t, yaml); got != text {
			t.Errorf("%q is shown as %q", text, got)
		}
	})
}

// shown is the text of the first scene as a learner reads it.
func shown(t *rapid.T, yaml string) string {
	content, problems := open(yaml)
	if len(problems) > 0 {
		t.Fatalf("%v in\n%s", problems[0].Cause, yaml)
	}
	var all []string
	for _, b := range course.Prose(content.Story.Spec().Scenes[0].Text[0].Text) {
		all = append(all, b.Marker+b.Plain)
	}
	return strings.Join(all, "|")
}

package gift

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearten/course"
	"hearten/quiz"
)

// TestTextsAreShownAsTheyWere holds that a plain text, with its signs escaped
// as Moodle escapes them, reads on the screen as it was written.
func TestTextsAreShownAsTheyWere(t *testing.T) {
	escaped := strings.NewReplacer(`\`, `\\`, `:`, `\:`, `#`, `\#`, `=`, `\=`, `{`, `\{`, `}`, `\}`, `~`, `\~`)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("ab1_*`#=~<>[](){}&!|\\:.-+@/;\"'^$%")), 1, 8, -1)
		text := strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
		src := "::Title::[plain]" + escaped.Replace(text) + "{T#[plain]" + escaped.Replace(text) + "}"
		yaml, _, err := Import(src, Options{Format: GIFT})
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		q := built(t, yaml).Questions[0]
		if got := shown(q.Ask); got != text {
			t.Errorf("%q is asked as %q", text, got)
		}
		if got := shown(q.Options[1].Why); got != text {
			t.Errorf("%q is said as %q", text, got)
		}
	})
}

// shown is a text as a learner reads it.
func shown(markdown string) string {
	var all []string
	for _, b := range course.Prose(markdown) {
		all = append(all, b.Marker+b.Plain)
	}
	return strings.Join(all, "|")
}

// built is the quiz that a learner takes.
func built(t *rapid.T, yaml string) quiz.Quiz {
	q, problems := open(yaml)
	if len(problems) > 0 {
		t.Fatalf("%v in\n%s", problems[0].Cause, yaml)
	}
	return q
}

// TestNothingIsLost holds that every answer of a question, whether it is
// right, and every feedback stand in the quiz.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "answers")
		right := rapid.IntRange(0, n-1).Draw(t, "right")
		src := "Which?{"
		for i := range n {
			sign := "~"
			if i == right {
				sign = "="
			}
			src += fmt.Sprintf("%s answer %d #%s feedback %d\n", sign, i, rapid.SampledFrom([]string{"", "[html]", "<b>", "// "}).Draw(t, "before"), i)
		}
		yaml, _, err := Import(src+"}", Options{})
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		for i, o := range built(t, yaml).Questions[0].Options {
			if o.Text != fmt.Sprintf("answer %d", i) || !strings.HasSuffix(o.Why, fmt.Sprintf("feedback %d", i)) || o.Right != (i == right) {
				t.Errorf("option %d of\n%s\nis %+v", i, src, o)
			}
		}
	})
}

func TestTooMuch(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"too large", "A" + strings.Repeat(" word", 1<<18) + "{T}", "the question bank is larger than 1 MB. Split it up, and import each part"},
		{"too long", "A" + strings.Repeat(",b[c\n", 30_000) + "{T}", "the question bank is too long for one quiz file, which holds 1 MB and 50,000 lines, commas, colons and brackets. Split it up, and import each part"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := Import(tt.src, Options{}); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

package diff

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLikeness(t *testing.T) {
	tests := []struct {
		a, b  string
		alike bool
	}{
		{"Empathic distress", "Empathic distress", true},
		{"Empathic distress", "Empathetic distress", true},
		{"They asked others to help them", "They asked others for help", true},
		{"What did you do with your own discomfort?", "What did you do with the discomfort?", true},
		{"Think of the last time someone at work brought you mildly bad news.", "When did somebody last bring you bad news at work?", false},
		{"Empathic distress", "Healthy detachment", false},
		{"So that the other can think", "So that it gets awkward", false},
		{"What is that feeling most likely to be?", "What can the lightness tell you?", false},
		{"最後に悪い知らせを聞いたのはいつですか", "最後に悪い知らせを聞いたのはいつでしたか", true},
		{"最後に悪い知らせを聞いたのはいつですか", "誰がそこにいましたか", false},
		{"", "", false},
		{"Ay", "Ay", false}, // too short to tell; equal words are found without it
	}
	for _, tt := range tests {
		if got := likeness(threes(tt.a), threes(tt.b)); (got >= alikeFrom) != tt.alike {
			t.Errorf("%q and %q are alike by %.2f, want alike: %v", tt.a, tt.b, got, tt.alike)
		}
	}
}

func TestChangedPart(t *testing.T) {
	long := "one two three four five six seven eight nine ten eleven twelve"
	tests := []struct{ old, now, wantOld, wantNow string }{
		{"Ay", "Bee", "Ay", "Bee"},
		{"", "Bee", "", "Bee"},
		{long, strings.Replace(long, "six", "VI", 1), "… four five six seven eight …", "… four five VI seven eight …"},
		{long, strings.Replace(long, "six ", "", 1), "… four five six seven eight …", "… four five seven eight …"},
		{long, "zero " + long, "one two …", "zero one two …"},
		{long, long + " thirteen", "… eleven twelve", "… eleven twelve thirteen"},
		{long, "", long, ""},
	}
	for _, tt := range tests {
		if old, now := changedPart(tt.old, tt.now); old != tt.wantOld || now != tt.wantNow {
			t.Errorf("of %q and %q differ %q and %q, want %q and %q", tt.old, tt.now, old, now, tt.wantOld, tt.wantNow)
		}
	}
}

// TestChangedPartTells: of two texts that differ in their words, the parts do.
func TestChangedPartTells(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "longer", "words"}), 0, 40)
	rapid.Check(t, func(t *rapid.T) {
		a, b := strings.Join(words.Draw(t, "a"), " "), strings.Join(words.Draw(t, "b"), " ")
		if old, now := changedPart(a, b); (old == now) != (a == b) {
			t.Fatalf("of %q and %q differ %q and %q", a, b, old, now)
		}
	})
}

// TestEffects: every effect has a code of its own, and whatever touches a
// learner is said in a sentence.
func TestEffects(t *testing.T) {
	codes := map[string]bool{}
	for e := None; e <= OtherCourse; e++ {
		if e.Code() == "" || codes[e.Code()] {
			t.Errorf("effect %d has the code %q", e, e.Code())
		}
		codes[e.Code()] = true
		if e.Weight() > Harmless && !strings.HasSuffix(e.Sentence(), ".") {
			t.Errorf("%s says %q", e.Code(), e.Sentence())
		}
	}
}

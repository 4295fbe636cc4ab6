package scenario

import (
	"fmt"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	long := strings.Repeat("a", longestHinted+1)
	known := []string{"trust", "days", "asked_first", "größe", long}
	tests := []struct{ wrong, want string }{
		{"trsut", "trust"}, {"trus", "trust"}, {"trusts", "trust"}, {"trast", "trust"}, {"TRUST", "trust"},
		{"dasy", "days"}, {"asked-frist", "asked_first"}, {"groesse", ""}, {"grösse", "größe"},
		{"x", ""}, {"", ""}, {"thrush", "trust"}, {"courage", ""}, {long, ""},
	}
	for _, tt := range tests {
		if got, _ := nearest(tt.wrong, known); got != tt.want {
			t.Errorf("nearest to %q: got %q, want %q", tt.wrong, got, tt.want)
		}
	}
}

// TestAdviceWithoutNames: what a scenario lacks cannot be an example.
func TestAdviceWithoutNames(t *testing.T) {
	none := newNames(Spec{})
	flags := newNames(Spec{Flags: []string{"told"}})
	many := newNames(Spec{Flags: []string{"a", "b", "c", "d", "e", "f", "g"}})
	tests := []struct {
		text  string
		names names
		want  string
	}{
		{"trust > 3", none, `0+5 "trust" is no meter or flag of this scenario [unknown-name]: declare it under meters or flags`},
		{"3", none, `0+1 "3" is a number, not a yes or no [bare-number]: ask for a flag instead`},
		{"true", none, `0+4 "true" is no word of a condition [constant]: a flag stands alone, as in "asked_first or not asked_first"`},
		{"3", flags, `0+1 "3" is a number, not a yes or no [bare-number]: ask for a flag instead`},
		{"'x'", none.inTest(nil), `0+3 "'x'" alone is not a yes or no [bare-ending]: compare a meter, as in "trust >= 3"`},
		{"trust", many, `0+5 "trust" is no meter or flag of this scenario [unknown-name]: use one of "a", "b", "c", "d", "e", "f" and others, or declare it under meters or flags`},
		{strings.Repeat("x", 80), none, `0+80 "` + strings.Repeat("x", 59) + `…" is no meter or flag of this scenario [unknown-name]: declare it under meters or flags`},
	}
	for _, tt := range tests {
		_, errs := parseCondition(tt.text, tt.names)
		if got := told(errs); got != tt.want {
			t.Errorf("%q\n got: %s\nwant: %s", tt.text, got, tt.want)
		}
	}
}

// TestHintsEnd: the search for hints stops, the errors go on.
func TestHintsEnd(t *testing.T) {
	spec := maya()
	for i := range mostHints + 1 {
		spec.Scenes[0].Choices = append(spec.Scenes[0].Choices, Choice{ID: fmt.Sprintf("c%d", i), To: to("bnech")})
	}
	_, errs := New(spec)
	if len(errs) != mostHints+1 {
		t.Fatalf("got %d errors, want %d", len(errs), mostHints+1)
	}
	last := errs[mostHints]
	if got, want := errs[0].Fix, `did you mean "bench"?`; got != want {
		t.Errorf("the first advice: got %q, want %q", got, want)
	}
	if got, want := last.Fix, "write the id of a scene or an ending of this scenario"; got != want {
		t.Errorf("the last advice: got %q, want %q", got, want)
	}
}

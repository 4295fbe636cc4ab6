package cli

import (
	"strings"
	"testing"

	"hearten/course/scenario"
)

// TestFiguresAtTheBound: where the checker gave up, only what it saw is said.
func TestFiguresAtTheBound(t *testing.T) {
	f := figures{
		Scenario: "m/s", Title: "S", Scenes: 3, States: 4_000_001, Endings: []endingShare{{ID: "out"}},
		Unknown: unknown(scenario.Report{States: 4_000_001}),
	}
	want := `m/s: S
  3 scenes, 1 ending, 4000001 states or more
  the rest is not known: the checker gave up after 4000001 states; --states lets it look at more

`
	var got strings.Builder
	printFigures(&got, f)
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestRecordQuotesWhatYAMLWouldTake(t *testing.T) {
	tests := []struct{ id, want string }{
		{"ask", "ask"}, {"ask-2", "ask-2"}, {"2nd-try", "2nd-try"},
		{"yes", "'yes'"}, {"no", "'no'"}, {"null", "'null'"}, {"12", "'12'"}, {"1e3", "'1e3'"}, {"2024-01-01", "'2024-01-01'"},
	}
	for _, tt := range tests {
		if got := quoted(tt.id); got != tt.want {
			t.Errorf("quoted(%q) = %s, want %s", tt.id, got, tt.want)
		}
	}
}

package plain

import (
	"reflect"
	"testing"
)

func prompts() map[string]prompt {
	return map[string]prompt{
		"one":     {ask: "Your choice", of: 4, back: "home"},
		"some":    {ask: "Your choices", of: 3, several: true, keys: []key{{"h", "for a hint"}}, back: "to the module"},
		"default": {ask: "Your choice", of: 2, enter: "for 1"},
		"single":  {ask: "Your choice", of: 1},
		"page":    {ask: "Page 1 of 4", enter: "to read on", keys: []key{{"m", "to leave for the module"}}, back: "to the page before"},
		"again":   {ask: "Type r or q", keys: []key{{"r", "to try again"}}, quit: "to leave without saving this step"},
		"enter":   {enter: "to go on", back: "to the module"},
	}
}

func TestPromptsSayWhatTheyTake(t *testing.T) {
	tests := []struct{ prompt, put, choices string }{
		{"one", "Your choice, 1 to 4", "a number from 1 to 4, b to go back home, ? for help or q to save and quit"},
		{"some", "Your choices, 1 to 3", "one or more numbers from 1 to 3 with spaces between them, h for a hint, b to go back to the module, ? for help or q to save and quit"},
		{"default", "Your choice, 1 to 2, or Enter for 1", "a number from 1 to 2, Enter for 1, ? for help or q to save and quit"},
		{"single", "Your choice, 1", "the number 1, ? for help or q to save and quit"},
		{"page", "Page 1 of 4, Enter to read on", "Enter to read on, m to leave for the module, b to go back to the page before, ? for help or q to save and quit"},
		{"again", "Type r or q", "r to try again, ? for help or q to leave without saving this step"},
		{"enter", "Enter to go on", "Enter to go on, b to go back to the module, ? for help or q to save and quit"},
	}
	for _, tt := range tests {
		t.Run(tt.prompt, func(t *testing.T) {
			p := prompts()[tt.prompt]
			if got := p.String(); got != tt.put {
				t.Errorf("the prompt is put as %q, want %q", got, tt.put)
			}
			if got := p.choices(); got != tt.choices {
				t.Errorf("the prompt takes %q, want %q", got, tt.choices)
			}
		})
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		prompt, typed string
		want          reply
		ok            bool
	}{
		{"one", "3", reply{numbers: []int{3}}, true},
		{"one", "3.", reply{numbers: []int{3}}, true},
		{"one", "5", reply{}, false},
		{"one", "0", reply{}, false},
		{"one", "-1", reply{}, false},
		{"one", "1 2", reply{}, false},
		{"one", "h", reply{}, false},
		{"one", "", reply{}, false},
		{"one", "one", reply{}, false},
		{"one", "99999999999999999999", reply{}, false},
		{"some", "1", reply{numbers: []int{1}}, true},
		{"some", "3 1", reply{numbers: []int{3, 1}}, true},
		{"some", "1, 2,3", reply{numbers: []int{1, 2, 3}}, true},
		{"some", "1 4", reply{}, false},
		{"some", "1 x", reply{}, false},
		{"some", ",", reply{}, false},
		{"some", "h", reply{key: "h"}, true},
		{"default", "", reply{}, true},
		{"default", "2", reply{numbers: []int{2}}, true},
		{"page", "", reply{}, true},
		{"page", "m", reply{key: "m"}, true},
		{"page", "1", reply{}, false},
	}
	for _, tt := range tests {
		got, ok := prompts()[tt.prompt].parse(tt.typed)
		if ok != tt.ok || ok && !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: parse(%q) = %+v, %v, want %+v, %v", tt.prompt, tt.typed, got, ok, tt.want, tt.ok)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ name, got, want string }{
		{"a clause", sentence("the disk is full"), "The disk is full."},
		{"a sentence", sentence("The disk is full."), "The disk is full."},
		{"a clause with a quote at its end", sentence("she says “no”"), "She says “no”."},
		{"a sentence in quotes", stop("“Nine means nine.”"), "“Nine means nine.”"},
		{"a question in quotes", stop(`"Why?"`), `"Why?"`},
		{"an open end", stop("so I will …"), "so I will …"},
		{"an accent at its end", stop("the café"), "the café."},
		{"nothing", stop(""), ""},
		{"nothing as a clause", sentence(""), ""},
		{"a text of two lines", oneLine("ask once.\nAnd wait. "), "ask once. And wait"},
		{"one", count(1, "row"), "1 row"},
		{"none", count(0, "row"), "0 rows"},
		{"up", change(2), "up 2"},
		{"down", change(-1), "down 1"},
		{"a day", day("2026-03-09"), "Monday 9 March 2026"},
		{"no day", day("soon"), "soon"},
		{"a long line", shorten("abcdefghijabcdefghijabcdefghijk"), "abcdefghijabcdefghijabcdefghij…"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s is %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

package graph

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"hearten/course/scenario"
)

func TestMermaid(t *testing.T) {
	golden(t, "maya.mmd.golden", mustMap(t, maya(), "deadline", "go").Mermaid())
}

func TestDOT(t *testing.T) {
	golden(t, "maya.dot.golden", mustMap(t, maya(), "deadline", "go").DOT())
}

// TestPageInWords holds that the page says everything without its picture.
func TestPageInWords(t *testing.T) {
	page := mustHTML(t, mustMap(t, maya()))
	before, after, found := strings.Cut(page, `<div class="picture"`)
	_, list, closed := strings.Cut(after, "</svg>")
	if !found || !closed {
		t.Fatalf("the page has no picture:\n%s", page)
	}
	for _, words := range []string{
		"4 scenes, 3 endings and 11 ways between them. All 11 states of the story were explored. 3 errors and 4 warnings are marked.",
		"prefers-color-scheme: dark", "@media print",
	} {
		if !strings.Contains(before, words) {
			t.Errorf("the head of the page does not say %q:\n%s", words, before)
		}
	}
	for _, words := range []string{
		`<h3>corridor <span class="step">(start)</span></h3>`,
		"Maya used to argue with you. For two weeks she has only nodded, and nobody else seems to have noticed anything.",
		`<span class="when">when asked:</span> She looks up.`,
		`<strong>deadline</strong> &#34;Can you get it there by four? The yard wants it in writing today.&#34; <span class="soft">trust −1.</span>`,
		`<li>2a <span class="when">if trust &lt;= 1</span> →&nbsp;<a href="#s3">door</a></li>`,
		`<li>2b <span class="when">else</span> →&nbsp;<a href="#s2">bench</a></li>`,
		`Reached from <a href="#s2">bench</a>, <a href="#s4">roof</a>.`,
		`<strong>stay</strong> I have time. <span class="when">Offered when asked.</span>`,
		`<h3>late <span class="soft">(good ending)</span></h3>`, `<h3>apart <span class="soft">(mixed ending)</span></h3>`,
		"✖ error <code>stuck</code></span> in <a href=\"#s3\">door</a>", "Seen by the path <code>deadline,again,deadline</code>.",
	} {
		if !strings.Contains(list, words) {
			t.Errorf("the list does not say %q:\n%s", words, list)
		}
	}
}

func TestPathThatBreaksOff(t *testing.T) {
	story, _ := scenario.New(maya())
	tests := []struct {
		path string
		want string
	}{
		{"stay", `the path breaks off at choice 1 of 1: the choice "stay" is not offered in the scene "corridor"; "ask", "deadline" and "hurry" are`},
		{"deadline,stay", `the path breaks off at choice 2 of 2: the choice "stay" is not offered in the scene "bench"; "again" and "go" are`},
		{"ask,stay,go", `the path breaks off at choice 3 of 3: the story has ended with "late"; nothing is left to choose`},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			_, err := New(story, Config{Path: strings.Split(tt.path, ",")})
			if err == nil || err.Error() != tt.want {
				t.Errorf("got the error %v, want %s", err, tt.want)
			}
		})
	}
}

// TestMarksEveryFinding holds that each finding of the checker is drawn, at
// the place it concerns.
func TestMarksEveryFinding(t *testing.T) {
	m := mustMap(t, maya())
	tests := []struct{ code, where, choice string }{
		{scenario.Stuck, "door", ""},
		{scenario.Unreachable, "roof", ""},
		{scenario.NeverOffered, "door", "knock"},
		{scenario.SameResult, "corridor", "hurry"},
		{scenario.Unread, "", ""},
	}
	shown := m.findings()
	if len(shown) != len(m.config.Report.Findings) {
		t.Errorf("%d findings are shown, want all %d", len(shown), len(m.config.Report.Findings))
	}
	for _, tt := range tests {
		found := false
		for _, f := range shown {
			found = found || f.Code == tt.code && f.Where.ID == tt.where && f.Choice == tt.choice
		}
		if !found {
			t.Errorf("%s is not shown at %q, %q: %+v", tt.code, tt.where, tt.choice, shown)
		}
		for name, text := range map[string]string{"Mermaid": m.Mermaid(), "DOT": m.DOT(), "HTML": mustHTML(t, m)} {
			if !strings.Contains(text, tt.code) {
				t.Errorf("%s does not say %q:\n%s", name, tt.code, text)
			}
		}
	}
}

// TestMarksABranch holds that a finding about one branch of a choice is drawn
// on that branch alone.
func TestMarksABranch(t *testing.T) {
	spec := maya()
	spec.Scenes[1].Choices[2].When = "trust > 3"
	m := mustMap(t, spec)
	var got []string
	for _, e := range m.edges {
		for _, f := range e.marks {
			got = append(got, m.nodes[e.from].id+" "+e.number+" "+f.Code)
		}
	}
	if want := []string{"bench 3a always-so", "bench 3b never-taken"}; !slices.Equal(got, want) {
		t.Errorf("the branches are marked %q, want %q", got, want)
	}
}

func TestSaysThatNotAllWasExplored(t *testing.T) {
	story, _ := scenario.New(maya())
	m, err := New(story, Config{Report: story.Check(2)})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"Mermaid": m.Mermaid(), "DOT": m.DOT(), "HTML": mustHTML(t, m)} {
		if !strings.Contains(strings.ToLower(text), "not every state") {
			t.Errorf("%s keeps silent about the bound:\n%s", name, text)
		}
	}
}

func TestMarksThePath(t *testing.T) {
	m := mustMap(t, maya(), "deadline", "again", "deadline")
	got := map[string]string{}
	for _, e := range m.edges {
		if len(e.steps) > 0 {
			got[m.nodes[e.from].id+" "+e.number] = stepsText(e.steps)
		}
	}
	want := map[string]string{"corridor 2b": "step 1", "bench 2": "step 2", "corridor 2a": "step 3"}
	if !maps.Equal(got, want) {
		t.Errorf("the path is marked at %v, want %v", got, want)
	}
	page := mustHTML(t, m)
	for _, words := range []string{"steps 1, 3 of the path", "It comes to <a href=\"#s3\">door</a>."} {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not say %q:\n%s", words, page)
		}
	}
}

func TestTooLargeForAPicture(t *testing.T) {
	spec := scenario.Spec{Start: "a", Endings: []scenario.Ending{{ID: "end", Title: "The end", Outcome: scenario.Good, Text: "Over."}}}
	name := func(i int) string { return strings.Repeat("a", i+1) }
	for i := range mostDrawn {
		next := name(i + 1)
		if i == mostDrawn-1 {
			next = "end"
		}
		spec.Scenes = append(spec.Scenes, scenario.Scene{ID: name(i), Text: []scenario.Variant{{Text: "On."}}, Choices: []scenario.Choice{
			{ID: "on", Say: "On.", To: []scenario.Branch{{To: next}}},
		}})
	}
	text := mustHTML(t, mustMap(t, spec))
	if !strings.Contains(text, "There is no picture: the story has 201 scenes and endings, and beyond 200 nobody could find a way through.") {
		t.Error("the page does not say why there is no picture")
	}
	if strings.Contains(text, "<svg") || !strings.Contains(text, `<section id="s200">`) {
		t.Error("want a list of all scenes and no picture")
	}
}

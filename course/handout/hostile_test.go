package handout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/course/tension"
	"hearten/quiz"
)

// nasty are texts that mean something to HTML, to a style, to Markdown or to
// what shows them.
func nasty() []string {
	return []string{
		`</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>`,
		`"; } body { background: url(https://evil.example/x) } @import "https://evil.example/y"; a { content: "`,
		`\"; } @import url(//evil.example); \`, "\\", "\"\n}\n* { background: url(x) }", "'", "/* ", "*/ <!-- ", "--> ]]>",
		`[a](javascript:alert(1)) [b](&#106;avascript:alert(1)) <javascript:alert(1)> [c](data:text/html,<script>x</script>)`,
		"[a]: javascript:alert(1)\n\n[a] ![b](https://evil.example/b.png) ![a]", `[x](https://a.example/"onclick="alert(1)) [y](https://a.example/ "t\" onmouseover=x")`,
		`" onclick="alert(1)" x="`, `' onmouseover='alert(1)`, `{{.Title}} {{template "head"}}`, "&#27;[31m &#8238; &rlm; &lt;script&gt;",
		"\u202egnihton\u202c \x1b]8;;https://evil.example\x07x \x00 \u200bzero \ufeff \xff\xfe", "<svg onload=alert(1)><style>*{}</style></svg>",
		"```\"><script>\nalert(1)\n```", "# One\n\n###### Six\n\n> # Two\n\n1. x\n   - y\n\n| a |\n|:-:|\n| <b onclick=x> |", "<div\n\n</div>\n<iframe src=x>", "[1] [2, 1] [99] [[1]](https://a.example/)",
		"", " ", strings.Repeat("endless", 90), "日本語の名前", "👩‍🚀 é̂", "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'><link rel=stylesheet href=//x>", "<math><mtext><table><mglyph><style><img src onerror=x>",
	}
}

// hostile is a module with a text in every place that takes one.
func hostile(text string) Handout {
	cited := []course.Source{{ID: "s", Cite: text, DOI: text, Kind: text}}
	m := course.Module{ID: "m", Title: text, Summary: text, Objectives: []string{text}, Sources: cited, Glossary: []course.Term{{Name: text, Meaning: text}}}
	made := func(kind course.Kind, c course.Content) course.Content {
		c.Module, c.Activity = m, course.Activity{ID: string(kind), Title: text, Kind: kind, Minutes: 1}
		c.About, c.Cited = text, cited
		return c
	}
	return Handout{
		Course: text, Language: text, Module: m, Guide: text, Card: text, Help: text,
		Contents: []course.Content{
			made(course.KindLesson, course.Content{Lesson: course.Lesson{Text: text}}),
			made(course.KindQuiz, course.Content{Quiz: hostileQuiz(text)}),
			made(course.KindScenario, course.Content{Story: hostileStory(text), Asks: []course.Prompt{{ID: "a", Ask: text}}}),
			made(course.KindReflection, course.Content{Prompts: []course.Prompt{{ID: "p", Ask: text}}}),
			made(course.KindTension, course.Content{Tension: tension.Map{Poles: []tension.Pole{{ID: "a", Name: text, Gives: []string{text}}, {ID: "b", Name: text + "b", Will: []string{text}}}}}),
			made(course.KindPlan, course.Content{}),
		},
	}
}

func hostileQuiz(text string) quiz.Quiz {
	var q quiz.Quiz
	options := []quiz.Option{{ID: "a", Text: text, Right: true, Why: text}, {ID: "b", Text: text, Why: text}}
	items := []quiz.Item{{ID: "a", Text: text}, {ID: "b", Text: text + "b"}}
	for _, kind := range []quiz.Kind{quiz.KindChoice, quiz.KindChoices, quiz.KindTrueFalse, quiz.KindOrder, quiz.KindMatch, quiz.KindNumber, quiz.KindText} {
		one := quiz.Question{ID: string(kind), Kind: kind, Ask: text, Why: text, Hints: []string{text}, Read: "lesson", Sources: []string{"s"}}
		switch kind {
		case quiz.KindOrder:
			one.Items = items
		case quiz.KindMatch:
			one.Pairs, one.Extra = []quiz.Pair{{ID: "p", Left: text, Right: text}}, items
		case quiz.KindText:
			one.Accept = []string{text, text}
		case quiz.KindNumber:
		default:
			one.Options = options
		}
		q.Questions = append(q.Questions, one)
	}
	q.Questions = append(q.Questions, quiz.Question{ID: "open", Kind: quiz.KindText, Ask: text, Model: text})
	return q
}

func hostileStory(text string) *scenario.Story {
	says := []scenario.Variant{{When: "yes", Text: text}, {Text: text}}
	choice := func(id, to string) scenario.Choice {
		return scenario.Choice{ID: id + text, Say: text, Because: text, Set: []scenario.Set{{Flag: "yes", To: true}}, Change: []scenario.Change{{Meter: "days", By: -1}}, To: []scenario.Branch{{To: to + text}}}
	}
	story, errs := scenario.New(scenario.Spec{
		Meters: []scenario.Meter{{Name: "days", Label: text, Start: 2, Max: 3}}, Flags: []string{"yes"}, Start: "s" + text,
		Scenes: []scenario.Scene{
			{ID: "s" + text, Text: says, Inside: text, Coach: text, Choices: []scenario.Choice{choice("a", "t"), choice("b", "e")}},
			{ID: "t" + text, Text: says, Choices: []scenario.Choice{choice("a", "e")}},
		},
		Endings: []scenario.Ending{{ID: "e" + text, Title: text, Outcome: scenario.Bad, Text: text}},
		Debrief: scenario.Debrief{Ask: []string{text}, Expert: text},
		Tests:   []scenario.Test{{Name: text, Play: []string{"b" + text}, Expect: "yes"}},
	})
	if story == nil {
		panic(fmt.Sprintf("%+v", errs))
	}
	return story
}

func TestHostileTexts(t *testing.T) {
	for _, text := range nasty() {
		t.Run(text, func(t *testing.T) { isInert(t, text) })
	}
}

func FuzzTexts(f *testing.F) {
	for _, text := range nasty() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { isInert(t, text) })
}

func TestNastyTextsTogether(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		isInert(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(nasty()), 1, 3).Draw(rt, "texts"), rapid.SampledFrom([]string{"", "\n", "\n\n"}).Draw(rt, "between")))
	})
}

// isInert holds of both pages: they have only the elements and attributes that
// they are made of, nothing loads or runs, the style is the one they have
// without the text, and no character steers.
func isInert(t *testing.T, text string) {
	t.Helper()
	plain := editions(t, hostile("plain"))
	for edition, page := range editions(t, hostile(text)) {
		if course.Clean(page) != page {
			t.Errorf("%s: what steers is left", edition)
		}
		doc := parsed(t, page)
		isWhole(t, doc)
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				isMade(t, n)
			}
			if n.Type == html.CommentNode {
				t.Errorf("%s: there is a comment %q", edition, n.Data)
			}
		}
		if got, want := bareStyle(t, doc), bareStyle(t, parsed(t, plain[edition])); got != want {
			t.Errorf("%s: the style is\n%s\nwant\n%s", edition, got, want)
		}
	}
}

// isMade holds of an element that it is one the pages are made of.
func isMade(t *testing.T, n *html.Node) {
	t.Helper()
	elements := strings.Fields(`html head meta title style body main header section nav h1 h2 h3 h4 h5 h6 p div span a i b em strong code pre
		blockquote hr br ul ol li dl dt dd table thead tbody tfoot tr th td svg defs marker g path text tspan circle`)
	if !slices.Contains(elements, n.Data) {
		t.Errorf("there is an element %q", n.Data)
	}
	attributes := strings.Fields(`lang charset name content http-equiv class id href rel role aria-label aria-hidden aria-labelledby tabindex scope colspan
		start align width height viewBox refX refY markerWidth markerHeight markerUnits orient d transform x y cx cy r text-anchor marker-end xmlns`)
	for _, a := range n.Attr {
		if !slices.Contains(attributes, a.Key) {
			t.Errorf("%s has an attribute %s=%q", n.Data, a.Key, a.Val)
		}
		if a.Key == "href" && n.Data != "a" {
			t.Errorf("%s loads %q", n.Data, a.Val)
		}
		if a.Key == "http-equiv" && a.Val != "Content-Security-Policy" {
			t.Errorf("there is a header %q", a.Val)
		}
	}
}

// bareStyle is the only style of a page with its texts left out.
func bareStyle(t *testing.T, doc *html.Node) string {
	t.Helper()
	var found []string
	for n := range doc.Descendants() {
		if n.Data == "style" && n.Type == html.ElementNode && n.FirstChild != nil {
			found = append(found, n.FirstChild.Data)
		}
	}
	if len(found) != 1 {
		t.Fatalf("there are %d styles", len(found))
	}
	return regexp.MustCompile(`"(?:[^"\\\n]|\\[^\n])*"`).ReplaceAllString(found[0], `""`)
}

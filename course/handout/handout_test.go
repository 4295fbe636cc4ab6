package handout

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearten/course"
	"hearten/course/source"
)

// TestEditions holds what stands on the pages, in order and without its tags.
func TestEditions(t *testing.T) {
	samples := map[string]Handout{
		"everything": sample(t, everything, map[string]string{"facilitator.md": "# Lead it\n\nGently.\n\n## Before\n\n- Read it.", "peer-card.md": "# With a peer\n\nTen minutes.", "help.md": "# Help\n\nRing Ada."}),
		"lesson":     sample(t, oneLesson, nil),
	}
	for name, h := range samples {
		for edition, page := range editions(t, h) {
			t.Run(name+" "+edition, func(t *testing.T) {
				golden(t, name+"."+edition+".golden", words(parsed(t, page)))
			})
		}
	}
}

// TestOwnCourse holds that a learner is told how to come to a course that the
// program does not bring along.
func TestOwnCourse(t *testing.T) {
	h := sample(t, oneLesson, nil)
	if page := editions(t, h)["learner"]; strings.Contains(page, "--course") {
		t.Error("the bundled course is asked for by its folder")
	}
	h.Own = true
	if page := editions(t, h)["learner"]; !strings.Contains(page, "<code>hearten --course FOLDER</code>") {
		t.Error("a course of one's own is not asked for by its folder")
	}
}

// TestLearnerIsToldNoOutcome holds that the learner's edition has nothing of a
// story but its first scene and what is asked afterwards.
func TestLearnerIsToldNoOutcome(t *testing.T) {
	for _, h := range append(bundled(t), sample(t, everything, nil)) {
		pages := editions(t, h)
		learner, facilitator := oneLine(words(parsed(t, pages["learner"]))), oneLine(words(parsed(t, pages["facilitator"])))
		told := 0
		for _, text := range outcomes(h) {
			told++
			if strings.Contains(learner, text) {
				t.Errorf("%s: the learner is told %q", h.Module.ID, text)
			}
			if !strings.Contains(facilitator, text) {
				t.Errorf("%s: the facilitator is not told %q", h.Module.ID, text)
			}
		}
		if told < 10 {
			t.Errorf("%s: only %d texts were looked for", h.Module.ID, told)
		}
	}
}

// outcomes are the texts of a module's stories that come after the first
// decision, paragraph by paragraph.
func outcomes(h Handout) []string {
	var all []string
	add := func(texts ...string) {
		for _, text := range texts {
			for _, b := range course.Prose(text) {
				if plain := oneLine(b.Plain); plain != "" && !strings.Contains(plain, "[") && !strings.Contains(plain, "(http") {
					all = append(all, plain)
				}
			}
		}
	}
	for _, c := range h.Contents {
		if c.Story == nil {
			continue
		}
		spec := c.Story.Spec()
		add(spec.Debrief.Expert)
		for _, e := range spec.Endings {
			add(e.Title, e.Text)
		}
		for _, s := range spec.Scenes {
			add(s.Inside, s.Coach)
			for _, c := range s.Choices {
				add(c.Because)
			}
			if s.ID == spec.Start {
				continue
			}
			for _, v := range s.Text {
				add(v.Text)
			}
			for _, c := range s.Choices {
				add(c.Say)
			}
		}
	}
	return all
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestPagesHoldTogether holds of all pages: headings follow level by level,
// every name stands once, and every link leads somewhere on the page or to the
// web.
func TestPagesHoldTogether(t *testing.T) {
	for _, h := range append(bundled(t), sample(t, everything, nil), sample(t, oneLesson, nil)) {
		for edition, page := range editions(t, h) {
			t.Run(h.Module.ID+" "+edition, func(t *testing.T) { isWhole(t, parsed(t, page)) })
		}
	}
}

func isWhole(t *testing.T, doc *html.Node) {
	t.Helper()
	level := 0
	var names, links []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			next := int(n.Data[1] - '0')
			if next > level+1 || next == 1 && level > 0 {
				t.Errorf("an h%d follows an h%d: %s", next, level, words(n))
			}
			level = next
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && slices.Contains(names, a.Val):
				t.Errorf("the name %q stands twice", a.Val)
			case a.Key == "id":
				names = append(names, a.Val)
			case a.Key == "href":
				links = append(links, a.Val)
			}
		}
	}
	for _, link := range links {
		name, inside := strings.CutPrefix(link, "#")
		if inside && !slices.Contains(names, name) || !inside && !source.SafeLink(link) {
			t.Errorf("the link %q leads nowhere", link)
		}
	}
}

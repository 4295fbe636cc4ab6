package study

import (
	"strings"
	"testing"

	"hearten/course/diff"
)

// TestDiffClaims holds the sentences of hearten diff that are not about
// orphans: each is said of an edit, and each is so for a learner in the middle.
func TestDiffClaims(t *testing.T) {
	tests := []struct {
		name, module, old, new string
		effect                 diff.Effect
		before                 func(*learner)
		after                  func(*learner) string // what is not so
	}{
		{"a mark stays when another answer is right", sampleModule,
			"text: Ay, right: true, why: So.}\n          - {id: no-a, text: Bee, ", "text: Ay, why: So.}\n          - {id: no-a, text: Bee, right: true, ",
			diff.MarksStay, func(l *learner) { l.answerAll("check", "") }, func(l *learner) string {
				if r, done := l.open("check").(Quiz).Result(); !done || r.Right != 1 || r.Of != 2 {
					return "one of two was right"
				}
				return ""
			}},
		{"an attempt keeps its draw", sampleModule, "    questions:\n", "    draw: 1\n    questions:\n",
			diff.DrawKept, func(l *learner) { l.open("check") }, func(l *learner) string {
				if _, of := l.open("check").(Quiz).Position(); of != 2 {
					return "two questions were drawn"
				}
				return ""
			}},
		{"what was done stays done under a new rule", sampleModule, "    questions:\n", "    pass: 90\n    questions:\n",
			diff.NewRule, func(l *learner) { l.answerAll("check", "") }, func(l *learner) string {
				r, done := l.open("check").(Quiz).Result()
				if !done || r.PassMark != 90 || r.Passed {
					return "half right does not pass 90"
				}
				if o, _ := l.study.Outline("m"); o.Lines[1].State != Done {
					return "the quiz was done"
				}
				return ""
			}},
		{"a lesson goes on at its paragraph", sampleModule, "      First.\n", "      Before.\n\n      First.\n",
			diff.PlaceKept, func(l *learner) {
				_, u := l.open("one").(Lesson).At(1, l.moment())
				l.keep(u)
			}, func(l *learner) string {
				if l.open("one").(Lesson).Block() != 1 {
					return "the second paragraph was reached"
				}
				return ""
			}},
		{"one of another kind counts as done", sampleModule, "  - lesson: one\n    title: One\n    minutes: 2\n    text: |\n      First.\n\n      Second.\n\n      Third.\n", "  - plan: one\n    title: One\n    minutes: 2\n",
			diff.OtherKindRead, func(l *learner) {
				_, u := l.open("one").(Lesson).Finish(l.moment())
				l.keep(u)
			}, func(l *learner) string {
				if o, _ := l.study.Outline("m"); o.Lines[0].State != Done {
					return "the lesson was done"
				}
				return ""
			}},
		{"a plan is asked about without its page", sampleModule, "  - plan: next\n    title: Next\n    minutes: 2\n", "",
			diff.LostPlan, func(l *learner) {
				_, u, err := l.open("next").(Plan).Make(Intent{When: "Monday", Will: "ask", AskOn: Days(l.clock)[0]}, "", l.moment())
				if err != nil {
					l.t.Fatal(err)
				}
				l.keep(u)
			}, func(l *learner) string {
				if h := l.study.Home(l.clock.AddDate(0, 0, 8)); len(h.CheckIns) != 1 {
					return "a plan was to be asked about"
				}
				return ""
			}},
		{"marks change sides with the poles", tensionModule,
			"      - id: s\n        name: standards\n        gives:\n          - clear work\n      - id: c\n        name: support\n", "      - id: c\n        name: support\n      - id: s\n        name: standards\n        gives:\n          - clear work\n",
			diff.OtherSide, func(l *learner) {
				_, u, err := l.open("both").(Tension).Mark(-3, "", l.moment())
				if err != nil {
					l.t.Fatal(err)
				}
				l.keep(u)
			}, func(l *learner) string {
				m := l.open("both").(Tension)
				if m.Map().Words(m.Marks()[0].Value) != "towards support" {
					return "the mark lay towards standards, and does not any more"
				}
				return ""
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(tt.module, tt.old) {
				t.Fatalf("the sample has no %q", tt.old)
			}
			l := newLearner(t, sampleCourse(t, tt.module))
			tt.before(l)
			old := l.course
			l.course = sampleCourse(t, strings.Replace(tt.module, tt.old, tt.new, 1))
			l.study = New(l.course, l.events)
			said := false
			for _, ch := range diff.Compare(old, l.course).Changes {
				said = said || ch.Effect == tt.effect
			}
			if !said {
				t.Errorf("diff does not say: %s", tt.effect.Sentence())
			}
			if wrong := tt.after(l); wrong != "" {
				t.Errorf("diff says “%s”, but %s", tt.effect.Sentence(), wrong)
			}
		})
	}
}

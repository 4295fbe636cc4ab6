package tui

import (
	"fmt"
	"strings"
	"testing"

	"hearten/course"
)

// stop is a screen, and how a learner comes to it.
type stop struct {
	name  string
	reach func(*desk)
}

func keys(all ...string) func(*desk) { return func(d *desk) { d.press(all...) } }

// outline opens the outline of the first module, over a home that knows all.
func (d *desk) outline() *desk {
	d.app = d.app.with(newHome(d.app.study)).layout()
	d.step(pushMsg{screen: newOutline(d.app.study, "first")})
	return d
}

// activity opens an activity of that module from its outline.
func (d *desk) activity(id string) *desk {
	d.outline()
	return d.step(openMsg{"first", id})
}

// step has the app do what a screen may ask for.
func (d *desk) step(request any) *desk {
	next, cmd := d.app.step(nil, request)
	d.app = next.(app)
	d.run(cmd)
	return d
}

// stops are all screens, each in its main states.
func stops() []stop {
	scenario := func(more ...string) func(*desk) {
		return func(d *desk) { d.activity("tom").press(more...) }
	}
	quiz := func(more ...string) func(*desk) {
		return func(d *desk) { d.activity("check").press(more...) }
	}
	return []stop{
		{"home", keys()},
		{"home-help", keys("?")},
		{"home-notice", keys("ctrl+c")},
		{"home-words", keys("g")},
		{"home-turn-to", keys("w")},
		{"home-later", func(d *desk) { d.planned(); d.now = d.now.AddDate(0, 0, 15); d.home() }},
		{"outline", func(d *desk) { d.activity("describe").press("esc") }},
		{"lesson", func(d *desk) { d.activity("describe") }},
		{"lesson-words", func(d *desk) { d.activity("describe").press("g") }},
		{"lesson-end", func(d *desk) { d.activity("describe").press("end", "space", "space", "space") }},
		{"quiz", quiz("1", "h")},
		{"quiz-amiss", quiz("2", "enter", "enter", "down", "enter")},
		{"quiz-choices", quiz("2", "enter", "enter", "1", "down")},
		{"quiz-right", quiz("2", "enter")},
		{"quiz-wrong", quiz("1", "enter")},
		{"quiz-partly", quiz("2", "enter", "enter", "1", "enter")},
		{"quiz-judged", quiz("2", "enter", "enter", "1", "3", "enter", "enter", "1", "enter")},
		{"quiz-result", quiz("1", "enter", "enter", "1", "3", "enter", "enter", "1", "enter", "enter", "2", "enter", "enter")},
		{"quiz-words", quiz("1", "enter", "g")},
		{"scenario", scenario()},
		{"scenario-words-explained", scenario("g")},
		{"scenario-coach", scenario("c")},
		{"scenario-next", scenario("decide")},
		{"scenario-words", scenario("decide", "l")},
		{"scenario-unsaved", func(d *desk) { d.activity("tom"); d.keeper.refuse = errFull; d.press("decide") }},
		{"scenario-unsaved-help", func(d *desk) { d.activity("tom"); d.keeper.refuse = errFull; d.press("decide", "?") }},
		{"scenario-all", scenario("ctrl+p")},
		{"scenario-all-found", scenario("ctrl+p", "c")},
		{"map", scenario("decide", "m")},
		{"map-ended", scenario("2", "enter", "decide", "m")},
		{"map-list", scenario("decide", "m", "l")},
		{"debrief-ending", scenario("decide", "decide")},
		{"debrief-ask", scenario("decide", "decide", "enter", "when he sat down")},
		{"debrief-path", scenario("decide", "decide", "enter", "tab", "enter")},
		{"debrief-path-later", scenario("2", "enter", "decide", "enter", "tab", "enter", "down")},
		{"debrief-list", scenario("decide", "decide", "enter", "tab", "enter", "l")},
		{"debrief-expert", scenario("decide", "decide", "enter", "tab", "enter", "end", "enter")},
		{"reflection", func(d *desk) { d.activity("last-time").press("It was odd.", "enter", "Then good.") }},
		{"reflection-words", func(d *desk) { d.activity("last-time").press("f3") }},
		{"plan", func(d *desk) { d.activity("monday").press("Monday ends", "tab", "ask T.", "tab", "tab", "tab") }},
		{"plan-amiss", func(d *desk) { d.activity("monday").press("shift+tab", "shift+tab", "enter") }},
		{"tension", func(d *desk) { d.tension() }},
		{"tension-list", func(d *desk) { d.tension("l") }},
		{"tension-write", func(d *desk) { d.tension("end", "enter", "tab", "Nobody waits.") }},
		{"tension-mark", func(d *desk) { d.tension("end", "down", "enter", "left", "left") }},
		{"tension-drift", func(d *desk) { d.drifted() }},
		{"preview", func(d *desk) { d.activity("describe").sound() }},
		{"preview-mistake", func(d *desk) { d.activity("check").sound().mistaken() }},
		{"preview-mistakes", func(d *desk) { d.activity("tom").press("decide").sound().mistaken("trust: 1", "to: desk", "to: alone") }},
		{"preview-all", func(d *desk) { d.activity("tom").sound().mistaken("trust: 1", "to: desk").press("p") }},
		{"preview-typing", func(d *desk) { d.activity("last-time").press("It was").sound() }},
		{"preview-unnamed", func(d *desk) { d.activity("describe").author().saves(unnamed(d.t)) }},
		{"preview-waiting", func(d *desk) { d.nothing().mistaken() }},
		{"preview-waiting-unnamed", func(d *desk) { d.nothing().saves(unnamed(d.t)) }},
		{"check-in", func(d *desk) { d.planned(); d.now = d.now.AddDate(0, 0, 15); d.home().press("down", "enter") }},
	}
}

// planned makes a plan.
func (d *desk) planned() *desk {
	return d.activity("monday").press("Monday ends", "tab", "ask T.", "tab", "I am late", "tab", "mail him", "tab", "tab", "enter")
}

// tension opens the tension map, and presses keys in it.
func (d *desk) tension(more ...string) *desk {
	return d.step(openMsg{"second", "both"}).press(more...)
}

// drifted marks the map on three days.
func (d *desk) drifted() *desk {
	d.tension("end", "enter", "Work is out early.", "shift+tab", "shift+tab", "enter")
	for _, keys := range [][]string{{"left", "left"}, {"right"}, {"right", "right", "right"}} {
		d.press("end", "down", "enter").press(keys...)
		for !strings.Contains(d.text(), d.app.look.pointer+" [ Save ]") {
			d.press("tab")
		}
		d.press("enter")
		d.now = d.now.AddDate(0, 1, 3)
	}
	return d
}

// home goes back to a home that knows all.
func (d *desk) home() *desk {
	d.app.stack = d.app.stack[:1]
	d.app = d.app.with(newHome(d.app.study)).layout()
	d.app.notices = nil
	d.app = d.app.layout()
	return d
}

// TestScreens shows every screen whole, in a usual window and in a wide one.
func TestScreens(t *testing.T) {
	c := sample(t)
	for _, s := range stops() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := sit(t, c, size[0], size[1])
				s.reach(d)
				golden(t, name, d.text())
			})
		}
	}
}

// seat is a screen of either course of the tests, and how to sit before it.
type seat struct {
	name string
	sit  func(width, height int) *desk
}

// seats are all screens of both courses.
func seats(t testing.TB) []seat {
	t.Helper()
	var all []seat
	add := func(c *course.Course, stops []stop) {
		for _, s := range stops {
			all = append(all, seat{s.name, func(width, height int) *desk {
				d := sit(t, c, width, height)
				s.reach(d)
				return d
			}})
		}
	}
	add(sample(t), stops())
	add(kinds(t), kindStops())
	return all
}

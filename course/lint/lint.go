// Package lint checks a course: what its reading and building find, and what
// its rules find beyond that.
package lint

import (
	"io/fs"
	"slices"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/course/source"
)

// Rule catches one mistake with which a course can be read and taken all the
// same.
type Rule struct {
	Code  string
	Doc   string // what a course without the mistake has
	Check func(Module) []source.Problem
}

// Module is what a rule looks at: a module with its activities, built and as
// they were written. Activities that could not be built are left out.
type Module struct {
	course.Module
	Contents []course.Content
	Texts    []Text                     // of the contents and the glossary
	Reports  map[string]scenario.Report // of the stories, by activity
	States   int                        // that the stories of one file may have to be explored whole
}

// Rules are all rules there are.
func Rules() []Rule {
	return append([]Rule{
		unknownLesson(), unknownChoice(), unknownSource(), unusedSource(), uncitedFigure(),
		longestRight(), rightPlace(), optionsUnlike(), longOption(),
		longScene(), noRecovery(), longLesson(), hardReading(), guilt(),
		tallChoices(), longWord(), wideTable(), rawHTML(), imageWords(), joinedEmoji(), wasInUse(), wasTwice(),
		fileTwice(), lostMark(), speechMarks(), notWritten(),
	}, storyRules()...)
}

// CollectorTarget is how far the heap of a program that checks a course may
// grow before it is collected, in per cent, as for debug.SetGCPercent. Trees
// of nodes live as long as the check, so that collecting them early is in vain
// and takes half the time.
const CollectorTarget = 800

// States is how many states the scenarios of one file may have to be explored
// whole, unless told otherwise: a quarter of a second's work, and more than a
// story of forty scenes over thirteen weeks has.
const States = 250_000

// Check reads a course whole, on all cores, and returns every problem in it,
// in order.
func Check(fsys fs.FS) []source.Problem {
	tree, problems := source.Read(fsys)
	c, found := course.Build(tree)
	return CheckRead(tree, c, append(problems, found...), States)
}

// CheckRead is Check of a course that was read and built already, and of which
// the problems were found that reading and building find: whoever shows it
// beside its problems has both from one moment so. The scenarios of a file may
// have so many states to explore.
func CheckRead(tree *source.Tree, c *course.Course, problems []source.Problem, states int) []source.Problem {
	problems, _ = CheckBegun(tree, c, problems, states, nil)
	return problems
}

// CheckBegun is CheckRead, and says where a text stands that a template has,
// so that its author has still to write over it.
func CheckBegun(tree *source.Tree, c *course.Course, problems []source.Problem, states int, template func(string) bool) ([]source.Problem, []source.Pos) {
	problems = append(slices.Clip(problems), clashesBetween(c)...)
	modules, rules := make([]checked, len(c.Modules)), Rules()
	source.Each(len(c.Modules), func(i int) { modules[i] = checkModule(c, c.Modules[i], rules, states, template) })
	problems = append(problems, checkTexts(tree, rules)...)
	tops, begun := []source.Node{tree.Course()}, []source.Pos(nil)
	for _, m := range modules {
		problems, tops, begun = append(problems, m.problems...), append(tops, m.tops...), append(begun, m.begun...)
	}
	problems = source.Silence(problems, tops)
	source.Sort(problems)
	return few(problems), begun
}

// checkTexts finds what is wrong with the texts of the course that are not a
// module's.
func checkTexts(tree *source.Tree, rules []Rule) []source.Problem {
	var own Module
	for _, n := range tree.Texts() {
		own.Texts = textsIn(own.Texts, -1, n)
	}
	var problems []source.Problem
	for _, rule := range rules {
		problems = append(problems, rule.Check(own)...)
	}
	return problems
}

// checked is what was found in a module, and the tops of its files.
type checked struct {
	problems []source.Problem
	tops     []source.Node
	begun    []source.Pos // texts that stand as a template has them
}

// checkModule finds everything that is wrong with a module beyond what
// reading its module.yaml found.
func checkModule(c *course.Course, m course.Module, rules []Rule, states int, template func(string) bool) checked {
	module := Module{Module: m, States: states}
	out := checked{tops: []source.Node{m.Written()}}
	if m.Broken {
		return out
	}
	for _, a := range m.Activities {
		content, found := c.Open(m.ID, a.ID)
		out.problems = append(out.problems, found...)
		if content.Written().Allows() { // the rest need not be kept in memory
			out.tops = append(out.tops, content.Written())
		}
		if source.Errors(found) == 0 && content.Written().OK() {
			module.Contents = append(module.Contents, content)
		}
	}
	module.Texts = texts(module)
	module.Reports = reports(module)
	for _, rule := range rules {
		out.problems = append(out.problems, rule.Check(module)...)
	}
	if template != nil {
		out.begun = begun(module, template)
	}
	return out
}

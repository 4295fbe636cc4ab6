// Package lint checks a course: what its reading and building find, and what
// its rules find beyond that.
package lint

import (
	"io/fs"

	"hearten/course"
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
}

// Rules are all rules there are.
func Rules() []Rule { return []Rule{unknownLesson(), unknownSource(), unusedSource()} }

// Check reads a course whole and returns every problem in it, in order.
func Check(fsys fs.FS) []source.Problem {
	tree, problems := source.Read(fsys)
	c, found := course.Build(tree)
	problems = append(problems, found...)
	tops := []source.Node{tree.Course()}
	for _, m := range c.Modules {
		module := Module{Module: m}
		tops = append(tops, m.Written())
		for _, a := range m.Activities {
			content, found := c.Open(m.ID, a.ID)
			problems = append(problems, found...)
			tops = append(tops, content.Written())
			if source.Errors(found) == 0 && content.Written().OK() {
				module.Contents = append(module.Contents, content)
			}
		}
		for _, rule := range Rules() {
			problems = append(problems, rule.Check(module)...)
		}
	}
	problems = source.Silence(problems, tops)
	source.Sort(problems)
	return problems
}

package lint

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course/source"
)

// Rooms of the smallest windows the course is taken in, without the frame.
const (
	wideRows, wideColumns     = 20, 74
	narrowRows, narrowColumns = 10, 34
)

// tallChoices catches choices that cannot be seen together in a window of 80
// by 24, or one that cannot be seen whole in one of 40 by 12. It is an
// estimate: words are wrapped, marks are not taken out.
func tallChoices() Rule {
	return Rule{"tall-choices", "All choices of a scene, or options of a question, fit a window of 80 by 24 together, and each one a window of 40 by 12.", func(m Module) []source.Problem {
		var ps []source.Problem
		check := func(list source.Node, field string) {
			rows := 0
			for _, item := range list.Items() {
				text := item.Get(field)
				words := source.Shown(text.Text().Value)
				rows += height(words, wideColumns)
				if n := height(words, narrowColumns); n > narrowRows {
					ps = append(ps, text.Problem(source.Warning, 0, 1, "tall-choices",
						fmt.Sprintf("this takes %d lines in a window of 40 by 12, and %d can be seen", n, narrowRows), "say it in fewer words"))
				}
			}
			if rows > wideRows {
				ps = append(ps, list.Problem(source.Warning, 0, 1, "tall-choices",
					fmt.Sprintf("together these take %d lines in a window of 80 by 24, and %d can be seen at once", rows, wideRows), "offer fewer, or say them in fewer words"))
			}
		}
		for _, c := range m.Contents {
			for _, q := range c.Written().Get("questions").Items() {
				check(q.Get("options"), "text")
			}
			scenes := c.Written().Get("scenes")
			for _, id := range scenes.Names() {
				check(scenes.Value(id.Value).Get("choices"), "say")
			}
		}
		return ps
	}}
}

// height is how many lines a text takes at a width.
func height(text string, columns int) int {
	if len(text) <= columns {
		return 1
	}
	return 1 + strings.Count(ansi.Wordwrap(text, columns, ""), "\n")
}

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
		for _, c := range m.Contents {
			for _, q := range c.Written().Get("questions").Items() {
				ps = append(ps, tallAmong(q.Get("options"), "text")...)
			}
			scenes := c.Written().Get("scenes")
			for _, id := range scenes.Names() {
				ps = append(ps, tallAmong(scenes.Value(id.Value).Get("choices"), "say")...)
			}
		}
		return ps
	}}
}

// tallAmong are the choices of a list that are too tall, and the list if all
// together are.
func tallAmong(list source.Node, field string) []source.Problem {
	var ps []source.Problem
	rows, bound := 0, 0
	items := list.Items()
	for _, item := range items {
		text := item.Get(field)
		words := source.Shown(text.Text().Value)
		bound += atMost(words, wideColumns)
		if atMost(words, narrowColumns) <= narrowRows {
			continue
		}
		if n := height(words, narrowColumns); n > narrowRows {
			ps = append(ps, text.Problem(source.Warning, 0, 1, "tall-choices",
				fmt.Sprintf("this takes %d lines in a window of 40 by 12, and %d can be seen", n, narrowRows), "say it in fewer words"))
		}
	}
	if bound <= wideRows {
		return ps
	}
	for _, item := range items {
		rows += height(source.Shown(item.Get(field).Text().Value), wideColumns)
	}
	if rows > wideRows {
		ps = append(ps, list.Problem(source.Warning, 0, 1, "tall-choices",
			fmt.Sprintf("together these take %d lines in a window of 80 by 24, and %d can be seen at once", rows, wideRows), "offer fewer, or say them in fewer words"))
	}
	return ps
}

// atMost is no fewer lines than a text takes at a width, for much less work:
// two lines after each other are longer than one line has room for.
func atMost(text string, columns int) int {
	return 1 + strings.Count(text, "\n") + 2*len(text)/columns
}

// height is how many lines a text takes at a width.
func height(text string, columns int) int {
	if len(text) <= columns {
		return 1
	}
	return 1 + strings.Count(ansi.Wordwrap(text, columns, ""), "\n")
}

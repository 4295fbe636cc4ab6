package twee

import "hearten/course/foreign"

// findLoops reports every link that closes a loop: a play that follows it
// need not end.
func findLoops(start string, pages []page, r *foreign.Report) {
	w := walk{pages: pages, at: map[string]int{}, seen: make([]progress, len(pages)), r: r}
	for i := len(pages) - 1; i >= 0; i-- {
		w.at[pages[i].name] = i
	}
	w.from(w.at[start])
	for i := range pages {
		w.from(i)
	}
}

// walk goes through a story, deepest first. It keeps a stack of its own,
// because a story may be deeper than a program's.
type walk struct {
	pages []page
	at    map[string]int
	seen  []progress
	stack []step
	r     *foreign.Report
}

type progress uint8

const (
	unseen progress = iota
	onTheWay
	done
)

type step struct{ page, link int }

func (w *walk) enter(page int) {
	if w.seen[page] == unseen {
		w.seen[page] = onTheWay
		w.stack = append(w.stack, step{page: page})
	}
}

func (w *walk) from(page int) {
	w.enter(page)
	for len(w.stack) > 0 {
		top := &w.stack[len(w.stack)-1]
		links := w.pages[top.page].links
		if top.link == len(links) {
			w.seen[top.page] = done
			w.stack = w.stack[:len(w.stack)-1]
			continue
		}
		l := links[top.link]
		top.link++
		to, there := w.at[l.target]
		if !there {
			continue
		}
		if w.seen[to] == onTheWay {
			w.r.Add(l.line, "the loop from "+foreign.Quote(w.pages[top.page].name)+" back to "+foreign.Quote(l.target),
				"it was kept, and hearten lint will call the story endless: let a meter or a flag close the way back")
		}
		w.enter(to)
	}
}

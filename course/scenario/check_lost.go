package scenario

import "slices"

// lost are the choices at the start after which no good ending is in reach.
// The story has no cycles.
func (x *exploration) lost() []string {
	if !slices.ContainsFunc(x.story.spec.Endings, func(e Ending) bool { return e.Outcome == Good }) {
		return nil
	}
	l := lookout{x: x, known: make([]prospect, len(x.keys))}
	var ids []string
	for c, next := range x.open(0) {
		if !l.recovers(next) {
			ids = append(ids, x.story.spec.Scenes[x.story.start].Choices[c].ID)
		}
	}
	return ids
}

type prospect uint8

const (
	unseen prospect = iota
	hopeless
	inReach
)

// lookout looks for good endings, at each state once.
type lookout struct {
	x     *exploration
	known []prospect
	path  []stop
}

// recovers says whether some way leads from a state to a good ending.
func (l *lookout) recovers(state uint32) bool {
	l.path = l.path[:0]
	l.enter(state)
	for len(l.path) > 0 {
		here := &l.path[len(l.path)-1]
		after := l.x.after(here.state)
		switch {
		case l.known[here.state] == inReach:
			for _, s := range l.path {
				l.known[s.state] = inReach
			}
			return true
		case l.known[here.state] == hopeless, int(here.done) == len(after):
			l.known[here.state] = hopeless
			l.path = l.path[:len(l.path)-1]
		default:
			here.done++
			l.enter(after[here.done-1])
		}
	}
	return false
}

func (l *lookout) enter(state uint32) {
	l.path = append(l.path, stop{state, 0})
	at, _ := split(l.x.keys[state])
	if end := at - len(l.x.story.scenes); end >= 0 && l.x.story.spec.Endings[end].Outcome == Good {
		l.known[state] = inReach
	}
}

package scenario

import "slices"

// loops numbers the cycles, from 1: states with the same number can all come
// to each other. A state that cannot come back to itself has 0. It is
// Tarjan's algorithm with a stack of its own, on the states that were left
// over when all that no cycle leads to were taken away.
func (x *exploration) loops(left []uint32) []uint32 {
	n := len(x.keys)
	w := walk{
		x: x, order: make([]uint32, n), low: make([]uint32, n), loop: make([]uint32, n),
		open: make([]uint32, 0, n), path: make([]stop, 0, n),
	}
	for i, ways := range left {
		if ways > 0 && w.order[i] == 0 {
			w.from(uint32(i))
		}
	}
	for i, n := range w.loop {
		if n == noLoop {
			w.loop[i] = 0
		}
	}
	return w.loop
}

const noLoop = ^uint32(0)

// walk is a depth-first walk through the states.
type walk struct {
	x          *exploration
	order, low []uint32
	loop       []uint32 // 0 for a state that is still open
	open       []uint32
	path       []stop
	seen, made uint32
}

// stop is a state on the way, and how many of its successors were looked at.
type stop struct{ state, done uint32 }

func (w *walk) enter(state uint32) {
	w.seen++
	w.order[state], w.low[state] = w.seen, w.seen
	w.open = append(w.open, state)
	w.path = append(w.path, stop{state, 0})
}

func (w *walk) from(state uint32) {
	w.enter(state)
	for len(w.path) > 0 {
		here := &w.path[len(w.path)-1]
		after := w.x.after(here.state)
		if int(here.done) == len(after) {
			w.leave(here.state)
			continue
		}
		to := after[here.done]
		here.done++
		switch {
		case w.order[to] == 0:
			w.enter(to)
		case w.loop[to] == 0:
			w.low[here.state] = min(w.low[here.state], w.order[to])
		}
	}
}

// leave goes back from a state, and closes a loop if the state began one.
func (w *walk) leave(state uint32) {
	w.path = w.path[:len(w.path)-1]
	if len(w.path) > 0 {
		before := w.path[len(w.path)-1].state
		w.low[before] = min(w.low[before], w.low[state])
	}
	if w.low[state] != w.order[state] {
		return
	}
	begin := len(w.open) - 1
	for w.open[begin] != state {
		begin--
	}
	members := w.open[begin:]
	number := noLoop
	if len(members) > 1 || slices.Contains(w.x.after(state), state) {
		w.made++
		number = w.made
	}
	for _, m := range members {
		w.loop[m] = number
	}
	w.open = w.open[:begin]
}

package graph

import "slices"

// size is how large a box is.
type size struct{ width, height float64 }

// line joins two boxes, from the bottom of one to the top of another.
type line struct{ from, to int }

// vertex is a box, or a place where long lines to one box pass a layer. Lines
// to the same box share these places, so that a story with few endings is not
// covered by lines.
type vertex struct {
	box   int // -1 where lines pass
	layer int
	size  size
	x     float64 // of its middle
}

const passWidth = 12

// layered is a set of boxes in layers, with the lines cut into links from one
// layer to the next.
type layered struct {
	vertices []vertex
	layers   [][]int
	links    map[[2]int]bool // upper, lower
	up, down [][]int         // by vertex: what it is linked with
	beside   map[int][]int   // by vertex: what it is joined with in its layer
	chains   [][]int         // by line: the vertices between its boxes
	back     []bool          // by line: whether it leads upwards
}

// passKey is what lines share: the box they lead to, the layer they pass, and
// whether they come from below.
type passKey struct {
	to, layer int
	back      bool
}

// layers puts every box below all boxes that lead to it, but for the lines
// that lead back.
func layers(boxes []size, lines []line, start int) *layered {
	l := &layered{links: map[[2]int]bool{}, beside: map[int][]int{}, back: backward(len(boxes), lines, start)}
	ranks := ranks(len(boxes), lines, l.back, start)
	for i, b := range boxes {
		l.vertices = append(l.vertices, vertex{box: i, layer: ranks[i], size: b})
	}
	passes := map[passKey]int{}
	for i, ln := range lines {
		l.chains = append(l.chains, l.chain(passes, ln, l.back[i]))
	}
	l.up, l.down = make([][]int, len(l.vertices)), make([][]int, len(l.vertices))
	for link := range l.links {
		l.down[link[0]] = append(l.down[link[0]], link[1])
		l.up[link[1]] = append(l.up[link[1]], link[0])
	}
	for i := range l.vertices { // a map has no order, a picture needs one
		slices.Sort(l.up[i])
		slices.Sort(l.down[i])
	}
	l.fill()
	return l
}

// chain is where a line passes the layers between its boxes. One that leads
// back passes the layers of both as well, beside them.
func (l *layered) chain(passes map[passKey]int, ln line, back bool) []int {
	first, last, turn := l.vertices[ln.from].layer+1, l.vertices[ln.to].layer-1, 1
	if back {
		first, last, turn = first-1, last+1, -1
	}
	var chain []int
	before := ln.from
	for at := first; at*turn <= last*turn; at += turn {
		v := l.pass(passes, passKey{ln.to, at, back})
		chain = append(chain, v)
		l.link(before, v)
		before = v
	}
	l.link(before, ln.to)
	return chain
}

func (l *layered) pass(passes map[passKey]int, key passKey) int {
	v, known := passes[key]
	if !known {
		v = len(l.vertices)
		passes[key] = v
		l.vertices = append(l.vertices, vertex{box: -1, layer: key.layer, size: size{width: passWidth}})
	}
	return v
}

// link joins two vertices of neighbouring layers, or of one where a line
// turns round.
func (l *layered) link(a, b int) {
	switch l.vertices[b].layer - l.vertices[a].layer {
	case 1:
		l.links[[2]int{a, b}] = true
	case -1:
		l.links[[2]int{b, a}] = true
	case 0:
		l.beside[a], l.beside[b] = append(l.beside[a], b), append(l.beside[b], a)
	}
}

// fill lists the layers, in the order in which a reader who follows the first
// line of every box meets what is in them.
func (l *layered) fill() {
	seen := make([]bool, len(l.vertices))
	var visit func(int)
	visit = func(v int) {
		if seen[v] {
			return
		}
		seen[v] = true
		at := l.vertices[v].layer
		for len(l.layers) <= at {
			l.layers = append(l.layers, nil)
		}
		l.layers[at] = append(l.layers[at], v)
		for _, next := range l.down[v] {
			visit(next)
		}
	}
	for v := range l.vertices {
		visit(v)
	}
}

// backward says which lines lead back to where a reader has been. A line to
// the start always does.
func backward(boxes int, lines []line, start int) []bool {
	out := outgoing(boxes, lines)
	back := make([]bool, len(lines))
	const (
		unseen = iota
		open
		closed
	)
	state := make([]int, boxes)
	var visit func(int)
	visit = func(v int) {
		state[v] = open
		for _, i := range out[v] {
			switch to := lines[i].to; {
			case state[to] == open || to == start:
				back[i] = true
			case state[to] == unseen:
				visit(to)
			}
		}
		state[v] = closed
	}
	visit(start)
	for v := range boxes {
		if state[v] == unseen {
			visit(v)
		}
	}
	return back
}

func outgoing(boxes int, lines []line) [][]int {
	out := make([][]int, boxes)
	for i, ln := range lines {
		out[ln.from] = append(out[ln.from], i)
	}
	return out
}

// ranks is the layer of each box: as many lines below the top as the longest
// way to it has. What nothing leads to stands right above what it leads to.
func ranks(boxes int, lines []line, back []bool, start int) []int {
	into := make([]int, boxes)
	for i, ln := range lines {
		if !back[i] {
			into[ln.to]++
		}
	}
	lonely := make([]bool, boxes)
	var ready []int
	for v, n := range into {
		lonely[v] = n == 0 && v != start
		if n == 0 {
			ready = append(ready, v)
		}
	}
	out, rank := outgoing(boxes, lines), make([]int, boxes)
	for done := 0; done < len(ready); done++ {
		v := ready[done]
		for _, i := range out[v] {
			to := lines[i].to
			if back[i] {
				continue
			}
			rank[to] = max(rank[to], rank[v]+1)
			if into[to]--; into[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	lower(rank, lonely, lines, back)
	return rank
}

func lower(rank []int, lonely []bool, lines []line, back []bool) {
	nearest := map[int]int{}
	for i, ln := range lines {
		if back[i] || !lonely[ln.from] {
			continue
		}
		if at, known := nearest[ln.from]; !known || rank[ln.to] < at {
			nearest[ln.from] = rank[ln.to]
		}
	}
	for v, at := range nearest {
		rank[v] = at - 1
	}
}

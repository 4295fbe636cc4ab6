package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// rect is where a box stands.
type rect struct{ x, y, width, height float64 }

// knot is a piece of a line that goes straight up or down, from in to out.
// Between knots the line bends, which happens only between layers.
type knot struct{ x, in, out float64 }

// picture is boxes that do not touch and the lines between them.
type picture struct {
	width, height float64
	boxes         []rect
	lines         [][]knot
	back          []bool
}

// draw lays boxes and lines out, the start on top.
func draw(boxes []size, lines []line, start int) picture {
	if len(boxes) == 0 {
		return picture{}
	}
	l := layers(boxes, lines, start)
	l.order()
	l.place()
	leave, enter := l.ports(lines)
	tops, bottoms, height := l.bands(lines, leave, enter)
	p := picture{back: l.back, height: height}
	for _, v := range l.vertices {
		p.width = max(p.width, v.x+v.size.width/2+margin)
		if v.box >= 0 {
			p.boxes = append(p.boxes, rect{v.x - v.size.width/2, tops[v.layer], v.size.width, v.size.height})
		}
	}
	for i, ln := range lines {
		from, top := l.vertices[ln.from], tops[l.vertices[ln.to].layer]
		way := []knot{{leave[i], tops[from.layer] + from.size.height, bottoms[from.layer]}}
		for _, c := range l.chains[i] {
			v := l.vertices[c]
			k := knot{v.x, tops[v.layer], bottoms[v.layer]}
			if l.back[i] {
				k.in, k.out = k.out, k.in
			}
			way = append(way, k)
		}
		p.lines = append(p.lines, append(way, knot{enter[i], top, top}))
	}
	return p
}

// bands are where the layers begin and end, and how high the whole is. The
// farther a line has to go sideways between two layers, the more room it is
// given to do so.
func (l *layered) bands(lines []line, leave, enter []float64) (tops, bottoms []float64, height float64) {
	gaps := l.gaps(lines, leave, enter)
	y := margin + gaps[0]
	for i, layer := range l.layers {
		height := 0.0
		for _, v := range layer {
			height = max(height, l.vertices[v].size.height)
		}
		tops, bottoms = append(tops, y), append(bottoms, y+height)
		y += height + gaps[i+1]
	}
	return tops, bottoms, y + margin
}

// gaps is the room above each layer, and below the last one.
func (l *layered) gaps(lines []line, leave, enter []float64) []float64 {
	gaps := make([]float64, len(l.layers)+1)
	for i := 1; i < len(l.layers); i++ {
		gaps[i] = leastGap
	}
	widen := func(at int, from, to float64) {
		gaps[at] = max(gaps[at], min(leastGap+math.Abs(to-from)/sideways, mostGap))
	}
	for i, ln := range lines {
		x, layer := leave[i], l.vertices[ln.from].layer
		for n, v := range append(slices.Clone(l.chains[i]), ln.to) {
			to, next := l.vertices[v].x, l.vertices[v].layer
			if v == ln.to {
				to = enter[i]
			}
			at := max(layer, next)
			if layer == next && n == 0 { // it turns round below the layer
				at++
			}
			widen(at, x, to)
			x, layer = to, next
		}
	}
	return gaps
}

// ports are where the lines leave and enter their boxes: spread along the
// edge, in the order of where they go to and come from.
func (l *layered) ports(lines []line) (leave, enter []float64) {
	leave, enter = make([]float64, len(lines)), make([]float64, len(lines))
	for v, box := range l.vertices {
		if box.box < 0 {
			continue
		}
		var out, in []int
		for i, ln := range lines {
			if ln.from == v {
				out = append(out, i)
			}
			if ln.to == v {
				in = append(in, i)
			}
		}
		next := func(i int) int { return append(slices.Clone(l.chains[i]), lines[i].to)[0] }
		last := func(i int) int { return append([]int{lines[i].from}, l.chains[i]...)[len(l.chains[i])] }
		l.spread(box, out, leave, func(i int) (int, int) { return next(i), i })
		l.spread(box, in, enter, func(i int) (int, int) { return last(i), 0 })
	}
	return leave, enter
}

// spread gives lines their places along an edge of a box. Those with the same
// key share one.
func (l *layered) spread(box vertex, lines []int, at []float64, key func(int) (vertex, own int)) {
	type slot struct{ vertex, own int }
	slots := map[slot]bool{}
	for _, i := range lines {
		v, own := key(i)
		slots[slot{v, own}] = true
	}
	var sorted []slot
	for s := range slots {
		sorted = append(sorted, s)
	}
	slices.SortFunc(sorted, func(a, b slot) int {
		return cmp.Or(cmp.Compare(l.vertices[a.vertex].x, l.vertices[b.vertex].x), cmp.Compare(a.vertex, b.vertex), cmp.Compare(a.own, b.own))
	})
	for _, i := range lines {
		v, own := key(i)
		n := slices.Index(sorted, slot{v, own})
		at[i] = box.x - box.size.width/2 + box.size.width*float64(n+1)/float64(len(sorted)+1)
	}
}

// curve is a line as the data of an SVG path.
func curve(way []knot) string {
	var b strings.Builder
	fmt.Fprintf(&b, "M%.1f %.1f", way[0].x, way[0].in)
	for i, k := range way {
		if i > 0 {
			before := way[i-1]
			one, two := (before.out+k.in)/2, (before.out+k.in)/2
			if before.out == k.in { // it turns round between two layers
				bend := float64(leastGap)
				if i > 1 {
					bend = -bend
				}
				one, two = k.in+bend, k.in+bend
			}
			fmt.Fprintf(&b, "C%.1f %.1f %.1f %.1f %.1f %.1f", before.x, one, k.x, two, k.x, k.in)
		}
		if k.out != k.in {
			fmt.Fprintf(&b, "V%.1f", k.out)
		}
	}
	return b.String()
}

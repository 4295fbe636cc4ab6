package graph

import "slices"

const (
	margin   = 24
	apart    = 28 // between two boxes
	passGap  = 10 // beside a line that passes
	leastGap = 56 // between two layers
	mostGap  = 150
	sideways = 9 // how much farther a line goes sideways than down
)

// place gives every vertex its x: near what it is linked with, in the order
// of its layer, and clear of its neighbours.
func (l *layered) place() {
	for _, layer := range l.layers {
		x := 0.0
		for i, v := range layer {
			if i > 0 {
				x += l.distance(layer[i-1], v)
			}
			l.vertices[v].x = x
		}
	}
	for n := range sweeps {
		for i := range l.layers {
			at := i
			if n%2 == 1 {
				at = len(l.layers) - 1 - i
			}
			l.settle(l.layers[at], n)
		}
	}
	l.toMargin()
}

// distance is how far apart the middles of two neighbours have to be.
func (l *layered) distance(a, b int) float64 {
	left, right := l.vertices[a], l.vertices[b]
	gap := float64(apart)
	if left.box < 0 || right.box < 0 {
		gap = passGap
	}
	return (left.size.width+right.size.width)/2 + gap
}

// settle moves a layer as near as it can to where its vertices would like to
// be: towards the layer before it in this sweep, and in the last ones towards
// both.
func (l *layered) settle(layer []int, sweep int) {
	near := [][][]int{l.up, l.down}
	if sweep < sweeps-4 {
		near = near[sweep%2 : sweep%2+1]
	}
	wish, weight, offset := make([]float64, len(layer)), make([]float64, len(layer)), make([]float64, len(layer))
	for i, v := range layer {
		if i > 0 {
			offset[i] = offset[i-1] + l.distance(layer[i-1], v)
		}
		wish[i], weight[i] = l.wish(v, near)
		// Without the distances, what is left is that no place may lie before
		// the one to its left.
		wish[i] -= offset[i]
	}
	for i, x := range rising(wish, weight) {
		l.vertices[layer[i]].x = x + offset[i]
	}
}

// wish is where a vertex would like to be, and how much. Lines that pass want
// to be straight more than boxes want to be in the middle.
func (l *layered) wish(v int, near [][][]int) (x, weight float64) {
	for _, links := range near {
		for _, n := range links[v] {
			w := 1.0
			if l.vertices[v].box < 0 && l.vertices[n].box < 0 {
				w = 8
			}
			x += w * l.vertices[n].x
			weight += w
		}
	}
	if l.vertices[v].box < 0 || weight == 0 {
		for _, n := range l.beside[v] {
			x, weight = x+l.vertices[n].x, weight+1
		}
	}
	if weight == 0 {
		return l.vertices[v].x, 0.1
	}
	return x / weight, weight
}

// rising are the numbers nearest to those wished for of which none is smaller
// than the one before: neighbours that are out of order are pooled.
func rising(wish, weight []float64) []float64 {
	type pool struct {
		mean, weight float64
		members      int
	}
	var pools []pool
	for i := range wish {
		p := pool{wish[i], weight[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].mean > p.mean {
			q := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			sum := p.weight + q.weight
			p = pool{(p.mean*p.weight + q.mean*q.weight) / sum, sum, p.members + q.members}
		}
		pools = append(pools, p)
	}
	all := make([]float64, 0, len(wish))
	for _, p := range pools {
		all = append(all, slices.Repeat([]float64{p.mean}, p.members)...)
	}
	return all
}

// toMargin moves everything so that the leftmost edge stands at the margin.
func (l *layered) toMargin() {
	if len(l.vertices) == 0 {
		return
	}
	left := l.vertices[0].x
	for _, v := range l.vertices {
		left = min(left, v.x-v.size.width/2)
	}
	for i := range l.vertices {
		l.vertices[i].x += margin - left
	}
}

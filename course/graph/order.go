package graph

import (
	"cmp"
	"slices"
)

const sweeps = 24

// order arranges every layer so that few links cross: each vertex goes to the
// mean place of what it is linked with, down and up again, and the best
// arrangement seen is kept.
func (l *layered) order() {
	best, fewest := l.arrangement(), l.crossings()
	for n := 0; n < sweeps && fewest > 0; n++ {
		l.sweep(n%2 == 0)
		l.swap()
		if now := l.crossings(); now < fewest {
			best, fewest = l.arrangement(), now
		}
	}
	l.layers = best
}

func (l *layered) arrangement() [][]int {
	copied := make([][]int, 0, len(l.layers))
	for _, layer := range l.layers {
		copied = append(copied, slices.Clone(layer))
	}
	return copied
}

// places is where in its layer each vertex stands.
func (l *layered) places() []int {
	places := make([]int, len(l.vertices))
	for _, layer := range l.layers {
		for i, v := range layer {
			places[v] = i
		}
	}
	return places
}

func (l *layered) sweep(downwards bool) {
	places := l.places()
	for n := range l.layers {
		i, near := n, l.up
		if !downwards {
			i, near = len(l.layers)-1-n, l.down
		}
		l.sortLayer(l.layers[i], near, places)
	}
}

// sortLayer sorts a layer by the mean places of what is near, and keeps the
// places up to date.
func (l *layered) sortLayer(layer []int, near [][]int, places []int) {
	mean := map[int]float64{}
	for i, v := range layer {
		mean[v] = float64(i)
		towards := near[v]
		if len(towards) == 0 {
			towards = l.beside[v]
		}
		if len(towards) > 0 {
			sum := 0
			for _, n := range towards {
				sum += places[n]
			}
			mean[v] = float64(sum) / float64(len(towards))
		}
	}
	slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
	for i, v := range layer {
		places[v] = i
	}
}

// swap exchanges neighbours as long as that saves crossings.
func (l *layered) swap() {
	places := l.places()
	for range 4 {
		saved := false
		for _, layer := range l.layers {
			for i := 1; i < len(layer); i++ {
				a, b := layer[i-1], layer[i]
				if l.between(a, b, places) > l.between(b, a, places) {
					layer[i-1], layer[i] = b, a
					places[a], places[b] = i, i-1
					saved = true
				}
			}
		}
		if !saved {
			return
		}
	}
}

// between counts the crossings of the links of two vertices of a layer, the
// first of which stands left.
func (l *layered) between(left, right int, places []int) int {
	n := 0
	for _, near := range [][][]int{l.up, l.down} {
		for _, a := range near[left] {
			for _, b := range near[right] {
				if places[a] > places[b] {
					n++
				}
			}
		}
	}
	return n
}

// crossings counts how many links cross.
func (l *layered) crossings() int {
	places := l.places()
	n := 0
	for _, layer := range l.layers {
		var ends []int // of the links so far, at the layer below
		for _, v := range layer {
			var own []int
			for _, to := range l.down[v] {
				own = append(own, places[to])
			}
			for _, end := range own {
				at, _ := slices.BinarySearch(ends, end+1)
				n += len(ends) - at
			}
			ends = append(ends, own...)
			slices.Sort(ends)
		}
	}
	return n
}

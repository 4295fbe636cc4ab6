package graph

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawing is something to lay out, of up to 60 boxes.
type drawing struct {
	boxes []size
	lines []line
	start int
}

func anyDrawing(cycles bool) *rapid.Generator[drawing] {
	return rapid.Custom(func(t *rapid.T) drawing {
		n := rapid.IntRange(1, 60).Draw(t, "boxes")
		var d drawing
		for range n {
			d.boxes = append(d.boxes, size{float64(rapid.IntRange(40, 300).Draw(t, "width")), float64(rapid.IntRange(30, 400).Draw(t, "height"))})
		}
		for range rapid.IntRange(0, 3*n).Draw(t, "lines") {
			a, b := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
			if !cycles && a == b {
				continue
			}
			if !cycles {
				a, b = min(a, b), max(a, b)
			}
			d.lines = append(d.lines, line{a, b})
		}
		if cycles {
			d.start = rapid.IntRange(0, n-1).Draw(t, "start")
		}
		return d
	})
}

func TestDrawn(t *testing.T) {
	for _, cycles := range []bool{false, true} {
		name := map[bool]string{false: "without cycles", true: "with cycles"}[cycles]
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			d := anyDrawing(cycles).Draw(t, "drawing")
			p := draw(d.boxes, d.lines, d.start)
			boxesStandApart(t, d, p)
			for i := range d.lines {
				lineJoins(t, d, p, i)
				lineKeepsClear(t, d, p, i)
			}
			if !cycles && slices.Contains(p.back, true) {
				t.Fatalf("a line leads back in %v, which has no cycle", d.lines)
			}
		}))
	}
}

func boxesStandApart(t *rapid.T, d drawing, p picture) {
	if len(p.boxes) != len(d.boxes) {
		t.Fatalf("%d boxes were drawn, want %d", len(p.boxes), len(d.boxes))
	}
	for i, a := range p.boxes {
		if (size{a.width, a.height}) != d.boxes[i] {
			t.Fatalf("box %d is %v, want the size %v", i, a, d.boxes[i])
		}
		if a.x < 0 || a.y < 0 || a.x+a.width > p.width || a.y+a.height > p.height {
			t.Fatalf("box %d, %v, is not within the picture of %v × %v", i, a, p.width, p.height)
		}
		for j, b := range p.boxes[:i] {
			if a.x < b.x+b.width+apart-0.01 && b.x < a.x+a.width+apart-0.01 && a.y < b.y+b.height && b.y < a.y+a.height {
				t.Fatalf("boxes %d and %d touch: %v and %v", j, i, b, a)
			}
		}
	}
}

// lineJoins holds that a line begins at the bottom of the one box and ends at
// the top of the other, in one piece.
func lineJoins(t *rapid.T, d drawing, p picture, i int) {
	from, to, way := p.boxes[d.lines[i].from], p.boxes[d.lines[i].to], p.lines[i]
	begin, end := way[0], way[len(way)-1]
	if begin.in != from.y+from.height || begin.x <= from.x || begin.x >= from.x+from.width {
		t.Fatalf("line %d begins at %v, %v, not at the bottom of %v", i, begin.x, begin.in, from)
	}
	if end.out != to.y || end.x <= to.x || end.x >= to.x+to.width {
		t.Fatalf("line %d ends at %v, %v, not at the top of %v", i, end.x, end.out, to)
	}
	if back := from.y >= to.y; back != p.back[i] {
		t.Fatalf("line %d from %v to %v: back = %v, want %v", i, from, to, p.back[i], back)
	}
}

// lineKeepsClear holds that a line goes through no box: its straight pieces
// pass beside them, and it bends only where there are none.
func lineKeepsClear(t *rapid.T, d drawing, p picture, i int) {
	const near = 1
	for n, k := range p.lines[i] {
		low, high := math.Min(k.in, k.out), math.Max(k.in, k.out)
		for b, r := range p.boxes {
			if k.x > r.x-near && k.x < r.x+r.width+near && low < r.y+r.height-near && high > r.y+near {
				t.Fatalf("line %d goes through box %d, %v, at %v", i, b, r, k)
			}
			if n == 0 {
				continue
			}
			before := p.lines[i][n-1].out
			if math.Min(before, k.in) < r.y+r.height-near && math.Max(before, k.in) > r.y+near {
				t.Fatalf("line %d bends beside box %d, %v, between %v and %v", i, b, r, before, k.in)
			}
		}
	}
}

func TestDrawIsTheSameEachTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDrawing(true).Draw(t, "drawing")
		one, two := draw(d.boxes, d.lines, d.start), draw(d.boxes, d.lines, d.start)
		if !slices.Equal(one.boxes, two.boxes) {
			t.Fatalf("the boxes stand at %v, and then at %v", one.boxes, two.boxes)
		}
		for i := range one.lines {
			if !slices.Equal(one.lines[i], two.lines[i]) {
				t.Fatalf("line %d goes %v, and then %v", i, one.lines[i], two.lines[i])
			}
		}
	})
}

func TestRanks(t *testing.T) {
	tests := []struct {
		name  string
		boxes int
		lines []line
		want  []int
	}{
		{"nothing but the start", 1, nil, []int{0}},
		{"by the longest way", 4, []line{{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}}, []int{0, 1, 2, 3}},
		{"a way back counts for nothing", 3, []line{{0, 1}, {1, 2}, {2, 0}, {2, 1}}, []int{0, 1, 2}},
		{"into itself", 2, []line{{0, 0}, {0, 1}}, []int{0, 1}},
		{"what nothing leads to stands above what it leads to", 5, []line{{0, 1}, {1, 2}, {2, 3}, {4, 3}}, []int{0, 1, 2, 3, 2}},
		{"and the start stays on top", 3, []line{{2, 0}, {0, 1}}, []int{0, 1, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ranks(tt.boxes, tt.lines, backward(tt.boxes, tt.lines, 0), 0)
			if !slices.Equal(got, tt.want) {
				t.Errorf("ranks are %v, want %v", got, tt.want)
			}
		})
	}
}

func TestOrderUncrosses(t *testing.T) {
	// Two lines that cross as they are given, and need not.
	l := layers(slices.Repeat([]size{{10, 10}}, 5), []line{{0, 1}, {0, 2}, {1, 4}, {2, 3}, {1, 4}, {1, 3}}, 0)
	l.layers[2] = []int{3, 4}
	l.order()
	if got := l.crossings(); got != 0 {
		t.Errorf("%d lines cross in %v, want none", got, l.layers)
	}
}

func TestRising(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wish := rapid.SliceOfN(rapid.Float64Range(-100, 100), 1, 12).Draw(t, "wish")
		got := rising(wish, slices.Repeat([]float64{1}, len(wish)))
		if !slices.IsSorted(got) || len(got) != len(wish) {
			t.Fatalf("rising(%v) = %v, which does not rise", wish, got)
		}
		if slices.IsSorted(wish) && !slices.Equal(got, wish) {
			t.Fatalf("rising(%v) = %v, want what was wished for", wish, got)
		}
	})
}

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba"} {
		if got := letter(i); got != want {
			t.Errorf("letter(%d) = %q, want %q", i, got, want)
		}
	}
}

package plain

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearten/course"
)

// blocks makes a lesson out of letters: h a heading, p a short paragraph, L a
// paragraph of ten lines, c one that announces the next block, i an item.
func blocks(letters string) []course.Block {
	var all []course.Block
	for _, letter := range letters {
		switch letter {
		case 'h':
			all = append(all, course.Block{Kind: course.Heading, Level: 2, Plain: "Heading"})
		case 'L':
			all = append(all, course.Block{Kind: course.Paragraph, Plain: strings.Repeat("x", 10*width)})
		case 'i':
			all = append(all, course.Block{Kind: course.Item, Level: 1, Marker: "•", Plain: "Item"})
		case 'c':
			all = append(all, course.Block{Kind: course.Paragraph, Plain: "Three things:"})
		default:
			all = append(all, course.Block{Kind: course.Paragraph, Plain: "Paragraph."})
		}
	}
	return all
}

// pages is the letters of a lesson, page by page.
func pages(letters string) []string {
	var all []string
	lesson := blocks(letters)
	for from := 0; from < len(lesson); {
		end := pageEnd(lesson, from)
		all = append(all, letters[from:end])
		from = end
	}
	return all
}

func TestPages(t *testing.T) {
	tests := []struct {
		lesson string
		want   string
	}{
		{"p", "p"},
		{"hp", "hp"},
		{"php", "p hp"},
		{"hhpp", "hhpp"},
		{"hphhp", "hp hhp"},
		{"hLp", "hL p"},
		{"hcL", "hcL"},
		{"pcip", "pcip"},
		{"Lciip", "L ciip"},
		{"LLp", "L L p"},
		{"pppppppp", "pppppp pp"},
		{"iiiiiiiiiiiii", "iiiiiiiiiiiii"},
		{"Lii", "L ii"},
		{"ph", "p h"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(pages(tt.lesson), " "); got != tt.want {
			t.Errorf("the pages of %q are %q, want %q", tt.lesson, got, tt.want)
		}
	}
}

func TestPagesAreReadForwardsAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("hpLci")), 1, 40, -1).Draw(t, "lesson")
		lesson := blocks(letters)
		starts := []int{0}
		for from := 0; ; {
			end := pageEnd(lesson, from)
			if end <= from {
				t.Fatalf("the page at %d ends at %d", from, end)
			}
			if end == len(lesson) {
				break
			}
			if got := pageBefore(lesson, end); got != from {
				t.Errorf("before the page at %d comes %d, want %d", end, got, from)
			}
			from = end
			starts = append(starts, from)
		}
		for i, at := range starts {
			if n, of := pageNumber(lesson, at); n != i+1 || of != len(starts) {
				t.Errorf("the page at %d is %d of %d, want %d of %d", at, n, of, i+1, len(starts))
			}
		}
		// A place kept by another front end may lie inside a page of this one.
		at := rapid.IntRange(1, len(lesson)).Draw(t, "at")
		if got := pageBefore(lesson, at); got >= at || !slices.Contains(starts, got) {
			t.Errorf("before block %d comes the page at %d, want one of %v before it", at, got, starts)
		}
	})
}

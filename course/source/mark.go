package source

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Span is a part of a text, in characters.
type Span struct{ Offset, Width int }

// HTML are the places of a Markdown text that are HTML.
func HTML(markdown string) []Span {
	if !strings.Contains(markdown, "<") {
		return nil
	}
	var all []Span
	count := counter{text: markdown}
	walkMarkdown(markdown, func(n ast.Node) {
		var lines *text.Segments
		switch n := n.(type) {
		case *ast.RawHTML:
			lines = n.Segments
		case *ast.HTMLBlock:
			lines = n.Lines()
		}
		if lines != nil && lines.Len() > 0 {
			s := lines.At(0)
			all = append(all, count.span(s.Start, s.Start+len(strings.TrimRight(markdown[s.Start:s.Stop], "\n"))))
		}
	})
	return all
}

// wordless is an image whose words are left out.
var wordless = regexp.MustCompile(`!\[\s*\]`)

// WordlessImages are the images of a Markdown text that say nothing to
// somebody who cannot see them.
func WordlessImages(markdown string) []Span {
	if !strings.Contains(markdown, "![") {
		return nil
	}
	found := 0
	walkMarkdown(markdown, func(n ast.Node) {
		if image, ok := n.(*ast.Image); ok && wordlessNode(image, markdown) {
			found++
		}
	})
	var all []Span
	count := counter{text: markdown}
	for _, m := range wordless.FindAllStringIndex(markdown, found) {
		all = append(all, count.span(m[0], m[1]))
	}
	return all
}

func wordlessNode(n ast.Node, markdown string) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); !ok || strings.TrimSpace(string(t.Segment.Value([]byte(markdown)))) != "" {
			return false
		}
	}
	return true
}

func walkMarkdown(markdown string, each func(ast.Node)) {
	src := []byte(markdown)
	doc := blockParser().Parse(text.NewReader(src))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			each(n)
		}
		return ast.WalkContinue, nil
	})
}

// counter turns bytes into characters, going forward through a text.
type counter struct {
	text          string
	at, runesThen int
}

func (c *counter) span(from, to int) Span {
	if from < c.at {
		c.at, c.runesThen = 0, 0
	}
	c.runesThen += utf8.RuneCountInString(c.text[c.at:from])
	c.at = from
	return Span{c.runesThen, utf8.RuneCountInString(c.text[from:to])}
}

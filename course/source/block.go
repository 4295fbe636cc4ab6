package source

import (
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// BlockKind says what a block of Markdown is.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	Item
	Quote
	Code
	Rule
	Table
)

// Block is a piece of prose as a front end lays it out.
type Block struct {
	Kind      BlockKind
	Level     int        // of a heading, from 1; of an item or quote, how deep, from 1
	Marker    string     // of an item: "1." or "•"; empty for its further paragraphs
	Text      string     // inline Markdown; of code, the lines
	Plain     string     // the same in plain words, safe to print
	Rows      [][]string // of a table, inline Markdown; the first row is the head
	PlainRows [][]string
	Offset    int // of the block in its text, in characters
}

// blockParser is made once: making it takes as long as a page of Markdown.
var blockParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
})

// Blocks splits Markdown into the blocks that a front end lays out.
func Blocks(markdown string) []Block {
	src := []byte(markdown)
	doc := blockParser().Parse(text.NewReader(src))
	s := splitter{src: src, count: counter{text: markdown}}
	s.children(doc, 0, 0)
	return s.blocks
}

type splitter struct {
	src            []byte
	count          counter
	blocks         []Block
	terms, counted int // marks of terms up to a place

	marker string // of the item whose first paragraph comes next
}

func (s *splitter) children(n ast.Node, items, quotes int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.block(c, items, quotes)
	}
}

func (s *splitter) block(n ast.Node, items, quotes int) {
	switch n := n.(type) {
	case *ast.Heading:
		s.prose(n, Block{Kind: Heading, Level: n.Level})
	case *ast.Paragraph, *ast.TextBlock:
		switch {
		case items > 0:
			s.prose(n, Block{Kind: Item, Level: items, Marker: s.marker})
			s.marker = ""
		case quotes > 0:
			s.prose(n, Block{Kind: Quote, Level: quotes})
		default:
			s.prose(n, Block{Kind: Paragraph})
		}
	case *ast.List:
		s.list(n, items+1, quotes)
	case *ast.Blockquote:
		s.children(n, items, quotes+1)
	case *ast.ThematicBreak:
		s.add(n, Block{Kind: Rule})
	case *east.Table:
		s.table(n)
	default: // code, and HTML, which is shown as it was written
		lines := strings.TrimRight(string(n.Lines().Value(s.src)), "\n")
		s.add(n, Block{Kind: Code, Text: lines, Plain: Clean(lines)})
	}
}

func (s *splitter) list(n *ast.List, items, quotes int) {
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.marker = "•"
		if n.IsOrdered() {
			s.marker = strconv.Itoa(number) + "."
			number++
		}
		s.children(c, items, quotes)
	}
}

// prose adds a block of words.
func (s *splitter) prose(n ast.Node, b Block) {
	b.Text, b.Plain = s.markdown(n.Lines()), s.plain(n)
	s.add(n, b)
}

func (s *splitter) add(n ast.Node, b Block) {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		start := lines.At(0).Start
		b.Offset = s.count.span(start, start).Offset - s.marksBefore(start)
	} else if len(s.blocks) > 0 {
		b.Offset = s.blocks[len(s.blocks)-1].Offset
	}
	s.blocks = append(s.blocks, b)
}

// marksBefore counts the marks of terms before a place: learners see none.
func (s *splitter) marksBefore(at int) int {
	if at > s.counted {
		s.terms += strings.Count(string(s.src[s.counted:at]), TermOpens) + strings.Count(string(s.src[s.counted:at]), TermCloses)
		s.counted = at
	}
	return s.terms
}

// markdown is the inline Markdown of a block on one line, but for line breaks
// its author asked for.
func (s *splitter) markdown(lines *text.Segments) string {
	var b strings.Builder
	for i := range lines.Len() {
		seg := lines.At(i)
		line := string(seg.Value(s.src))
		hard := strings.HasSuffix(strings.TrimRight(line, "\n"), "  ") || strings.HasSuffix(strings.TrimRight(line, "\n"), `\`)
		line = strings.TrimSpace(line)
		if i == lines.Len()-1 {
			hard = false
		}
		switch {
		case hard:
			b.WriteString(strings.TrimSuffix(line, `\`) + "\n")
		case i < lines.Len()-1:
			b.WriteString(line + " ")
		default:
			b.WriteString(line)
		}
	}
	return b.String()
}

func (s *splitter) table(n *east.Table) {
	b := Block{Kind: Table}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells, plain []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, s.markdown(cell.Lines()))
			plain = append(plain, s.plain(cell))
		}
		b.Rows, b.PlainRows = append(b.Rows, cells), append(b.PlainRows, plain)
	}
	s.add(n, b)
}

// plain is the words of a block without their marks.
func (s *splitter) plain(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.inline(&b, c)
	}
	return Clean(strings.TrimSpace(b.String()))
}

func (s *splitter) inline(b *strings.Builder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(words(n.Segment.Value(s.src)))
		switch {
		case n.HardLineBreak():
			b.WriteByte('\n')
		case n.SoftLineBreak():
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				b.Write(t.Segment.Value(s.src))
			}
		}
	case *ast.AutoLink:
		b.Write(n.Label(s.src))
	case *ast.Link:
		s.inlines(b, n)
		if to := string(n.Destination); SafeLink(to) {
			b.WriteString(" (" + to + ")")
		}
	case *ast.RawHTML:
	default:
		s.inlines(b, n)
	}
}

func (s *splitter) inlines(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.inline(b, c)
	}
}

// words is text with its backslashes and entities resolved.
func words(raw []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(raw)))
}

package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Setting says how a text stands on a page.
type Setting struct {
	Under int   // the level of the heading it stands under
	Cited []int // the page's number of each work that the text cites: [1] is Cited[0]
}

// Set is a Markdown text as HTML that does nothing and loads nothing: HTML in
// it is text, an image is its words, and a link leads to a web page or opens a
// mail, or is its words. Headings follow on the one it stands under, level by
// level. A citation leads to the element source-N of the page.
func (s Setting) Set(markdown string) string {
	src := []byte(Clean(markdown))
	doc := setter().Parser().Parse(text.NewReader(src))
	s.place(doc)
	var b bytes.Buffer
	if err := setter().Renderer().Render(&b, src, doc); err != nil { // a buffer takes all
		panic(err)
	}
	return Clean(b.String())
}

// setter is made once: making it takes as long as a page of Markdown.
var setter = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(citations{}, 150))), // before links
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(harmless{}, 100))),
	)
})

// place gives headings their levels on the page, none left out, and citations
// their numbers.
func (s Setting) place(doc ast.Node) {
	var over []int // the author's levels that a heading stands under
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			for len(over) > 0 && over[len(over)-1] >= n.Level {
				over = over[:len(over)-1]
			}
			over = append(over, n.Level)
			n.Level = min(6, s.Under+len(over))
		case *citedNode:
			n.number(s.Cited)
		}
		return ast.WalkContinue, nil
	})
}

// citedNode is a citation as Cite writes it: [1], or [1, 2].
type citedNode struct {
	ast.BaseInline
	written string
	numbers []int // on the page; none where the text cites no such works
}

var citedKind = sync.OnceValue(func() ast.NodeKind { return ast.NewNodeKind("Cited") })

func (*citedNode) Kind() ast.NodeKind { return citedKind() }

func (n *citedNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (n *citedNode) number(cited []int) {
	for _, digits := range strings.Split(strings.Trim(n.written, "[]"), ", ") {
		at, err := strconv.Atoi(digits)
		if err != nil || at < 1 || at > len(cited) {
			n.numbers = nil
			return
		}
		n.numbers = append(n.numbers, cited[at-1])
	}
}

var numbered = regexp.MustCompile(`^\[\d{1,4}(?:, \d{1,4})*\]`)

// citations reads citations out of a line.
type citations struct{}

func (citations) Trigger() []byte { return []byte{'['} }

func (citations) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	found := numbered.Find(line)
	if found == nil || len(line) > len(found) && strings.IndexByte("([", line[len(found)]) >= 0 {
		return nil // a link
	}
	block.Advance(len(found))
	return &citedNode{written: string(found)}
}

// harmless renders what could do something or lead somewhere.
type harmless struct{}

func (harmless) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(citedKind(), setCited)
	r.Register(ast.KindLink, setLink)
	r.Register(ast.KindAutoLink, setAddress)
	r.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil })
	r.Register(ast.KindRawHTML, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkSkipChildren, nil })
	r.Register(ast.KindHTMLBlock, setHTML)
	r.Register(east.KindTable, setTable)
}

func setCited(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*citedNode)
	switch {
	case !entering:
	case len(n.numbers) == 0 || within(n, ast.KindLink):
		_, _ = w.Write(util.EscapeHTML([]byte(n.written)))
	default:
		_, _ = w.WriteString(`<span class="cited">[`)
		for i, number := range n.numbers {
			if i > 0 {
				_, _ = w.WriteString(", ")
			}
			fmt.Fprintf(w, `<a href="#source-%d">%[1]d</a>`, number)
		}
		_, _ = w.WriteString(`]</span>`)
	}
	return ast.WalkContinue, nil
}

func within(n ast.Node, kind ast.NodeKind) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == kind {
			return true
		}
	}
	return false
}

// address is a link's address as it is written into a page; empty where it
// leads nowhere safe.
func address(to []byte) string {
	written := string(util.URLEscape(to, true))
	if !SafeLink(written) {
		return ""
	}
	return string(util.EscapeHTML([]byte(written)))
}

// setLink is a link that says on paper where it leads, unless its words are
// the end of that.
func setLink(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	to := address(node.(*ast.Link).Destination)
	switch {
	case to == "":
	case entering && strings.HasSuffix(to, label(node, src)):
		fmt.Fprintf(w, `<a href="%s" rel="noreferrer">`, to)
	case entering:
		fmt.Fprintf(w, `<a class="out" href="%s" rel="noreferrer">`, to)
	default:
		_, _ = w.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

// label is the words of a link that are one plain text; a blank for others.
func label(link ast.Node, src []byte) string {
	var words []byte
	for c := link.FirstChild(); c != nil; c = c.NextSibling() {
		t, plain := c.(*ast.Text)
		if !plain {
			return " "
		}
		words = append(words, t.Segment.Value(src)...)
	}
	if len(words) == 0 {
		return " "
	}
	return string(words)
}

// setAddress is a link whose words are its address, which paper need not
// repeat.
func setAddress(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	words, to := string(util.EscapeHTML(n.Label(src))), n.URL(src)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(to), []byte("mailto:")) {
		to = append([]byte("mailto:"), to...)
	}
	if safe := address(to); safe != "" {
		words = fmt.Sprintf(`<a href="%s" rel="noreferrer">%s</a>`, safe, words)
	}
	_, _ = w.WriteString(words)
	return ast.WalkContinue, nil
}

// setHTML shows HTML as it was written; a comment is for its author.
func setHTML(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.HTMLBlock)
	if !entering || n.HTMLBlockType == ast.HTMLBlockType2 {
		return ast.WalkContinue, nil
	}
	lines := n.Lines().Value(src)
	if n.HasClosure() {
		lines = append(lines, n.ClosureLine.Value(src)...)
	}
	fmt.Fprintf(w, "<pre><code>%s</code></pre>\n", util.EscapeHTML(lines))
	return ast.WalkContinue, nil
}

// setTable puts a table into a box of its own, which can be scrolled where the
// window is narrow.
func setTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(`<div class="table" role="group" aria-label="Table" tabindex="0">` + "\n<table>\n")
	} else {
		_, _ = w.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue, nil
}

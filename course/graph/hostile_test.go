package graph

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"hearten/course/scenario"
)

// nasty are texts that mean something to one of the formats, or to what shows
// them.
func nasty() []string {
	return []string{
		`"]; click s1 "javascript:alert(1)" %%{init: {"theme": "dark"}}%%`,
		"`**bold** _x_` | a --> b\n  s9[[x]] & end",
		`</title></style><script>alert(1)</script><img src=x onerror=alert(1)>`,
		`&quot;&#34;#quot;#35; \" \\ \n \N \G {{.Title}} {{template "x"}}`,
		"1. a list\n- and another\r\n---\ntitle: x\n---",
		"style x:#fff; classDef a:#000; </svg>]]><!-- --> '",
		"\u202egnihton\u202c \x1b[31mred\x00 \u200bzero \ufeff \xff\xfe",
		strings.Repeat("endless", 60), "", " ", "日本語の名前と長い文章をここに書いて、幅を確かめる。", "👩‍🚀🇺🇦é̂",
	}
}

// hostile is the small story with a text in every place that takes one.
func hostile(text string) scenario.Spec {
	spec := maya()
	rename := func(id string) string { return id + text }
	spec.Start = rename(spec.Start)
	for i := range spec.Scenes {
		sc := &spec.Scenes[i]
		sc.ID = rename(sc.ID)
		for j := range sc.Text {
			sc.Text[j].Text = text
		}
		for j := range sc.Choices {
			c := &sc.Choices[j]
			c.ID, c.Say, c.Because = rename(c.ID), text, text
			for k := range c.To {
				c.To[k].To = rename(c.To[k].To)
			}
		}
	}
	for i := range spec.Endings {
		e := &spec.Endings[i]
		e.ID, e.Title, e.Text = rename(e.ID), text, text
	}
	return spec
}

func hostileMap(t testing.TB, text string) Map {
	t.Helper()
	m := mustMap(t, hostile(text), "deadline"+text, "go"+text)
	m.config.Title, m.config.Language = text, text
	return m
}

func TestHostileTexts(t *testing.T) {
	for _, text := range nasty() {
		t.Run(text, func(t *testing.T) { areWell(t, text) })
	}
}

func FuzzTexts(f *testing.F) {
	for _, text := range nasty() {
		f.Add(text)
	}
	f.Fuzz(areWell)
}

// areWell holds that all formats come out well formed, and without a
// character that is not seen.
func areWell(t *testing.T, text string) {
	m := hostileMap(t, text)
	mermaid, dot, page := m.Mermaid(), m.DOT(), mustHTML(t, m)
	isMermaid(t, mermaid)
	isDOT(t, dot)
	isPage(t, page)
	for _, r := range mermaid + dot + page {
		if r != '\n' && r != '\u200c' && r != '\u200d' && !unicode.IsGraphic(r) {
			t.Errorf("the character %U is left", r)
		}
	}
}

// isMermaid holds that every line is one of those that the map is made of,
// and that no label has a character outside of what is harmless.
func isMermaid(t *testing.T, text string) {
	t.Helper()
	const label = `"(?:[A-Za-z0-9 ,'?!.-]|[^\x00-\x7f]|#\d+;|<br/>)*"`
	lines := regexp.MustCompile(`^(?:flowchart TD|  [se]\d+(?:\[` + label + `\]|\(\[` + label + `\]\)|\{\{` + label + `\}\}|\[\\` + label + `/\])` +
		`|  whole>` + label + `\]|  [se]\d+ (?:-->|==>|-\.->)\|` + label + `\| [se]\d+|  classDef (?:path|wrong) [a-z0-9:#, -]+|  class [se0-9,]+ (?:path|wrong))$`)
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if !lines.MatchString(line) {
			t.Errorf("this is no line of the flowchart: %s", line)
		}
	}
}

func isDOT(t *testing.T, text string) {
	t.Helper()
	lines := regexp.MustCompile(`^(?:digraph story \{|\}|  (?:graph|node|edge|[se]\d+(?: -> [se]\d+)?) \[[a-z]+=(?:S|[a-z0-9]+)(?:, [a-z]+=(?:S|[a-z0-9]+))*\])$`)
	quoted := regexp.MustCompile(`"(?:[^"\\\x00-\x1f]|\\["\\n])*"`)
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if bare := quoted.ReplaceAllString(line, "S"); !lines.MatchString(bare) {
			t.Errorf("this is no line of the graph: %s", line)
		}
	}
	if entity := regexp.MustCompile(`&(?:[^a]|a[^m])`).FindString(text); entity != "" {
		t.Errorf("an ampersand is left as it is: %s", text)
	}
}

// isPage holds that a page has only the elements it is made of, with
// attributes that do nothing, and that every link leads somewhere in it.
func isPage(t *testing.T, page string) {
	t.Helper()
	made := strings.Fields(`html head meta title style body header main h1 h2 h3 p ul ol li a code span strong section div input label
		svg defs marker g path text tspan circle`)
	var ids, links []string
	for _, element := range elements(t, page) {
		if !slices.Contains(made, element.Name.Local) {
			t.Errorf("the page has an element %q", element.Name.Local)
		}
		for _, a := range element.Attr {
			switch name := a.Name.Local; {
			case name == "id":
				ids = append(ids, a.Value)
			case name == "href" || name == "src":
				links = append(links, a.Value)
			case strings.HasPrefix(name, "on"):
				t.Errorf("the page has an attribute %s=%q", name, a.Value)
			}
		}
	}
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			t.Errorf("the id %q stands twice", id)
		}
	}
	for _, link := range links {
		if !strings.HasPrefix(link, "#") || !slices.Contains(ids, link[1:]) {
			t.Errorf("the link %q leads nowhere", link)
		}
	}
}

func elements(t *testing.T, page string) []xml.StartElement {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "input"}, xml.HTMLEntity
	var all []xml.StartElement
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("the page is broken: %v\n%s", err, page)
		}
		if element, ok := token.(xml.StartElement); ok {
			all = append(all, element.Copy())
		}
	}
}

// TestWordsStayInTheirBoxes holds that no line is wider than the room it has,
// by the widths that are taken for the page's typeface, or below the bottom.
func TestWordsStayInTheirBoxes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(nasty())).Draw(t, "text")
		story, errs := scenario.New(hostile(text))
		if story == nil {
			t.Fatalf("the spec is refused: %v", errs)
		}
		m, err := New(story, Config{Report: story.Check(0)})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range m.nodes {
			f := m.figure(n)
			for _, w := range f.Words {
				size := float64(textSize)
				if w.Class == "head" {
					size = headSize
				}
				if wide := width(w.Strong, size*1.06) + width(w.Text, size); wide > f.width-2*inset+1 || w.Y > f.height-6 {
					t.Fatalf("%q is %v wide at %v, and the box %v", w.Strong+w.Text, wide, w.Y, f.size)
				}
			}
		}
	})
}

// TestPicture holds that a picture can stand on another page beside others:
// all that it is called and all that it leads to has its prefix.
func TestPicture(t *testing.T) {
	m := mustMap(t, maya())
	m.config.Prefix = "a3-"
	picture, err := m.Picture()
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?:id="|href="#|url\(#)([^")]*)`).FindAllStringSubmatch(string(picture), -1)
	if len(named) < len(m.nodes)+2 {
		t.Errorf("only %d names in the picture:\n%s", len(named), picture)
	}
	for _, found := range named {
		if !strings.HasPrefix(found[1], "a3-") {
			t.Errorf("%q could be of another picture", found[0])
		}
	}
	style, err := Style()
	if err != nil || !strings.Contains(string(style), ".outline {") || strings.ContainsAny(string(style), "<>&") {
		t.Errorf("%v, the style is\n%s", err, style)
	}
}

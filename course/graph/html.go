package graph

import (
	"embed"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"hearten/course/scenario"
)

// mostDrawn is how many nodes a picture may have. Beyond it nobody could find
// a way through, and the list alone has to do.
const mostDrawn = 200

//go:embed page.html picture.html
var files embed.FS

// frames are read once: that takes longer than to fill one.
var frames = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"px": func(x float64) string { return fmt.Sprintf("%.1f", x) },
	}).ParseFS(files, "*.html")
})

// HTML is the map as a page that needs nothing but itself: a picture, and
// below it all of the story as a list.
func (m Map) HTML() (string, error) { return fill("page.html", m.page()) }

// Picture is the picture and its legend, as a part of another page. What it
// leads to are that page's: the scenes are called s1, s2 and on, the endings
// e1 and on, in the story's order and each after the prefix of the map. There
// is no picture of a story that is too large for one.
func (m Map) Picture() (template.HTML, error) {
	if len(m.nodes) > mostDrawn {
		return "", nil
	}
	text, err := fill("picture", page{Picture: m.picture(), Legend: m.legend(), Marked: m.marked()})
	return template.HTML(text), err
}

// Style is what a page with pictures has among its styles: the colours, in
// light, in dark and on paper, and the looks of a picture.
func Style() (template.CSS, error) {
	text, err := fill("style", nil)
	return template.CSS(text), err
}

// fill executes one of the frames.
func fill(frame string, with any) (string, error) {
	t, err := frames()
	if err != nil {
		return "", fmt.Errorf("read the page's frame: %w", err)
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, frame, with); err != nil {
		return "", fmt.Errorf("write the page: %w", err)
	}
	return b.String(), nil
}

// page is what the frame is filled with.
type page struct {
	Title, Language string
	Size, Checked   string
	Undrawn         string
	Picture         pictureView
	Legend          []legendView
	Marked          bool // by the checker
	Findings        []findingView
	Path            []stepView
	PathEnd         linkView
	Scenes          []sceneView
	Endings         []endingView
}

func (m Map) page() page {
	p := page{
		Title: m.title(), Language: plain(m.config.Language),
		Size:    fmt.Sprintf("%s, %s and %s between them.", count(len(m.spec.Scenes), "scene"), count(len(m.spec.Endings), "ending"), count(len(m.edges), "way")),
		Checked: m.checked(), Findings: m.findings(), Scenes: m.scenes(), Endings: m.endings(),
	}
	if p.Language == "" {
		p.Language = "en"
	}
	if len(m.nodes) > mostDrawn {
		p.Undrawn = fmt.Sprintf("There is no picture: the story has %d scenes and endings, and beyond %d nobody could find a way through. The list below has all of them.", len(m.nodes), mostDrawn)
	} else {
		p.Picture = m.picture()
		p.Legend, p.Marked = m.legend(), m.marked()
	}
	for _, i := range m.path {
		e := m.edges[i]
		c := m.nodes[e.from].choices[e.choice]
		p.Path = append(p.Path, stepView{m.link(e.from), c.name, plain(c.Say)})
		p.PathEnd = m.link(e.to)
	}
	return p
}

// checked is what the checker says, in a sentence.
func (m Map) checked() string {
	r := m.config.Report
	if r.States == 0 {
		return ""
	}
	said := fmt.Sprintf("All %d states of the story were explored, and nothing was found to be wrong.", r.States)
	if !r.Complete {
		said = fmt.Sprintf("Not every state of the story was explored, only %d, so more may be wrong than what is marked.", r.States)
	}
	if len(r.Findings) == 0 {
		return said
	}
	errors := 0
	for _, f := range r.Findings {
		if !f.Warning {
			errors++
		}
	}
	if r.Complete {
		said = fmt.Sprintf("All %d states of the story were explored.", r.States)
	}
	return fmt.Sprintf("%s %s and %s are marked.", said, count(errors, "error"), count(len(r.Findings)-errors, "warning"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// pictureView is the picture with every place reckoned.
type pictureView struct {
	Prefix        string
	Width, Height float64
	Bundles       [][]edgeView // lines that run together lie together
	Nodes         []nodeView
}

type edgeView struct {
	Line, Class, Says string
	OnPath            bool
}

type nodeView struct {
	Name, Class, Outline string
	X, Y, Width          float64
	Figure               figure
	Ports                []portView
}

type portView struct {
	X, Y, TextY   float64
	Number, Class string
}

func (m Map) picture() pictureView {
	figures, boxes := make([]figure, 0, len(m.nodes)), make([]size, 0, len(m.nodes))
	start := 0
	for i, n := range m.nodes {
		figures = append(figures, m.figure(n))
		boxes = append(boxes, figures[i].size)
		if n.start {
			start = i
		}
	}
	lines := make([]line, 0, len(m.edges))
	for _, e := range m.edges {
		lines = append(lines, line{e.from, e.to})
	}
	drawn := draw(boxes, lines, start)
	view := pictureView{Prefix: m.config.Prefix, Width: drawn.width, Height: drawn.height}
	for i, n := range m.nodes {
		r := drawn.boxes[i]
		view.Nodes = append(view.Nodes, nodeView{
			Name: m.name(i), Class: nodeClass(n), Outline: outline(n.outcome, r), X: r.x, Y: r.y, Width: r.width, Figure: figures[i],
		})
	}
	m.drawEdges(&view, drawn)
	return view
}

// drawEdges adds the lines and the ports they begin at. Those to one node
// run together; those of the path come last, so that they lie on top.
func (m Map) drawEdges(view *pictureView, drawn picture) {
	bundles := make([][]edgeView, len(m.nodes)+1)
	for i, e := range m.edges {
		at := drawn.lines[i][0]
		one := edgeView{
			Line: curve(drawn.lines[i]), Class: m.edgeClass(e, drawn.back[i]), OnPath: len(e.steps) > 0,
			Says: fmt.Sprintf("%s → %s: %s", m.nodes[e.from].id, m.nodes[e.to].id, m.nodes[e.from].choices[e.choice].name),
		}
		port := portView{X: at.x, Y: at.in, TextY: at.in + 4, Number: e.number, Class: "port"}
		bundle := e.to
		if one.OnPath {
			port.Class, bundle = "port path", len(m.nodes)
		}
		bundles[bundle] = append(bundles[bundle], one)
		view.Nodes[e.from].Ports = append(view.Nodes[e.from].Ports, port)
	}
	view.Bundles = bundles
}

func (m Map) edgeClass(e edge, back bool) string {
	class := "edge"
	if m.conditional(e) {
		class += " if"
	}
	if back {
		class += " back"
	}
	if m.wrong(e) {
		class += " wrong"
	}
	if len(e.steps) > 0 {
		class += " path"
	}
	return class
}

func nodeClass(n node) string {
	class := "scene"
	if n.ending() {
		class = string(n.outcome)
	}
	if n.start {
		class += " start"
	}
	if n.onPath {
		class += " path"
	}
	if n.wrong() {
		class += " wrong"
	}
	return class
}

// legendView is one shape of the legend.
type legendView struct{ Class, Outline, Line, Says string }

func (m Map) marked() bool { return len(m.config.Report.Findings) > 0 }

// legend explains what may be in the picture.
func (m Map) legend() []legendView {
	shape := rect{2, 3, 44, 22}
	round := "M13 3H35A11 11 0 0 1 35 25H13A11 11 0 0 1 13 3Z"
	all := []legendView{
		{Class: "scene", Outline: outline("", shape), Says: "a scene, with its choices"},
		{Class: string(scenario.Good), Outline: round, Says: "a good ending: round"},
		{Class: string(scenario.Mixed), Outline: outline(scenario.Mixed, shape), Says: "a mixed one: pointed"},
		{Class: string(scenario.Bad), Outline: outline(scenario.Bad, shape), Says: "a bad one: cut corners"},
		{Class: "edge", Line: "M2 14H44", Says: "where a choice leads"},
		{Class: "edge if", Line: "M2 14H44", Says: "only under a condition"},
		{Class: "edge back", Line: "M2 14H44", Says: "back to an earlier scene"},
	}
	if len(m.path) > 0 {
		all = append(all, legendView{Class: "edge path", Line: "M2 14H44", Says: "the marked path"})
	}
	return all
}

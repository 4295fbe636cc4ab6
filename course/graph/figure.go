package graph

import (
	"fmt"
	"math"
	"strings"

	"hearten/course/scenario"
)

const (
	sceneWidth  = 270
	briefWidth  = 150
	portRoom    = 22 // for a number that a line begins at
	endingWidth = 190
	inset       = 12
	lineHeight  = 16
	headSize    = 14
	textSize    = 12
)

// figure is a node as it is drawn: its shape and the words in it, placed from
// its upper left corner.
type figure struct {
	size
	Words []words
	Rules []float64 // where a line parts the rows
}

// words are one line of text.
type words struct {
	X, Y          float64
	Class, Anchor string
	Strong, Text  string
}

// pen writes lines into a figure, one below the other.
type pen struct {
	figure
	y float64
}

func (p *pen) write(class, strong, text string) {
	p.y += lineHeight
	p.Words = append(p.Words, words{X: inset, Y: p.y, Class: class, Anchor: "start", Strong: strong, Text: text})
}

func (p *pen) room() float64 { return p.width - 2*inset }

func (p *pen) marks(marks []mark) {
	for _, f := range marks {
		p.write(f.severity(), "", fit(fmt.Sprintf("%s %s: %s", f.sign(), f.severity(), f.Code), textSize, p.room()))
	}
}

func (m Map) figure(n node) figure {
	if n.ending() {
		return endingFigure(n)
	}
	p := pen{figure: figure{size: size{width: sceneWidth}}, y: 6}
	if m.config.Brief {
		p.width = max(briefWidth, portRoom*float64(n.ways()+1))
	}
	tag := n.tag()
	p.write("head", fit(n.id, headSize*1.06, p.room()-width(tag+" ", textSize)), "")
	if tag != "" {
		p.Words = append(p.Words, words{X: p.width - inset, Y: p.y, Class: "tag", Anchor: "end", Text: tag})
	}
	if !m.config.Brief {
		m.sceneRows(&p, n)
	}
	p.height = p.y + 20 // room for the numbers the lines begin at
	return p.figure
}

func (m Map) sceneRows(p *pen, n node) {
	for _, line := range wrap(plain(n.text), textSize, p.room(), 2) {
		p.write("soft", "", line)
	}
	p.marks(n.marks)
	for _, c := range n.choices {
		p.y += 7
		p.Rules = append(p.Rules, p.y)
		p.y += 1
		m.choiceRows(p, c)
	}
}

// ways counts the lines that leave a scene.
func (n node) ways() int {
	sum := 0
	for _, c := range n.choices {
		sum += c.last - c.first
	}
	return sum
}

// tag says what a scene is to the story and to the path.
func (n node) tag() string {
	var parts []string
	if n.start {
		parts = append(parts, "start")
	}
	if steps := stepsText(n.visits); steps != "" {
		parts = append(parts, shorten(steps, 16))
	}
	return strings.Join(parts, ", ")
}

func (m Map) choiceRows(p *pen, c choice) {
	strong := c.number + " " + fit(c.name, textSize*1.1, p.room()*0.6)
	// The bold words stand at the beginning of the first line, in the room
	// that as many blanks would take.
	lead := width(strong+"  ", textSize*1.1)
	lines := wrapAfter(plain(c.Say), textSize, p.room(), lead, 2)
	p.write("", strong, lines[0])
	for _, line := range lines[1:] {
		p.write("", "", line)
	}
	if c.When != "" {
		for _, row := range wrap("when "+plain(c.When), textSize, p.room(), 3) {
			p.write("when", "", row)
		}
	}
	for _, e := range m.edges[c.first:c.last] {
		if word := m.branchText(e); word != "" {
			for _, row := range wrap(e.number+" "+word+" → "+m.nodes[e.to].id, textSize, p.room(), 3) {
				p.write("when", "", row)
			}
		}
		p.marks(e.marks)
	}
	p.marks(c.marks)
	if steps := stepsText(c.steps); steps != "" {
		p.write("step", fit("➤ "+steps+" of the path", textSize*1.1, p.room()), "")
	}
}

// wrapAfter is wrap with less room in the first line.
func wrapAfter(s string, size, room, lead float64, most int) []string {
	first, rest := "", strings.Fields(s)
	for len(rest) > 0 && width(first+" "+rest[0], size) <= room-lead {
		first, rest = strings.TrimLeft(first+" "+rest[0], " "), rest[1:]
	}
	return append([]string{first}, wrap(strings.Join(rest, " "), size, room, most-1)...)
}

func endingFigure(n node) figure {
	p := pen{figure: figure{size: size{width: endingWidth}}, y: 8}
	room := p.width - 4*inset
	p.write("tag", "", string(n.outcome)+" ending")
	p.write("head", fit(n.id, headSize*1.06, room), "")
	for _, line := range wrap(plain(n.text), textSize, room, 3) {
		p.write("soft", "", line)
	}
	for _, f := range n.marks {
		p.write(f.severity(), "", fit(f.sign()+" "+f.Code, textSize, room))
	}
	if n.onPath {
		p.write("step", "➤ the path ends here", "")
	}
	for i := range p.Words {
		p.Words[i].X, p.Words[i].Anchor = p.width/2, "middle"
	}
	p.height = p.y + 14
	return p.figure
}

// outline is the shape of a node as the data of an SVG path: a scene has
// corners, a good ending is round, a mixed one has a point at either side, of
// a bad one the corners are cut off.
func outline(o scenario.Outcome, r rect) string {
	x, y, right, bottom := r.x, r.y, r.x+r.width, r.y+r.height
	cut := math.Min(16, r.height/4)
	switch o {
	case scenario.Good:
		return fmt.Sprintf("M%.1f %.1fH%.1fA%[5]d %[5]d 0 0 1 %.1[4]f %.1[6]fV%.1[7]fA%[5]d %[5]d 0 0 1 %.1[3]f %.1[8]fH%.1[1]fA%[5]d %[5]d 0 0 1 %.1[9]f %.1[7]fV%.1[6]fA%[5]d %[5]d 0 0 1 %.1[1]f %.1[2]fZ",
			x+26, y, right-26, right, 26, y+26, bottom-26, bottom, x)
	case scenario.Mixed:
		return fmt.Sprintf("M%.1f %.1fH%.1fL%.1f %.1fL%.1f %.1fH%.1fL%.1f %.1fZ", x+cut, y, right-cut, right, y+r.height/2, right-cut, bottom, x+cut, x, y+r.height/2)
	case scenario.Bad:
		return fmt.Sprintf("M%.1f %.1fH%.1fL%.1f %.1fV%.1fL%.1f %.1fH%.1fL%.1f %.1fV%.1fZ", x+cut, y, right-cut, right, y+cut, bottom-cut, right-cut, bottom, x+cut, x, bottom-cut, y+cut)
	}
	return fmt.Sprintf("M%.1f %.1fH%.1fV%.1fH%.1fZ", x, y, right, bottom, x)
}

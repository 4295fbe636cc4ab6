package gift

import (
	"fmt"
	"slices"
	"strings"
)

// notWritten stands where only the author can say what belongs there.
const notWritten = "Not written yet."

// emit writes a quiz file.
func emit(b bank) string {
	w := &writer{}
	w.line(0, "questions:")
	for _, q := range b.questions {
		w.notes(q.notes)
		w.line(2, "- id: "+name(q.id))
		w.line(4, "kind: "+q.kind)
		w.prose(4, "ask", q.ask)
		w.answers(q)
		if len(q.options) == 0 {
			w.prose(4, "why", q.why)
		}
	}
	w.notes(b.notes)
	return w.b.String()
}

type writer struct{ b strings.Builder }

func (w *writer) line(indent int, text string) {
	fmt.Fprintf(&w.b, "%*s%s\n", indent, "", text)
}

// notes writes comments.
func (w *writer) notes(all []string) {
	for _, note := range all {
		w.line(2, strings.TrimRight("# "+strings.TrimRight(note, " \t"), " "))
	}
}

func (w *writer) answers(q question) {
	if q.judgement {
		w.line(4, "judgement: true")
	}
	w.options(q.options)
	w.pairs(q)
	if q.value+q.from != "" {
		w.line(4, "answer:")
		for _, f := range [][2]string{{"value", q.value}, {"tolerance", q.tolerance}, {"from", q.from}, {"to", q.to}} {
			if f[1] != "" {
				w.line(6, f[0]+": "+words(f[1]))
			}
		}
	}
	w.list("accept", q.accept)
	if q.model != "" {
		w.prose(4, "model", q.model)
	}
}

func (w *writer) options(all []option) {
	if len(all) > 0 {
		w.line(4, "options:")
	}
	for _, o := range all {
		w.prose(6, "- text", o.text)
		if o.right {
			w.line(8, "right: true")
		}
		w.prose(8, "why", o.why)
	}
}

func (w *writer) pairs(q question) {
	if len(q.pairs) > 0 {
		w.line(4, "pairs:")
	}
	for _, p := range q.pairs {
		w.prose(6, "- left", p.left)
		w.prose(8, "right", p.right)
	}
	w.list("extra", q.extra)
}

func (w *writer) list(key string, all []string) {
	if len(all) > 0 {
		w.line(4, key+":")
	}
	for _, text := range all {
		w.line(6, "- "+words(text))
	}
}

// prose writes a text, on lines of its own if it has several.
func (w *writer) prose(indent int, key, text string) {
	if !strings.Contains(text, "\n") {
		w.line(indent, key+": "+words(text))
		return
	}
	w.line(indent, key+": |")
	if strings.HasPrefix(key, "- ") {
		indent += 2
	}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimRight(line, " \t"); line == "" {
			w.line(0, "")
			continue
		}
		w.line(indent+2, line)
	}
}

// name is an id, in quotes where YAML would not take it for a text.
func name(id string) string {
	special := []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
	if id[0] >= '0' && id[0] <= '9' || slices.Contains(special, id) {
		return "'" + id + "'"
	}
	return id
}

// words is a text on one line.
func words(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

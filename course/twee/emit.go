package twee

import (
	"fmt"
	"slices"
	"strings"

	"hearten/course/foreign"
	"hearten/course/source"
)

// notWritten stands where only the author can say what belongs there.
const notWritten = "Not written yet."

// emit writes a story as a scenario file.
func emit(s story) string {
	var b strings.Builder
	if s.title != "" {
		fmt.Fprintf(&b, "# Imported from the Twine story %s.\n", foreign.Quote(s.title))
	}
	fmt.Fprintf(&b, "start: %s\nscenes:\n", name(s.start))
	for _, sc := range s.scenes {
		fmt.Fprintf(&b, "  %s:\n", name(sc.id))
		prose(&b, 4, "text", sc.text)
		b.WriteString("    choices:\n")
		for _, c := range sc.choices {
			fmt.Fprintf(&b, "      - id: %s\n", name(c.id))
			fmt.Fprintf(&b, "        say: %s\n", words(source.Unreferred(c.say)))
			b.WriteString("        # say what this protects, and what it costs\n")
			fmt.Fprintf(&b, "        because: %s\n", words(notWritten))
			fmt.Fprintf(&b, "        to: %s\n", name(c.to))
		}
	}
	b.WriteString("endings:\n")
	for _, e := range s.endings {
		fmt.Fprintf(&b, "  %s:\n", name(e.id))
		fmt.Fprintf(&b, "    title: %s\n", words(e.title))
		b.WriteString("    # judge it: good, mixed or bad\n    outcome: mixed\n")
		prose(&b, 4, "text", e.text)
	}
	return b.String()
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
func words(s string) string { return "'" + strings.ReplaceAll(foreign.OneLine(s), "'", "''") + "'" }

// prose writes a text on lines of its own. Its first line must not be
// indented: YAML reads the indent of the whole from it.
func prose(b *strings.Builder, indent int, key, text string) {
	pad := strings.Repeat(" ", indent)
	fmt.Fprintf(b, "%s%s: |\n", pad, key)
	for _, line := range strings.Split(source.Unreferred(text), "\n") {
		if line = strings.TrimRight(line, " \t"); line != "" {
			b.WriteString(pad + "  " + line)
		}
		b.WriteByte('\n')
	}
}

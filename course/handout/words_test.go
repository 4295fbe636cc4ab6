package handout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// words are the words of a page without its tags: a line for each part that
// begins one, with a sign for what it is; room to write is a row of lines.
func words(doc *html.Node) string {
	begins := map[string]string{"p": "", "div": "", "section": "", "dt": "", "dd": "  ", "li": "- ", "tr": "| ",
		"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
	var lines []string
	line := ""
	end := func() {
		if text := strings.Join(strings.Fields(line), " "); strings.Trim(text, "-#| ") != "" {
			lines = append(lines, text)
			line = ""
		}
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		sign, block := begins[n.Data]
		switch {
		case n.Type == html.TextNode:
			line += n.Data
			return
		case n.Data == "head":
			return
		case n.Data == "svg":
			line += " <picture> "
			return
		case has(n, "room"):
			end()
			lines = append(lines, strings.TrimSpace(strings.Repeat("_ ", len(children(n)))))
			return
		case has(n, "tick"):
			line += " [ ] "
		case n.Data == "td" || n.Data == "th":
			line += " | "
		case block:
			end()
			line += sign
		}
		for _, c := range children(n) {
			walk(c)
		}
		if block {
			end()
		}
	}
	walk(doc)
	end()
	return strings.Join(lines, "\n") + "\n"
}

func children(n *html.Node) []*html.Node {
	var all []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all = append(all, c)
	}
	return all
}

func has(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

// golden compares a text with a file; UPDATE=1 rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed; look at it, and rewrite it with UPDATE=1. It is\n%s", name, got)
	}
}

// TestRunningTitles: a title stands at the head of printed pages as it was
// written, and cannot end the string that it stands in.
func TestRunningTitles(t *testing.T) {
	tests := map[string]string{
		"Bad news: the ward":  `"Bad\20 news\3a \20 the\20 ward"`,
		`Late "trucks", 50 %`: `"Late\20 \22 trucks\22 \2c \20 50\20 \25 "`,
		"Führen: 日本":          `"Führen\3a \20 日本"`,
		`a"; } body { x: y\`:  `"a\22 \3b \20 \7d \20 body\20 \7b \20 x\3a \20 y\5c "`,
	}
	for title, want := range tests {
		if got := string(css(title)); got != want {
			t.Errorf("css(%q) = %s, want %s", title, got, want)
		}
	}
}

// TestPercent: nothing that can happen is said never to, and nothing that may
// not is said always to.
func TestPercent(t *testing.T) {
	tests := map[float64]string{0: "0 %", 0.0001: "under 1 %", 0.006: "1 %", 0.125: "13 %", 0.994: "99 %", 0.9996: "over 99 %", 1 - 1e-15: "100 %", 1: "100 %"}
	for share, want := range tests {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
}

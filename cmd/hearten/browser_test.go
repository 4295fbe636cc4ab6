//go:build browser

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"hearten/cmd/hearten/internal/cli"
)

// The pages that hearten writes, in a real browser. It runs with
//
//	go test -tags browser -run Browser ./...
//
// where chromium can be found.

// TestBrowser holds of every page: enough contrast in light and in dark,
// nothing beside the window on a telephone and on a desk, and paper.
func TestBrowser(t *testing.T) {
	pages := [][]string{{"graph", "empathy-and-compassion/maya", "--format", "html", "--path", "linger,flask"}}
	for _, m := range bundled(t).Modules {
		pages = append(pages, []string{"handout", m.ID}, []string{"handout", m.ID, "--facilitator"})
	}
	for _, args := range pages {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			page := written(t, args)
			for _, scheme := range []string{"dark", "light"} {
				for _, got := range measure(t, page, scheme) {
					checkSeen(t, got, scheme)
				}
			}
			if n := printed(t, page); n < 2 {
				t.Errorf("it prints on %d pages", n)
			}
		})
	}
}

// TestBrowserMeasures holds that what looks at the pages finds what it is for.
func TestBrowserMeasures(t *testing.T) {
	page := `<!DOCTYPE html><html lang="en"><head><style>body { margin: 0; color: #777; background: #fff; } p { width: 400px; }
		@media (prefers-color-scheme: dark) { body { color: #00f; } }</style></head><body><p>Grey on white, and wide.</p></body></html>`
	got := measure(t, page, "light")
	if got[0].Contrast < 4.4 || got[0].Contrast > 4.5 || got[0].Scroll <= 320 || got[1].Scroll != 1280 || got[0].Dark {
		t.Errorf("measured %+v of a grey and wide page", got)
	}
	if got := measure(t, page, "dark"); got[0].Contrast < 8 || !got[0].Dark {
		t.Errorf("measured %+v of a blue page", got)
	}
	if n := printed(t, page); n != 1 {
		t.Errorf("a line of text is printed on %d pages", n)
	}
}

// written is what a command writes.
func written(t *testing.T, args []string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	w := cli.System()
	w.Out, w.Err, w.Terminal = &out, &complaints, false
	if code := cli.Main(args, w); code != 0 {
		t.Fatalf("it ends with %d: %s", code, &complaints)
	}
	return out.String()
}

// seen is what a page looks like from inside.
type seen struct {
	Dark           bool
	Scroll, Client int
	Contrast       float64 // the lowest of any text
	Text           string  // that has it
	Texts          int     // that were measured
}

func checkSeen(t *testing.T, got seen, scheme string) {
	t.Helper()
	t.Logf("%s, %d px: lowest contrast %.2f of %d texts (%q)", scheme, got.Client, got.Contrast, got.Texts, got.Text)
	if got.Dark != (scheme == "dark") {
		t.Fatalf("the browser does not show it %s", scheme)
	}
	if got.Scroll > got.Client {
		t.Errorf("%s, %d px: the page is %d px wide", scheme, got.Client, got.Scroll)
	}
	if got.Contrast < 4.5 || got.Texts < 50 {
		t.Errorf("%s: the contrast of %q is %.2f, among %d texts", scheme, got.Text, got.Contrast, got.Texts)
	}
}

// policy forbids scripts, also the one that measures.
var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// widths are those of a telephone and of a desk.
func widths() []int { return []int{320, 1280} }

// measure looks at a page, in each width, by a script put into a copy of it. A
// window cannot be as narrow as a telephone, so the copies are in frames.
func measure(t *testing.T, page, scheme string) []seen {
	t.Helper()
	script, err := os.ReadFile("testdata/measure.js")
	if err != nil {
		t.Fatal(err)
	}
	copied := strings.Replace(policy.ReplaceAllString(page, ""), "</body>", "<script>"+string(script)+"</script></body>", 1)
	frames := `<!DOCTYPE html><html style="color-scheme: light dark"><body>`
	for _, width := range widths() {
		frames += fmt.Sprintf(`<iframe style="border: 0; width: %dpx; height: 800px" srcdoc="%s"></iframe>`, width, html.EscapeString(copied))
	}
	dom := browse(t, frames, scheme, "--dump-dom")
	got := make([]seen, len(widths()))
	for _, found := range regexp.MustCompile(`<pre class="measured">([^<]*)</pre>`).FindAllStringSubmatch(dom, -1) {
		var one seen
		if err := json.Unmarshal([]byte(html.UnescapeString(found[1])), &one); err != nil {
			t.Fatal(err)
		}
		if i := slices.Index(widths(), one.Client); i >= 0 {
			got[i] = one
		}
	}
	for i, one := range got {
		if one.Client == 0 {
			t.Fatalf("nothing was measured at %d px", widths()[i])
		}
	}
	return got
}

// printed is on how many pages of paper a page comes out.
func printed(t *testing.T, page string) int {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.pdf")
	browse(t, page, "light", "--no-pdf-header-footer", "--print-to-pdf="+file)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(raw, -1))
}

// browse opens a page in chromium and returns what it prints.
func browse(t *testing.T, page, scheme string, flags ...string) string {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("there is no chromium: install it, or run the tests without -tags browser")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	prefers := map[string]int{"dark": 0, "light": 1}[scheme]
	flags = append(flags, fmt.Sprintf("--blink-settings=preferredColorScheme=%d", prefers), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"), "file://"+file)
	var out, complaints bytes.Buffer
	cmd := exec.CommandContext(ctx, chromium, flags...)
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &out, &complaints, 5*time.Second
	if err := cmd.Run(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, &complaints)
	}
	return out.String()
}

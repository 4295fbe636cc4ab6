package source

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestSafetyPage holds that docs/safety.md names the limits that there are, and
// names all of them.
func TestSafetyPage(t *testing.T) {
	raw, err := os.ReadFile("../../docs/safety.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(raw), "| what | at most |\n|---|---|\n")
	table, _, _ := strings.Cut(after, "\n\n")
	var got []string
	for _, m := range regexp.MustCompile(`(?m)\| ([^|]+) \|$`).FindAllStringSubmatch(table, -1) {
		got = append(got, m[1])
	}
	want := []string{fmt.Sprint(maxFile>>20, " MB"), fmt.Sprint(maxModule>>20, " MB"), fmt.Sprint(maxProse>>10, " KB"), grouped(mostCrowded), grouped(maxSigns), fmt.Sprint(maxDepth, " deep"), "none"}
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("docs/safety.md says %q, and the reader's limits are %q", got, want)
	}
}

// grouped is a number with a comma before each three digits.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

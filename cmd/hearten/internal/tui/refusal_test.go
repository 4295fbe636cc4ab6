package tui

import (
	"strings"
	"testing"
)

// goTo presses Down until words are on the screen.
func (d *desk) goTo(words string) *desk {
	for range 40 {
		if strings.Contains(d.text(), words) {
			break
		}
		d.press("down")
	}
	return d.see(words)
}

// TestRefusalIsSeen: why an answer could not be taken stands in the window,
// whatever its size, and beside what has the focus; the next key takes it away.
func TestRefusalIsSeen(t *testing.T) {
	tests := []struct {
		activity string
		keys     []string
		want     string
	}{
		{"match", []string{"answer"}, "There are 3 to match"},
		{"number", []string{"many", "enter"}, "is no number"},
		{"number", []string{"many", "tab", "enter"}, "is no number"},
		{"text", []string{"enter"}, "You have typed nothing yet"},
		{"open", []string{"tab", "enter"}, "You have typed nothing yet"},
	}
	c := kinds(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		for _, tt := range tests {
			d := sit(t, c, size[0], size[1])
			quizOf(tt.activity)(d)
			for _, key := range tt.keys {
				if key == "answer" {
					d.goTo("► Answer").press("enter")
					continue
				}
				d.press(key)
			}
			// Its lines are wrapped where the window is narrow.
			if text := strings.Join(strings.Fields(d.text()), " "); !strings.Contains(text, tt.want) {
				t.Errorf("%s after %v: want %q on:\n%s", tt.activity, tt.keys, tt.want, d.text())
			}
			if d.press("up"); strings.Contains(d.text(), "! ") {
				t.Errorf("%s: it is still said:\n%s", tt.activity, d.text())
			}
		}
	}
}

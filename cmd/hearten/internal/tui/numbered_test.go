package tui

import (
	"fmt"
	"strings"
	"testing"
)

// TestNumbersGoThere: where a list is numbered a digit puts the focus there,
// and two digits do where there are ten or more.
func TestNumbersGoThere(t *testing.T) {
	files := map[string]string{"course.yaml": "format: 1\nid: many-a1b2c3\ntitle: Many\nversion: 1.0.0\nlanguage: en\nmodules: ["}
	for n := 1; n <= 12; n++ {
		files["course.yaml"] += fmt.Sprintf("m%d, ", n)
		module := fmt.Sprintf("format: 1\nid: m%d\ntitle: Module %d\nsummary: One.\nactivities:\n", n, n)
		for k := 1; k <= 12; k++ {
			module += fmt.Sprintf("  - {lesson: l%d, title: Lesson %d, minutes: 1, text: Read.}\n", k, k)
		}
		files[fmt.Sprintf("m%d/module.yaml", n)] = module
	}
	files["course.yaml"] = strings.TrimSuffix(files["course.yaml"], ", ") + "]\n"
	c := courseOf(files)
	tests := []struct {
		keys []string
		want string
	}{
		{[]string{"2"}, "► ○ 2  Module 2"},
		{[]string{"1", "2"}, "► ○ 12  Module 12"},
		{[]string{"1", "down", "2"}, "► ○ 2  Module 2"},
		{[]string{"5", "3"}, "► ○ 3  Module 3"},
		{[]string{"3", "enter", "1", "1"}, "► ○ 11 Lesson 11"},
		{[]string{"3", "enter", "4"}, "► ○ 4  Lesson 4"},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for _, tt := range tests {
			sit(t, c, size[0], size[1]).press(tt.keys...).see(tt.want)
		}
	}
}

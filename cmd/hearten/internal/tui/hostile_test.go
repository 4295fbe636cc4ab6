package tui

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/scenario"
)

// steers would move the cursor, set the title, ask the terminal, turn the
// text around, hide it, and lead elsewhere.
const steers = " pwned\x1b[66;6H\x1b]0;pwned\x07\u009b6n\u202e\x1b[5;8m&#27;[5;8m&\\#27;]8;;file:///x&#27;\\\r\x1b]8;;javascript:x\x1b\\"

// spoil puts that behind all words within a value: whatever the reader of
// courses keeps out, no screen relies on that. Ids stay as they are.
func spoil(v reflect.Value) {
	words := []string{"Title", "Summary", "Objectives", "Name", "Meaning", "Cite", "DOI", "Text", "Plain", "Rows", "PlainRows", "Ask", "Why", "Hints",
		"Left", "Right", "Model", "About", "Label", "Inside", "Coach", "Say", "Because", "Expert", "Gives", "TooMuch", "Signs", "Will"}
	switch v.Kind() {
	case reflect.Struct:
		_, meter := v.Interface().(scenario.Meter)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !(meter && f.Name == "Name") {
				spoil(v.Field(i))
				if slices.Contains(words, f.Name) {
					soil(v.Field(i))
				}
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	}
}

func soil(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + steers)
	case reflect.Slice:
		for i := range v.Len() {
			soil(v.Index(i))
		}
	}
}

// spoiling opens activities with words that steer.
type spoiling struct{ *moody }

func (k spoiling) Open(c *course.Course, module, activity string) (study.Opened, error) {
	opened, err := k.moody.Open(c, module, activity)
	if err != nil {
		return opened, err
	}
	content := &opened.Content
	spoil(reflect.ValueOf(content).Elem())
	if content.Story != nil {
		spec := content.Story.Spec()
		spoil(reflect.ValueOf(&spec).Elem())
		spec.Tests = nil
		content.Story, _ = scenario.New(spec)
	}
	return opened, nil
}

// TestScreensOfAHostileCourse: no screen draws anything but words, colours and
// safe links, neither by the last filter nor before it, and none names the
// window otherwise.
func TestScreensOfAHostileCourse(t *testing.T) {
	shown := 0
	for _, s := range stops() {
		t.Run(s.name, func(t *testing.T) {
			c := sample(t)
			spoil(reflect.ValueOf(c).Elem())
			d := sit(t, c, 120, 40)
			d.app.keeper = spoiling{d.keeper}
			s.reach(d)
			for _, drawn := range []string{d.app.window(d.app.top().Body()), d.app.View().Content} {
				if clean := course.CleanStyled(drawn); clean != drawn {
					t.Errorf("%q is drawn", firstDifference(drawn, clean))
				}
				if strings.Contains(drawn, "\x1b[5;8m") {
					t.Error("a style of the author's is drawn")
				}
				if strings.Contains(drawn, "pwned") {
					shown++
				}
			}
			if title := d.app.View().WindowTitle; title != windowTitle {
				t.Errorf("the window is called %q", title)
			}
		})
	}
	if shown < len(stops()) {
		t.Errorf("only %d of %d screens show a word of the author's", shown/2, len(stops()))
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-30):min(len(a), i+30)]
}

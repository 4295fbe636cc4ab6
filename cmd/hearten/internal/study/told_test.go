package study

import (
	"fmt"
	"reflect"
	"testing"

	"hearten/course"
	"hearten/progress"
)

// TestToldIsClean: no words of a journal hold anything unsafe once a study has
// them, whatever kind of event they stand in. A field that is added later is
// seen here too, because the words are found by their type.
func TestToldIsClean(t *testing.T) {
	kinds := []progress.Data{
		progress.Answered{}, progress.Chose{}, progress.Finished{}, progress.Wrote{},
		progress.Planned{}, progress.Asked{}, progress.Marked{},
	}
	for _, kind := range kinds {
		data := reflect.New(reflect.TypeOf(kind)).Elem()
		for i := range data.NumField() {
			switch f := data.Field(i).Addr().Interface().(type) {
			case *string:
				*f = "a\x1b[2Jb\u202e"
			case *[]string:
				*f = []string{"a\x1b[8mb\u009b"}
			}
		}
		shown := told([]progress.Event{{Entry: progress.Entry{Data: data.Interface().(progress.Data)}}})
		for name, words := range shownWords(shown[0].Data) {
			if course.Clean(words) != words {
				t.Errorf("%T.%s is shown as %q", kind, name, words)
			}
		}
	}
}

// shownWords are the fields that hold words; the others hold ids, which only
// ever are compared.
func shownWords(d progress.Data) map[string]string {
	ids := map[string]bool{"Question": true, "Scene": true, "Choice": true, "To": true, "Flags": true, "Field": true, "After": true, "Plan": true}
	v := reflect.ValueOf(d)
	words := map[string]string{}
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if k := v.Field(i).Kind(); !ids[name] && (k == reflect.String || k == reflect.Slice) {
			words[name] = fmt.Sprint(v.Field(i).Interface())
		}
	}
	return words
}

package twee

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hearten/course/foreign"
)

// book is a story as Twine has it: its passages without the special ones.
type book struct {
	title  string
	format format
	start  string // the name of the first passage
	line   int    // where that is said
	parts  []passage
}

// settings is what StoryData holds.
type settings struct {
	IFID   string          `json:"ifid"`
	Format string          `json:"format"`
	Start  string          `json:"start"`
	Colors json.RawMessage `json:"tag-colors"`
	Zoom   json.RawMessage `json:"zoom"`
}

// read finds the passages of a story and sets the special ones aside.
func read(text string, r *foreign.Report) (book, error) {
	b := book{format: unknown}
	positioned := 0
	for _, p := range passages(text, r) {
		if positioned == 0 && p.meta != "" {
			positioned = p.line
		}
		if b.special(p, r) {
			continue
		}
		if len(p.tags) > 0 {
			r.Add(p.line, "the tags of "+foreign.Quote(p.name)+": "+foreign.Clip(strings.Join(p.tags, " ")), "scenes have no tags")
		}
		b.parts = append(b.parts, p)
	}
	if len(b.parts) == 0 {
		return b, errors.New("there is no passage of a story in this file. A Twee passage begins with a line such as “:: Start”, and its text stands below")
	}
	if positioned > 0 {
		r.Add(positioned, "the metadata of passages", "they say where a passage lies on Twine's map, and a scenario draws its own")
	}
	b.begin(r)
	return b, nil
}

// special sets aside a passage that is no part of the story's text.
func (b *book) special(p passage, r *foreign.Report) bool {
	switch {
	case p.name == "StoryTitle":
		b.title = foreign.OneLine(p.text)
		r.Add(p.line, "the title "+foreign.Quote(b.title), "a scenario's title stands in module.yaml: write it there")
		return true
	case p.name == "StoryData":
		b.data(p, r)
		return true
	}
	for _, tag := range p.tags {
		if why := specialTag(tag); why != "" {
			r.Add(p.line, fmt.Sprintf("the passage %s with the tag %q", foreign.Quote(p.name), tag), why)
			return true
		}
	}
	if slices.Contains(specialNames(), p.name) {
		r.Add(p.line, "the special passage "+foreign.Quote(p.name), "it belongs to Twine's pages, and a scenario has none")
		return true
	}
	return false
}

func specialTag(tag string) string {
	switch tag {
	case "script", "stylesheet", "widget", "init":
		return "a scenario holds no programs and no styles"
	case "header", "footer", "startup", "debug-header", "debug-footer", "debug-startup":
		return "it is added to every page of Twine's, and a scenario has no pages"
	case "Twine.private", "annotation":
		return "it is a note of its author's, and no part of the story"
	case "Twine.image", "Twine.audio", "Twine.video", "Twine.vtt":
		return "a scenario is text: say in words what there is to see or hear"
	}
	return ""
}

func specialNames() []string {
	return []string{
		"StoryAuthor", "StoryBanner", "StoryCaption", "StoryDisplayTitle", "StoryIncludes", "StoryInit",
		"StoryInterface", "StoryMenu", "StorySettings", "StoryShare", "StorySubtitle",
		"PassageDone", "PassageFooter", "PassageHeader", "PassageReady",
		"StoryScript", "StoryStylesheet",
	}
}

func (b *book) data(p passage, r *foreign.Report) {
	var s settings
	if err := json.Unmarshal([]byte(p.text), &s); err != nil {
		r.Add(p.line, "the settings in StoryData", "they are no JSON that can be read")
		return
	}
	b.format = formatOf(s.Format)
	b.start, b.line = s.Start, p.line
	var left []string
	if s.IFID != "" {
		left = append(left, "its IFID")
	}
	if s.Format != "" {
		left = append(left, "its story format")
	}
	if s.Colors != nil {
		left = append(left, "colours of tags")
	}
	if s.Zoom != nil {
		left = append(left, "the zoom of the map")
	}
	if len(left) > 0 {
		r.Add(p.line, "the settings in StoryData: "+strings.Join(left, ", "), "they are for Twine alone")
	}
}

// begin finds where the story starts: where StoryData says, else at Start,
// else at the first passage.
func (b *book) begin(r *foreign.Report) {
	if b.start != "" && !b.has(b.start) {
		r.Add(b.line, "the start "+foreign.Quote(b.start), "there is no such passage")
		b.start = ""
	}
	switch {
	case b.start != "":
	case b.has("Start"):
		b.start = "Start"
	default:
		first := b.parts[0]
		b.start = first.name
		r.Add(first.line, "where the story starts", "neither StoryData nor a passage “Start” says it, so the first passage was taken")
	}
}

func (b *book) has(name string) bool {
	return slices.ContainsFunc(b.parts, func(p passage) bool { return p.name == name })
}

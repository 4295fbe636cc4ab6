package tui

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"hearten/course"
)

// fieldLimit is how many characters a field holds; it says so when it is
// full. fieldLines is more lines than so many characters can make.
const (
	fieldLimit = 10_000
	fieldLines = 2 * fieldLimit
)

// field is a text to write, of as many lines as it takes.
type field struct {
	id   string
	ask  string   // Markdown
	told []string // words under it
	lead string   // instead of ask: a few words that stand before the text
	area textarea.Model
}

// newField is a field with the text that was typed or saved before, none of
// which a limit may cut.
func newField(id, ask, text string) field {
	area := textarea.New()
	area.Prompt, area.ShowLineNumbers = "", false
	area.CharLimit = max(fieldLimit, len([]rune(text)))
	area.DynamicHeight, area.MaxContentHeight, area.MaxWidth = true, fieldLines, measure
	area.SetVirtualCursor(false)
	area.SetStyles(fieldStyles())
	// Nothing reads or fills the clipboard behind the learner's back.
	area.KeyMap.Paste.SetEnabled(false)
	area.KeyMap.CopySelection.SetEnabled(false)
	area.SetValue(course.Clean(text))
	return field{id: id, ask: ask, area: area}
}

// after is the field with a few words before the text instead of a question.
func (f field) after(lead string) field {
	f.lead = lead
	return f
}

// ofOneLine is the field for an answer of one line, which Enter gives.
func (f field) ofOneLine() field {
	f.area.KeyMap.InsertNewline.SetEnabled(false)
	return f
}

// fieldStyles are none: what a learner writes has the terminal's own colours.
func fieldStyles() textarea.Styles {
	plain := lipgloss.NewStyle()
	state := textarea.StyleState{
		Base: plain, Text: plain, LineNumber: plain, CursorLineNumber: plain, CursorLine: plain,
		EndOfBuffer: plain, Placeholder: plain, Prompt: plain, Selection: plain.Reverse(true),
	}
	return textarea.Styles{Focused: state, Blurred: state}
}

func (f field) text() string { return f.area.Value() }

// full says that nothing more fits in.
func (f field) full() bool { return f.area.Length() >= f.area.CharLimit }

// sized is the field in a window's width, showing so many lines at most.
func (f field) sized(width, lines int) field {
	f.area.MaxHeight = max(1, lines)
	f.area.SetWidth(max(1, width))
	return f
}

// focused is the field with or without the keys.
func (f field) focused(yes bool) field {
	if yes {
		f.area.Focus()
	} else {
		f.area.Blur()
	}
	return f
}

// typed is the field after a key or a paste. Text from other systems has
// line ends of its own.
func (f field) typed(msg tea.Msg) field {
	if paste, ok := msg.(tea.PasteMsg); ok {
		text := strings.ReplaceAll(paste.Content, "\r\n", "\n")
		msg = tea.PasteMsg{Content: course.Clean(strings.ReplaceAll(text, "\r", "\n"))}
	}
	f.area, _ = f.area.Update(msg)
	return f
}

// atEdge says that the cursor is on the first line, or on the last: from
// there the arrow leads out of the field.
func (f field) atEdge(press string) bool {
	line := f.area.LineInfo()
	if press == "up" {
		return f.area.Line() == 0 && line.RowOffset == 0
	}
	return f.area.Line() == f.area.LineCount()-1 && line.RowOffset >= line.Height-1
}

// lines is what the field shows.
func (f field) lines() []string {
	lines := strings.Split(f.area.View(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

// cursor is the cell that the next character goes to.
func (f field) cursor() (x, y int) {
	if c := f.area.Cursor(); c != nil {
		return c.X, c.Y
	}
	return 0, 0
}

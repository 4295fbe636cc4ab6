package source

import (
	"fmt"
	"io"
	"strings"
)

// PrintGitHub writes problems as workflow commands, which GitHub shows beside
// the lines they are about.
func PrintGitHub(w io.Writer, ps []Problem) error {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range ps {
		place := "file=" + property.Replace(Clean(p.At.File))
		if p.At.Line > 0 {
			column := max(1, p.At.Column)
			place += fmt.Sprintf(",line=%d,col=%d,endColumn=%d", p.At.Line, column, column+max(1, p.Width))
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", p.Severity, place, property.Replace(p.Code), data.Replace(p.sentence())); err != nil {
			return err
		}
	}
	return nil
}

// Formats are the ways to print problems.
func Formats() []string { return []string{"text", "json", "sarif", "github"} }

// PrintAs writes problems in one of the formats.
func PrintAs(w io.Writer, format string, ps []Problem) error {
	switch format {
	case "text":
		return Print(w, ps)
	case "json":
		return PrintJSON(w, ps)
	case "sarif":
		return PrintSARIF(w, ps)
	case "github":
		return PrintGitHub(w, ps)
	}
	return fmt.Errorf("there is no format %q; %s", format, DidYouMean(format, Formats()))
}

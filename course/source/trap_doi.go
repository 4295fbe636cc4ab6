package source

import (
	"regexp"

	"go.yaml.in/yaml/v4"
)

// The shape of a DOI, and one with something before it.
var (
	doiPattern = regexp.MustCompile(`^10\.[0-9][0-9.]*/\S+$`)
	doiWithin  = regexp.MustCompile(`\b10\.[0-9][0-9.]*/\S+`)
)

// doi warns of a DOI from which no link can be made that leads anywhere.
func (w *walker) doi(n *yaml.Node) {
	if doiPattern.MatchString(n.Value) {
		return
	}
	cause, fix := "this is no DOI, so its link would lead nowhere: a DOI begins with 10. and has a slash", "copy it from the page of the work, as in 10.1016/j.cub.2014.06.054; or take the key out"
	if within := doiWithin.FindString(n.Value); within != "" {
		cause, fix = "more stands here than the DOI, so its link would lead nowhere: a DOI begins with 10.", "write "+within
	}
	w.report(Warning, n, wordWidth(n), "doi", cause, fix)
}

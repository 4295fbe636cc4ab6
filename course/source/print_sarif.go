package source

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"
)

// The parts of SARIF 2.1.0 that problems need.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndColumn   int `json:"endColumn"`
	}
)

// PrintSARIF writes problems as a SARIF 2.1.0 log, which code hosts show in
// their reviews. Columns count characters, as everywhere here.
func PrintSARIF(w io.Writer, ps []Problem) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "hearten", Rules: []sarifRule{}}
	codes := codesOf(ps)
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{code})
	}
	for _, p := range ps {
		index, _ := slices.BinarySearch(codes, p.Code)
		run.Results = append(run.Results, p.sarif(index))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func codesOf(ps []Problem) []string {
	var codes []string
	for _, p := range ps {
		codes = append(codes, p.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func (p Problem) sarif(index int) sarifResult {
	place := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: Clean(p.At.File)}).String()}}
	if p.At.Line > 0 {
		column := max(1, p.At.Column)
		place.Region = &sarifRegion{p.At.Line, column, column + max(1, p.Width)}
	}
	return sarifResult{p.Code, index, p.Severity.String(), sarifText{p.sentence()}, []sarifLocation{{place}}}
}

// sentence is the cause and the fix in one.
func (p Problem) sentence() string {
	return strings.TrimSuffix(Clean(p.Cause)+": "+Clean(p.Fix), ": ")
}

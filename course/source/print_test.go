package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

func hostileProblems() []Problem {
	return []Problem{
		{Error, Pos{"m/module.yaml", 3, 8}, 4, "colon", "a colon, 100% of it:\nhere", "quote it", "title: a: b"},
		{Warning, Pos{File: "m/a,b:c d%.yaml"}, 0, "long-module", "too long", "", ""},
		{Error, Pos{"m/module.yaml", 9, 0}, 0, "colon", "::error::no\x1b[2J\u202e", "x", ""},
	}
}

// TestGitHub holds that nothing in a problem can end its command or begin
// another one.
func TestGitHub(t *testing.T) {
	var got strings.Builder
	if err := PrintGitHub(&got, hostileProblems()); err != nil {
		t.Fatal(err)
	}
	want := `::error file=m/module.yaml,line=3,col=8,endColumn=12,title=colon::a colon, 100%25 of it:%0Ahere: quote it
::warning file=m/a%2Cb%3Ac d%25.yaml,title=long-module::too long
::error file=m/module.yaml,line=9,col=1,endColumn=2,title=colon::::error::no[2J: x
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

// TestSARIF holds that whatever the problems, the log is one by the schema.
func TestSARIF(t *testing.T) {
	schema := sarifSchema(t)
	check := func(ps []Problem) error {
		var b bytes.Buffer
		if err := PrintSARIF(&b, ps); err != nil {
			return err
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			return err
		}
		return schema.Validate(doc)
	}
	for _, ps := range [][]Problem{nil, hostileProblems()} {
		if err := check(ps); err != nil {
			t.Errorf("%v: %v", ps, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := Problem{
			Severity: Severity(rapid.IntRange(0, 1).Draw(t, "severity")),
			At:       Pos{rapid.String().Draw(t, "file"), rapid.IntRange(0, 9).Draw(t, "line"), rapid.IntRange(0, 9).Draw(t, "column")},
			Width:    rapid.IntRange(0, 9).Draw(t, "width"),
			Code:     rapid.StringMatching(`[a-z]+(-[a-z]+)*`).Draw(t, "code"),
			Cause:    rapid.String().Draw(t, "cause"), Fix: rapid.String().Draw(t, "fix"),
		}
		if err := check([]Problem{p, p}); err != nil {
			t.Fatal(err)
		}
	})
	if err := schema.Validate(map[string]any{"version": "2.0.0", "runs": []any{}}); err == nil {
		t.Error("the schema takes anything")
	}
}

func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestPrintAs holds that every format prints, says so when the place to print
// to fails, and that there is no other.
func TestPrintAs(t *testing.T) {
	for _, format := range Formats() {
		var b strings.Builder
		if err := PrintAs(&b, format, hostileProblems()); err != nil || !strings.Contains(b.String(), "colon") {
			t.Errorf("%s: got %q, %v", format, b.String(), err)
		}
		if strings.ContainsFunc(b.String(), Unsafe) {
			t.Errorf("%s: printed unsafely: %q", format, b.String())
		}
		if err := PrintAs(full{}, format, hostileProblems()); err == nil {
			t.Errorf("%s: a full disk goes unsaid", format)
		}
	}
	err := PrintAs(&strings.Builder{}, "sarf", nil)
	if want := `there is no format "sarf"; did you mean "sarif"?`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	var b strings.Builder
	if err := PrintJSON(&b, nil); err != nil || !json.Valid([]byte(b.String())) {
		t.Errorf("no problems as JSON: %q, %v", b.String(), err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

package cli

import (
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// TestDoubleClick: on Windows a double click opens the course. Cobra would
// else print that this is a command line tool.
func TestDoubleClick(t *testing.T) {
	var o options
	newRoot(World{}, &o)
	if cobra.MousetrapHelpText != "" {
		t.Errorf("a double click says %q", cobra.MousetrapHelpText)
	}
}

func TestOn(t *testing.T) {
	for value, want := range map[string]bool{"": false, "0": false, "false": false, "No": false, "1": true, "yes": true} {
		if got := on(value); got != want {
			t.Errorf("on(%q) = %v, want %v", value, got, want)
		}
	}
}

// TestAMistakeOfTheProgram ends it in a sentence and with where it was, and
// quotes nobody.
func TestAMistakeOfTheProgram(t *testing.T) {
	var out, errs strings.Builder
	w := World{
		In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" },
		Now: func() time.Time { panic("what the learner wrote") }, NewID: func(time.Time) string { return "" },
	}
	code := Main([]string{"status", "--data", t.TempDir()}, w)
	said := errs.String()
	if code != exitFailed || !strings.HasPrefix(said, "hearten: a mistake in the program ended it; everything that was saved is safe.") ||
		!strings.Contains(said, "newStatus") || strings.Contains(said, "learner wrote") {
		t.Errorf("it ended with %d and said:\n%s", code, said)
	}
}

func TestVersion(t *testing.T) {
	build := func(version string, settings ...string) debug.BuildInfo {
		info := debug.BuildInfo{Main: debug.Module{Version: version}}
		for i := 0; i+1 < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	const commit = "eeb0cc9f00d1e2e3e4e5e6e7e8e9eaebecedeeef"
	tests := []struct {
		info debug.BuildInfo
		want string
	}{
		{build("(devel)"), "devel (built without its commit)"},
		{build("v1.2.0", "vcs.revision", commit), "v1.2.0 (commit eeb0cc9f00d1)"},
		{build("(devel)", "vcs.revision", commit, "vcs.time", "2026-11-25T18:40:00Z", "vcs.modified", "true"), "devel (commit eeb0cc9f00d1 of 2026-11-25, changed since)"},
	}
	for _, tt := range tests {
		if got := versionOf(tt.info); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

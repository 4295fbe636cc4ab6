package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// options are the flags every command knows.
type options struct {
	course  string
	data    string
	theme   string
	plain   bool
	noColor bool
	ascii   bool
	json    bool // of the commands that have it
	review  bool // begin with what is due
}

func (o *options) addJSON(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.json, "json", false, "as JSON, also when the command fails")
}

const examples = `  hearten                      take the course
  hearten --plain              take it line by line, for screen readers and pipes
  hearten status               what is done and what comes next
  hearten --course my-course   take a course of your own
  hearten lint my-course       check it before anybody takes it`

func newRoot(w World, o *options) *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click on Windows opens the course
	root := &cobra.Command{
		Use:           "hearten",
		Short:         "A leadership course in the terminal",
		Long:          "hearten is a leadership course in the terminal: short lessons, decisions to make,\nquestions, and a plan for Monday. What you do stays on this computer.",
		Example:       examples,
		Version:       version(),
		Args:          noArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRun: func(*cobra.Command, []string) {
			if o.course == "" {
				o.course = standingIn()
			}
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return take(cmd.Context(), w, *o) },
	}
	addFlags(root, o)
	root.SuggestionsMinimumDistance = 2
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%w. See hearten --help", err) })
	root.SetHelpTemplate(helpTemplate)
	root.SetVersionTemplate("hearten {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newList(w, o), newStatus(w, o), newLint(w, o), newSchema(w), newTest(w, o), newPlay(w, o), newProgress(w, o), newGraph(w, o))
	root.AddCommand(newReview(w, o), newImport(w), newTable(w, o), newNew(w, o), newHandout(w, o), newPreview(w, o), newDiff(w, o))
	return root
}

// addFlags adds the flags of every command.
func addFlags(root *cobra.Command, o *options) {
	flags := root.PersistentFlags()
	flags.StringVar(&o.course, "course", "", "the folder of the course (without it, the one you are in, or else the bundled one)")
	flags.StringVar(&o.data, "data", "", "the folder to keep progress in (also HEARTEN_DATA)")
	flags.BoolVar(&o.plain, "plain", false, "line by line, without colours or cursor moves (also ACCESSIBLE=1)")
	flags.StringVar(&o.theme, "theme", "auto", "auto, dark, light, contrast, terminal or none")
	flags.BoolVar(&o.noColor, "no-color", false, "no colours (also NO_COLOR)")
	flags.BoolVar(&o.ascii, "ascii", false, "nothing but plain letters and signs")
}

// noArgs refuses arguments, and guesses what command was meant.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	fix := "see hearten --help"
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		fix = fmt.Sprintf("did you mean %q?", near[0])
	}
	return usage("there is no command %q; %s", args[0], fix)
}

// atMost refuses more arguments than a command takes.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		most := "no arguments"
		if n > 0 {
			most = count(n, "argument") + " at most"
		}
		return usage("%s takes %s, and %d were given. See %s --help", cmd.CommandPath(), most, len(args), cmd.CommandPath())
	}
}

// exactlyOne refuses anything but one argument, and says what it is.
func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return usage("%s takes one argument, %s. See %s --help", cmd.CommandPath(), what, cmd.CommandPath())
	}
}

// version is the module's version and, where it is known, the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return versionOf(*info)
}

// versionOf says the version and the commit that a program was built from, and
// whether anything had been changed since. A build without the commit, as go
// run makes it, says that it does not know.
func versionOf(info debug.BuildInfo) string {
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	v, commit := strings.Trim(info.Main.Version, "()"), settings["vcs.revision"]
	if commit == "" {
		return v + " (built without its commit)"
	}
	v += " (commit " + commit[:min(12, len(commit))]
	if day, _, found := strings.Cut(settings["vcs.time"], "T"); found {
		v += " of " + day
	}
	if settings["vcs.modified"] == "true" {
		v += ", changed since"
	}
	return v + ")"
}

const helpTemplate = `{{with (or .Long .Short)}}{{.}}
{{end}}{{if .HasExample}}
Examples
{{.Example}}
{{end}}
Usage
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND [flags]

Commands{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Flags of every command
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}

Exit codes: 0 fine, 1 failure, 2 wrong use, 3 errors found, 130 interrupted.
`

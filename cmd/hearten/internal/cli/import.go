package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course/foreign"
	"hearten/course/gift"
	"hearten/course/twee"
)

type importFlags struct {
	out     string
	force   bool
	partial bool
}

func newImport(w World) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Turn a Twine story into a scenario, or a question bank into a quiz",
		Long: "Reads a Twine story in Twee (.twee, .tw), or a question bank in GIFT or Aiken (.gift, .txt),\n" +
			"and prints the scenario or the quiz as YAML. What could not be carried over is said line by\n" +
			"line on the error output; nothing is dropped in silence.",
		Example: "  hearten import story.twee -o maya.scenario.yaml\n" +
			"  hearten import bank.gift -o check.quiz.yaml\n" +
			"  hearten import story.tw --partial",
		Args: exactlyOne("FILE: a story in Twee, or a question bank in GIFT or Aiken"),
		RunE: func(_ *cobra.Command, args []string) error { return importFile(w, f, args[0]) },
	}
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "write to this new file")
	cmd.Flags().BoolVar(&f.force, "force", false, "write even where a file is there already")
	cmd.Flags().BoolVar(&f.partial, "partial", false, "of a story with macros: leave every macro out, and list them")
	return cmd
}

func importFile(w World, f importFlags, file string) error {
	text, err := readImport(file)
	if err != nil {
		return err
	}
	story, err := isStory(file, text)
	if err != nil {
		return err
	}
	if f.partial && !story {
		return usage("--partial is for stories, and %s is a question bank; leave it out", file)
	}
	if !f.force {
		if err := free(f.out); err != nil {
			return usage("%s is there already, and would be lost; name a new file, or add --force", f.out)
		}
	}
	yaml, lost, err := imported(text, story, f.partial)
	reportLost(w.Err, file, lost)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return writeImport(w, f, yaml)
}

// importLimit is the most that a file of a course may hold.
const importLimit = 1 << 20

func readImport(file string) (string, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", usage("there is no file %s to import", file)
	case err != nil:
		return "", fmt.Errorf("read %s: %w", file, err)
	case !info.Mode().IsRegular():
		return "", usage("%s is no file; name a story in Twee, or a question bank in GIFT or Aiken", file)
	case info.Size() > importLimit:
		return "", fmt.Errorf("%s holds %d bytes, and 1 MB is the most that can be imported; split it into several files", file, info.Size())
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", file, err)
	}
	return string(raw), nil
}

// isStory says which of the two a file is: by its name, or by what it holds.
func isStory(file, text string) (bool, error) {
	switch end := strings.ToLower(filepath.Ext(file)); end {
	case ".twee", ".tw", ".twee3":
		return true, nil
	case ".gift", ".aiken":
		return false, nil
	case ".html", ".htm":
		return false, usage("%s is a published story; in Twine choose Build, Export As Twee, and import that file", file)
	case ".txt", "":
		return passage(text), nil
	default:
		return false, usage("%s does not say what it is; a story ends in .twee or .tw, a question bank in .gift or .txt", file)
	}
}

// passage says that a text holds the head of a Twee passage: a line with two
// colons and a name. The title of a question has two colons after it as well.
func passage(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "::")
		if ok && strings.TrimSpace(name) != "" && !strings.Contains(name, "::") {
			return true
		}
	}
	return false
}

func imported(text string, story, partial bool) (yaml string, lost []foreign.Loss, err error) {
	if story {
		return twee.Import(text, twee.Options{Partial: partial})
	}
	return gift.Import(text, gift.Options{})
}

func reportLost(out io.Writer, file string, lost []foreign.Loss) {
	for _, l := range lost {
		fmt.Fprintf(out, "%s:%d: %s: %s\n", file, l.Line, l.What, l.Why)
	}
	if len(lost) > 0 {
		fmt.Fprintf(out, "%s to look at: not carried over, or left for you to finish.\n", count(len(lost), "thing"))
	}
}

func writeImport(w World, f importFlags, yaml string) error {
	if f.out == "" || f.out == "-" {
		_, err := io.WriteString(w.Out, yaml)
		return err
	}
	write := writeNew
	if f.force {
		write = writeOver
	}
	if err := write(f.out, yaml); err != nil {
		return fmt.Errorf("write what was imported: %w", err)
	}
	_, err := fmt.Fprintf(w.Out, "Wrote %s.\n", f.out)
	return err
}

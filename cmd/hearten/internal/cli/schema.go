package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course/source"
)

func newSchema(w World) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Print the JSON Schema of a file of the format, for editors",
		Long: "Print the JSON Schema of a file of the format: " + strings.Join(documentNames(), ", ") + ".\n" +
			"With --dir, write all of them to a folder. A file names its own in its first line:\n" +
			"# yaml-language-server: $schema=../module.schema.json",
		Example: "  hearten schema module\n  hearten schema --dir my-course",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case dir != "" && len(args) > 0:
				return usage("--dir writes all schemas; leave out %q, or leave out --dir", args[0])
			case dir != "":
				return writeSchemas(w, dir)
			case len(args) == 0:
				return usage("hearten schema prints one schema; name it (%s), or write all with --dir DIR", strings.Join(documentNames(), ", "))
			}
			return printSchema(w, args[0])
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "the folder to write all schemas to")
	return cmd
}

func documentNames() []string {
	var names []string
	for _, d := range source.Documents() {
		names = append(names, d.Name)
	}
	return names
}

func printSchema(w World, name string) error {
	for _, d := range source.Documents() {
		if d.Name == name {
			_, err := w.Out.Write(d.Schema())
			return err
		}
	}
	return usage("there is no schema %q; %s", name, source.DidYouMean(name, documentNames()))
}

// wroteSchema says that a file is a schema of ours. What is no file, or leads
// to one elsewhere, is not.
func wroteSchema(name string) (bool, error) {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > importLimit {
		return false, err
	}
	old, err := os.ReadFile(name)
	return bytes.Contains(old, []byte(`"title": "hearten: `)), err
}

// writeSchemas writes each schema beside course.yaml, where modelines look for
// it. It writes over what it wrote before and over nothing else.
func writeSchemas(w World, dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return usage("there is no folder %s to write to; make it first", dir)
	}
	for _, d := range source.Documents() {
		name := filepath.Join(dir, d.Name+".schema.json")
		ours, err := wroteSchema(name)
		switch {
		case err != nil && !errors.Is(err, os.ErrNotExist):
			return fmt.Errorf("look at the schema that is there: %w", err)
		case err == nil && !ours:
			return fmt.Errorf("%s is there and was not written by hearten; move it away first", name)
		}
		if err := writeOver(name, string(d.Schema())); err != nil {
			return fmt.Errorf("write the schema: %w", err)
		}
		fmt.Fprintln(w.Out, filepath.ToSlash(name))
	}
	return nil
}

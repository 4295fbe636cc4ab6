package study

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// ReportingTo is the keeper with another folder for reports of mistakes than
// the one that progress is in.
func (k *Keeper) ReportingTo(dir string) *Keeper { return &Keeper{k.journal, k.drafts, dir} }

// Crash keeps a report of a mistake in the program beside the learner's
// progress, and returns the name of its file.
func (k *Keeper) Crash(report string, at time.Time) (string, error) {
	dir := filepath.Join(k.reports, "crash")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("make the folder for reports: %w", err)
	}
	f, err := os.CreateTemp(dir, at.UTC().Format("2006-01-02-150405")+"-*.txt") // for its owner alone
	if err != nil {
		return "", fmt.Errorf("write the report: %w", err)
	}
	_, err = f.WriteString(report)
	if err := errors.Join(err, f.Close()); err != nil {
		return "", fmt.Errorf("write the report: %w", err)
	}
	return f.Name(), nil
}

// Package modules is the bundled course, written exactly as a trainer's own.
package modules

import "embed"

// FS is the folder of the bundled course.
//
//go:embed course.yaml help.md */*
var FS embed.FS

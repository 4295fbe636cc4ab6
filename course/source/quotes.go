package source

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// Quotes are how YAML holds a text together.
type Quotes uint8

// The ways a text is written.
const (
	NoQuotes Quotes = iota
	SingleQuotes
	DoubleQuotes
)

func quotesOf(n *yaml.Node) Quotes {
	switch {
	case n.Style&yaml.SingleQuotedStyle != 0:
		return SingleQuotes
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return DoubleQuotes
	}
	return NoQuotes
}

// Quotes says how a text is held together in its file.
func (n Node) Quotes() Quotes {
	if n.n == nil {
		return NoQuotes
	}
	return n.n.quotes
}

// Quoted is a text between single quotes, as it is written in YAML.
func Quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

package source

import "strings"

// row is a line as its author sees it: how far in it stands, its dashes, its
// key, and what follows. Columns count from 0.
type row struct {
	indent int    // of the line
	dashes int    // of items that begin on it
	column int    // of what follows the dashes
	over   int    // the column that text has to stand further in than, to go on with the value
	key    string // as it is written, with its quotes; empty where no colon ends one
	value  string // what follows the key, or the dashes, without a comment that is all of it
	at     int    // where the value stands, in bytes
}

func rowOf(line string) row {
	r := row{indent: indent(line)}
	r.column = r.indent
	r.over = r.column - 2
	for strings.HasPrefix(line[r.column:], "- ") || line[r.column:] == "-" {
		r.dashes++
		r.over = r.column
		rest := strings.TrimLeft(line[r.column+1:], " ")
		r.column = len(line) - len(rest)
	}
	r.at = r.column
	if end := keyEnd(line[r.column:]); end > 0 {
		r.key = strings.TrimRight(line[r.column:r.column+end], " ")
		r.over = r.column
		rest := strings.TrimLeft(line[r.column+end+1:], " \t")
		r.at = len(line) - len(rest)
	}
	r.value = strings.TrimRight(line[r.at:], " \t")
	if strings.HasPrefix(r.value, "#") {
		r.value = ""
	}
	return r
}

// keyEnd is the place of the colon that ends a key, 0 where there is none.
func keyEnd(s string) int {
	from := 0
	switch {
	case s == "" || strings.IndexByte("[{|>&*!%@`#,", s[0]) >= 0:
		return 0
	case s[0] == '"' || s[0] == '\'':
		end := strings.IndexByte(s[1:], s[0])
		rest := strings.TrimLeft(s[min(len(s), max(0, end)+2):], " ")
		if end < 0 || !strings.HasPrefix(rest, ":") {
			return 0
		}
		from = len(s) - len(rest)
	}
	for i := from; i < len(s); i++ {
		switch {
		case s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t'):
			return i
		case from > 0, s[i] == '#' && i > 0 && s[i-1] == ' ':
			return 0
		}
	}
	return 0
}

// bare says that a row is text alone, with neither a dash nor a key.
func (r row) bare() bool { return r.dashes == 0 && r.key == "" }

// begins says that a row looks like the beginning of something: an item, or a
// key of one word.
func (r row) begins() bool { return r.dashes > 0 || word(r.key) }

// barred says that the value is the | or > which a text follows.
func (r row) barred() bool {
	if r.value == "" || r.value[0] != '|' && r.value[0] != '>' {
		return false
	}
	rest := strings.TrimLeft(r.value[1:], "+-0123456789")
	return strings.TrimSpace(rest) == "" || rest[0] == ' ' && strings.TrimSpace(rest)[0] == '#'
}

// word says that a key is one word of letters, digits, _ and -.
func word(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') && s[i] != '_' && s[i] != '-' {
			return false
		}
	}
	return s != ""
}

// span is a text between quotes, or what stands between brackets, that may
// run over several lines.
type span struct {
	quote    byte // that is open, 0 if none
	opened   spanAt
	brackets []spanAt // that are open
}

// spanAt is a place in a file, in bytes.
type spanAt struct{ line, at int }

func (s *span) open() bool { return s.quote != 0 || len(s.brackets) > 0 }

// read goes on with a line, and returns where the span ends; -1 if it is open
// at the end of the line.
func (s *span) read(text string, line, from int) int {
	for i := from; i < len(text); i++ {
		c := text[i]
		switch {
		case s.quote == '"' && c == '\\':
			i++
		case s.quote == '\'' && strings.HasPrefix(text[i:], "''"):
			i++
		case s.quote != 0:
			if c == s.quote {
				s.quote = 0
			}
		case c == '#' && i > 0 && text[i-1] == ' ':
			return -1
		case (c == '"' || c == '\'') && (i == from || strings.IndexByte(" [{,", text[i-1]) >= 0):
			s.quote, s.opened = c, spanAt{line, i}
		case c == '[' || c == '{':
			s.brackets = append(s.brackets, spanAt{line, i})
		case (c == ']' || c == '}') && len(s.brackets) > 0:
			s.brackets = s.brackets[:len(s.brackets)-1]
		}
		if !s.open() {
			return i + 1
		}
	}
	return -1
}

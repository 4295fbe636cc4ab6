package source

import (
	"strconv"
	"strings"
)

// spot is what an author would call a place: the file, a key, or an item of
// what stands under it. It is put into words only where something is wrong.
type spot struct {
	key   string // none for the file
	items int    // how many lists deep
}

// item is an item of what stands here.
func (s spot) item() spot { return spot{s.key, s.items + 1} }

func (s spot) String() string {
	name := "the file"
	if s.key != "" {
		name = strconv.Quote(s.key)
	}
	return strings.Repeat("an item of ", s.items) + name
}

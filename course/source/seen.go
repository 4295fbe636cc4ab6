package source

// seen remembers in which line each key of a mapping stood. Most mappings
// have a handful of keys, which are found faster in a row than in a map; a
// hostile one has thousands.
type seen struct {
	keys  []string
	lines []int
	many  map[string]int
}

const handful = 24

func newSeen(keys int) *seen {
	if keys > handful {
		return &seen{many: make(map[string]int, keys)}
	}
	return &seen{}
}

// add notes a key, or returns the line it stood in before.
func (s *seen) add(key string, line int) int {
	if s.many != nil {
		if first, twice := s.many[key]; twice {
			return first
		}
		s.many[key] = line
		return 0
	}
	for i, k := range s.keys {
		if k == key {
			return s.lines[i]
		}
	}
	s.keys, s.lines = append(s.keys, key), append(s.lines, line)
	return 0
}

package source

// seen remembers in which line each key of a mapping stood. Most mappings
// have a handful of keys, which are found faster in a row than in a map; a
// hostile one has thousands.
type seen struct {
	used  int
	keys  [handful]string
	lines [handful]int
	many  map[string]int
}

const handful = 24

// add notes a key, or returns the line it stood in before.
func (s *seen) add(key string, line int) int {
	for i := range s.used {
		if s.keys[i] == key {
			return s.lines[i]
		}
	}
	if s.used < handful {
		s.keys[s.used], s.lines[s.used] = key, line
		s.used++
		return 0
	}
	if first, twice := s.many[key]; twice {
		return first
	}
	if s.many == nil {
		s.many = map[string]int{}
	}
	s.many[key] = line
	return 0
}

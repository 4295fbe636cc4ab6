package scenario

// Outlook is the best outcome in reach before each decision of the play, and
// last the best one in reach where it stands. An empty outcome means that no
// ending was. It is false where there are too many states to look at them
// all: then nothing is known.
func (p Play) Outlook() ([]Outcome, bool) { return p.outlook(outlookLimit) }

// outlookLimit bounds what a debrief may take: a few hundredths of a second.
const outlookLimit = 200_000

func (p Play) outlook(limit int) ([]Outcome, bool) {
	all := make([]Outcome, len(p.steps)+1)
	s := search{story: p.story, seen: newHashSet(p.story), limit: limit}
	for i := len(p.steps); i >= 0; i-- {
		// What is in reach after a decision was in reach before it, so that
		// the search goes on from where it was.
		before := p.Back(i + 1)
		if !s.from(before.at, before.now) {
			return nil, false
		}
		all[i] = s.best
	}
	return all, true
}

// search looks for the best outcome among states, each of which it sees once.
type search struct {
	story *Story
	seen  stateSet
	keys  []uint64 // the states in the order found
	done  int      // how many of them have been looked at
	best  Outcome
	limit int
}

// from adds all that can be reached from a state, and stops early where
// nothing better can be found. It is false at the limit.
func (s *search) from(at int, now state) bool {
	s.find(join(at, now))
	for ; s.done < len(s.keys) && s.best != Good; s.done++ {
		if len(s.keys) > s.limit {
			return false
		}
		s.look(split(s.keys[s.done]))
	}
	return true
}

func (s *search) find(key uint64) {
	if _, fresh := s.seen.add(key, s.keys); fresh {
		s.keys = append(s.keys, key)
	}
}

func (s *search) look(at int, now state) {
	if end := at - len(s.story.scenes); end >= 0 {
		s.best = better(s.best, s.story.spec.Endings[end].Outcome)
		return
	}
	choices := s.story.scenes[at].choices
	for i := range choices {
		if choices[i].offered(now) {
			after, branch := choices[i].taken(now)
			s.find(join(choices[i].to[branch].to, after))
		}
	}
}

// better is the better one of two outcomes.
func better(a, b Outcome) Outcome {
	if b.rank() > a.rank() {
		return b
	}
	return a
}

// Worse says that an outcome is a worse one than another.
func (o Outcome) Worse(than Outcome) bool { return o.rank() < than.rank() }

func (o Outcome) rank() int {
	switch o {
	case Good:
		return 3
	case Mixed:
		return 2
	case Bad:
		return 1
	}
	return 0
}

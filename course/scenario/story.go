package scenario

import "slices"

// Story is a story that can be played: everything in it names something that
// exists. It never changes.
type Story struct {
	spec    Spec
	names   names
	scenes  []scene
	endings map[string]int
	start   int
	begin   state
	read    state // the flags that some condition reads
}

// scene and what follows are a Spec's namesakes with their conditions read
// and their names resolved. A target below len(scenes) is a scene, the rest
// are endings.
type scene struct {
	texts   []condition
	choices []choice
}

type choice struct {
	when    condition
	changes []change
	clear   state
	set     state
	to      []branch
}

type change struct{ meter, by, top int }

type branch struct {
	when condition
	to   int
}

// New makes a story of a spec, or says everything that is wrong with it.
func New(spec Spec) (*Story, []Error) {
	spec.Meters = slices.Clone(spec.Meters)
	for i, m := range spec.Meters {
		spec.Meters[i].Seen = Seen(orElse(string(m.Seen), string(SeenPlay)))
		spec.Meters[i].Better = Better(orElse(string(m.Better), string(BetterUp)))
	}
	b := newBuilder(spec)
	story := b.story()
	if len(b.errors) > 0 {
		return nil, b.errors
	}
	return story, nil
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// Spec is the story as its author wrote it, with what was left unsaid filled
// in. Its lists are the story's own: they are to be read only.
func (s *Story) Spec() Spec { return s.spec }

// Meters are the story's meters in the author's order.
func (s *Story) Meters() []Meter { return slices.Clone(s.spec.Meters) }

// Ending is the ending with an id.
func (s *Story) Ending(id string) (Ending, bool) {
	i, ok := s.endings[id]
	if !ok {
		return Ending{}, false
	}
	return s.spec.Endings[i], true
}

// value is what a meter shows in a state.
func (s *Story) value(meter int, now state) int {
	return s.spec.Meters[meter].Min + now.height(meter)
}

// offered says whether a choice is open in a state.
func (c *choice) offered(now state) bool { return c.when.open(now) }

const noEnding = -1

// taken is the state after a choice and the branch it goes on by.
func (c *choice) taken(now state) (state, int) {
	for _, m := range c.changes {
		now = now.withHeight(m.meter, min(max(now.height(m.meter)+m.by, 0), m.top))
	}
	now = now&^c.clear | c.set
	for i := range c.to {
		if c.to[i].when.open(now) {
			return now, i
		}
	}
	// The last branch has no condition, so there is always one before this.
	return now, len(c.to) - 1
}

// shown is which of its texts a scene shows in a state.
func (s *scene) shown(now state) int {
	for i := range s.texts {
		if s.texts[i].open(now) {
			return i
		}
	}
	return len(s.texts) - 1
}

// steps is how many tests and branches there are in a scene.
func (s *scene) steps() int {
	n := 1
	for _, text := range s.texts {
		n += 1 + len(text.tests)
	}
	for i := range s.choices {
		n += 1 + len(s.choices[i].when.tests)
		for _, to := range s.choices[i].to {
			n += 1 + len(to.when.tests)
		}
	}
	return n
}

// idOf is the id of the scene or ending that a target stands for.
func (s *Story) idOf(target int) string {
	if i := target - len(s.scenes); i >= 0 {
		return s.spec.Endings[i].ID
	}
	return s.spec.Scenes[target].ID
}

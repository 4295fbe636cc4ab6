package diff

import (
	"fmt"
	"strings"

	"hearten/course"
	"hearten/course/scenario"
)

// mostRuns is how many states of two stories are tried side by side.
const mostRuns = 20_000

// pair is a run in both versions of a story.
type pair struct{ old, now scenario.Play }

// runs plays the old story in every way and follows each run in the new one,
// as study does when a learner comes back. It says whether all of them go on,
// and shows a shortest one that does not.
func (c *comparison) runs(in []Thing, t Thing, old, now course.Content) {
	if sameStory(old, now) {
		return
	}
	ch := Change{In: in, Thing: t, What: Story, Effect: RunsGoOn, At: now.Written().At()}
	f := follower{renames: now.Renames, seen: map[string]bool{}}
	witness, why := f.follow(pair{old.Story.Begin(), now.Story.Begin()})
	switch {
	case why != "":
		ch.Effect, ch.Note = RunsStartOver, told(witness, why)
	case len(f.seen) >= mostRuns:
		ch.Effect = RunsUntried
	}
	c.add(ch)
}

// sameStory says that nothing differs by which a run could come to differ.
func sameStory(old, now course.Content) bool {
	for _, key := range []string{"meters", "flags", "start", "scenes", "endings"} {
		if flat(old.Written().Get(key)) != flat(now.Written().Get(key)) {
			return false
		}
	}
	return true
}

type follower struct {
	renames map[string]string
	seen    map[string]bool
}

func (f *follower) renamed(path, id string) string {
	if now, ok := f.renames[path+"/"+id]; ok {
		return now
	}
	return id
}

// follow explores breadth first, so that the first run that fails is a
// shortest. It returns its choices and what it meets.
func (f *follower) follow(start pair) (witness []string, why string) {
	queue := []pair{start}
	f.seen[stateOf(start)] = true
	for len(queue) > 0 && len(f.seen) < mostRuns {
		at := queue[0]
		queue = queue[1:]
		for _, choice := range at.old.Offered() {
			next, why := f.step(at, choice.ID)
			if why != "" {
				return choices(next.old), why
			}
			if key := stateOf(next); !f.seen[key] {
				f.seen[key] = true
				queue = append(queue, next)
			}
		}
	}
	return nil, ""
}

// step takes a choice of the old story in both, or says why it cannot.
func (f *follower) step(at pair, choice string) (pair, string) {
	scene := f.renamed("scenes", at.old.Scene().ID)
	old, _ := at.old.Choose(choice)
	next := pair{old, at.now}
	if end, ended := at.now.Ending(); ended {
		return next, fmt.Sprintf("the story has ended with %q before its last decision", end.ID)
	}
	if stands := at.now.Scene().ID; stands != scene {
		return next, fmt.Sprintf("the story stands in the scene %q before its last decision, and not in %q", stands, scene)
	}
	now, err := at.now.Choose(f.renamed("scenes/"+scene+"/choices", choice))
	if err != nil {
		return next, fmt.Sprintf("its last choice is not offered in the scene %q any more", scene)
	}
	next.now = now
	return next, ""
}

func choices(p scenario.Play) []string {
	var all []string
	for _, s := range p.Steps() {
		all = append(all, fmt.Sprintf("%q", s.Choice))
	}
	return all
}

// told is a run and what it meets, in a sentence.
func told(witness []string, why string) string {
	const most = 12
	shown := strings.Join(witness[max(0, len(witness)-most):], ", ")
	if len(witness) > most {
		shown = "… " + shown
	}
	return fmt.Sprintf("Not every run in the middle fits any more. One that chose %s: %s.", shown, why)
}

// stateOf tells two pairs apart: where both stand, with their meters and flags.
func stateOf(p pair) string {
	var b strings.Builder
	for _, play := range []scenario.Play{p.old, p.now} {
		end, _ := play.Ending()
		fmt.Fprintf(&b, "%s|%s|", play.Scene().ID, end.ID)
		spec := play.Story().Spec()
		for _, m := range spec.Meters {
			fmt.Fprintf(&b, "%d,", play.Meter(m.Name))
		}
		for _, flag := range spec.Flags {
			fmt.Fprintf(&b, "%t,", play.Flag(flag))
		}
	}
	return b.String()
}

package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// footer names the keys that matter most: those that move and choose, what else
// the screen has as far as there is room, and always the last two, which are the
// way back and the help. What can be spared stands between them where there is
// room still.
func (a app) footer() string {
	known := a.actions()
	all := slices.DeleteFunc(slices.Clone(known), func(act action) bool { return act.quiet || act.spare })
	last := 2
	if a.preview.on() {
		last = 3 // the problems as well
	}
	kept := all[max(0, len(all)-last):]
	if a.keysWidth(kept) > a.width-2 {
		kept = kept[len(kept)-2:]
	}
	first, kept := a.fitted(slices.Clone(all[:len(all)-len(kept)]), slices.Clone(kept))
	shown := append(first, kept...)
	for _, act := range known {
		if act.spare && len(shown) < a.mostKeys() && a.fits(append(slices.Clone(shown), act)) {
			shown = slices.Insert(shown, len(shown)-len(kept), act)
		}
	}
	return cut(a.named(shown), a.width)
}

// fitted are keys as far as they fit: first those go that a learner can do
// without, then words, and at last what moves.
func (a app) fitted(first, kept []action) (fits, ends []action) {
	fit := func() bool { return a.fits(slices.Concat(first, kept)) }
	for len(first)+len(kept) > a.mostKeys() || !fit() {
		i := lastOf(first, func(act action) bool { return !act.moves() })
		if i < 0 {
			break
		}
		first = slices.Delete(first, i, i+1)
	}
	for i := range kept {
		if does, _, more := strings.Cut(kept[i].Help().Desc, " ("); more && !fit() {
			kept[i].SetHelp(kept[i].Help().Key, does)
		}
	}
	for _, key := range movers() { // what people try without being told
		if i := lastOf(first, func(act action) bool { return act.Help().Key == key }); i >= 0 && !fit() {
			first[i].SetHelp(key, "")
		}
	}
	if !fit() && len(kept) > 2 {
		kept = kept[len(kept)-2:]
	}
	for len(first) > 0 && !fit() {
		first = first[1:]
	}
	return first, kept
}

func lastOf(all []action, is func(action) bool) int {
	for i, act := range slices.Backward(all) {
		if is(act) {
			return i
		}
	}
	return -1
}

// movers are the keys without which nobody gets on.
func movers() []string { return []string{arrows, "Tab", "←→", "Enter"} }

func (a action) moves() bool { return slices.Contains(movers(), a.Help().Key) }

func (a app) mostKeys() int {
	if a.width >= wideWidth {
		return manyKeys
	}
	return fewKeys
}

// keyGap stands between two keys.
func (a app) keyGap() string {
	if a.width < 60 {
		return "  "
	}
	return "   "
}

// named is a line of keys and what they do.
func (a app) named(shown []action) string {
	var all []string
	for _, act := range shown {
		h := act.Help()
		name := a.look.accent.Render(a.look.words.Replace(h.Key))
		if h.Desc != "" {
			name += " " + a.look.dim.Render(h.Desc)
		}
		all = append(all, name)
	}
	return " " + strings.Join(all, a.keyGap())
}

func (a app) fits(all []action) bool { return a.keysWidth(all) <= a.width-1 }

func (a app) keysWidth(all []action) int { return ansi.StringWidth(a.named(all)) - 1 }

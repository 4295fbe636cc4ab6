package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// prompt is one thing a learner is asked to type. It says everything that can
// be typed, so that what is taken, help and complaints never differ.
type prompt struct {
	ask     string // empty where Enter is all there is
	of      int    // the numbers 1 to of can be typed; none where it is 0
	several bool   // more than one number at once
	all     bool   // each of the numbers, in an order
	named   bool   // ask says what the numbers are
	words   bool   // anything can be typed
	enter   string // what Enter alone is for, as "to go on"; empty for nothing
	keys    []key
	back    string // where b goes back, as "to the module"; empty for nowhere
	quit    string // what q is for, where it is not to save and quit
	deaf    bool   // an edition that comes waits until this is answered
}

// key is a letter that can be typed, and what for; one that does nothing to
// speak of is not offered.
type key struct{ letter, does string }

// reply is what was typed: numbers, a letter, words, or none for Enter.
type reply struct {
	numbers []int
	key     string
	words   string
}

// number is the first number typed, or the one given where none was.
func (r reply) number(otherwise int) int {
	if len(r.numbers) == 0 {
		return otherwise
	}
	return r.numbers[0]
}

// ask puts a prompt until something fitting is typed. Going back, leaving and
// the end of the input are errors.
func (s *session) ask(p prompt) (reply, error) {
	if p.quit == "" && s.preview.editions != nil {
		p.quit = "to end the preview"
	}
	p.keys = append(slices.Clip(p.keys), s.asides()...)
	for {
		s.out.write(p.String() + ": ")
		s.preview.deaf = p.deaf
		typed, err := s.line()
		s.preview.deaf = false
		if s.echo || err != nil {
			s.out.write(typed + "\n")
		}
		if err != nil {
			return reply{}, err
		}
		switch word := strings.ToLower(strings.TrimSpace(typed)); {
		case word == "q":
			return reply{}, errQuit
		case word == "b" && p.back != "":
			return reply{}, errBack
		case word == "?":
			s.sayf("You can type %s.", p.choices())
		default:
			r, ok := p.parse(word)
			if ok && s.aside(r.key) {
				continue
			}
			if ok {
				return r, nil
			}
			if p.words && word != "" {
				return reply{words: strings.TrimSpace(typed)}, nil
			}
			s.complain(p, strings.TrimSpace(typed))
		}
	}
}

func (s *session) complain(p prompt, typed string) {
	if typed == "" {
		s.sayf("Enter alone is no answer here. Type %s.", p.choices())
		return
	}
	s.sayf("“%s” is no answer here. Type %s.", shorten(typed), p.choices())
}

// shorten keeps a complaint about a long line readable.
func shorten(text string) string {
	const enough = 30
	if letters := []rune(text); len(letters) > enough {
		return string(letters[:enough]) + "…"
	}
	return text
}

// parse reads a line; false where the prompt has no use for it.
func (p prompt) parse(word string) (reply, bool) {
	if word == "" {
		return reply{}, p.enter != ""
	}
	if slices.ContainsFunc(p.keys, func(k key) bool { return k.letter == word }) {
		return reply{key: word}, true
	}
	var r reply
	for _, field := range strings.FieldsFunc(word, func(c rune) bool { return c == ' ' || c == ',' || c == '\t' }) {
		n, err := strconv.Atoi(strings.TrimSuffix(field, "."))
		if err != nil || n < 1 || n > p.of {
			return reply{}, false
		}
		r.numbers = append(r.numbers, n)
	}
	return r, len(r.numbers) == 1 || len(r.numbers) > 1 && p.several
}

// String is the prompt as it is put. The letters are left to the help: heard
// at every prompt, they would drown it.
func (p prompt) String() string {
	text := p.ask
	if text == "" {
		return "Enter " + p.enter
	}
	switch {
	case p.named:
	case p.of == 1:
		text += ", 1"
	case p.of > 1:
		text += fmt.Sprintf(", 1 to %d", p.of)
	}
	switch {
	case p.enter != "" && p.of > 0:
		text += ", or Enter " + p.enter
	case p.enter != "":
		text += ", Enter " + p.enter
	}
	return text
}

// choices says all that can be typed.
func (p prompt) choices() string {
	var all []string
	switch {
	case p.of == 1:
		all = append(all, "the number 1")
	case p.all:
		all = append(all, fmt.Sprintf("all numbers from 1 to %d in your order, with spaces between them", p.of))
	case p.of > 1 && p.several:
		all = append(all, fmt.Sprintf("one or more numbers from 1 to %d with spaces between them", p.of))
	case p.of > 1:
		all = append(all, fmt.Sprintf("a number from 1 to %d", p.of))
	case p.words:
		all = append(all, "your answer")
	}
	if p.enter != "" {
		all = append(all, "Enter "+p.enter)
	}
	for _, k := range p.keys {
		if k.does != "" {
			all = append(all, k.letter+" "+k.does)
		}
	}
	if p.back != "" {
		all = append(all, "b to go back "+p.back)
	}
	quit := "to save and quit"
	if p.quit != "" {
		quit = p.quit
	}
	return strings.Join(append(all, "? for help"), ", ") + " or q " + quit
}

// item is one line of a menu.
type item struct {
	label string
	do    func() error
}

// menu lists items by number and does the one chosen. Enter chooses the
// standard one, counted from 1; 0 is for none.
func (s *session) menu(p prompt, items []item, standard int) error {
	for i, it := range items {
		s.hang(fmt.Sprintf("%d. ", i+1), it.label)
	}
	p.of = len(items)
	if standard > 0 {
		p.enter = fmt.Sprintf("for %d", standard)
	}
	r, err := s.ask(p)
	switch {
	case err != nil:
		return err
	case len(r.numbers) == 0 && standard == 0: // Enter, as the prompt has it
		return errBack
	}
	return items[r.number(standard)-1].do()
}

// tell explains something once a session.
func (s *session) tell(text string) {
	if !s.told[text] {
		s.told[text] = true
		s.say(text)
	}
}

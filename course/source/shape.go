package source

// shape refuses lines that nobody wrote by hand, and that take longer the
// longer or deeper they are to be read, to be placed and to be printed.
func (f *file) shape() []Problem {
	for i, line := range f.lines {
		switch {
		case len(line) > maxLine:
			p := f.problem(Error, i+1, 1, 1, "long-line", "this line has more than 20,000 characters", "break it into lines; in Markdown, a blank line begins a new paragraph")
			p.Excerpt = ""
			return []Problem{p}
		case containers(line) > maxDepth:
			return []Problem{f.problem(Error, i+1, 1, 1, "too-deep", "quotes or lists lie inside each other more than 64 deep", "take some of the marks at the start of the line out")}
		}
	}
	return nil
}

const proseTooLarge = "the text is larger than 128 KB, which takes an hour and a half to read"

// containers counts the marks of quotes and lists that a line begins with.
func containers(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ', '\t':
		case '>':
			n++
		case '-', '*', '+':
			if i+1 < len(line) && line[i+1] == ' ' {
				n++
			}
		default:
			return n
		}
	}
	return n
}

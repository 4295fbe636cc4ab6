package main

import (
	"fmt"
	"strconv"
	"strings"
)

const hostileHead = "format: 1\nid: hostile-a1b2c3\ntitle: Hostile\nmodules: [m]\n"

// hostileCourses are courses of people who mean harm, each by its own means.
func hostileCourses() map[string]folder {
	all := map[string]folder{
		"S-1 entities that a renderer resolves":  words(entities),
		"S-2 codes that YAML resolves":           words(codes),
		"S-3 characters as they are":             words(characters),
		"S-6 names of files":                     names(),
		"S-7 links, and what is said of them":    words(links),
		"S-9 more than anybody writes":           tooMuch(),
		"S-12 what other programs would execute": words(commandsOfOthers),
	}
	for _, f := range all {
		f["m/story.twee"] = ":: Start\n" + strings.Join(steering(), " ") + "\n[[go" + steering()[0] + "->End]]\n\n:: End " + steering()[1] + "\nend\n"
		f["m/bank.gift"] = "::" + steering()[0] + ":: q " + strings.Join(steering(), " ") + " {=a" + steering()[1] + " ~b}\n"
	}
	return all
}

// words is a course with a text in every place that takes one. The text is
// given as YAML has it.
func words(of func() []string) folder {
	texts := of()
	i := 0
	next := func() string { i++; return texts[i%len(texts)] }
	module := "format: 1\nid: m\ntitle: " + next() + "\nsummary: " + next() + "\nobjectives: [" + next() + "]\n" +
		"sources: {s: {cite: " + next() + ", doi: " + next() + ", kind: review}}\nglossary: {" + next() + ": " + next() + "}\nactivities:\n"
	for n := range texts {
		module += fmt.Sprintf("  - {lesson: l%d, title: %s, minutes: 1, text: %s}\n", n, next(), texts[n])
		module += fmt.Sprintf("  - {lesson: f%d, title: %s, minutes: 1, file: %s}\n", n, next(), texts[n])
		module += fmt.Sprintf("  - {reflection: r%d, title: T, minutes: 1, about: %s, prompts: [%s]}\n", n, next(), texts[n])
	}
	module += "  - {plan: p, title: " + next() + ", minutes: 1, about: " + next() + "}\n" +
		"  - {scenario: s, title: " + next() + ", minutes: 1, file: s.scenario.yaml}\n" +
		"  - {quiz: q, title: " + next() + ", minutes: 1, file: q.quiz.yaml}\n"
	story := "meters: {days: {label: " + next() + ", start: 1, min: 0, max: 3}}\nflags: [" + next() + "]\nstart: a\nscenes:\n" +
		"  a:\n    text: " + next() + "\n    inside: " + next() + "\n    coach: " + next() + "\n    choices:\n" +
		"      - {id: x, say: " + next() + ", because: " + next() + ", change: {days: 1}, to: e}\n" +
		"      - {id: y, say: " + next() + ", because: " + next() + ", when: " + next() + ", to: " + next() + "}\n" +
		"endings: {e: {title: " + next() + ", outcome: good, text: " + next() + "}}\n" +
		"debrief: {ask: " + next() + ", expert: " + next() + "}\n" +
		"tests:\n  - {name: " + next() + ", play: [x], expect: \"days == 3\"}\n"
	quiz := "questions:\n"
	for n := range texts {
		quiz += fmt.Sprintf("  - {id: q%d, kind: choice, ask: %s, options: [{text: %s, right: true, why: %s}, {text: b, why: %s}], hints: [%s]}\n", n, next(), texts[n], next(), next(), next())
	}
	return folder{"course.yaml": strings.Replace(hostileHead, "Hostile", next(), 1), "m/module.yaml": module, "m/s.scenario.yaml": story, "m/q.quiz.yaml": quiz}
}

// characters are the texts byte by byte, between quotes that resolve nothing.
func characters() []string {
	var all []string
	for _, s := range steering() {
		all = append(all, "'"+s+"'")
	}
	return all
}

// codes are the same between quotes that do.
func codes() []string {
	var all []string
	for _, s := range steering() {
		all = append(all, strconv.QuoteToASCII(s))
	}
	return append(all, `"\n::error::injected"`, `"\e[2J"`)
}

// entities are the same for a renderer of Markdown to resolve, and split up.
func entities() []string {
	all := []string{
		`"&#2\&#27;7;[5;8mhidden"`, `"*&#27;*[66;6H"`, `"&amp;#27;[66;6H"`, `"&amp;amp;#x1b;[5;8mx"`, "\"&\\\\#27;[66;6H\"", `"[a](&#27;]0;pwned&#7;)"`, `"<a href='&#27;'>x</a>"`, `"&ZeroWidthSpace;&lrm;&shy;"`,
		"\"&#27;]8;;https://evil.example&#27;\\\\\\\\https://good.example&#27;]8;;&#27;\\\\\\\\\"",
	}
	for _, s := range steering() {
		var b strings.Builder
		for _, r := range s {
			if r < ' ' || r > '~' {
				fmt.Fprintf(&b, "&#%d;", r)
				continue
			}
			b.WriteRune(r)
		}
		all = append(all, strconv.Quote(b.String()))
	}
	return all
}

func links() []string {
	return []string{
		`'[a](javascript:alert(1)) <javascript:alert(1)>'`, `'[a](file:///etc/passwd) ![b](file:///etc/passwd)'`, `'[https://good.example](https://evil.example)'`,
		`'[a](data:text/html,x "title") [b][c]'`, `'<https://e.example/[2J> www.e.example mailto:a@e.example'`, `'[a](ssh://x) [b](vscode://x) [c](//x) [d](\\x\y)'`,
	}
}

func commandsOfOthers() []string {
	return []string{
		`'::set-output name=a::b'`, `'##[error]x'`, `'{{.Title}} ${HOME} $(id) %PATH% !!python/object'`, `'<script>alert(1)</script><img src=x onerror=alert(1)>'`,
		`'"]; click s1 "javascript:alert(1)" %%{init}%%'`, `'| a | b |'`, `'=cmd|calc'`, `'&quot; onload=x'`, "'`id`'",
	}
}

// names is a course whose author gives files names that harm where they are
// told, as where one of them may have been meant.
func names() folder {
	f := folder{
		"course.yaml":   strings.Replace(hostileHead, "[m]", "[m, x, n, '::error::x']", 1),
		"m/module.yaml": "format: 1\nid: m\ntitle: M\nactivities:\n  - {lesson: a, title: A, minutes: 1, file: x.md}\n  - {lesson: b, title: B, minutes: 1, file: zzzzzzzzzzzzzzzzzzzzzzz.md}\n",
	}
	for _, s := range append(steering(), "\n::error::injected", "\n::stop-commands::x", "a\n\x1b[2J") {
		if onDisk(s) {
			f[s+"/module.yaml"], f["m/"+s+".md"] = "format: [\n", "words\n"
		}
	}
	return f
}

// tooMuch is a course that is larger in each way than may be read.
func tooMuch() folder {
	return folder{
		"course.yaml":       strings.Replace(hostileHead, "[m]", "[m, n, o]", 1),
		"m/module.yaml":     "format: 1\nid: m\ntitle: M\nactivities:\n  - {lesson: a, title: A, minutes: 1, file: a.md}\n  - {scenario: s, title: S, minutes: 1, file: s.scenario.yaml}\n  - {quiz: q, title: Q, minutes: 1, file: q.quiz.yaml}\n",
		"m/a.md":            strings.Repeat("a", 1<<20+1),
		"m/s.scenario.yaml": strings.Repeat("[", 900_000),
		"m/q.quiz.yaml":     "questions: &a [*a, *a]\n",
		"n/module.yaml":     strings.Repeat("a: 1\n", 50_001),
		"o/module.yaml":     strings.Repeat("a:\n ", 1) + strings.Repeat("- ", 2000) + "x\n",
	}
}

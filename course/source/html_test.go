package source

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func TestSet(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"words", "Not *here*, **now**.\nOr `then`.", "<p>Not <em>here</em>, <strong>now</strong>.\nOr <code>then</code>.</p>"},
		{"a heading stands under its page's", "# One\n\n### Two\n\n#### Three\n\n## Four", "<h3>One</h3>\n<h4>Two</h4>\n<h5>Three</h5>\n<h4>Four</h4>"},
		{"whatever it begins with", "### One\n\n## Two", "<h3>One</h3>\n<h3>Two</h3>"},
		{"a citation", "Found [1], twice [2, 1].", `<p>Found <span class="cited">[<a href="#source-7">7</a>]</span>, twice <span class="cited">[<a href="#source-4">4</a>, <a href="#source-7">7</a>]</span>.</p>`},
		{"a citation before a list", "They are these [2]:", `<p>They are these <span class="cited">[<a href="#source-4">4</a>]</span>:</p>`},
		{"a number that is none", "See [3] and `[1]` and [2, 3].", "<p>See [3] and <code>[1]</code> and [2, 3].</p>"},
		{"a link with a number", "[1](https://a.example/) [see [1]](https://a.example/)", `<p><a class="out" href="https://a.example/" rel="noreferrer">1</a> <a class="out" href="https://a.example/" rel="noreferrer">see [1]</a></p>`},
		{"a mail, an address", "[Write](mailto:a@b.example) <https://b.example/?a=1&b=2> <a@b.example>", `<p><a class="out" href="mailto:a@b.example" rel="noreferrer">Write</a> <a href="https://b.example/?a=1&amp;b=2" rel="noreferrer">https://b.example/?a=1&amp;b=2</a> <a href="mailto:a@b.example" rel="noreferrer">a@b.example</a></p>`},
		{"an address in its words", "[10.1/a](https://doi.org/10.1/a)", `<p><a href="https://doi.org/10.1/a" rel="noreferrer">10.1/a</a></p>`},
		{"a link to a file is its words", "[Reading](../reading.md) [up](//evil.example)", "<p>Reading up</p>"},
		{"a script is no address", `[x](javascript:alert(1)) [y](&#106;avascript:alert(1)) [z](data:text/html,x "t")`, "<p>x y z</p>"},
		{"an image is its words", "![A *fork* in the road](http://evil.example/x.png)", "<p>A <em>fork</em> in the road</p>"},
		{"tags are dropped, a block of them is shown", "a <b onclick=x>b</b>\n\n<script>\nalert(1)\n</script>", "<p>a b</p>\n<pre><code>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</code></pre>"},
		{"a comment is for its author", "<!-- to do -->\n\nWords.", "<p>Words.</p>"},
		{"what steers is gone", "a&#27;[31m b&#8238;c &rlm;d \u202ee", "<p>a[31m bc d e</p>"},
		{"quotes and signs", `"Five < six" & 'seven'`, "<p>&quot;Five &lt; six&quot; &amp; 'seven'</p>"},
		{"a table", "| a | b |\n|---|:-:|\n| [1] | 2 |", "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"center\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><span class=\"cited\">[<a href=\"#source-7\">7</a>]</span></td>\n<td align=\"center\">2</td>\n</tr>\n</tbody>\n</table>\n</div>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.TrimSpace(Setting{Under: 2, Cited: []int{7, 4}}.Set(tt.markdown))
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// FuzzSet holds that whatever is written comes out as tags of a known few, and
// every attribute as one that the setting gives.
func FuzzSet(f *testing.F) {
	for _, text := range []string{
		`<img src=x onerror=alert(1)> [a](https://x.example/"onclick="x)`, "[a]: javascript:x\n\n[a] [1]", "```\" onclick=\"x\n<script>\n```",
		"| a |\n|--|\n| <b> |", "&#27; &lt;script&gt; &amp;#27;", "<!-- --><svg onload=x>", "1. [x](<javascript:x>)\n   - > # y\n\n***\n", "<div\n\n[x](https://a.example/&#34;&#62;)",
	} {
		f.Add(text)
	}
	tag := regexp.MustCompile(`<[^>]*>`)
	known := regexp.MustCompile(`^<(?:/?(?:p|em|strong|code|pre|ul|ol|li|blockquote|h[3-6]|table|thead|tbody|tr|div|span|a)|(?:br|hr)|/?t[hd]|t[hd] align="(?:left|right|center)"|ol start="\d+"|code class="language-[^"<>]*"|span class="cited"|a href="#source-\d+"|a(?: class="out")? href="(?i:https?://|mailto:)[^"<>\s]*" rel="noreferrer"|div class="table" role="group" aria-label="Table" tabindex="0")>$`)
	f.Fuzz(func(t *testing.T, markdown string) {
		got := Setting{Under: 2, Cited: []int{1}}.Set(markdown)
		for _, found := range tag.FindAllString(got, -1) {
			if !known.MatchString(found) {
				t.Errorf("%q becomes %q", markdown, found)
			}
		}
		if Clean(got) != got {
			t.Errorf("%q leaves what steers in %q", markdown, got)
		}
	})
}

func TestPage(t *testing.T) {
	tree, _ := Read(fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: []\n")},
		"help.md":     {Data: []byte("Ring *Ada*.\r\n")}, "m/bad.md": {Data: []byte("a\x1b[31m")},
	})
	if got, problems := tree.Page("help.md"); got != "Ring *Ada*.\n" || len(problems) > 0 {
		t.Errorf("got %q, %v", got, problems)
	}
	if got, problems := tree.Page("m/card.md"); got != "" || len(problems) > 0 {
		t.Errorf("of a file that is not there: %q, %v", got, problems)
	}
	if got, problems := tree.Page("m/bad.md"); got != "" || Errors(problems) != 1 || problems[0].At.File != "m/bad.md" {
		t.Errorf("of a file that steers: %q, %v", got, problems)
	}
}

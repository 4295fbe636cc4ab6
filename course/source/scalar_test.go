package source

import "testing"

// FuzzID: an id is what the pattern of the schema says, so that an editor and
// the reader agree.
func FuzzID(f *testing.F) {
	for _, s := range []string{"", "a", "a-b", "-a", "a-", "a--b", "3-rooms", "A", "a_b", "á", "a b", "a\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := isID(s), idPattern.MatchString(s); got != want {
			t.Errorf("isID(%q) is %t, and the pattern says %t", s, got, want)
		}
	})
}

package progress

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"
	"pgregory.net/rapid"
)

// anyData draws an event's data of any kind.
func anyData() *rapid.Generator[Data] {
	text := rapid.StringN(0, 20, -1)
	list := rapid.Custom(func(t *rapid.T) []string {
		return append([]string(nil), rapid.SliceOfN(text, 0, 3).Draw(t, "list")...)
	})
	number := rapid.Float64Range(-1e6, 1e6)
	return rapid.Custom(func(t *rapid.T) Data {
		s := func() string { return text.Draw(t, "text") }
		n := func() int { return rapid.IntRange(-9, 999).Draw(t, "n") }
		return rapid.SampledFrom([]func() Data{
			func() Data { return Started{s(), rapid.Uint64().Draw(t, "seed"), list.Draw(t, "draw"), s(), n()} },
			func() Data { return Reached{n()} },
			func() Data {
				return Answered{s(), s(), list.Draw(t, "picked"), list.Draw(t, "words"), number.Draw(t, "score"), number.Draw(t, "of"), s(), n()}
			},
			func() Data {
				return Chose{s(), s(), s(), s(), map[string]int{"trust": n(), s(): n()}, list.Draw(t, "flags")}
			},
			func() Data { return Finished{s(), number.Draw(t, "score"), number.Draw(t, "of")} },
			func() Data { return Wrote{s(), s(), s(), s()} },
			func() Data { return Planned{s(), s(), s(), s(), s(), s()} },
			func() Data { return Asked{s(), s()} },
			func() Data { return Marked{s(), number.Draw(t, "value"), s()} },
			func() Data { return Reviewed{s(), n()} },
			func() Data { return Reset{s()} },
			func() Data { return Undone{s()} },
			func() Data { return Erased{} },
			func() Data { return Unknown{"sang", `{"song":"a","notes":[1,2.50]}`} },
		}).Draw(t, "kind")()
	})
}

func anyEntry() *rapid.Generator[Entry] {
	return rapid.Custom(func(t *rapid.T) Entry {
		text := rapid.StringN(0, 8, -1)
		ms := rapid.Int64Range(0, 4e12).Draw(t, "ms")
		zone := time.FixedZone("", 60*rapid.IntRange(-12*60, 14*60).Draw(t, "minutes east"))
		return Entry{time.UnixMilli(ms).In(zone), text.Draw(t, "module"), text.Draw(t, "activity"), text.Draw(t, "run"), anyData().Draw(t, "data")}
	})
}

func anyID() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var id ulid.ULID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		id[15] |= 1 // zero is no id
		return id.String()
	})
}

func sample(t testing.TB, e Event) []byte {
	t.Helper()
	text, err := encode(e)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestLineLayout(t *testing.T) {
	at := morning().In(time.FixedZone("", 2*60*60)).Add(123456 * time.Microsecond)
	tests := []struct {
		name  string
		event Event
		want  string
	}{
		{"a text", Event{Entry{at, "empathy", "last-time", "r1", Wrote{"noticed", "What did you do?", "I said <no> & left.\n“Sorry”", ""}}, id(7), course},
			`{"v":1,"id":"01KJ0000000000000000000007","at":"2026-03-02T10:30:00.123+02:00","course":"leading-with-care-x7k2m9","kind":"wrote","module":"empathy","activity":"last-time","run":"r1","d":{"field":"noticed","asked":"What did you do?","text":"I said <no> & left.\n“Sorry”"},"sum":"e6d8e9a0"}`},
		{"nothing but what must be", Event{Entry{At: morning(), Data: Reset{}}, id(8), course},
			`{"v":1,"id":"01KJ0000000000000000000008","at":"2026-03-02T08:30:00.000Z","course":"leading-with-care-x7k2m9","kind":"reset","d":{},"sum":"4f696919"}`},
		{"a place at the start, a score of nothing", Event{Entry{At: morning(), Module: "m", Data: Answered{Question: "q", Of: 1}}, id(9), course},
			`{"v":1,"id":"01KJ0000000000000000000009","at":"2026-03-02T08:30:00.000Z","course":"leading-with-care-x7k2m9","kind":"answered","module":"m","d":{"question":"q","score":0,"of":1},"sum":"b17cee04"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(sample(t, tt.event)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestLineReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Event{anyEntry().Draw(t, "entry"), anyID().Draw(t, "id"), "a-course"}
		text, err := encode(want)
		if err != nil {
			t.Fatal(err)
		}
		got := parse(text)
		if got.event == nil || got.newer || got.id.String() != want.ID {
			t.Fatalf("parse(%s) = %+v", text, got)
		}
		if !got.event.At.Equal(want.At) {
			t.Fatalf("got the time %v, want %v", got.event.At, want.At)
		}
		want.At = got.event.At
		if !reflect.DeepEqual(*got.event, want) {
			t.Fatalf("got  %#v\nwant %#v", *got.event, want)
		}
	})
}

// TestScanAgrees holds the quick reader to what the general one says.
func TestScanAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, err := encode(Event{anyEntry().Draw(t, "entry"), anyID().Draw(t, "id"), "a-course"})
		if err != nil {
			t.Fatal(err)
		}
		quick, ok := scan(text)
		var slow read
		if err := json.Unmarshal(text, &slow); err != nil {
			t.Fatal(err)
		}
		if ok && !reflect.DeepEqual(quick, slow) {
			t.Fatalf("of %s\nscan reads  %+v\njson reads %+v", text, quick, slow)
		}
	})
}

func TestScanReadsOurOwn(t *testing.T) {
	for _, e := range entries(20) {
		if _, ok := scan(sample(t, Event{e, id(1), course})); !ok {
			t.Errorf("the quick reader refuses a %s event of our own", e.Data.kind())
		}
	}
}

func TestLineDamagedAtAnyByte(t *testing.T) {
	whole := sample(t, Event{wrote("It was the pause."), id(1), course})
	for i := range whole {
		for _, flip := range []byte{1, 2, 8, 0x20, 0x80, whole[i] ^ '"', whole[i] ^ '9'} {
			text := []byte(string(whole))
			text[i] ^= flip
			if l := parse(text); flip != 0 && (l.event != nil || l.newer || l.rank != rankDamaged) {
				t.Fatalf("byte %d: %s passes for a sound line", i, text)
			}
		}
		if l := parse(whole[:i]); l.rank != rankDamaged {
			t.Fatalf("cut at %d: %s passes for a sound line", i, whole[:i])
		}
		if known := parse(whole[:i]).known(); known != (i >= len(`{"v":1,"id":"`)+ulid.EncodedSize) {
			t.Fatalf("cut at %d: the id was found = %v", i, known)
		}
	}
}

// sign gives a hand-made line the sum it needs.
func sign(body string) []byte {
	body = strings.TrimSuffix(body, "}")
	return []byte(body + `,"sum":"` + string(hexSum([]byte(body))) + `"}`)
}

func TestParseWhatWeDidNotWrite(t *testing.T) {
	const head = `{"v":1,"id":"01KJ0000000000000000000007","at":"2026-03-02T08:30:00Z","course":"c"`
	tests := []struct {
		name string
		text []byte
		want Data // nil for a line that is passed over
		rank rank
	}{
		{"other fields of the line", sign(head + `,"mood":{"x":[1]},"kind":"reached","d":{"block":3,"page":9}}`), Reached{3}, rankSound},
		{"a field after the data", sign(head + `,"kind":"reached","d":{"block":3},"mood":"x"}`), Reached{3}, rankSound},
		{"another order", sign(`{"kind":"reached","d":{"block":3},` + head[1:] + `}`), Reached{3}, rankSound},
		{"escapes", sign(head + `,"kind":"wrote","module":"\u0061b","d":{"field":"f","text":"\ud83d\ude00"}}`), Wrote{Field: "f", Text: "😀"}, rankSound},
		{"another kind", sign(head + `,"kind":"sang","d":{"song": "b"}}`), Unknown{"sang", `{"song": "b"}`}, rankSound},
		{"another shape of a kind we know", sign(head + `,"kind":"reached","d":{"block":"three"}}`), Unknown{"reached", `{"block":"three"}`}, rankSound},
		{"no data", sign(head + `,"kind":"erased"}`), Erased{}, rankErased},
		{"data that is no JSON", sign(head + `,"kind":"reached","d":{"block":}}`), nil, rankDamaged},
		{"no kind", sign(head + `,"d":{}}`), nil, rankDamaged},
		{"no date", sign(`{"v":1,"id":"01KJ0000000000000000000007","course":"c","kind":"reached","d":{}}`), nil, rankDamaged},
		{"an id in another spelling", sign(strings.ToLower(head) + `,"kind":"reached","d":{}}`), nil, rankDamaged},
		{"no sum", []byte(head + `,"kind":"reached","d":{}}`), nil, rankDamaged},
		{"a sum in capitals", []byte(strings.ToUpper(string(sign(head + `,"kind":"reached","d":{}}`)))), nil, rankDamaged},
		{"an older version", sign(`{"v":0,` + head[7:] + `,"kind":"reached","d":{}}`), nil, rankDamaged},
		{"not UTF-8", sign(head + `,"kind":"wrote","d":{"text":"` + "\xff" + `"}}`), nil, rankDamaged},
		{"too long", sign(head + `,"kind":"wrote","d":{"text":"` + strings.Repeat("a", longest) + `"}}`), nil, rankDamaged},
		{"no object", []byte(`[1,2]`), nil, rankDamaged},
		{"nothing", nil, nil, rankDamaged},
		{"erased, by a line with a wrong sum", []byte(head + `,"kind":"erased","d":{},"sum":"00000000"}`), nil, rankEmptied},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := parse(tt.text)
			var data Data
			if got.event != nil {
				data = got.event.Data
			}
			if !reflect.DeepEqual(data, tt.want) || got.rank != tt.rank || got.newer {
				t.Errorf("got data %#v, rank %d, newer %v; want %#v, %d, false", data, got.rank, got.newer, tt.want, tt.rank)
			}
		})
	}
}

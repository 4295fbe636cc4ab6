package progress

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"time"
	"unicode/utf8"

	"github.com/oklog/ulid/v2"
)

const (
	version = 1       // of the lines this program writes
	longest = 1 << 20 // bytes in a line
	stamp   = "2006-01-02T15:04:05.000Z07:00"
	sumSize = len(`,"sum":"00000000"}`)
)

var (
	errTooLong = errors.New("longer than a line may be")
	errNotJSON = errors.New("no JSON")
)

// rank orders lines of one id by how much they are worth; the lowest is kept.
type rank uint8

const (
	rankErased  rank = iota // what was erased stays so
	rankEmptied             // erased as well, but damaged since
	rankSound               // its sum is right
	rankDamaged             // its sum is not, or it is no event
)

// line is one line of a journal.
type line struct {
	id      ulid.ULID // zero where none can be read
	rank    rank
	newer   bool   // written by a program whose lines this one cannot read
	foreign bool   // of another course
	event   *Event // where it is sound, not newer and not foreign
	text    []byte
}

func (l line) known() bool { return l.id != ulid.ULID{} }

// written is the layout of a line. D stands last, so that only the sum
// follows it.
type written struct {
	V        int    `json:"v"`
	ID       string `json:"id"`
	At       string `json:"at"`
	Course   string `json:"course"`
	Kind     string `json:"kind"`
	Module   string `json:"module,omitempty"`
	Activity string `json:"activity,omitempty"`
	Run      string `json:"run,omitempty"`
	D        any    `json:"d"`
}

// read is the same layout on its way back.
type read struct {
	V        int             `json:"v"`
	ID       string          `json:"id"`
	At       time.Time       `json:"at"`
	Course   string          `json:"course"`
	Kind     string          `json:"kind"`
	Module   string          `json:"module"`
	Activity string          `json:"activity"`
	Run      string          `json:"run"`
	D        json.RawMessage `json:"d"`
}

// encode is an event as a line, without its newline:
//
//	{"v":1,"id":…,"at":…,"course":…,"kind":…,"module":…,"activity":…,"run":…,"d":{…},"sum":"0123abcd"}
//
// The sum is the CRC-32C (Castagnoli), in eight lower-case hexadecimal digits,
// of every byte of the line before the comma that precedes "sum". An empty
// module, activity or run is left out.
func encode(e Event) ([]byte, error) {
	w := written{version, e.ID, e.At.Format(stamp), e.Course, e.Data.kind(), e.Module, e.Activity, e.Run, e.Data}
	if u, ok := e.Data.(Unknown); ok {
		w.D = json.RawMessage(u.JSON)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // < and > are words too
	if err := enc.Encode(w); err != nil {
		return nil, err
	}
	body := bytes.TrimSuffix(b.Bytes(), []byte("}\n"))
	return fmt.Appendf(body, ",\"sum\":\"%s\"}", hexSum(body)), nil
}

// sealed says whether a line ends in a sum at all, and whether it is right.
func sealed(text []byte) (has, right bool) {
	body := text[:max(0, len(text)-sumSize)]
	digits, ok := bytes.CutPrefix(text[len(body):], []byte(`,"sum":"`))
	digits, end := bytes.CutSuffix(digits, []byte(`"}`))
	if !ok || !end {
		return false, false
	}
	return true, string(digits) == string(hexSum(body))
}

// hexSum is the sum of a line's body as it is written.
func hexSum(body []byte) []byte {
	sum := binary.BigEndian.AppendUint32(nil, crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
	return hex.AppendEncode(nil, sum)
}

// parse reads a line, which comes without its newline. Of a damaged line it
// finds at least the id, if there still is one.
func parse(text []byte) line {
	l := line{rank: rankDamaged, text: text}
	if len(text) > longest || !utf8.Valid(text) {
		l.id = leadingID(text)
		return l
	}
	has, right := sealed(text)
	r, data, err := decodeLine(text)
	l.id = parseID(r.ID)
	switch {
	case r.V > version && (right || !has):
		l.rank, l.newer = rankSound, true
	case err == nil && right && r.V == version && l.known() && r.Kind != "" && !r.At.IsZero():
		l.rank, l.event = rankSound, &Event{Entry{r.At, r.Module, r.Activity, r.Run, data}, r.ID, r.Course}
	case !l.known():
		l.id = leadingID(text)
	}
	if r.Kind == (Erased{}).kind() && l.known() {
		l.rank = erasedRank(l.rank)
	}
	return l
}

func erasedRank(r rank) rank {
	if r == rankSound {
		return rankErased
	}
	return rankEmptied
}

// decodeLine reads what a line says. Where its layout is not ours, it may
// still tell who it is.
func decodeLine(text []byte) (read, Data, error) {
	if r, ok := scan(text); ok {
		if data, err := decode(r.Kind, r.D); err == nil {
			return r, data, nil
		}
	}
	var r read
	err := json.Unmarshal(text, &r)
	if err == nil {
		if r.D == nil {
			r.D = []byte("{}")
		}
		data, err := decode(r.Kind, r.D)
		return r, data, err
	}
	var head struct {
		V    int    `json:"v"`
		ID   string `json:"id"`
		Kind string `json:"kind"`
	}
	_ = json.Unmarshal(text, &head)
	return read{V: head.V, ID: head.ID, Kind: head.Kind}, nil, err
}

// leadingID is the id at the start of a line that is cut off or garbled
// further on.
func leadingID(text []byte) ulid.ULID {
	after, ok := bytes.CutPrefix(text, []byte(`{"v":1,"id":"`))
	if !ok || len(after) < ulid.EncodedSize {
		return ulid.ULID{}
	}
	return parseID(string(after[:ulid.EncodedSize]))
}

// parseID reads an id in the one spelling that sorts as text; zero for others.
func parseID(s string) ulid.ULID {
	id, err := ulid.ParseStrict(s)
	if err != nil || id.String() != s {
		return ulid.ULID{}
	}
	return id
}

// decode reads the data of an event. It fails only where that is no JSON.
func decode(kind string, d []byte) (Data, error) {
	switch kind {
	case "started":
		return as[Started](kind, d)
	case "reached":
		return as[Reached](kind, d)
	case "answered":
		return as[Answered](kind, d)
	case "chose":
		return as[Chose](kind, d)
	case "finished":
		return as[Finished](kind, d)
	case "wrote":
		return as[Wrote](kind, d)
	case "planned":
		return as[Planned](kind, d)
	case "asked":
		return as[Asked](kind, d)
	case "marked":
		return as[Marked](kind, d)
	case "reviewed":
		return as[Reviewed](kind, d)
	case "reset":
		return as[Reset](kind, d)
	case "undone":
		return as[Undone](kind, d)
	case "erased":
		return as[Erased](kind, d)
	}
	return unknown(kind, d)
}

func as[D Data](kind string, d []byte) (Data, error) {
	var data D
	if json.Unmarshal(d, &data) != nil {
		return unknown(kind, d)
	}
	return data, nil
}

func unknown(kind string, d []byte) (Data, error) {
	if !json.Valid(d) {
		return nil, errNotJSON
	}
	return Unknown{kind, string(d)}, nil
}

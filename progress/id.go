package progress

import (
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"time"

	"github.com/oklog/ulid/v2"
)

var errNoIDs = errors.New("no greater id is left")

// nextID is an id greater than last, made of the time where that allows. A
// step beyond last is long and random, so that two computers with the same
// journal and slow clocks do not arrive at the same id.
func nextID(last ulid.ULID, now time.Time, random io.Reader) (ulid.ULID, error) {
	ms := uint64(max(0, now.UnixMilli()))
	if last.Time() < ms && ms <= ulid.MaxTime() {
		return ulid.New(ms, random)
	}
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return ulid.ULID{}, err
	}
	step := binary.BigEndian.Uint64(b[:])>>24 + 1
	low, carry := bits.Add64(binary.BigEndian.Uint64(last[8:]), step, 0)
	high, over := bits.Add64(binary.BigEndian.Uint64(last[:8]), 0, carry)
	if over != 0 {
		return ulid.ULID{}, errNoIDs
	}
	var id ulid.ULID
	binary.BigEndian.PutUint64(id[:8], high)
	binary.BigEndian.PutUint64(id[8:], low)
	return id, nil
}

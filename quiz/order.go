package quiz

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Sample returns the ids of a draw from the pool. The seed decides which
// questions are drawn and in which order, on every machine alike.
func (q Quiz) Sample(seed uint64) []string {
	ids := make([]string, len(q.Questions))
	for i, question := range q.Questions {
		ids[i] = question.ID
	}
	ids = ordered(ids, func(id string) []byte { return digest(seed, id) })
	if q.Draw > 0 && q.Draw < len(ids) {
		ids = ids[:q.Draw]
	}
	return ids
}

// Shown is the question with its options, items and right sides in the order
// to show.
func (q Question) Shown(seed uint64) Question {
	q.Options = slices.Clone(q.Options)
	if !q.Fixed && q.Kind != KindTrueFalse {
		q.Options = ordered(q.Options, func(o Option) []byte { return digest(seed, q.ID, o.ID) })
	}
	q.Items = shuffled(q.Items, func(i Item) []byte { return digest(seed, q.ID, i.ID) })
	q.Rights = slices.Clone(q.Extra)
	for _, p := range q.Pairs {
		if !slices.ContainsFunc(q.Rights, func(i Item) bool { return i.Text == p.Right }) {
			q.Rights = append(q.Rights, Item{p.ID, p.Right})
		}
	}
	q.Rights = ordered(q.Rights, func(i Item) []byte { return digest(seed, q.ID, i.ID) })
	return q
}

// shuffled is items in another order than the one that belongs to them.
func shuffled(items []Item, key func(Item) []byte) []Item {
	mixed := ordered(items, key)
	if len(mixed) > 1 && slices.Equal(mixed, items) {
		mixed = append(mixed[1:], mixed[0])
	}
	return mixed
}

// ordered sorts a copy of a list by a key of each item.
func ordered[T any](list []T, key func(T) []byte) []T {
	type keyed struct {
		key  []byte
		item T
	}
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{key(item), item}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	if len(list) == 0 {
		return nil
	}
	sorted := make([]T, len(list))
	for i, k := range all {
		sorted[i] = k.item
	}
	return sorted
}

// digest is the SHA-256 of the seed's eight bytes, highest first, and of the
// names, each after a zero byte so that no two lists of names run together.
// Recorded attempts depend on it: it never changes.
func digest(seed uint64, names ...string) []byte {
	raw := binary.BigEndian.AppendUint64(nil, seed)
	for _, name := range names {
		raw = append(raw, 0)
		raw = append(raw, name...)
	}
	sum := sha256.Sum256(raw)
	return sum[:]
}

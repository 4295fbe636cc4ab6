package progress

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

const course = "leading-with-care-x7k2m9"

// morning is when the tests' learner starts.
func morning() time.Time { return time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC) }

// opened is the journal of the tests' course in a folder.
func opened(t testing.TB, dir string) *Journal {
	t.Helper()
	j, err := Open(dir, course)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func mustAppend(t testing.TB, j *Journal, entries ...Entry) []Event {
	t.Helper()
	events, err := j.Append(context.Background(), entries...)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// wrote is an entry of a text.
func wrote(text string) Entry {
	return Entry{At: morning(), Module: "empathy", Activity: "last-time", Run: "r1", Data: Wrote{Field: "f", Text: text}}
}

// id is the nth id of a test; their order is that of n.
func id(n int) string { return fmt.Sprintf("01KJ%022d", n) }

// entries are n things a diligent learner does, one a minute.
func entries(n int) []Entry {
	at := morning()
	var all []Entry
	for i := range n {
		module, run := fmt.Sprintf("module-%d", i/200), fmt.Sprintf("run-%d", i/20)
		e := Entry{At: at.Add(time.Duration(i) * time.Minute), Module: module, Activity: fmt.Sprintf("activity-%d", i/20%10), Run: run}
		switch i % 20 {
		case 0:
			e.Data = Started{Hash: "6f1ed002ab5595859014ebf0951522d9", Seed: 1<<63 + uint64(i), Draw: []string{"leave-the-room", "who-pays", "second-arrow"}}
		case 18:
			e.Data = Wrote{Field: "noticed", Asked: "What did you do with your own discomfort?", Text: "I talked over it, and noticed only on the way home."}
		case 19:
			e.Data = Finished{Result: "late-and-stronger"}
		default:
			e.Data = Answered{Question: "leave-the-room", Asked: "After a colleague's bad news you badly want to leave the room. What is that?",
				Picked: []string{"9f86d081"}, Words: []string{"Empathic distress"}, Score: 1, Of: 1}
			if i%2 == 0 {
				e.Data = Chose{Scene: "corridor", Choice: "ask", Words: "You have gone quiet in reviews. I miss the arguing. How are you?",
					To: "bench", Meters: map[string]int{"trust": 4, "days": 3}, Flags: []string{"asked_first"}}
			}
		}
		all = append(all, e)
	}
	return all
}

func content(t testing.TB, j *Journal) []byte {
	t.Helper()
	data, err := os.ReadFile(j.Path())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

package quiz_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearten/quiz"
)

// expected is what ts-fsrs made of one history of reviews.
type expected struct {
	Reviews [][5]float64 // days since the one before, grade, interval, stability, difficulty
	Later   int
	Recall  float64
}

func expectedHistories(t *testing.T) []expected {
	t.Helper()
	data, err := os.ReadFile("testdata/fsrs.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Histories []expected }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if got := len(file.Histories); got != 1000 {
		t.Fatalf("testdata/fsrs.json has %d histories, want 1000", got)
	}
	return file.Histories
}

// near says that two figures agree to a millionth.
func near(got, want float64) bool { return math.Abs(got-want) <= 1e-6*math.Abs(want) }

func TestSchedulesAsTsFsrsDoes(t *testing.T) {
	for i, history := range expectedHistories(t) {
		var m quiz.Memory
		var all []quiz.Reviewed
		today := quiz.Day(19723)
		for j, want := range history.Reviews {
			today += quiz.Day(want[0])
			r := quiz.Reviewed{Day: today, Grade: quiz.Grade(want[1])}
			interval := m.Interval(today, r.Grade)
			m, all = m.After(r), append(all, r)
			if interval != int(want[2]) || m.Due != today+quiz.Day(interval) || !near(m.Stability, want[3]) || !near(m.Difficulty, want[4]) {
				t.Fatalf("history %d, review %d of %v\n got an interval of %d and %+v\nwant an interval of %v, stability %v, difficulty %v",
					i, j, history.Reviews, interval, m, want[2], want[3], want[4])
			}
		}
		if got := quiz.Remember(all); got != m {
			t.Errorf("history %d: Remember gives %+v, want what the reviews gave one by one, %+v", i, got, m)
		}
		if got := m.Retrievability(today + quiz.Day(history.Later)); !near(got, history.Recall) {
			t.Errorf("history %d: %d days later got a chance of %v, want %v", i, history.Later, got, history.Recall)
		}
	}
}

func TestGradeOf(t *testing.T) {
	right, wrong := quiz.Mark{Score: 1, Of: 1}, quiz.Mark{Of: 1}
	hinted := quiz.Mark{Score: 1, Of: 1, Hints: 1}
	tests := []struct {
		name string
		mark quiz.Mark
		sure string
		want quiz.Grade
	}{
		{"wrong", wrong, "", quiz.Again},
		{"wrong and sure", wrong, quiz.Sure, quiz.Again},
		{"wrong with a hint", quiz.Mark{Of: 1, Hints: 2}, quiz.Guess, quiz.Again},
		{"half right", quiz.Mark{Score: 0.5, Of: 1}, quiz.Sure, quiz.Again},
		{"right with a hint", hinted, "", quiz.Hard},
		{"right with a hint and sure", hinted, quiz.Sure, quiz.Hard},
		{"right by a guess", right, quiz.Guess, quiz.Hard},
		{"right", right, "", quiz.Good},
		{"right, thinks so", right, quiz.ThinkSo, quiz.Good},
		{"right and sure", right, quiz.Sure, quiz.Easy},
		{"a judgement", quiz.Mark{}, quiz.Sure, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := quiz.GradeOf(tt.mark, tt.sure); got != tt.want {
				t.Errorf("GradeOf(%+v, %q) = %d, want %d", tt.mark, tt.sure, got, tt.want)
			}
		})
	}
}

func TestDayOf(t *testing.T) {
	tests := []struct {
		at, day string
		want    quiz.Day
	}{
		{"1970-01-01T00:00:00Z", "1970-01-01", 0},
		{"1969-12-31T23:59:59Z", "1969-12-31", -1},
		{"1970-01-01T23:59:59-11:00", "1970-01-01", 0},
		{"1970-01-01T00:00:00+14:00", "1970-01-01", 0},
		{"2024-02-29T12:00:00Z", "2024-02-29", 19782},
		{"2026-03-29T00:30:00+01:00", "2026-03-29", 20541},
		{"2026-03-29T23:30:00+02:00", "2026-03-29", 20541},
		{"0001-01-01T00:00:00Z", "0001-01-01", -719162},
	}
	for _, tt := range tests {
		at, err := time.Parse(time.RFC3339, tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := quiz.DayOf(at); got != tt.want || got.String() != tt.day {
			t.Errorf("DayOf(%s) = %d, in words %s; want %d, %s", tt.at, got, got, tt.want, tt.day)
		}
	}
}

// offered is what the four grades would give on a day.
func offered(m quiz.Memory, day quiz.Day) (days [4]int) {
	for i := range days {
		days[i] = m.Interval(day, quiz.Grade(i+1))
	}
	return days
}

func TestIntervals(t *testing.T) {
	once := []quiz.Reviewed{{Day: 100, Grade: quiz.Good}}
	tests := []struct {
		name    string
		reviews []quiz.Reviewed
		day     quiz.Day
		want    [4]int
	}{
		{"a card never seen", nil, 100, [4]int{1, 2, 3, 8}},
		{"when due", once, 103, [4]int{1, 9, 14, 24}},
		{"late", once, 140, [4]int{1, 25, 41, 74}},
		{"on the same day", once, 100, [4]int{1, 2, 3, 4}},
		{"the clock set back counts as the same day", once, 40, [4]int{1, 2, 3, 4}},
		{"what is no grade is passed over", append([]quiz.Reviewed{{Day: 90}, {Day: 500, Grade: 5}, {Grade: -1}}, once...), 103, [4]int{1, 9, 14, 24}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := offered(quiz.Remember(tt.reviews), tt.day); got != tt.want {
				t.Errorf("got %v days for again, hard, good, easy, want %v", got, tt.want)
			}
		})
	}
}

func TestNoIntervalIsLongerThanTheLongest(t *testing.T) {
	old := quiz.Memory{Stability: 36500, Difficulty: 1, Last: 0, Due: 36500}
	for g := quiz.Hard; g <= quiz.Easy; g++ {
		if got := old.Interval(40000, g); got != 36500 {
			t.Errorf("got an interval of %d for grade %d, want 36500", got, g)
		}
	}
	if got := old.Interval(40000, 0); got != 0 {
		t.Errorf("got an interval of %d for no grade, want 0", got)
	}
}

func TestStabilityHasBounds(t *testing.T) {
	grown := quiz.Memory{Stability: 36000, Difficulty: 1}.After(quiz.Reviewed{Day: 400_000, Grade: quiz.Easy})
	if grown.Stability != 36500 || grown.Due != 436_500 {
		t.Errorf("the greatest growth ends at %+v, want a stability of 36500 days", grown)
	}
	lost := quiz.Remember(slices.Repeat([]quiz.Reviewed{{Day: 100, Grade: quiz.Again}}, 60))
	if lost.Stability != 0.001 || lost.Due != 101 {
		t.Errorf("forgotten sixty times on a day gives %+v, want a stability of 0.001 days and due the day after", lost)
	}
}

func TestAReviewOnTheSameDay(t *testing.T) {
	first := quiz.Remember([]quiz.Reviewed{{Day: 100, Grade: quiz.Good}})
	for g := quiz.Hard; g <= quiz.Easy; g++ {
		if got := first.After(quiz.Reviewed{Day: 100, Grade: g}); got.Stability != first.Stability {
			t.Errorf("grade %d on the same day moves stability from %v to %v; nothing was forgotten yet", g, first.Stability, got.Stability)
		}
	}
	if got := first.After(quiz.Reviewed{Day: 100, Grade: quiz.Again}); got.Stability >= first.Stability {
		t.Errorf("again on the same day leaves stability at %v, want less than %v", got.Stability, first.Stability)
	}
}

func TestRetrievability(t *testing.T) {
	m := quiz.Memory{Stability: 10, Difficulty: 5, Last: 100, Due: 110}
	for day, want := range map[quiz.Day]float64{50: 1, 100: 1, 110: 0.9} {
		if got := m.Retrievability(day); !near(got, want) {
			t.Errorf("on day %d got a chance of %v, want %v", day, got, want)
		}
	}
	if got := (quiz.Memory{}).Retrievability(100); got != 0 {
		t.Errorf("got a chance of %v to remember what was never seen, want 0", got)
	}
}

// anyReviews draws a history, with days that may run backwards.
func anyReviews(t *rapid.T) []quiz.Reviewed {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quiz.Reviewed {
		return quiz.Reviewed{
			Day:   quiz.Day(rapid.IntRange(-800_000, 3_000_000).Draw(t, "day")),
			Grade: quiz.Grade(rapid.IntRange(1, 4).Draw(t, "grade")),
		}
	}), 1, 40).Draw(t, "reviews")
}

func TestMemoryStaysSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m quiz.Memory
		for _, r := range anyReviews(t) {
			before := m
			m = m.After(r)
			if !(m.Stability > 0 && m.Stability <= 36500) || !(m.Difficulty >= 1 && m.Difficulty <= 10) {
				t.Fatalf("after %+v got %+v, want stability above 0 and up to 36500, difficulty 1 to 10", r, m)
			}
			if eight := math.Floor(m.Stability*1e8+0.5) / 1e8; m.Stability != eight {
				t.Fatalf("after %+v stability is %v, want eight decimals, which every machine reckons alike", r, m.Stability)
			}
			if m.Last < r.Day || m.Due < m.Last+1 || m.Due > m.Last+36500 {
				t.Fatalf("after %+v got %+v, want it due 1 to 36500 days after the review", r, m)
			}
			if before != (quiz.Memory{}) && r.Day < before.Last && m != before.After(quiz.Reviewed{Day: before.Last, Grade: r.Grade}) {
				t.Fatalf("after %+v a review on the earlier day %d gave %+v, want it to count as on day %d", before, r.Day, m, before.Last)
			}
		}
	})
}

func TestABetterGradeNeverReturnsSooner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := quiz.Remember(anyReviews(t))
		day := m.Last + quiz.Day(rapid.IntRange(-50, 50_000).Draw(t, "days later"))
		if got := offered(m, day); !slices.IsSorted(got[:]) {
			t.Errorf("on day %d of %+v got %v days for again, hard, good, easy", day, m, got)
		}
	})
}

// BenchmarkRemember reckons 2,000 reviews. Its floor is the two powers and two
// exponentials that the formulae take for each.
func BenchmarkRemember(b *testing.B) {
	reviews := make([]quiz.Reviewed, 2000)
	for i := range reviews {
		reviews[i] = quiz.Reviewed{Day: quiz.Day(20000 + i*i%7 + i*3), Grade: quiz.Grade(1 + i*i%4)}
	}
	var floor time.Duration
	sum := 0.0
	for b.Loop() {
		sum += quiz.Remember(reviews).Stability
		b.StopTimer()
		start := time.Now()
		for _, r := range reviews {
			x := float64(r.Day)
			sum += math.Pow(x, -0.1542) + math.Pow(x, -0.1666) + math.Exp(1/x) + math.Exp(-1/x)
		}
		floor += time.Since(start)
		b.StartTimer()
	}
	if !(sum > 0) {
		b.Fatal(fmt.Sprint("nothing was reckoned: ", sum))
	}
	b.ReportMetric(float64(b.Elapsed())/float64(floor), "x-floor")
}

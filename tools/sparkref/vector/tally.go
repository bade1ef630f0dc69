package vector

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// Line is the release line of a version: "3.5" of "3.5.9".
func Line(version string) string {
	line, _ := catalog.LineOf(version)
	return line
}

// Tally counts how a kind's answers of one release compare.
type Tally struct {
	Counts [Differs + 1]int
	// Differing are the questions on which sparkvet is wrong.
	Differing []Difference
	// Excuses counts the reasons of those that are excused.
	Excuses map[string]int
}

// Difference is one disagreement.
type Difference struct {
	Question, Spark json.RawMessage
	Ours            string
}

func (d Difference) String() string {
	return fmt.Sprintf("%s\n  Spark    %s\n  sparkvet %s", d.Question, d.Spark, d.Ours)
}

// Tally compares all answers of one release line.
func (k *Kind) Tally(release string, questions, answers []json.RawMessage) (*Tally, error) {
	t := &Tally{Excuses: map[string]int{}}
	for i, q := range questions {
		outcome, err := k.Compare(release, q, answers[i])
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", k.Name, q, err)
		}
		t.Counts[outcome.State]++
		switch outcome.State {
		case Differs:
			t.Differing = append(t.Differing, Difference{q, answers[i], outcome.Text})
		case Excused:
			t.Excuses[outcome.Text]++
		}
	}
	return t, nil
}

// Of returns the answers of one release line to all questions of a file.
func (f *File) Of(release string) (questions, answers []json.RawMessage) {
	later := map[string]bool{}
	for i := len(f.Releases) - 1; i >= 0 && Line(f.Releases[i]) != release; i-- {
		later[Line(f.Releases[i])] = true
	}
	for _, v := range f.Vectors {
		var says json.RawMessage
		for _, a := range v.Answers {
			if !later[a.Since] {
				says = a.Says
			}
		}
		questions, answers = append(questions, v.Question), append(answers, says)
	}
	return questions, answers
}

// String is the tally's row: agreements, undecided, excused, differences.
func (t *Tally) String() string {
	var b strings.Builder
	for _, n := range t.Counts {
		fmt.Fprintf(&b, "%10d", n)
	}
	return b.String()
}

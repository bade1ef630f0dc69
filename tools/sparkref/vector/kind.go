package vector

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
)

// Kind is one kind of question.
type Kind struct {
	// Name of the kind, of its vectors' file and of the class that asks Spark:
	// "value".
	Name string
	// Doc says in a line what is asked, and of which class of Spark.
	Doc string
	// Sample is how many random questions are checked in with their answers.
	Sample int
	// Fixed are questions that are always asked, before the random ones.
	Fixed []any
	// Random makes a question.
	Random func(r *rand.Rand) any
	// Compare says how sparkvet's answer for a release line stands to Spark's.
	Compare func(release string, question, answer json.RawMessage) (Outcome, error)
	// Rates, where a kind has some, sums up a release in lines of their own.
	Rates func(release string, questions, answers []json.RawMessage) (string, error)
}

// Outcome is how sparkvet's answer stands to Spark's.
type Outcome struct {
	State State
	// Text is, for Differs, what sparkvet says; for Excused and Undecided, why.
	Text string
}

// State is one of four ways in which two answers can stand to each other.
type State int

// The states.
const (
	Agrees    State = iota
	Undecided       // sparkvet says that it cannot know
	Excused         // they differ, for a reason that README.md lists
	Differs
)

// Kinds are all kinds of question, in the order in which they build on one
// another.
func Kinds() []*Kind {
	return []*Kind{propertiesKind(), submitKind(), valueKind(), runtimeKind(), sizingKind(), startKind(), jvmKind()}
}

// KindNamed finds a kind.
func KindNamed(name string) (*Kind, error) {
	for _, k := range Kinds() {
		if k.Name == name {
			return k, nil
		}
	}
	return nil, fmt.Errorf("there is no kind of question %q", name)
}

// Questions makes the kind's fixed questions and n random ones; the same seed
// makes the same questions.
func (k *Kind) Questions(n int, seed uint64) ([]json.RawMessage, error) {
	r := rand.New(rand.NewPCG(seed, 0))
	all := append([]any{}, k.Fixed...)
	for range n {
		all = append(all, k.Random(r))
	}
	questions := make([]json.RawMessage, len(all))
	for i, q := range all {
		text, err := json.Marshal(q)
		if err != nil {
			return nil, err
		}
		questions[i] = text
	}
	return questions, nil
}

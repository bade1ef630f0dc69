package facts

import (
	"math"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// Kind is the type of a fact's value.
type Kind string

// The kinds of value.
const (
	Int    Kind = "int"
	Float  Kind = "float"
	Bool   Kind = "bool"
	String Kind = "string"
	List   Kind = "list" // of strings
)

// State says how much is known of a fact.
type State string

// The states of a fact. Undecided: something it needs is unknown, or Spark
// refuses it. Inapplicable: it has no meaning for this job.
const (
	Known        State = "known"
	Undecided    State = "undecided"
	Inapplicable State = "inapplicable"
)

// Value is the value of a known fact: the field that Kind names holds it.
type Value struct {
	Kind  Kind
	Int   int64
	Float float64
	Bool  bool
	Text  string
	List  []string
}

func whole(n int64) Value       { return Value{Kind: Int, Int: n} }
func decimal(f float64) Value   { return Value{Kind: Float, Float: f} }
func boolean(b bool) Value      { return Value{Kind: Bool, Bool: b} }
func text(s string) Value       { return Value{Kind: String, Text: s} }
func list(items []string) Value { return Value{Kind: List, List: items} }

// number returns a numeric value as a double, as Spark multiplies sizes.
func (v Value) number() float64 {
	if v.Kind == Int {
		return float64(v.Int)
	}
	return v.Float
}

// quoted shows a text of the job in a reason, cut where it is too long to read.
func quoted(s string) string {
	if len(s) > 60 {
		return strconv.Quote(s[:60]) + "…"
	}
	return strconv.Quote(s)
}

// equal reports whether two values are the same.
func (v Value) equal(w Value) bool {
	if v.Kind != w.Kind || v.Int != w.Int || v.Float != w.Float || v.Bool != w.Bool || v.Text != w.Text || len(v.List) != len(w.List) {
		return false
	}
	for i := range v.List {
		if v.List[i] != w.List[i] {
			return false
		}
	}
	return true
}

// String shows the value as formulas do: plain digits, the shortest float that
// reads back the same, a list's elements side by side.
func (v Value) String() string {
	switch v.Kind {
	case Int:
		return strconv.FormatInt(v.Int, 10)
	case Float:
		if math.Abs(v.Float) < 1e15 {
			return strconv.FormatFloat(v.Float, 'f', -1, 64)
		}
		return strconv.FormatFloat(v.Float, 'g', -1, 64)
	case Bool:
		return strconv.FormatBool(v.Bool)
	case List:
		return strings.Join(v.List, " ")
	}
	return v.Text
}

// plain returns the value as a plain Go value for JSON and Rego.
func (v Value) plain() any {
	switch v.Kind {
	case Int:
		return v.Int
	case Float:
		return v.Float
	case Bool:
		return v.Bool
	case List:
		return v.List
	}
	return v.Text
}

// result is what evaluating a formula gives.
type result struct {
	state  State
	reason conf.Reason
	value  Value
}

func known(v Value) result                   { return result{state: Known, value: v} }
func undecided(reason conf.Reason) result    { return result{state: Undecided, reason: reason} }
func inapplicable(reason conf.Reason) result { return result{state: Inapplicable, reason: reason} }

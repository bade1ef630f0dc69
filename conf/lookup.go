package conf

import (
	"math"
	"reflect"
	"strconv"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// State says how much is known of the value that Spark uses for a key.
type State string

// The states of a looked-up key.
const (
	Written   State = "written"   // some layer wrote it, and it parses
	Defaulted State = "defaulted" // nobody wrote it; Spark's default applies
	Absent    State = "absent"    // nobody wrote it, and Spark has no default
	Unknown   State = "unknown"   // it cannot be known from the files; Value.Unknown says why
	Invalid   State = "invalid"   // it is written, and Spark refuses it
)

// Lookup is what Spark uses for a key, and why.
type Lookup struct {
	State State
	Value Value
	// Setting holds the stack when some layer wrote the key.
	Setting *Setting
}

// Lookup finds the value that Spark uses for a key, by its current name.
func (j *Job) Lookup(name string) Lookup {
	if s := j.settings[name]; s != nil {
		if a := s.Effective(); a != nil {
			state := Written
			switch {
			case a.Value.Unknown != "":
				state = Unknown
			case a.Value.Invalid != "":
				state = Invalid
			}
			return Lookup{State: state, Value: a.Value, Setting: s}
		}
	}
	if j.Unseen != "" {
		return Lookup{State: Unknown, Value: Value{Unknown: j.Unseen}}
	}
	key := j.Catalog.Key(name)
	if key == nil {
		return Lookup{State: Absent}
	}
	switch key.Default.Kind {
	case catalog.Fallback:
		return j.Lookup(key.Default.Text)
	case catalog.Literal:
		v := j.typed(key, name, Value{Raw: key.Default.Text})
		if v.Unknown != "" {
			return Lookup{State: Unknown, Value: v}
		}
		return Lookup{State: Defaulted, Value: v}
	case catalog.Computed:
		return Lookup{State: Unknown, Value: Value{Unknown: "Spark computes the default where it runs"}}
	case catalog.Varies:
		return Lookup{State: Unknown, Value: Value{Unknown: Reason("the default depends on the Spark version: " + key.Default.Text)}}
	}
	return Lookup{State: Absent}
}

// Restates reports whether a setting, written once, has the value that Spark
// would use without it. Where the release is unknown, all must agree; a
// platform's defaults are not Spark's.
func (j *Job) Restates(s *Setting) bool {
	a := s.Effective()
	if a == nil || len(s.Stack) != 1 || a.Value.Typed == nil || s.Key == nil || s.Key.Default.Kind != catalog.Literal {
		return false
	}
	for _, l := range j.Layers {
		if l.Kind == PlatformLayer {
			return false
		}
	}
	return reflect.DeepEqual(a.Value.Typed, j.typed(s.Key, s.Name, Value{Raw: s.Key.Default.Text}).Typed)
}

// defaultText returns the text of a key's default, following fallbacks.
func (j *Job) defaultText(name string) (string, bool) {
	key := j.Catalog.Key(name)
	if key == nil {
		return "", false
	}
	switch key.Default.Kind {
	case catalog.Literal:
		return key.Default.Text, true
	case catalog.Fallback:
		return j.defaultText(key.Default.Text)
	}
	return "", false
}

// translate turns the text of an older key into what it means for the current
// one, where SparkConf.AlternateConfig does. It reads the text before anybody
// else does.
func translate(key *catalog.Key, written, text string) (string, *Refusal) {
	for _, alt := range key.Alternatives {
		if alt.Name != written {
			continue
		}
		switch alt.Translation {
		case "mb-to-kib":
			mb, ok := parseDouble(trimJava(text))
			if !ok {
				return "", refuse("type", "should be a number of MiB, but was %q", text)
			}
			return strconv.Itoa(int(toInt(mb*1000))) + "k", nil // SparkConf multiplies by 1000
		case "times-10-seconds":
			n, refusal := parseInteger("long", text, text, 64)
			if refusal != nil {
				return "", refusal
			}
			return strconv.FormatInt(int64(n.number)*10, 10) + "s", nil
		}
	}
	return text, nil
}

// toInt converts as Java's (int) does: it stops at the ends, and NaN is 0.
func toInt(f float64) int32 {
	switch {
	case math.IsNaN(f):
		return 0
	case f >= math.MaxInt32:
		return math.MaxInt32
	case f <= math.MinInt32:
		return math.MinInt32
	}
	return int32(f)
}

package facts

import (
	"math"
	"slices"
	"strconv"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
)

// Expr is a formula over settings and other facts: a tree that evaluates,
// prints itself and checks its units. Its operators are in this package.
type Expr interface {
	evaluate(s *Set) result
	// explain writes the formula, in parentheses if it binds looser than its
	// surroundings, or notes the settings it reads.
	explain(e *explanation, surroundings int)
	check(c *checker) signature
}

// constant is a number or word that stands in Spark's source, or in the
// cluster's defaults, and that no setting changes.
type constant struct {
	value Value
	unit  string
	name  string // what formulas call it; the value itself when empty
}

// named returns a whole number with the name that formulas give it.
func named(n int64, unit, name string) Expr { return &constant{whole(n), unit, name} }

// ratio returns a number without a unit.
func ratio(f float64, name string) Expr { return &constant{decimal(f), Ratio, name} }

// word returns a text.
func word(s string) Expr { return &constant{text(s), None, ""} }

func (c *constant) evaluate(*Set) result { return known(c.value) }

func (c *constant) explain(e *explanation, _ int) {
	switch {
	case e.style == uses:
	case e.style == words && c.name != "":
		e.write(c.name)
	default:
		e.write(c.value.String())
	}
}

// setting is the value that Spark uses for a key, in a unit.
type setting struct {
	key
	kind Kind
	unit string
	// least and most bound the values with which Spark starts, where the key's
	// own check does not.
	least, most float64
	// flag: the text is handed to the JVM as -Xmx, and reads as the JVM reads it.
	flag bool
	// bare: a number without a unit is bytes here, whatever the key's own unit.
	bare bool
}

func read(name string, kind Kind, unit string) *setting {
	return &setting{key: keyOf(name), kind: kind, unit: unit, least: math.Inf(-1), most: math.Inf(1)}
}

func mebibytes(name string) *setting { return read(name, Int, MiB) }
func count(name string) *setting     { return read(name, Int, Count) }
func cores(name string) *setting     { return read(name, Int, Cores) }
func fraction(name string) *setting  { return read(name, Float, Ratio) }
func textOf(name string) *setting    { return read(name, String, None) }
func listOf(name string) *setting    { return read(name, List, None) }

// heapFlag reads a size that spark-submit passes to the JVM as -Xmx, unread.
func heapFlag(name string) *setting {
	s := mebibytes(name)
	s.flag = true
	return s
}

// bareBytes reads a size by SparkConf.getSizeAsBytes or Utils.memoryStringToMb.
func bareBytes(name, unit string) *setting {
	s := read(name, Int, unit)
	s.bare = true
	return s
}

// from says that Spark refuses smaller values.
func (x *setting) from(least float64) *setting { x.least = least; return x }

// within says that Spark refuses values outside the closed range.
func (x *setting) within(least, most float64) *setting { x.least, x.most = least, most; return x }

func (x *setting) evaluate(s *Set) result {
	l := s.lookup(x.key)
	if reason := unread(x.name, l); reason != "" {
		return undecided(reason)
	}
	v, reason := x.convert(s.job.Catalog.Release, &l.Value)
	switch {
	case reason != "":
		return undecided(reason)
	case v.Kind != Int && v.Kind != Float:
	case !(v.number() >= x.least): // NaN is below every bound
		return undecided(conf.Reason("Spark refuses " + x.name + " below " + decimal(x.least).String()))
	case v.number() > x.most:
		return undecided(conf.Reason("Spark refuses " + x.name + " above " + decimal(x.most).String()))
	}
	return known(v)
}

// unread says why a looked-up key has no value to work with; empty when it has.
func unread(key string, l *conf.Lookup) conf.Reason {
	switch l.State {
	case conf.Unknown:
		return conf.Reason(key + ": " + string(l.Value.Unknown))
	case conf.Absent:
		return conf.Reason(key + " is not written, and has no default")
	case conf.Invalid:
		if l.Value.InvalidKind == "range" || l.Value.InvalidKind == "choice" {
			return conf.Reason("Spark refuses the value of " + key)
		}
		return conf.Reason(key + " does not parse")
	}
	return ""
}

// convert turns a typed value of the model into the setting's unit.
func (x *setting) convert(release string, written *conf.Value) (Value, conf.Reason) {
	if x.flag {
		n, ok := parseHeapFlag(written.Raw)
		if !ok {
			return Value{}, conf.Reason("java refuses " + quoted("-Xmx"+written.Raw))
		}
		return whole(n), ""
	}
	typed := written.Typed
	if x.bare {
		typed, _ = conf.Parse(release, &catalog.Key{Type: catalog.Bytes, Unit: catalog.Byte}, written.Raw)
	}
	switch v := typed.(type) {
	case conf.Bytes:
		if x.unit == MiB {
			return whole(v.MiB()), ""
		}
		return whole(int64(v)), ""
	case conf.Millis:
		return whole(int64(v)), ""
	case int64:
		if x.kind == Float { // a decimal in some releases
			return decimal(float64(v)), ""
		}
		return whole(v), ""
	case float64:
		return decimal(v), ""
	case bool:
		return boolean(v), ""
	case []string:
		return list(v), ""
	case string:
		return x.parse(v)
	}
	return Value{}, mixed(x.name)
}

// mixed is the reason when the releases that are possible read a key in
// different ways.
func mixed(key string) conf.Reason {
	return conf.Reason("how " + key + " reads depends on the Spark version")
}

// parse reads the text of a key whose type no catalogue knows.
func (x *setting) parse(s string) (Value, conf.Reason) {
	switch {
	case x.kind == String:
		return text(s), ""
	case x.kind == Int && x.unit != MiB && x.unit != Bytes && x.unit != Millis:
		if n, err := strconv.ParseInt(s, 10, 32); err == nil {
			return whole(n), ""
		}
	case x.kind == Float:
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return decimal(f), ""
		}
	default:
		return Value{}, mixed(x.name)
	}
	return Value{}, conf.Reason(x.name + " does not parse")
}

func (x *setting) explain(e *explanation, _ int) {
	e.use(x.key)
	if e.style != numbers {
		e.write(x.name)
		return
	}
	r := x.evaluate(e.set)
	if r.state != Known {
		e.write("?")
		return
	}
	e.write(r.value.String())
}

// reference is the value of another fact.
type reference struct {
	name   string
	number int // in the table
	// brief: formulas name the other fact instead of writing out its own.
	brief bool
}

func fact(name string) Expr { return &reference{name: name} }

// brief is a fact that has a meaning of its own to the reader of a formula.
func brief(name string) Expr { return &reference{name: name, brief: true} }

func (x *reference) evaluate(s *Set) result {
	f := s.at(x.number)
	return result{f.State, f.Reason, f.Value}
}

// explain writes the other fact's formula in its place; without a job, where
// every branch would be written out, its name.
func (x *reference) explain(e *explanation, surroundings int) {
	switch {
	case e.set == nil:
		e.write(x.name)
	case e.style == uses:
		e.useAll(e.set.at(x.number).Uses)
	case x.brief && e.style == words:
		e.write(x.name)
	case x.brief:
		e.write(e.set.at(x.number).shown())
	default:
		x.definition(e.set).Expr.explain(e, surroundings)
	}
}

func (x *reference) definition(s *Set) *Definition {
	return &s.registry.table[x.number]
}

// outcome is the end of a branch that has no value, and says why.
type outcome struct{ result result }

// unknowable: settings alone do not tell.
func unknowable(reason conf.Reason) Expr { return &outcome{undecided(reason)} }

// meaningless: there is no such thing in this job.
func meaningless(reason conf.Reason) Expr { return &outcome{inapplicable(reason)} }

func (x *outcome) evaluate(*Set) result          { return x.result }
func (x *outcome) explain(e *explanation, _ int) { e.write("?") }

// property is something that a job says otherwise than by a setting.
type property struct {
	name string
	kind Kind
	from string // the setting behind it, if there is one
	of   func(s *Set) (Value, conf.Reason)
	// absent: nothing says it, so that the reason is why it has no meaning.
	absent func(s *Set) bool
}

func (x *property) evaluate(s *Set) result {
	v, reason := x.of(s)
	if reason != "" {
		if x.absent != nil && x.absent(s) {
			return inapplicable(reason)
		}
		return undecided(reason)
	}
	return known(v)
}

func (x *property) explain(e *explanation, _ int) {
	if x.from != "" {
		e.deciding++ // a default says nothing that the property's name does not
		e.use(keyOf(x.from))
		e.deciding--
	}
	if e.style != numbers {
		e.write(x.name)
		return
	}
	if r := x.evaluate(e.set); r.state == Known {
		e.write(r.value.String())
		return
	}
	e.write("?")
}

// parseHeapFlag reads the value of -Xmx in whole MiB as the JVM does: a bare
// number is bytes, one suffix letter, nothing else.
func parseHeapFlag(s string) (mebibytes int64, ok bool) {
	shift := 0
	if n := len(s); n > 0 {
		if i := slices.Index([]byte("kmgt"), s[n-1]|0x20); i >= 0 {
			s, shift = s[:n-1], 10*(i+1)
		}
	}
	n, err := strconv.ParseUint(s, 10, 63)
	if err != nil || n > math.MaxInt64>>shift {
		return 0, false
	}
	return int64(n << shift >> 20), true
}

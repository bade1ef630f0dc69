package facts

import (
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// said is a value of the job's profile. Where the profile does not say it, and
// in a job without one, what depends on it is inapplicable.
type said struct {
	name string // of a conf.ProfileKey
	kind Kind
	unit string
}

func profiled(name string, kind Kind, unit string) *said { return &said{name, kind, unit} }

func (x *said) evaluate(s *Set) result {
	v, state := s.job.Profile.Say(x.name)
	return x.read(v, state)
}

func (x *said) read(v conf.ProfileValue, state conf.State) result {
	switch state {
	case conf.Absent:
		return inapplicable(v.Unknown)
	case conf.Unknown:
		return undecided(conf.Reason(x.name + ": " + string(v.Unknown)))
	}
	switch t := v.Typed.(type) {
	case conf.Bytes:
		if x.unit == MiB {
			return known(whole(t.MiB()))
		}
		return known(whole(int64(t)))
	case int64:
		if x.kind == Float {
			return known(decimal(float64(t)))
		}
		return known(whole(t))
	case float64:
		return known(decimal(t))
	case bool:
		return known(boolean(t))
	case string:
		return known(text(t))
	}
	return undecided(conf.Reason(x.name + " does not read"))
}

func (x *said) explain(e *explanation, _ int) {
	if e.set == nil {
		e.write(x.name)
		return
	}
	v, state := e.set.job.Profile.Say(x.name)
	x.write(e, x.name, v, state)
}

func (x *said) write(e *explanation, name string, v conf.ProfileValue, state conf.State) {
	e.useProfile(name, v, state)
	if e.style != numbers {
		e.write(name)
		return
	}
	if r := x.read(v, state); r.state == Known {
		e.write(r.value.String())
		return
	}
	e.write("?")
}

func (x *said) check(c *checker) signature {
	if conf.ProfileKeyNamed(x.name) == nil {
		c.report("a profile does not say %s", x.name)
	}
	return signature{x.kind, x.unit}
}

// ifSaid is what the profile says, or else a formula.
func ifSaid(first *said, otherwise Expr) Expr { return when(says{first.name, ""}, first, otherwise) }

// says asks whether the profile says something, or says a word.
type says struct{ name, word string }

func (c says) test(s *Set) (truth, conf.Reason) {
	v, state := s.job.Profile.Say(c.name)
	switch state {
	case conf.Unknown:
		return maybe, conf.Reason(c.name + ": " + string(v.Unknown))
	case conf.Absent:
		return no, ""
	}
	return truthOf(c.word == "" || v.Raw == c.word), ""
}

func (c says) explain(e *explanation) {
	if e.set != nil {
		v, state := e.set.job.Profile.Say(c.name)
		e.useProfile(c.name, v, state)
	}
	e.write(c.name)
	if c.word == "" {
		e.write(" is in the profile")
		return
	}
	e.write(" is " + c.word)
}

func (c says) check(k *checker) {
	if conf.ProfileKeyNamed(c.name) == nil {
		k.report("a profile does not say %s", c.name)
	}
}

// useProfile notes that a value of the profile is read; what it does not say
// is no use.
func (e *explanation) useProfile(name string, v conf.ProfileValue, state conf.State) {
	if e.style == uses && state != conf.Absent && !e.noted(name) {
		e.set.pending = append(e.set.pending, Use{Key: name, Lookup: conf.Lookup{State: state, Value: v.Value}, Profile: &v})
	}
}

// workers is a formula over each kind of worker of the profile's cluster, made
// for each job: their sum, or the largest.
type workers struct {
	*operator
	// of is the formula for one kind; words is what stands for all of them
	// where there is no job.
	of    func(w *conf.ProfileBlock, number string) Expr
	words string
	kind  Kind
	unit  string
}

// mostWorkers bounds the work that a hostile file can make.
const mostWorkers = 64

func (x *workers) made(s *Set) Expr {
	if s.job.Profile.Cluster == nil {
		return profiled("worker.count", x.kind, x.unit) // says why there is none
	}
	kinds := s.job.Profile.Cluster.Workers
	switch {
	case len(kinds) == 0:
		return meaningless("the cluster profile has no worker")
	case len(kinds) > mostWorkers:
		return unknowable("the cluster profile has too many kinds of worker")
	}
	parts := make([]Expr, len(kinds))
	for i, w := range kinds {
		number := ""
		if len(kinds) > 1 {
			number = "[" + strconv.Itoa(i+1) + "]"
		}
		parts[i] = x.of(w, number)
	}
	return &operation{x.operator, parts}
}

func (x *workers) evaluate(s *Set) result { return x.made(s).evaluate(s) }

func (x *workers) explain(e *explanation, surroundings int) {
	if e.set == nil {
		e.write(x.words)
		return
	}
	x.made(e.set).explain(e, surroundings)
}

func (x *workers) check(c *checker) signature {
	sample := &conf.ProfileBlock{}
	if got := x.of(sample, "").check(c); got != (signature{x.kind, x.unit}) {
		c.report("the formula of a worker gives %s in %q", got.kind, got.unit)
	}
	return signature{x.kind, x.unit}
}

// ofWorker is what one kind of worker says; number tells it from the others.
type ofWorker struct {
	said
	worker *conf.ProfileBlock
	number string
}

func (x *ofWorker) evaluate(*Set) result {
	v, state := x.worker.Lookup(x.name)
	return x.read(v, state)
}

func (x *ofWorker) explain(e *explanation, _ int) {
	v, state := x.worker.Lookup(x.name)
	first, rest, _ := strings.Cut(x.name, ".")
	x.write(e, first+x.number+"."+rest, v, state)
}

// firstSaid is the first of some values that a kind of worker says.
func firstSaid(w *conf.ProfileBlock, number string, kind Kind, unit string, names ...string) Expr {
	for _, name := range names[:len(names)-1] {
		if _, state := w.Lookup(name); state != conf.Absent {
			return &ofWorker{said{name, kind, unit}, w, number}
		}
	}
	return &ofWorker{said{names[len(names)-1], kind, unit}, w, number}
}

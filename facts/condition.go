package facts

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// truth is the answer to a condition: it is decided, or it may be either.
type truth int8

const (
	no truth = iota
	yes
	maybe
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// condition is a question about a job. A reason goes with maybe.
type condition interface {
	test(s *Set) (truth, conf.Reason)
	explain(e *explanation)
	check(c *checker)
}

// on asks for one of some cluster managers.
type on []conf.ClusterManager

func (c on) test(s *Set) (truth, conf.Reason) {
	if s.managerReason != "" {
		return maybe, s.managerReason
	}
	return truthOf(slices.Contains(c, s.manager)), ""
}

// explain notes no use of spark.master, on which nearly everything depends.
func (c on) explain(e *explanation) {
	switch {
	case e.style == uses:
		return
	case slices.Equal(c, on{conf.Local}):
		e.write("in local mode")
		return
	}
	e.write("on " + strings.ReplaceAll(Scope{Managers: c}.String(), ", ", " or "))
}

func (c on) check(*checker) {}

// in asks for a deploy mode.
type in conf.DeployMode

func (c in) test(s *Set) (truth, conf.Reason) {
	if s.modeReason != "" {
		return maybe, s.modeReason
	}
	return truthOf(s.mode == conf.DeployMode(c)), ""
}

func (c in) explain(e *explanation) {
	e.write("in " + string(c) + " mode")
}

func (c in) check(*checker) {}

// language asks for one of some languages of the application.
type language []string

func (c language) test(s *Set) (truth, conf.Reason) {
	spoken := s.job.Application.Language
	if spoken == "" {
		return maybe, "the application's language is not known"
	}
	return truthOf(slices.Contains(c, spoken)), ""
}

func (c language) explain(e *explanation) {
	e.write("the application is in " + strings.Join(c, " or "))
}

func (c language) check(*checker) {}

// since asks for a Spark release line or a newer one.
type since struct{ major, minor int }

func (c since) test(s *Set) (truth, conf.Reason) {
	t := s.since(c.major, c.minor)
	if t == maybe {
		return maybe, "the Spark version is not known"
	}
	return t, ""
}

func (c since) explain(e *explanation) {
	e.write("since Spark " + strconv.Itoa(c.major) + "." + strconv.Itoa(c.minor))
}

func (c since) check(*checker) {}

// written asks whether some layer writes a key, as SparkConf.contains does.
func written(name string) condition { return &writtenKey{keyOf(name)} }

type writtenKey struct{ key }

func (c *writtenKey) test(s *Set) (truth, conf.Reason) {
	if w := s.job.Setting(c.name); w != nil && w.Effective() != nil {
		return yes, ""
	}
	if s.job.Unseen != "" {
		return maybe, s.job.Unseen
	}
	return no, ""
}

func (c *writtenKey) explain(e *explanation) {
	e.use(c.key)
	e.write(c.name)
	e.write(" is written")
}

func (c *writtenKey) check(k *checker) { k.key(c.name, "", None) }

// enabled asks for a boolean setting.
func enabled(name string) condition { return &enabledKey{keyOf(name)} }

type enabledKey struct{ key }

func (c *enabledKey) test(s *Set) (truth, conf.Reason) {
	l := s.lookup(c.key)
	if reason := unread(c.name, l); reason != "" {
		return maybe, reason
	}
	b, ok := l.Value.Typed.(bool)
	if !ok {
		return maybe, mixed(c.name)
	}
	return truthOf(b), ""
}

func (c *enabledKey) explain(e *explanation) {
	e.use(c.key)
	if t := e.test(c); e.style == numbers && t != maybe {
		e.write(boolean(t == yes).String())
		return
	}
	e.write(c.name)
}

func (c *enabledKey) check(k *checker) { k.key(c.name, Bool, None) }

// notAbove asks whether one formula comes to no more than another.
type notAbove struct{ a, b Expr }

func (c notAbove) test(s *Set) (truth, conf.Reason) {
	for _, r := range []result{c.a.evaluate(s), c.b.evaluate(s)} {
		if r.state != Known {
			return maybe, r.reason
		}
	}
	return truthOf(c.a.evaluate(s).value.number() <= c.b.evaluate(s).value.number()), ""
}

func (c notAbove) explain(e *explanation) {
	c.a.explain(e, additive)
	e.write(" ≤ ")
	c.b.explain(e, additive)
}

func (c notAbove) check(k *checker) {
	if a, b := c.a.check(k), c.b.check(k); a.unit != b.unit {
		k.report("%q and %q do not compare", a.unit, b.unit)
	}
}

// all asks for every one of some conditions.
type all []condition

func (c all) test(s *Set) (truth, conf.Reason) { return connect(s, c, no) }
func (c all) explain(e *explanation)           { join(e, c, " and ") }
func (c all) check(k *checker)                 { checkEach(k, c) }

// anyOf asks for at least one of some conditions.
type anyOf []condition

func (c anyOf) test(s *Set) (truth, conf.Reason) { return connect(s, c, yes) }
func (c anyOf) explain(e *explanation)           { join(e, c, " or ") }
func (c anyOf) check(k *checker)                 { checkEach(k, c) }

// connect tests conditions one of which, answering as settles says, settles
// them all, whatever the others say.
func connect(s *Set, conditions []condition, settles truth) (truth, conf.Reason) {
	open := conf.Reason("")
	for _, c := range conditions {
		t, reason := c.test(s)
		switch {
		case t == settles:
			return settles, ""
		case t == maybe && open == "":
			open = reason
		}
	}
	if open != "" {
		return maybe, open
	}
	return yes - settles, ""
}

func join(e *explanation, conditions []condition, word string) {
	for i, c := range conditions {
		if i > 0 {
			e.write(word)
		}
		if _, nested := c.(anyOf); nested {
			e.write("(")
			c.explain(e)
			e.write(")")
			continue
		}
		c.explain(e)
	}
}

func checkEach(k *checker, conditions []condition) {
	for _, c := range conditions {
		c.check(k)
	}
}

// not asks for the contrary.
type not struct{ condition }

func (c not) test(s *Set) (truth, conf.Reason) {
	t, reason := c.condition.test(s)
	if t == maybe {
		return maybe, reason
	}
	return yes - t, ""
}

func (c not) explain(e *explanation) {
	e.write("not ")
	c.condition.explain(e)
}

package facts

// branch is one formula or another. Without an else it counts as nothing when
// the condition does not hold: sums, maxima and minima leave it out.
type branch struct {
	condition   condition
	then, other Expr
}

// when chooses between two formulas.
func when(c condition, then, otherwise Expr) Expr { return &branch{c, then, otherwise} }

// only is a formula that counts as nothing where the condition does not hold.
func only(c condition, then Expr) Expr { return &branch{c, then, nil} }

// orElse is the value of the first key that somebody wrote, or else a formula.
func orElse(first *setting, otherwise Expr) Expr {
	return when(written(first.name), first, otherwise)
}

func (x *branch) evaluate(s *Set) result {
	switch t, reason := x.condition.test(s); t {
	case yes:
		return x.then.evaluate(s)
	case no:
		return x.otherwise().evaluate(s)
	default:
		// It does not matter which branch is taken when both lead to the same.
		a, b := x.then.evaluate(s), x.otherwise().evaluate(s)
		if a.state == Known && b.state == Known && a.value.equal(b.value) {
			return b
		}
		return undecided(reason)
	}
}

// nothing is what a branch without an else comes to.
var nothing Expr = &constant{value: whole(0)}

func (x *branch) otherwise() Expr {
	if x.other == nil {
		return nothing
	}
	return x.other
}

func (x *branch) explain(e *explanation, surroundings int) {
	switch t := e.test(x.condition); {
	case t == maybe && !x.sameEitherWay(e):
		e.grouped(loosest, surroundings, func() { x.explainBoth(e) })
		return
	case t == yes:
		x.then.explain(e, surroundings)
	default:
		x.otherwise().explain(e, surroundings)
	}
	if e.style == uses {
		e.condition(x.condition)
	}
}

// sameEitherWay reports whether it does not matter, to the reader of one
// branch, that it may be the other: they give the same value, or they read
// alike and differ only in how they take the text of a setting.
func (x *branch) sameEitherWay(e *explanation) bool {
	switch {
	case e.set != nil && x.evaluate(e.set).state == Known:
		return true
	case x.other == nil || e.style == uses:
		return false
	}
	return e.quote(x.then) == e.quote(x.other)
}

// explainBoth writes both branches and what chooses between them.
func (x *branch) explainBoth(e *explanation) {
	x.then.explain(e, additive)
	if x.isOrElse() {
		e.write(" or else ")
		x.other.explain(e, loosest)
		return
	}
	e.write(" if ")
	e.condition(x.condition)
	if x.other != nil {
		e.write(", else ")
		x.other.explain(e, loosest)
	}
}

// isOrElse recognises what orElse makes, where the condition goes without saying.
func (x *branch) isOrElse() bool {
	first, isSetting := x.then.(*setting)
	key, isWritten := x.condition.(*writtenKey)
	return isSetting && isWritten && first.name == key.name && x.other != nil
}

// vanishes reports whether a formula counts as nothing for a job.
func vanishes(x Expr, s *Set) bool {
	if s == nil {
		return false
	}
	switch x := x.(type) {
	case *branch:
		t, _ := x.condition.test(s)
		return (t == no || vanishes(x.then, s)) && (t == yes || x.other == nil || vanishes(x.other, s))
	case *reference:
		return vanishes(x.definition(s).Expr, s)
	case *resources:
		return len(x.limits(s)) == 0
	}
	return false
}

// answer is the truth of a condition, as a value.
type answer struct{ condition condition }

func (x *answer) evaluate(s *Set) result {
	t, reason := x.condition.test(s)
	if t == maybe {
		return undecided(reason)
	}
	return known(boolean(t == yes))
}

func (x *answer) explain(e *explanation, _ int) { x.condition.explain(e) }

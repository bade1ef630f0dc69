package facts

import (
	"math"

	"github.com/sparkvet/sparkvet/conf"
)

// operation applies an operator to its operands, from left to right.
type operation struct {
	*operator
	operands []Expr
}

// operator is how operands are combined, written and checked.
type operator struct {
	// name is the sign between the operands, or the name before them.
	name  string
	infix bool
	binds int
	// identity is the value of an operation whose operands all count as nothing.
	identity Value
	// alone gives the value of the first operand; nil when that is its own.
	alone func(a Value) (Value, conf.Reason)
	// several gives the value of all operands at once, where the others do not.
	several func(operands []Value) (Value, conf.Reason)
	// combine takes in one more operand.
	combine func(a, b Value) (Value, conf.Reason)
	// check takes the operands' kinds and units, and gives the operation's and
	// what is wrong with them, if anything.
	check func(operands []signature) (signature, string)
}

func add(operands ...Expr) Expr      { return &operation{&addition, operands} }
func subtract(operands ...Expr) Expr { return &operation{&subtraction, operands} }
func multiply(operands ...Expr) Expr { return &operation{&multiplication, operands} }
func divide(a, b Expr) Expr          { return &operation{&division, []Expr{a, b}} }
func maximum(operands ...Expr) Expr  { return &operation{&largest, operands} }
func minimum(operands ...Expr) Expr  { return &operation{&smallest, operands} }

// truncate drops the fraction and stops at the ends of an int, as Scala's
// Double.toInt.
func truncate(a Expr) Expr { return &operation{&truncation, []Expr{a}} }

// truncateLong does the same with the ends of a long: Double.toLong.
func truncateLong(a Expr) Expr { return &operation{&longTruncation, []Expr{a}} }

// roundUp is the next whole number.
func roundUp(a Expr) Expr { return &operation{&ceiling, []Expr{a}} }

// ceilTo rounds up to a whole multiple of a step.
func ceilTo(a, step Expr) Expr { return &operation{&stepping, []Expr{a, step}} }

// concatenate joins texts with a blank between them.
func concatenate(operands ...Expr) Expr { return &operation{&concatenation, operands} }

var (
	addition       = operator{name: " + ", infix: true, binds: additive, identity: whole(0), combine: sum, check: sameUnit}
	subtraction    = operator{name: " - ", infix: true, binds: additive, identity: whole(0), combine: difference, check: sameUnit}
	multiplication = operator{name: " × ", infix: true, binds: multiplicative, identity: whole(1), combine: product, check: productUnit}
	division       = operator{name: " ÷ ", infix: true, binds: multiplicative, identity: whole(1), combine: quotient, check: quotientUnit}
	largest        = operator{name: "max", identity: whole(0), combine: larger, check: sameUnit}
	smallest       = operator{name: "min", identity: whole(0), combine: smaller, check: sameUnit}
	truncation     = operator{name: "trunc", alone: toInt, check: wholeUnit}
	longTruncation = operator{name: "trunc", alone: toLong, check: wholeUnit}
	ceiling        = operator{name: "ceil", alone: up, check: wholeUnit}
	stepping       = operator{name: "ceil_to", combine: upTo, check: sameUnit}
	concatenation  = operator{name: ` + " " + `, infix: true, binds: additive, identity: text(""), combine: concatenated, check: onlyText}
)

// evaluate works out all operands, also when one has no value: what is
// inapplicable says more than what is undecided.
func (x *operation) evaluate(s *Set) result {
	total := known(x.identity)
	first := true
	var values []Value
	for _, operand := range x.operands {
		if vanishes(operand, s) {
			continue
		}
		switch r := operand.evaluate(s); {
		case r.state != Known:
			if total.state == Known || total.state == Undecided && r.state == Inapplicable {
				total = r
			}
		case total.state != Known:
		case x.several != nil:
			values = append(values, r.value)
		case first:
			total = x.begin(r.value)
		default:
			total = settle(x.combine(total.value, r.value))
		}
		first = false
	}
	if x.several != nil && total.state == Known {
		return settle(x.several(values))
	}
	return total
}

func (x *operation) begin(v Value) result {
	if x.alone == nil {
		return known(v)
	}
	return settle(x.alone(v))
}

func settle(v Value, reason conf.Reason) result {
	if reason != "" {
		return undecided(reason)
	}
	return known(v)
}

func (x *operation) explain(e *explanation, surroundings int) {
	if e.style == uses {
		for _, operand := range x.operands {
			operand.explain(e, loosest)
		}
		return
	}
	var present []Expr
	for _, operand := range x.operands {
		if !vanishes(operand, e.set) {
			present = append(present, operand)
		}
	}
	switch {
	case len(present) == 0:
		e.write(x.identity.String())
	case len(present) == 1 && x.alone == nil:
		present[0].explain(e, surroundings)
	case x.infix:
		e.grouped(x.binds, surroundings, func() { x.explainInfix(e, present) })
	default:
		e.write(x.name + "(")
		for i, operand := range present {
			if i > 0 {
				e.write(", ")
			}
			operand.explain(e, loosest)
		}
		e.write(")")
	}
}

func (x *operation) explainInfix(e *explanation, operands []Expr) {
	binds := x.binds
	for i, operand := range operands {
		if i == 1 {
			e.write(x.name)
			if x.operator == &subtraction || x.operator == &division {
				binds++ // a - (b - c) is not a - b - c
			}
		} else if i > 1 {
			e.write(x.name)
		}
		operand.explain(e, binds)
	}
}

func sum(a, b Value) (Value, conf.Reason) {
	if a.Kind != Int || b.Kind != Int {
		return decimal(a.number() + b.number()), ""
	}
	n := a.Int + b.Int
	switch {
	case b.Int > 0 && n < a.Int:
		n = math.MaxInt64
	case b.Int < 0 && n > a.Int:
		n = math.MinInt64
	}
	return whole(n), ""
}

func difference(a, b Value) (Value, conf.Reason) {
	if a.Kind == Int && b.Kind == Int {
		return sum(a, whole(-b.Int))
	}
	return decimal(a.number() - b.number()), ""
}

func product(a, b Value) (Value, conf.Reason) {
	if a.Kind != Int || b.Kind != Int {
		return decimal(a.number() * b.number()), ""
	}
	n := a.Int * b.Int
	if a.Int != 0 && n/a.Int != b.Int {
		n = math.MaxInt64
		if (a.Int < 0) != (b.Int < 0) {
			n = math.MinInt64
		}
	}
	return whole(n), ""
}

func quotient(a, b Value) (Value, conf.Reason) {
	if b.number() == 0 {
		return Value{}, "it would be a division by 0"
	}
	return decimal(a.number() / b.number()), ""
}

func larger(a, b Value) (Value, conf.Reason) {
	if b.number() > a.number() {
		return b, ""
	}
	return a, ""
}

func smaller(a, b Value) (Value, conf.Reason) {
	if b.number() < a.number() {
		return b, ""
	}
	return a, ""
}

func toInt(v Value) (Value, conf.Reason) {
	f := v.number()
	switch {
	case math.IsNaN(f):
		return whole(0), ""
	case f >= math.MaxInt32:
		return whole(math.MaxInt32), ""
	case f <= math.MinInt32:
		return whole(math.MinInt32), ""
	}
	return whole(int64(f)), ""
}

func toLong(v Value) (Value, conf.Reason) {
	f := v.number()
	switch {
	case math.IsNaN(f):
		return whole(0), ""
	case f >= math.MaxInt64:
		return whole(math.MaxInt64), ""
	case f <= math.MinInt64:
		return whole(math.MinInt64), ""
	}
	return whole(int64(f)), ""
}

func up(v Value) (Value, conf.Reason) { return toInt(decimal(math.Ceil(v.number()))) }

func upTo(v, step Value) (Value, conf.Reason) {
	if step.Int < 1 || v.Kind != Int {
		return Value{}, "there is no such multiple"
	}
	steps := v.Int / step.Int
	if v.Int%step.Int > 0 {
		steps++
	}
	return product(whole(steps), step)
}

func concatenated(a, b Value) (Value, conf.Reason) { return text(a.Text + " " + b.Text), "" }

package jobspec

import (
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// kind is what an attribute may hold.
type kind struct {
	// wanted completes "memory wants …" in a message.
	wanted string
	// fits judges a value that is not null. It may be unknown, in whole or in
	// part: what is not known fits.
	fits func(cty.Value) bool
	// advice says how to get there; may be empty.
	advice string
	// choices are the only texts there are; any when empty.
	choices []string
}

// choice is a kind of a few words.
func choice(words []string) kind {
	return kind{wanted: "one of " + strings.Join(words, ", "), choices: words, fits: func(v cty.Value) bool {
		return isText(v) && (!v.IsKnown() || v.Type() != cty.String || slices.Contains(words, v.AsString()))
	}}
}

// The kinds of attribute. text is strict, since a bare 4.0 would be read as the
// number 4; a scalar is kept as it was written.
var (
	text       = kind{wanted: "a string in quotes", fits: isText}
	scalar     = kind{wanted: "a string or a number", fits: func(v cty.Value) bool { return isText(v) || is(cty.Number, v) }}
	number     = kind{wanted: "a number", fits: func(v cty.Value) bool { return v.Type() != cty.Bool && converts(v, cty.Number) }}
	boolean    = kind{wanted: "true or false", fits: func(v cty.Value) bool { return converts(v, cty.Bool) }}
	words      = kind{wanted: "a string or a list of strings", fits: func(v cty.Value) bool { return isText(v) || isList(v, isText) }}
	list       = kind{wanted: "a list of strings", fits: func(v cty.Value) bool { return isList(v, isText) }}
	arguments  = kind{wanted: "a list of strings or numbers", fits: func(v cty.Value) bool { return isList(v, isPrimitive) }}
	pairs      = kind{wanted: "a map of strings", fits: isPairs}
	tags       = kind{wanted: "a list or a map of strings", fits: func(v cty.Value) bool { return isList(v, isText) || isPairs(v) }}
	instances  = kind{wanted: "a map or a set of strings", fits: isInstances, advice: "toset([…]) makes a set of a list"}
	date       = kind{wanted: `a date such as "2026-12-31"`, fits: isDate}
	oneCluster = kind{wanted: "a cluster such as cluster.NAME", fits: func(v cty.Value) bool { return is(clusterType, v) }}
	someJobs   = kind{wanted: "a list of jobs such as [job.NAME]", fits: func(v cty.Value) bool { return isList(v, func(v cty.Value) bool { return is(jobType, v) }) }}
	// settings and static are not evaluated like the others: a conf map is
	// walked item by item, and what is static has a reader of its own.
	settings = kind{wanted: `a map such as { "spark.executor.memory" = "4g" }`}
	static   = kind{}
)

// References to clusters and jobs are values of their own, so that they can be
// chosen by an expression and mistaken for nothing else.
var (
	clusterType = cty.Capsule("cluster", reflect.TypeFor[cluster]())
	jobType     = cty.Capsule("job", reflect.TypeFor[job]())
)

// is reports whether a value is of a type, or may turn out to be.
func is(t cty.Type, v cty.Value) bool {
	return v.Type() == cty.DynamicPseudoType || v.Type().Equals(t)
}

func isText(v cty.Value) bool { return is(cty.String, v) }

func isPrimitive(v cty.Value) bool {
	return v.Type() == cty.DynamicPseudoType || v.Type().IsPrimitiveType()
}

func converts(v cty.Value, t cty.Type) bool {
	if !isPrimitive(v) {
		return false
	}
	_, err := convert.Convert(v, t)
	return err == nil
}

func isList(v cty.Value, fits func(cty.Value) bool) bool {
	t := v.Type()
	if t == cty.DynamicPseudoType {
		return true
	}
	return (t.IsTupleType() || t.IsListType() || t.IsSetType()) && all(v, fits)
}

func isPairs(v cty.Value) bool {
	t := v.Type()
	if t == cty.DynamicPseudoType {
		return true
	}
	return (t.IsObjectType() || t.IsMapType()) && all(v, isPrimitive)
}

// all judges the elements of a list or map as far as they are known.
func all(v cty.Value, fits func(cty.Value) bool) bool {
	if !v.IsKnown() || !v.CanIterateElements() {
		return true
	}
	for it := v.ElementIterator(); it.Next(); {
		if _, element := it.Element(); element.IsNull() || !fits(element) {
			return false
		}
	}
	return true
}

func isInstances(v cty.Value) bool {
	t := v.Type()
	return t == cty.DynamicPseudoType || t.IsObjectType() || t.IsMapType() || t.IsSetType() && all(v, isText)
}

var dateForm = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

func isDate(v cty.Value) bool {
	return isText(v) && (!v.IsKnown() || dateForm.MatchString(v.AsString()))
}

// describe names a value in a message.
func describe(v cty.Value) string {
	t := v.Type()
	switch {
	case v.IsNull():
		return "null"
	case !v.IsKnown():
		return "a " + t.FriendlyName()
	case t == cty.String:
		return `"` + excerpt(v.AsString()) + `"`
	case t == cty.Bool, t == cty.Number:
		return excerpt(plainText(v))
	case t.IsCapsuleType():
		return "a reference to a " + t.FriendlyName()
	case t.IsObjectType(), t.IsMapType():
		return "a map"
	}
	return "a list"
}

// plainText writes a known string, number or bool as Spark is to read it:
// numbers without an exponent.
func plainText(v cty.Value) string {
	switch v.Type() {
	case cty.String:
		return v.AsString()
	case cty.Number:
		f := v.AsBigFloat()
		if n, exact := f.Int64(); exact == big.Exact {
			return strconv.FormatInt(n, 10)
		}
		if digits(v) > maxDigits { // as an element of a list, where evaluate does not look
			return f.Text('g', 17)
		}
		return f.Text('f', -1)
	}
	return strconv.FormatBool(v.True())
}

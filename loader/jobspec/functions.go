package jobspec

import (
	"errors"
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// functions are what an expression may call: pure, so that the same file
// always gives the same jobs.
var functions = map[string]function.Function{
	// strings
	"chomp":         stdlib.ChompFunc,
	"format":        bounded(stdlib.FormatFunc, formatCost),
	"formatlist":    bounded(stdlib.FormatListFunc, formatCost),
	"indent":        bounded(stdlib.IndentFunc, indentCost),
	"join":          bounded(stdlib.JoinFunc, joinCost),
	"lower":         stdlib.LowerFunc,
	"regex":         stdlib.RegexFunc,
	"regex_replace": bounded(stdlib.RegexReplaceFunc, replaceCost),
	"regexall":      stdlib.RegexAllFunc,
	"replace":       bounded(stdlib.ReplaceFunc, replaceCost),
	"split":         stdlib.SplitFunc,
	"strlen":        stdlib.StrlenFunc,
	"strrev":        stdlib.ReverseFunc,
	"substr":        stdlib.SubstrFunc,
	"title":         stdlib.TitleFunc,
	"trim":          stdlib.TrimFunc,
	"trimprefix":    stdlib.TrimPrefixFunc,
	"trimspace":     stdlib.TrimSpaceFunc,
	"trimsuffix":    stdlib.TrimSuffixFunc,
	"upper":         stdlib.UpperFunc,
	// collections
	"chunklist":       stdlib.ChunklistFunc,
	"coalesce":        stdlib.CoalesceFunc,
	"coalescelist":    stdlib.CoalesceListFunc,
	"compact":         stdlib.CompactFunc,
	"concat":          stdlib.ConcatFunc,
	"contains":        stdlib.ContainsFunc,
	"distinct":        bounded(stdlib.DistinctFunc, distinctCost),
	"element":         stdlib.ElementFunc,
	"flatten":         stdlib.FlattenFunc,
	"keys":            stdlib.KeysFunc,
	"length":          stdlib.LengthFunc,
	"lookup":          stdlib.LookupFunc,
	"merge":           stdlib.MergeFunc,
	"range":           stdlib.RangeFunc,
	"reverse":         stdlib.ReverseListFunc,
	"setintersection": stdlib.SetIntersectionFunc,
	"setproduct":      bounded(stdlib.SetProductFunc, productCost),
	"setsubtract":     stdlib.SetSubtractFunc,
	"setunion":        stdlib.SetUnionFunc,
	"slice":           stdlib.SliceFunc,
	"sort":            stdlib.SortFunc,
	"values":          stdlib.ValuesFunc,
	"zipmap":          stdlib.ZipmapFunc,
	// numbers
	"abs":      stdlib.AbsoluteFunc,
	"ceil":     stdlib.CeilFunc,
	"floor":    stdlib.FloorFunc,
	"log":      stdlib.LogFunc,
	"max":      stdlib.MaxFunc,
	"min":      stdlib.MinFunc,
	"parseint": stdlib.ParseIntFunc,
	"pow":      stdlib.PowFunc,
	"signum":   stdlib.SignumFunc,
	// encoding and conversion
	"csvdecode":  stdlib.CSVDecodeFunc,
	"jsondecode": bounded(stdlib.JSONDecodeFunc, jsonCost),
	"jsonencode": stdlib.JSONEncodeFunc,
	"tobool":     stdlib.MakeToFunc(cty.Bool),
	"tolist":     stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
	"tomap":      stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
	"tonumber":   stdlib.MakeToFunc(cty.Number),
	"toset":      stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
	"tostring":   stdlib.MakeToFunc(cty.String),
}

// refused are functions that people know from elsewhere, and why they are not
// here.
var refused = map[string]string{
	"file":         "reading files is not supported yet",
	"fileexists":   "reading files is not supported yet",
	"templatefile": "reading files is not supported yet",
	"env":          "the environment may differ where the job is checked; declare a variable",
	"getenv":       "the environment may differ where the job is checked; declare a variable",
	"timestamp":    "the same file has to give the same job every time",
	"uuid":         "the same file has to give the same job every time",
}

// bounded refuses a call whose result would be far larger than its arguments,
// which the meter has counted already.
func bounded(f function.Function, cost func(args []cty.Value) int) function.Function {
	return function.New(&function.Spec{
		Params:   f.Params(),
		VarParam: f.VarParam(),
		Type:     f.ReturnTypeForValues,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if cost(args) > perExpression {
				return cty.NilVal, errors.New("the result would be too large")
			}
			return f.Call(args)
		},
	})
}

// sized is the length of a known string or collection; 1 of anything else.
func sized(v cty.Value) int {
	switch {
	case !v.IsKnown() || v.IsNull():
		return 1
	case v.Type() == cty.String:
		return len(v.AsString())
	case v.CanIterateElements():
		return v.LengthInt()
	}
	return 1
}

// clamp keeps products of costs within an int.
func clamp(cost int) int { return min(cost, perExpression+1) }

// wide is a width or precision of four digits and more in a format's verb.
var wide = regexp.MustCompile(`%[^%a-zA-Z]*[0-9]{4}`)

// formatCost: each verb may repeat an argument ("%[1]s"), or pad to 999.
func formatCost(args []cty.Value) int {
	if len(args) == 0 || args[0].Type() != cty.String || !args[0].IsKnown() || args[0].IsNull() {
		return 0
	}
	layout := args[0].AsString()
	if wide.MatchString(layout) {
		return perExpression + 1
	}
	rounds, longest := 1, 1000
	for _, v := range args[1:] {
		if v.IsKnown() && !v.IsNull() && v.CanIterateElements() {
			rounds = max(rounds, v.LengthInt())
			for it := v.ElementIterator(); it.Next(); {
				_, element := it.Element()
				longest = max(longest, sized(element))
			}
		}
		longest = max(longest, sized(v))
	}
	return clamp(clamp(strings.Count(layout, "%")*longest)*rounds) + rounds*len(layout)
}

func indentCost(args []cty.Value) int {
	spaces, _ := args[0].AsBigFloat().Int64()
	return clamp(int(min(max(spaces, 0), perExpression+1)) * (1 + strings.Count(args[1].AsString(), "\n")))
}

func joinCost(args []cty.Value) int {
	elements := 0
	for _, list := range args[1:] {
		elements += sized(list)
	}
	return sized(args[0]) * elements
}

func replaceCost(args []cty.Value) int { return (1 + sized(args[0])) * sized(args[2]) }

func distinctCost(args []cty.Value) int { return sized(args[0]) * sized(args[0]) }

func productCost(args []cty.Value) int {
	combinations := len(args)
	for _, set := range args {
		combinations = clamp(combinations * max(1, sized(set)))
	}
	return combinations
}

// jsonCost refuses what nests too deep for a recursive reader.
func jsonCost(args []cty.Value) int {
	depth := 0
	for _, c := range args[0].AsString() {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth > maxDepth {
			return perExpression + 1
		}
	}
	return 0
}

package jobspec

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/conf/machine"
)

// sayable are the attributes of a block that say something for the profile: the
// keys under a prefix ("yarn."), or those without one.
func sayable(prefix string) map[string]attribute {
	attributes := map[string]attribute{}
	for key := range conf.ProfileKeys() {
		name, ok := strings.CutPrefix(key.Name, prefix)
		if ok && !strings.Contains(name, ".") {
			attributes[name] = attribute{kind: kindOf(&key)}
		}
	}
	return attributes
}

// kindOf is what the attribute of a profile's key may hold.
func kindOf(key *conf.ProfileKey) kind {
	switch key.Type {
	case catalog.Bytes:
		if strings.HasSuffix(key.Name, "_bytes") {
			return kind{wanted: `a number of bytes or a size such as "5t"`, fits: func(v cty.Value) bool { return fitsSize(v) || fitsNumber(v, key.Least, true) }}
		}
		return kind{wanted: `a size such as "64g"`, fits: fitsSize, advice: "a size stands in quotes and ends in m, g or t"}
	case catalog.Int:
		return kind{wanted: fmt.Sprintf("a whole number from %d on", int64(key.Least)), fits: func(v cty.Value) bool { return fitsNumber(v, key.Least, true) }}
	case catalog.Double:
		return kind{wanted: "a number, not below 0", fits: func(v cty.Value) bool { return fitsNumber(v, key.Least, false) }}
	case catalog.Boolean:
		return boolean
	}
	if len(key.Values) > 0 {
		return choice(key.Values)
	}
	return text
}

// size is a size as people write it for Spark, Kubernetes and machines.
var size = regexp.MustCompile(`(?i)^([0-9]{1,15}) ?(?:([kmgtp])i?b?|b)$`)

// parseSize reads a size in bytes; false when it is none, or none that fits.
func parseSize(s string) (int64, bool) {
	m := size.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	shift := 10 * (1 + strings.Index("kmgtp", strings.ToLower(m[2])))
	if m[2] == "" {
		shift = 0
	}
	return n << shift, err == nil && n <= math.MaxInt64>>shift
}

func fitsSize(v cty.Value) bool {
	if !isText(v) || !v.IsKnown() || v.Type() != cty.String || placeholder.MatchString(v.AsString()) {
		return isText(v)
	}
	n, ok := parseSize(v.AsString())
	return ok && n > 0
}

func fitsNumber(v cty.Value, least float64, whole bool) bool {
	switch {
	case v.Type() == cty.Bool || !isPrimitive(v):
		return false
	case !v.IsKnown() || v.Type() == cty.DynamicPseudoType:
		return true
	}
	n, err := convert.Convert(v, cty.Number)
	if err != nil || isHuge(n) {
		return false
	}
	f, _ := n.AsBigFloat().Float64()
	return f >= least && f <= math.MaxInt64/2 && (!whole || n.AsBigFloat().IsInt())
}

// said turns the values of a block into those of a profile: prefix is that of
// their keys, and inner that of the block among the paths of values.
func (f *file) said(values map[string]written, inner, prefix string) map[string]conf.ProfileValue {
	found := map[string]conf.ProfileValue{}
	for key := range conf.ProfileKeys() {
		name, ok := strings.CutPrefix(key.Name, prefix)
		w, written := values[inner+name]
		if !ok || !written {
			continue
		}
		found[key.Name] = conf.ProfileValue{Value: typed(&key, w.value), At: f.valueSpan(w.attribute.Expr)}
	}
	return found
}

// typed reads the value of a profile's key, which fits its kind.
func typed(key *conf.ProfileKey, w value) conf.Value {
	v := confValue(w, "")
	if v.Unknown != "" {
		return v
	}
	switch key.Type {
	case catalog.Bytes:
		n, ok := parseSize(v.Raw)
		if !ok {
			n, _ = strconv.ParseInt(v.Raw, 10, 64) // a number of bytes
		}
		v.Typed = conf.Bytes(n)
	case catalog.Int:
		v.Typed, _ = strconv.ParseInt(v.Raw, 10, 64)
	case catalog.Double:
		v.Typed, _ = strconv.ParseFloat(v.Raw, 64)
	case catalog.Boolean:
		v.Typed = v.Raw == "true"
	default:
		v.Typed = v.Raw
	}
	return v
}

// profileOf makes the profile that a cluster block says.
func (f *file) profileOf(b *hclsyntax.Block, p *part, s *scope) *conf.ProfileBlock {
	profile := &conf.ProfileBlock{
		Name: label(b), At: f.report.span(b.DefRange()), Values: f.said(p.values, "", ""), Unread: f.unreadPart(b),
	}
	maps.DeleteFunc(profile.Values, func(name string, _ conf.ProfileValue) bool {
		return strings.HasPrefix(name, "worker.") || strings.HasPrefix(name, "workload.")
	})
	var platform *conf.Platform
	if v, state := profile.Lookup("platform"); state == conf.Written {
		platform = conf.PlatformNamed(v.Raw)
		for name, n := range platform.Values {
			if _, written := profile.Values[name]; !written {
				profile.Values[name] = conf.ProfileValue{Value: wholeValue(n), At: v.At, Origin: platform.Title + "'s default"}
			}
		}
	}
	for _, w := range blocksOf(b.Body, "worker") {
		profile.Workers = append(profile.Workers, f.worker(w, platform, s))
	}
	return profile
}

func wholeValue(n int64) conf.Value {
	return conf.Value{Raw: strconv.FormatInt(n, 10), Typed: n}
}

func mebibytes(n int64) conf.Value {
	return conf.Value{Raw: strconv.FormatInt(n, 10) + "m", Typed: conf.Bytes(n << 20)}
}

// worker makes one kind of worker of a cluster: what its block says, and what
// the name of its machine says where the block does not.
func (f *file) worker(b *hclsyntax.Block, platform *conf.Platform, s *scope) *conf.ProfileBlock {
	values := f.values(b.Body, &workerBody, s)
	w := &conf.ProfileBlock{At: f.report.span(b.DefRange()), Values: f.said(values, "", "worker.")}
	f.ordered(w, values, "min", "max")
	f.ordered(w, values, "allocatable_memory", "memory")
	f.ordered(w, values, "allocatable_cores", "cores")
	named, state := w.Lookup("worker.instance_type")
	if state == conf.Absent {
		return w
	}
	w.Name = named.Raw
	known := machine.Lookup(named.Raw)
	derive := func(name string, v conf.Value, origin string) {
		if _, written := w.Values[name]; written {
			return
		}
		if state == conf.Unknown {
			v, origin = conf.Value{Unknown: named.Unknown}, ""
		}
		w.Values[name] = conf.ProfileValue{Value: v, At: named.At, Origin: origin}
	}
	if state == conf.Unknown {
		known = &machine.Type{}
	}
	if known == nil {
		f.unknownMachine(values["instance_type"], values)
		return w
	}
	origin := known.Vendor() + "'s " + known.Name
	derive("worker.cores", wholeValue(known.VCores), origin)
	derive("worker.memory", mebibytes(known.MiB), origin)
	derive("worker.arch", conf.Value{Raw: known.Arch, Typed: known.Arch}, origin)
	if platform != nil && platform.Name == "emr" && known.YARNMiB > 0 {
		derive("worker.allocatable_memory", mebibytes(known.YARNMiB), "Amazon EMR's yarn.nodemanager.resource.memory-mb for "+known.Name)
	}
	f.ordered(w, values, "allocatable_memory", "memory")
	return w
}

// ordered tells when of two sizes that are known the smaller is larger, and was
// written.
func (f *file) ordered(w *conf.ProfileBlock, values map[string]written, smaller, larger string) {
	a, aState := w.Lookup("worker." + smaller)
	b, bState := w.Lookup("worker." + larger)
	at, isWritten := values[smaller]
	if aState != conf.Written || bState != conf.Written || !isWritten || number64(a.Typed) <= number64(b.Typed) {
		return
	}
	f.report.add(at.attribute.Expr.Range(), fmt.Sprintf("%s %s is above %s %s", smaller, excerpt(a.Raw), larger, excerpt(b.Raw)), "")
}

func number64(typed any) float64 {
	switch n := typed.(type) {
	case conf.Bytes:
		return float64(n)
	case int64:
		return float64(n)
	case float64:
		return n
	}
	return 0
}

// unknownMachine tells of a machine that the table does not have, unless the
// worker says itself what it has.
func (f *file) unknownMachine(named written, values map[string]written) {
	_, hasCores := values["cores"]
	_, hasMemory := values["memory"]
	if hasCores && hasMemory {
		return
	}
	advice := "write cores and memory of the worker"
	if near := machine.Nearest(named.AsString()); near != "" {
		advice = "did you mean " + near + "? else " + advice
	}
	f.report.add(named.attribute.Expr.Range(), "the machine "+describe(named.Value)+" is not known", advice)
}

// label is the name of a block; empty when it has none.
func label(b *hclsyntax.Block) string {
	if len(b.Labels) == 0 {
		return ""
	}
	return b.Labels[0]
}

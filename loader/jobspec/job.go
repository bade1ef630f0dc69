package jobspec

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// job is a job block: none, one or, with for_each, many jobs.
type job struct {
	block *hclsyntax.Block
	name  string

	state     state
	ancestors lineage
	own       lineage // empty with for_each, where each instance has its own
	forEach   bool
}

// state tells how far a job's inheritance has been worked out.
type state int

const (
	untouched state = iota
	waiting         // for the jobs it inherits from
	resolved
)

// lineage is what a job is made of, weakest first.
type lineage []ancestor

// ancestor is one part of a job and the block in which it stands.
type ancestor struct {
	*part
	layers []*conf.Layer
}

// value finds what the strongest part says of an attribute.
func (l lineage) value(path string) (written, bool) {
	for i := len(l) - 1; i >= 0; i-- {
		if w, ok := l[i].values[path]; ok {
			return w, true
		}
	}
	return written{}, false
}

// loadJobs works out all jobs, in the order of the text.
func (f *file) loadJobs() {
	if len(f.jobs) > maxBlocks {
		f.report.tooLarge(f.jobs[maxBlocks].block.DefRange(), fmt.Sprintf("this file has %d job blocks: the first %d are read", len(f.jobs), maxBlocks), "split it into several files")
		f.jobs = f.jobs[:maxBlocks]
	}
	for _, j := range f.jobs {
		if j.state == untouched {
			f.resolve(j)
		}
	}
	for _, j := range f.jobs {
		if !f.expand(j) {
			f.report.tooLarge(j.block.DefRange(), fmt.Sprintf("this file makes more than %d jobs", maxJobs), "the first are read, the others are not")
			return
		}
	}
}

// resolve works out what a job inherits and, unless it has for_each, what it
// says itself.
func (f *file) resolve(j *job) {
	j.state = waiting
	f.waiting = append(f.waiting, j)
	j.forEach = j.block.Body.Attributes["for_each"] != nil
	if a := j.block.Body.Attributes["inherits"]; a != nil {
		f.inherit(j, a)
	}
	if !j.forEach {
		j.own = f.own(j, newScope(f.globals))
	}
	f.waiting = f.waiting[:len(f.waiting)-1]
	j.state = resolved
}

// inherit takes over what the jobs of an inherits attribute are made of. What
// cannot be taken over leaves the job's other keys unknown.
func (f *file) inherit(j *job, a *hclsyntax.Attribute) {
	lost := func(why conf.Reason) {
		j.ancestors = append(j.ancestors, ancestor{part: &part{unseen: "it is not known what this job inherits: " + why}})
	}
	v := f.evaluate(a.Expr, newScope(f.globals))
	switch {
	case v.IsNull():
		return
	case !f.fits(a, v, someJobs):
		lost("inherits is not " + conf.Reason(someJobs.wanted))
		return
	case v.unknown != "":
		lost(v.unknown)
		return
	}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		parent := element.EncapsulatedValue().(*job)
		if parent.state == untouched {
			f.resolve(parent)
		}
		switch {
		case parent.state == waiting:
			f.report.add(a.Expr.Range(), "job "+parent.name+" inherits from itself: "+f.circle(parent), "")
			lost("the jobs inherit from one another in a circle")
		case parent.forEach:
			f.report.add(a.Expr.Range(), "job "+parent.name+" has for_each, and cannot be inherited", "keep what is shared in an abstract job without for_each", f.note("the job", parent.block.DefRange()))
			lost("job " + conf.Reason(parent.name) + " has for_each")
		case len(j.ancestors)+len(parent.ancestors)+len(parent.own) > maxAncestors:
			f.report.tooLarge(a.Expr.Range(), fmt.Sprintf("job %s inherits from more than %d blocks", j.name, maxAncestors), "the rest is not taken over")
			lost("there are too many jobs to take it from")
			return
		default:
			j.ancestors = slices.Concat(j.ancestors, parent.ancestors, parent.own)
		}
	}
}

// circle writes the way from a job back to itself.
func (f *file) circle(j *job) string {
	var way []string
	for _, w := range f.waiting[slices.Index(f.waiting, j):] {
		way = append(way, w.name)
	}
	if len(way) > 5 {
		way = append(way[:5:5], "…")
	}
	return strings.Join(append(way, j.name), " → ")
}

// own is what a job says itself, and its environment block on top of that. All
// environments are worked out, so that each is checked.
func (f *file) own(j *job, s *scope) lineage {
	body := j.block.Body
	p := f.part(body, &jobBody, s)
	p.unseen = either(p.unseen, f.unreadPart(j.block))
	own := lineage{{p, p.layers(f.report.span(j.block.DefRange()))}}
	for _, b := range blocksOf(body, "environment") {
		e := f.part(b.Body, &settable, s)
		if f.options.Environment != "" && len(b.Labels) > 0 && b.Labels[0] == f.options.Environment {
			own = append(own, ancestor{e, e.layers(f.report.span(b.DefRange()))})
		}
	}
	return own
}

// expand makes the jobs of one block; false when the file makes too many.
func (f *file) expand(j *job) bool {
	if !j.forEach {
		return f.emit(j, j.name, j.own)
	}
	a := j.block.Body.Attributes["for_each"]
	v := f.evaluate(a.Expr, newScope(f.globals))
	misfit := !f.fits(a, v, instances)
	switch {
	case misfit, v.IsNull(), !v.IsKnown(), v.Type() == cty.DynamicPseudoType, v.Type().IsSetType() && !v.IsWhollyKnown():
		// Once, so that the block is checked and its other settings are seen.
		why := either(v.unknown, "for_each is not "+conf.Reason(instances.wanted))
		own := f.own(j, f.eachScope(cty.DynamicVal, cty.DynamicVal, why))
		own[0].unseen = either(own[0].unseen, "it is not known which jobs for_each makes: "+why)
		return f.emit(j, j.name, own)
	case v.LengthInt() == 0:
		f.own(j, f.eachScope(cty.DynamicVal, cty.DynamicVal, "for_each is empty")) // only to be checked
	}
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if v.Type().IsSetType() {
			key = element
		}
		own := f.own(j, f.eachScope(key, element, v.unknown))
		if !f.emit(j, j.name+"["+strconv.Quote(key.AsString())+"]", own) {
			return false
		}
	}
	return true
}

// eachScope is the scope of one instance of a job with for_each.
func (f *file) eachScope(key, element cty.Value, why conf.Reason) *scope {
	names := maps.Clone(f.globals)
	names["each"] = cty.ObjectVal(map[string]cty.Value{"key": key, "value": element})
	return &scope{context: &hcl.EvalContext{Variables: names, Functions: functions}, each: true, eachUnknown: why}
}

// emit makes one job of what it is made of, unless it is abstract or disabled;
// false when the file makes too many.
func (f *file) emit(j *job, name string, own lineage) bool {
	if own.is("abstract", cty.True) || own.is("enabled", cty.False) {
		return true
	}
	if len(f.loaded) == maxJobs {
		return false
	}
	l := slices.Concat(j.ancestors, own)
	made := &conf.Job{
		Name: name, Kind: "jobspec", Complete: true, At: f.report.span(j.block.DefRange()),
		Application: f.application(l), DefaultsFile: f.defaults.from,
	}
	f.onCluster(made, l)
	made.Profile.Workload = f.workloadOf(l, made.At)
	layer := f.defaults.layer
	if w, ok := l.value("properties_file"); ok {
		made.PropertiesFile = f.fileReference(w)
		layer = f.defaults.skipped
	} else {
		made.Unseen = either(made.Unseen, f.defaults.unseen)
	}
	if layer != nil {
		made.Layers = append(made.Layers, layer)
	}
	for _, a := range l {
		made.Layers = append(made.Layers, a.layers...)
		made.Unseen = either(made.Unseen, a.unseen)
	}
	f.loaded = append(f.loaded, made)
	return true
}

// onCluster puts a job on its cluster, and finds the Spark version it runs.
func (f *file) onCluster(made *conf.Job, l lineage) {
	if w, ok := l.value("cluster"); ok {
		if w.unknown != "" {
			made.Profile.ClusterReason = "it is not known which cluster the job runs on: " + w.unknown
			made.Unseen = either(made.Unseen, made.Profile.ClusterReason)
			return
		}
		made.RunOn(w.EncapsulatedValue().(*cluster).profile)
	}
	if version, written := l.value("spark_version"); written {
		made.SparkVersion, made.SparkVersionAt = "", source.Span{}
		if version.unknown == "" {
			made.SparkVersion, made.SparkVersionAt = version.AsString(), f.valueSpan(version.attribute.Expr)
		}
	}
}

// workloadOf is what the job says of its work, from all it is made of.
func (f *file) workloadOf(l lineage, at source.Span) *conf.ProfileBlock {
	values := map[string]written{}
	for _, a := range l {
		maps.Copy(values, a.values)
	}
	said := f.said(values, "workload.", "workload.")
	if len(said) == 0 {
		return nil
	}
	return &conf.ProfileBlock{At: at, Values: said}
}

// is reports whether an attribute was written and is known to be b.
func (l lineage) is(path string, b cty.Value) bool {
	w, ok := l.value(path)
	return ok && w.unknown == "" && plainText(w.Value) == plainText(b)
}

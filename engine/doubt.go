package engine

import (
	"reflect"
	"slices"
	"strconv"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
)

// doubt is a part of the input document that would be otherwise, if what is not
// known of the job were this or that; and what is not known.
type doubt struct {
	at     policy.Read
	reason string
}

// doubts are those about some reads, each of which may be of a whole part of the
// document.
func (v *view) doubts(reads []policy.Read) []doubt {
	var found []doubt
	for _, read := range reads {
		switch {
		case len(read) == 1 && (read[0] == "keys" || read[0] == "invalid" || read[0] == "assignments"):
			found = append(found, v.written()[read[0]]...)
		case len(read) == 2 && read[0] == "facts":
			for _, name := range factGroups()[read[1]] {
				_, rest := splitFact(name)
				found = append(found, v.doubts([]policy.Read{{"facts", read[1], rest}})...)
			}
		default:
			if reason := v.unknown(read); reason != "" {
				found = append(found, doubt{read, reason})
			}
		}
	}
	return found
}

// unknown says why what a policy reads by name cannot be known; empty when it
// can.
func (v *view) unknown(read policy.Read) string {
	switch {
	case len(read) == 2 && (read[0] == "conf" || read[0] == "unset" || read[0] == "written"):
		switch l := v.job.Lookup(read[1]); l.State {
		case conf.Unknown:
			return read[1] + ": " + string(l.Value.Unknown)
		case conf.Invalid:
			return read[1] + ": " + l.Value.Invalid
		}
	case len(read) == 3 && read[0] == "facts":
		if f := v.set.Get(read[1] + "." + read[2]); f != nil && f.State == facts.Undecided {
			return f.Definition.Name + ": " + string(f.Reason)
		}
	case len(read) == 3 && read[0] == "resource" && read[1] != "unknown":
		if why := unknownAttribute(v.job, read[2]); why != "" {
			return read[2] + ": " + string(why)
		}
	case len(read) == 2 && read[0] == "job":
		return unknownOfJob(read, v.job)
	}
	return ""
}

const unknownVersion = "the Spark version is unknown"

func unknownOfJob(read policy.Read, j *conf.Job) string {
	switch {
	case read[1] == "cluster_manager" && j.Manager == "":
		return "cluster manager: " + string(j.ManagerReason)
	case read[1] == "master":
		return string(j.Lookup("spark.master").Value.Unknown)
	case read[1] == "application":
		return string(j.Application.File.Unknown)
	case read[1] == "deploy_mode" && j.DeployMode == "":
		return "the deploy mode is unknown"
	case (read[1] == "spark_version" || read[1] == "spark_release") && j.Catalog.Release == "":
		return unknownVersion
	}
	return profileReason(read[1], j)
}

// written are the doubts about what is said of the assignments, by part of the
// document. That a value which is not known can be read is taken for granted.
func (v *view) written() map[string][]doubt {
	if v.ofWritten != nil {
		return v.ofWritten
	}
	v.ofWritten = map[string][]doubt{}
	doubtful := func(reason string, at ...string) {
		v.ofWritten[at[0]] = append(v.ofWritten[at[0]], doubt{at, reason})
	}
	place := -1 // in the list of assignments
	for _, name := range v.job.Written() {
		s := v.job.Setting(name)
		if v.job.MayBeRefused(s) {
			doubtful(unknownVersion, "invalid", name)
		}
		for i := range s.Stack {
			a := &s.Stack[i]
			if a.Layer.Kind == conf.PlatformLayer {
				continue
			}
			place++
			if a.Value.Unknown != "" {
				doubtful(a.Key+": "+string(a.Value.Unknown), "assignments", strconv.Itoa(place), "raw")
			}
			if v.job.MayBeDropped(a) {
				doubtful("what spark-submit makes of "+a.Spelling+" is unknown", "assignments", strconv.Itoa(place), "dropped")
			}
			if a == s.Effective() && v.job.MayRestate(s) {
				doubtful(unknownVersion, "assignments", strconv.Itoa(place), "restates")
			}
			if v.job.Catalog.Release == "" && !catalog.Uniform(a.Key) {
				for _, field := range differing(a.Key) {
					doubtful(unknownVersion, "keys", a.Key, field)
				}
			}
		}
	}
	return v.ofWritten
}

// differing are the fields of a key's document that differ between releases.
func differing(key string) []string {
	if known, ok := differences.Load(key); ok {
		return known.([]string)
	}
	var fields []string
	var first map[string]any
	for _, release := range everyRelease() {
		c, err := catalog.Open(release)
		if err != nil {
			panic(err) // the embedded catalogue is tested to open
		}
		entry := keyDocument(c, key)
		if first == nil {
			first = entry
		}
		for _, field := range keyFields {
			if !reflect.DeepEqual(first[field], entry[field]) && !slices.Contains(fields, field) {
				fields = append(fields, field)
			}
		}
	}
	differences.Store(key, fields)
	return fields
}

// differences remembers them: the same keys stand in many files.
var differences sync.Map

// keyFields are the fields that keyDocument may fill.
var keyFields = []string{"status", "current", "since", "translated", "nearest", "distance", "case_only", "releases", "older", "type", "unit", "static", "values", "deprecated"}

// reasons says, each once, why it cannot be known what a rule reads.
func (v *view) reasons(r *Rule) []string {
	var texts []string
	for _, d := range v.doubts(r.Reads) {
		if !slices.Contains(texts, d.reason) {
			texts = append(texts, d.reason)
		}
	}
	return texts
}

// decisive are the reasons that alone keep a rule from being decided, or without
// which it would be; all when there is none of these.
func (v *view) decisive(program *policy.Program, rule int, reasons []string) []string {
	var kept []string
	for _, reason := range reasons {
		var with, without []policy.Read
		for _, d := range v.doubts(program.Rules[rule].Reads) {
			switch {
			case v.told(d.at):
			case d.reason == reason:
				with = append(with, d.at)
			default:
				without = append(without, d.at)
			}
		}
		if !program.SettledBut(rule, v.input, with) || program.SettledBut(rule, v.input, without) {
			kept = append(kept, reason)
		}
	}
	if len(kept) == 0 {
		return reasons
	}
	return kept
}

// told reports whether a part of the document is known, if not the value that it
// is about: whether a setting is written.
func (v *view) told(at policy.Read) bool {
	return (at[0] == "unset" || at[0] == "written") && (v.job.Setting(at[1]) != nil || v.job.Unseen == "")
}

// inDoubt are the parts of the document that some read leads to and that
// cannot be known.
func (v *view) inDoubt(reads []policy.Read) []policy.Read {
	var parts []policy.Read
	for _, d := range v.doubts(reads) {
		if !v.told(d.at) {
			parts = append(parts, d.at)
		}
	}
	return parts
}

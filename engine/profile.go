package engine

import (
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/source"
)

// profileDocument adds what a job's profile says to what policies see of the
// job: plain values, those that are not known are absent.
func profileDocument(j *conf.Job, job map[string]any) {
	if kind, _ := j.WorkloadKind(); kind != "" {
		job["workload"] = kind
	}
	if !j.Profile.Known() {
		return
	}
	for key := range conf.ProfileKeys() {
		if key.Input == "" {
			continue
		}
		if v, state := j.Profile.Say(key.Name); state == conf.Written {
			job[key.Input] = plain(v.Typed)
		}
	}
}

// profileParts describes what profileDocument adds.
func profileParts() object {
	parts := object{}
	for key := range conf.ProfileKeys() {
		if key.Input != "" {
			parts[key.Input] = documented(valueSchema(key.Type), "of the profile: "+key.Doc)
		}
	}
	return parts
}

// profiled says whether a rule that limits itself by the profile applies.
func profiled(a *policy.AppliesTo, j *conf.Job) (applicability, string) {
	if a.Profile && !j.Profile.Known() {
		return inapplicable, ""
	}
	state, reason := applies, ""
	within := func(words []string, word string, why conf.Reason, open bool) {
		switch {
		case len(words) == 0 || state == inapplicable || slices.Contains(words, word):
		case word == "" && open:
			state, reason = unclear, string(why)
		default:
			state, reason = inapplicable, ""
		}
	}
	if len(a.Workloads) > 0 {
		_, workload := j.Profile.Lookup("workload.kind")
		kind, why := j.WorkloadKind()
		within(a.Workloads, kind, why, workload == conf.Unknown)
	}
	if len(a.Platforms) > 0 {
		platform, known := j.Profile.Lookup("platform")
		within(a.Platforms, platform.Raw, platform.Unknown, known == conf.Unknown)
	}
	return state, reason
}

// profileReason says why a part of input.job that the profile gives is not
// known, where it says something that cannot be read.
func profileReason(name string, j *conf.Job) string {
	if j.Profile == (conf.Profile{}) {
		return ""
	}
	for key := range conf.ProfileKeys() {
		if key.Input != name {
			continue
		}
		if v, state := j.Profile.Say(key.Name); state == conf.Unknown {
			return key.Name + ": " + string(v.Unknown)
		}
	}
	return ""
}

// noteProfile points at the values of the profile that a finding rests on.
func noteProfile(f *Finding) {
	noted := map[string]bool{}
	for _, fact := range f.Because {
		for _, use := range fact.Uses {
			if use.Profile == nil || use.Profile.Unknown != "" || noted[use.Key] {
				continue
			}
			noted[use.Key] = true
			text := use.Key + " = " + use.Profile.Raw
			if use.Profile.Origin != "" {
				text += ", " + use.Profile.Origin
			}
			f.Notes = append(f.Notes, source.Note{Text: text, At: use.Profile.At.Root()})
		}
	}
}

package engine

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/conf/secret"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
)

// needs is which keys and facts the input document must hold: those that some
// policy reads by name, groups of facts that it reads as a whole, or all.
type needs struct {
	keys, facts, groups []string
	allKeys, allFacts   bool
}

// everything asks for the whole document.
var everything = needs{allKeys: true, allFacts: true}

// needsOf collects what the policies read. A policy that goes through all keys
// gets all of them, and those of open families that some policy names.
func needsOf(reads []policy.Read) needs {
	var n needs
	for _, r := range reads {
		switch {
		case len(r) == 0:
			return everything
		case keyed[r[0]] && len(r) > 1:
			n.keys = append(n.keys, r[1])
		case r[0] == "conf" || r[0] == "unset":
			n.allKeys = true
		case r[0] == "facts" && len(r) > 2:
			n.facts = append(n.facts, r[1]+"."+r[2])
		case r[0] == "facts" && len(r) > 1:
			n.groups = append(n.groups, r[1])
		case r[0] == "facts":
			n.allFacts = true
		}
	}
	return n
}

// Input returns the document that policies see for a job, whole.
func Input(j *conf.Job) map[string]any {
	return document(j, facts.Of(j), everything)
}

// document builds what policies see: plain values, no wrappers, no positions.
func document(j *conf.Job, set *facts.Set, n needs) map[string]any {
	d := map[string]any{
		"job":          jobDocument(j),
		"facts":        factsDocument(set, n),
		"assignments":  []any{},
		"keys":         map[string]any{},
		"arguments":    argumentsDocument(j),
		"observations": observationsDocument(j),
	}
	if j.Resource != nil {
		d["resource"] = resourceDocument(j.Resource)
	}
	settingsDocument(j, n, d)
	assignmentsDocument(j, d)
	return d
}

func jobDocument(j *conf.Job) map[string]any {
	job := map[string]any{"name": j.Name, "kind": j.Kind, "complete": j.Complete, "open": j.Unseen != ""}
	for name, text := range map[string]string{
		"cluster_manager": string(j.Manager), "deploy_mode": string(j.DeployMode), "spark_version": j.SparkVersion,
		"spark_release": j.Catalog.Release, "language": j.Application.Language,
	} {
		if text != "" {
			job[name] = text
		}
	}
	if l := j.Lookup("spark.master"); l.State == conf.Written {
		job["master"] = l.Value.Raw
	}
	if f := j.Application.File; f.Raw != "" && f.Unknown == "" {
		job["application"] = f.Raw
	}
	if !j.SparkVersionAt.IsZero() {
		job["spark_version_written"] = true
	}
	if j.Application.Class != "" {
		job["class"] = j.Application.Class
	}
	profileDocument(j, job)
	return job
}

// settingsDocument fills conf, written, unset, unknown and invalid.
func settingsDocument(j *conf.Job, n needs, d map[string]any) {
	effective, written := map[string]any{}, map[string]any{}
	unset, unknown, invalid := map[string]any{}, map[string]any{}, map[string]any{}
	put := func(name string) {
		l := j.Lookup(name)
		switch l.State {
		case conf.Written, conf.Defaulted:
			if f, ok := l.Value.Typed.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
				unknown[name] = "policies cannot calculate with " + l.Value.Raw
				break
			}
			effective[name] = plain(l.Value.Typed)
		case conf.Unknown:
			unknown[name] = string(l.Value.Unknown)
		case conf.Invalid:
			if j.Setting(name) == nil { // it falls back to the key that is invalid
				return
			}
			invalid[name] = map[string]any{"kind": l.Value.InvalidKind, "message": l.Value.Invalid, "raw": l.Value.Raw}
		}
		switch s := j.Setting(name); {
		case s != nil && s.Effective() != nil:
			written[name] = s.Effective().LayerName()
		case j.Complete && j.Unseen == "":
			unset[name] = true
		}
	}
	for _, name := range j.Written() {
		put(name)
	}
	if n.allKeys {
		for key := range j.Catalog.Keys() {
			if j.Setting(key.Name) == nil {
				put(key.Name)
			}
		}
	}
	for _, name := range n.keys {
		if j.Setting(name) == nil {
			put(name)
		}
	}
	d["conf"], d["written"], d["unset"], d["unknown"], d["invalid"] = effective, written, unset, unknown, invalid
}

// plain turns a typed value into what policies see: sizes in bytes, durations
// in milliseconds.
func plain(typed any) any {
	switch v := typed.(type) {
	case conf.Bytes:
		return int64(v)
	case conf.Millis:
		return int64(v)
	}
	return typed
}

// factGroups are the names of the facts of each group.
var factGroups = sync.OnceValue(func() map[string][]string {
	groups := map[string][]string{}
	for _, name := range factNames() {
		group, _ := splitFact(name)
		groups[group] = append(groups[group], name)
	}
	return groups
})

func factsDocument(set *facts.Set, n needs) map[string]any {
	groups := map[string]any{}
	put := func(f *facts.Fact) {
		if f == nil || f.State != facts.Known {
			return
		}
		group, name := splitFact(f.Definition.Name)
		in, ok := groups[group].(map[string]any)
		if !ok {
			in = map[string]any{}
			groups[group] = in
		}
		in[name] = f.Any()
	}
	if n.allFacts {
		for _, f := range set.All() {
			put(f)
		}
	}
	for _, group := range n.groups {
		for _, name := range factGroups()[group] {
			put(set.Get(name))
		}
	}
	for _, name := range n.facts {
		put(set.Get(name))
	}
	return groups
}

// assignmentsDocument lists every value that was written, losers included, and
// what the catalogue says of each key as it was spelled.
func assignmentsDocument(j *conf.Job, d map[string]any) {
	keys := d["keys"].(map[string]any)
	list := []any{}
	number := -1
	for _, name := range j.Written() {
		s := j.Setting(name)
		effective := s.Effective()
		for i := range s.Stack {
			a := &s.Stack[i]
			number++
			if a.Layer.Kind == conf.PlatformLayer { // nobody wrote it
				continue
			}
			entry := map[string]any{
				"id": assignmentPrefix + strconv.Itoa(number), "key": a.Key, "name": name,
				"layer": a.LayerName(), "effective": a == effective, "dropped": a.Dropped, "spelling": a.Spelling,
			}
			if a.Value.Unknown == "" {
				entry["raw"], entry["text"], entry["secrets"] = a.Value.Raw, a.Value.Raw, kinds(secret.Find(a.Value.Raw))
			}
			if a == effective {
				entry["restates"] = j.Restates(s)
			}
			list = append(list, entry)
			if _, known := keys[a.Key]; !known {
				keys[a.Key] = keyDocument(j.Catalog, a.Key)
			}
		}
	}
	d["assignments"] = list
}

// keyDocument says what is known of a key by the name it was written with.
func keyDocument(c *catalog.Catalog, written string) map[string]any {
	entry := map[string]any{}
	key, old := c.Resolve(written)
	switch {
	case key != nil && old == nil:
		entry["status"] = "known"
	case key != nil:
		entry["status"], entry["current"], entry["since"], entry["translated"] = "old_name", key.Name, old.Since, old.Translation != ""
	case catalog.FamilyOf(written) != nil:
		entry["status"] = "family"
	default:
		entry["status"] = "unknown"
		if near, distance := c.Nearest(written); near != nil {
			entry["nearest"], entry["distance"], entry["case_only"] = near.Name, int64(distance), distance == 0
		}
		if lines := catalog.KnownIn(written); len(lines) > 0 {
			entry["releases"] = strings.Join(lines, ", ")
			if older := olderName(c, written, lines[0]); older != "" {
				entry["older"] = older
			}
		}
	}
	if key != nil {
		entry["type"], entry["unit"], entry["static"] = string(key.Type), string(key.Unit), key.Static
		if len(key.Values) > 0 {
			entry["values"] = key.Values
		}
	}
	if dep := c.Deprecation(written); dep != nil {
		entry["deprecated"] = map[string]any{
			"since": dep.Since, "message": dep.Message, "replacement": dep.Replacement, "removed": dep.Removed, "default": dep.DefaultValue,
			"same_values": sameValues(key, c.Key(dep.Replacement)),
		}
	}
	return entry
}

// olderName is what a release calls a key that got its name in a later one;
// empty where it has no name for it.
func olderName(c *catalog.Catalog, name, later string) string {
	known, err := catalog.Open(later)
	if err != nil {
		return ""
	}
	if key := known.Key(name); key != nil {
		for _, alternative := range key.Alternatives {
			if alternative.Translation == "" && c.Key(alternative.Name) != nil {
				return alternative.Name
			}
		}
	}
	return ""
}

// sameValues reports whether what is written for a key means the same for
// another one.
func sameValues(key, other *catalog.Key) bool {
	return key != nil && other != nil && key.Type == other.Type && key.Unit == other.Unit && slices.Equal(key.Values, other.Values)
}

// argumentsDocument lists the application's own arguments.
func argumentsDocument(j *conf.Job) []any {
	list := make([]any, 0, len(j.Application.Args))
	for i, found := range secret.Arguments(j.Application.Args) {
		list = append(list, map[string]any{
			"id": argumentPrefix + strconv.Itoa(i), "text": j.Application.Args[i], "secrets": kinds(found),
		})
	}
	return list
}

// kinds says what the secrets in a text are, each once.
func kinds(found []secret.Literal) []string {
	list := []string{}
	for _, l := range found {
		if l.Kind != "" && !slices.Contains(list, l.Kind) {
			list = append(list, l.Kind)
		}
	}
	return list
}

func observationsDocument(j *conf.Job) []any {
	list := make([]any, 0, len(j.Observations))
	for i, o := range j.Observations {
		entry := map[string]any{
			"id": observationPrefix + strconv.Itoa(i), "kind": o.Kind, "text": o.Text, "suggestion": o.Suggestion,
		}
		if o.Replacement != nil {
			entry["replacement"] = *o.Replacement
		}
		list = append(list, entry)
	}
	return list
}

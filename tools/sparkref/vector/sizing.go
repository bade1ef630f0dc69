package vector

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

func sizingKind() *Kind {
	return &Kind{
		Name: "sizing", Sample: 1000,
		Doc:    "a configuration → what the facts say of its sizes and counts (UnifiedMemoryManager, ResourceProfile, Client and YarnAllocator, the feature steps, ExecutorAllocationManager)",
		Random: randomSizing, Compare: compareSizing,
	}
}

// compareSizing holds each fact of which Spark was asked against what Spark
// says: a value, or that it refuses.
func compareSizing(release string, question, answer json.RawMessage) (Outcome, error) {
	var q configuration
	says := map[string]json.RawMessage{}
	if err := decode(question, &q, answer, &says); err != nil {
		return Outcome{}, err
	}
	j, err := q.job(release)
	if err != nil {
		return Outcome{}, err
	}
	set := facts.Of(j)
	var wrong, open []string
	for _, name := range sorted(says) {
		f := set.Get(name)
		if f == nil {
			return Outcome{}, fmt.Errorf("there is no fact %s", name)
		}
		switch sameFact(f, says[name]) {
		case Differs:
			wrong = append(wrong, strings.TrimSpace(fmt.Sprintf("%s %s %v %s, Spark says %s", name, f.State, f.Any(), f.Reason, says[name])))
		case Undecided:
			open = append(open, name+": "+string(f.Reason))
		}
	}
	switch {
	case len(wrong) > 0:
		return Outcome{Differs, strings.Join(wrong, "\n           ")}, nil
	case len(open) > 0:
		return Outcome{Undecided, strings.Join(open, "; ")}, nil
	}
	return Outcome{}, nil
}

// sameFact compares a fact with Spark's answer. What Spark leaves unset must
// have no meaning. What it refuses for a setting that the fact reads must be
// undecided; for another setting, Spark comes to no answer to compare.
func sameFact(f *facts.Fact, says json.RawMessage) State {
	var odd struct {
		Refused string
		Unset   bool
	}
	if says[0] == '{' && json.Unmarshal(says, &odd) == nil {
		reads := slices.ContainsFunc(f.Uses, func(u facts.Use) bool { return names(odd.Refused, u.Key) })
		if odd.Unset && f.State != facts.Inapplicable || reads && f.State != facts.Undecided {
			return Differs
		}
		return Agrees
	}
	if f.State != facts.Known {
		if f.State == facts.Undecided {
			return Undecided
		}
		return Differs
	}
	var theirs float64
	if f.Value.Kind == facts.Float && json.Unmarshal(says, &theirs) == nil {
		if math.Abs(f.Value.Float-theirs) <= 1e-12*math.Abs(theirs) {
			return Agrees
		}
		return Differs
	}
	ours, err := json.Marshal(f.Any())
	if err == nil && sameJSON(ours, says) {
		return Agrees
	}
	return Differs
}

// names reports whether a message speaks of a key, and not of a longer one.
func names(message, key string) bool {
	for rest := message; ; {
		_, after, found := strings.Cut(rest, key)
		if !found {
			return false
		}
		if after == "" || !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", rune(after[0])) {
			return true
		}
		rest = after
	}
}

// masters are the masters of the managers, as a job writes them.
var masters = map[string]string{
	"yarn": "yarn", "kubernetes": "k8s://https://example:6443", "standalone": "spark://example:7077", "local": "local",
}

// job is the job of a configuration: a command line over a spark-defaults.conf
// that says nothing.
func (c *configuration) job(release string) (*conf.Job, error) {
	src := source.New("vector.conf", "properties", nil)
	options := &conf.Layer{Kind: conf.ConfLayer, At: src.Whole()}
	set := maps.Clone(c.Set)
	if set["spark.master"] == "" {
		set["spark.master"] = masters[c.Manager]
	}
	set["spark.submit.deployMode"] = c.Mode
	for _, key := range sorted(set) {
		options.Assignments = append(options.Assignments, conf.Assignment{Key: key, Value: conf.Value{Raw: set[key]}, KeyAt: src.Whole(), ValueAt: src.Whole()})
	}
	j := &conf.Job{
		Name: "vector", Kind: "spark-submit", Complete: true, At: src.Whole(), Application: conf.Application{Language: c.Language},
		Layers: []*conf.Layer{{Kind: conf.SparkDefaultsLayer, At: src.Whole()}, options},
	}
	return j, conf.Resolve(j, release)
}

// ordered goes through a map in the order of its keys, so that the same seed
// draws the same texts.
func ordered[V any](of map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range sorted(of) {
			if !yield(key, of[key]) {
				return
			}
		}
	}
}

func sorted[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

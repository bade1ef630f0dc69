package vector

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/source"
)

// valueQuestion: these texts are set; what is the value of that key?
type valueQuestion struct {
	Set map[string]string `json:"set"`
	Key string            `json:"key"`
}

// valueAnswer is one of: the value, as JSON; the exception's message; that the
// release has no such entry.
type valueAnswer struct {
	Value   json.RawMessage `json:"value"`
	Refused string          `json:"refused"`
	Unknown bool            `json:"unknown"`
}

func valueKind() *Kind {
	return &Kind{
		Name: "value", Doc: "a key and texts → the typed value or the refusal (SparkConf.get of the key's ConfigEntry)", Sample: 6000,
		Random: func(r *rand.Rand) any { return randomValue(r) }, Compare: compareValue,
	}
}

func compareValue(release string, question, answer json.RawMessage) (Outcome, error) {
	var q valueQuestion
	var a valueAnswer
	if err := decode(question, &q, answer, &a); err != nil {
		return Outcome{}, err
	}
	j, err := jobOf(release, q.Set)
	if err != nil {
		return Outcome{}, err
	}
	key, old := j.Catalog.Resolve(q.Key)
	if a.Unknown || key == nil || old != nil || key.Unregistered {
		if a.Unknown && key != nil && old == nil && !key.Unregistered {
			return Outcome{Differs, "the catalogue has the key"}, nil
		}
		if !a.Unknown && (key == nil || old != nil) {
			return Outcome{Differs, "the catalogue has no such key"}, nil
		}
		return Outcome{}, nil
	}
	l := j.Lookup(q.Key)
	switch l.State {
	case conf.Unknown:
		return Outcome{Undecided, string(l.Value.Unknown)}, nil
	case conf.Invalid:
		if a.Refused != "" {
			return Outcome{}, nil
		}
		return Outcome{Differs, "refused: " + l.Value.Invalid}, nil
	}
	if a.Refused != "" && key.Check != "" && len(key.Values) == 0 {
		return Outcome{Excused, q.Key + ": what is allowed is code: " + key.Check}, nil
	}
	if a.Refused != "" && key.Type == catalog.Regex {
		return Outcome{Excused, "a Java regular expression is not parsed"}, nil
	}
	if a.Refused != "" && release == "4.3" && key.Type == catalog.Boolean && strings.HasPrefix(a.Refused, "For input string") {
		return Outcome{Excused, "a boolean that 4.3 declares in a resource file is read without trimming it"}, nil
	}
	if a.Refused == "" && sameValue(release, key, l, a.Value) {
		return Outcome{}, nil
	}
	return Outcome{Differs, fmt.Sprintf("%s %v", l.State, l.Value.Typed)}, nil
}

// sameValue holds a value of ours against Spark's, which is a number in the
// key's own unit where it is a size or a duration.
func sameValue(release string, key *catalog.Key, l conf.Lookup, spark json.RawMessage) bool {
	if l.State == conf.Absent {
		return string(spark) == "null"
	}
	switch typed := l.Value.Typed.(type) {
	case conf.Bytes, conf.Millis:
		// A bare number is in the key's own unit.
		theirs, refusal := conf.Parse(release, &catalog.Key{Type: key.Type, Unit: key.Unit}, string(spark))
		return refusal == nil && theirs == typed
	case float64:
		// Spark's is quoted where JSON has no number for it.
		theirs, err := strconv.ParseFloat(strings.Trim(string(spark), `"`), 64)
		return err == nil && (theirs == typed || math.IsNaN(theirs) && math.IsNaN(typed))
	}
	if key.Type == catalog.List && key.Element != catalog.String {
		return strings.Join(l.Value.Typed.([]string), ",") == strings.Trim(string(spark), "[]")
	}
	ours, err := json.Marshal(l.Value.Typed)
	return err == nil && sameJSON(ours, spark)
}

// jobOf is a job for which somebody set these texts.
func jobOf(release string, set map[string]string) (*conf.Job, error) {
	src := source.New("vector.conf", "properties", nil)
	layer := &conf.Layer{Kind: conf.ConfLayer, At: src.Whole()}
	for _, key := range slices.Sorted(maps.Keys(set)) {
		layer.Assignments = append(layer.Assignments, conf.Assignment{Key: key, Value: conf.Value{Raw: set[key]}, KeyAt: src.Whole(), ValueAt: src.Whole()})
	}
	j := &conf.Job{Name: "vector", Kind: "spark-submit", Complete: true, At: src.Whole(), Layers: []*conf.Layer{layer}}
	return j, conf.Resolve(j, release)
}

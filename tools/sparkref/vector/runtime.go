package vector

import (
	"encoding/json"
	"math/rand/v2"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// runtimeQuestion: a running session is given this text for that key.
type runtimeQuestion struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

// runtimeAnswer is one of: the session took it; it does not change such a key;
// it refused the text. The last two with the exception's message.
type runtimeAnswer struct {
	Taken   bool   `json:"taken"`
	Fixed   string `json:"fixed"`
	Refused string `json:"refused"`
}

func runtimeKind() *Kind {
	return &Kind{
		Name: "runtime", Doc: "a key and a text → whether spark.conf.set changes it in a running session, or how it refuses (RuntimeConfig)", Sample: 500,
		Fixed: everyKey(), Random: func(r *rand.Rand) any {
			key := pick(r, settings()...)
			return runtimeQuestion{key.Name, randomText(r, key)}
		}, Compare: compareRuntime,
	}
}

// everyKey asks for each key that some release has registered, by its current
// and its older names.
func everyKey() []any {
	var all []any
	for _, key := range settings() {
		all = append(all, runtimeQuestion{key.Name, "1"})
		for _, old := range key.Alternatives {
			all = append(all, runtimeQuestion{old.Name, "1"})
		}
	}
	return all
}

func compareRuntime(release string, question, answer json.RawMessage) (Outcome, error) {
	var q runtimeQuestion
	var a runtimeAnswer
	if err := decode(question, &q, answer, &a); err != nil {
		return Outcome{}, err
	}
	src := source.New("vector.py", "", nil)
	layer := &conf.Layer{Kind: conf.RuntimeLayer, At: src.Whole()}
	layer.Assignments = []conf.Assignment{{Key: q.Key, Value: conf.Value{Raw: q.Text}, KeyAt: src.Whole(), ValueAt: src.Whole()}}
	j := &conf.Job{Complete: true, Layers: []*conf.Layer{layer}}
	if err := conf.Resolve(j, release); err != nil {
		return Outcome{}, err
	}
	setting := j.Setting(j.Written()[0])
	why := setting.Stack[0].Dropped
	ignored := strings.Contains(why, "ignores")
	key := setting.Key
	switch {
	case a.Fixed != "" && why != "" && !ignored, a.Fixed == "" && (why == "" || ignored):
		return Outcome{}, nil
	case release == "3.0" && a.Taken && strings.Contains(q.Key, "py"):
		return Outcome{Excused, "a key of Python, which a session without Python has not loaded in 3.0"}, nil
	case key != nil && key.Static && key.Module != "sql":
		return Outcome{Excused, "a static key of Hive or Connect, which this session has not loaded"}, nil
	case why == "":
		return Outcome{Differs, "taken"}, nil
	}
	return Outcome{Differs, why}, nil
}

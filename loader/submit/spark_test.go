package submit

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// vector is what a real Spark made of a list of arguments; see
// tools/submitref.
type vector struct {
	Args            []string
	Error           string
	Action          string
	Application     string
	Class           string
	ApplicationArgs []string `json:"application_args"`
	// Conf are the --conf values that survive, Settings what the options mean
	// after that.
	Conf, Settings map[string]string
}

// refusals are the observations of what spark-submit refuses.
var refusals = []string{UnknownSubmitOption, MissingOptionValue, ConfWithoutEquals, MissingApplication, UnquotedConfWithSpaces}

// mendings are the observations after which a command is read as it was meant
// although spark-submit takes it in another way.
var mendings = []string{BlankInConf, UnicodeDash}

// TestSparkReadsTheSame replays arguments that real Sparks have read.
func TestSparkReadsTheSame(t *testing.T) {
	for _, release := range []string{"3.5", "4.0"} {
		text, err := os.ReadFile("testdata/spark/vectors-" + release + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for line := range bytes.Lines(text) {
			var v vector
			if err := json.Unmarshal(line, &v); err != nil {
				t.Fatal(err)
			}
			count++
			v.check(t, release)
		}
		if count < 300 {
			t.Errorf("%s: %d vectors", release, count)
		}
	}
}

// check holds what is read against what Spark reads.
func (v vector) check(t *testing.T, release string) {
	t.Helper()
	line := "spark-submit"
	for _, a := range v.Args {
		line += " '" + strings.ReplaceAll(a, "'", `'\''`) + "'"
	}
	loaded := Load(source.New("x.sh", "", []byte(line)))
	if v.Error == "" && v.Action != "SUBMIT" || strings.HasPrefix(v.Error, "User application exited") && len(v.Args) > 0 {
		if len(loaded.Jobs) != 0 {
			t.Errorf("%s: %s: a job, though Spark runs none", release, line)
		}
		return
	}
	if v.Error != "" && len(loaded.Jobs) == 0 && slices.ContainsFunc(v.Args, func(a string) bool { return has("-h --help --usage-error", a) }) {
		return // refused for something else before it prints its usage
	}
	if len(loaded.Jobs) != 1 || len(loaded.Diagnostics) != 0 {
		t.Errorf("%s: %s: %d jobs, diagnostics %v", release, line, len(loaded.Jobs), loaded.Diagnostics)
		return
	}
	job := loaded.Jobs[0]
	switch {
	case strings.Contains(v.Error, "must be") || strings.Contains(v.Error, "Only one of"): // a value, not the grammar
	case strings.Contains(v.Error, "--load-spark-defaults") && observes(job, LoadSparkDefaults):
	case strings.Contains(v.Error, "--driver-default-class-path"): // since 4.0
	case v.Error != "":
		if !observes(job, refusals...) {
			t.Errorf("%s: %s: nothing is observed, but Spark says: %s", release, line, v.Error)
		}
	case observes(job, refusals...):
		t.Errorf("%s: %s: Spark takes it, but observed: %v", release, line, job.Observations)
	case !observes(job, mendings...):
		v.compare(t, line, job)
	}
}

func observes(job *conf.Job, kinds ...string) bool {
	return slices.ContainsFunc(job.Observations, func(o conf.Observation) bool { return slices.Contains(kinds, o.Kind) })
}

func (v vector) compare(t *testing.T, line string, job *conf.Job) {
	t.Helper()
	application := job.Application.File.Raw
	own := v.Application == "spark-shell" || v.Application == "spark-internal"
	if !own && !strings.HasSuffix(strings.NewReplacer("%20", " ", "%0A", "\n").Replace(v.Application), application) || own && application != "" {
		t.Errorf("%s: application %q, Spark %q", line, application, v.Application)
	}
	if job.Application.Class != v.Class {
		t.Errorf("%s: class %q, Spark %q", line, job.Application.Class, v.Class)
	}
	if !slices.Equal(job.Application.Args, v.ApplicationArgs) {
		t.Errorf("%s: arguments %q, Spark %q", line, job.Application.Args, v.ApplicationArgs)
	}
	written := map[conf.LayerKind]map[string]string{conf.ConfLayer: {}, conf.FlagLayer: {}}
	for _, layer := range job.Layers {
		for _, a := range layer.Assignments {
			written[layer.Kind][a.Key] = a.Value.Raw
		}
	}
	for key, value := range written[conf.ConfLayer] {
		if got, ok := v.Conf[key]; strings.HasPrefix(key, "spark.") && (!ok || got != value) {
			t.Errorf("%s: --conf %s=%q, Spark %q", line, key, value, got)
		}
	}
	for key, want := range v.Settings {
		value, ok := written[conf.FlagLayer][key]
		if !ok {
			value, ok = written[conf.ConfLayer][key]
		}
		if !ok || value != want {
			t.Errorf("%s: %s is %q, Spark %q", line, key, value, want)
		}
	}
	for key := range v.Conf {
		if _, ok := written[conf.ConfLayer][key]; !ok {
			t.Errorf("%s: --conf %s is missing", line, key)
		}
	}
}

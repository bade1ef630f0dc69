package policies_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
)

// TestSilentRules asks the rules whose premises fail all the same, about the
// examples of all rules and the sample projects: none has an answer. Of the
// others, few have none: a premise that cannot tell costs time.
func TestSilentRules(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	var jobs []*conf.Job
	for i, id := range rules(t) {
		enter(t, id, func(name string) bool { return strings.Contains(name, "/") })
		version := []string{"", "3.1", "3.5", "4.0"}[i%4]
		jobs = append(jobs, loadAll(t, version)...)
		jobs = append(jobs, models(t, "bad", version)...)
		jobs = append(jobs, models(t, "good", version)...)
	}
	for _, folder := range []string{"projects/healthy", "projects/lake", "projects/orders", "articles"} {
		t.Chdir(filepath.Join(sourceFolder, "../testdata", folder))
		jobs = append(jobs, loadAll(t, "3.5")...)
	}
	var s silences
	for _, j := range jobs {
		s.hold(t, compiled, j)
	}
	t.Logf("%d jobs: %d silent, %d with answers, %d asked for nothing: %v", len(jobs), s.silent, s.answered, total(s.vain), s.vain)
	if vain := total(s.vain); s.silent == 0 || vain*200 > s.silent {
		t.Errorf("%d rules were asked for nothing, beside %d that were not asked: %v", vain, s.silent, s.vain)
	}
}

var mixtures = flag.Int("mixtures", 200, "how many random jobs silent rules are asked about")

// TestSilentRulesOfMixtures does the same with random jobs, put together from
// the lines of all examples, and with values of other lines.
func TestSilentRulesOfMixtures(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	var keys, values []string
	for _, file := range files(t, ".txtar") {
		for _, part := range txtar.Parse([]byte(read(t, file))).Files {
			if !strings.HasSuffix(part.Name, ".conf") {
				continue
			}
			for line := range strings.Lines(string(part.Data)) {
				if key, value, found := strings.Cut(strings.TrimSpace(line), " "); found && strings.HasPrefix(key, "spark.") {
					keys, values = append(keys, key), append(values, strings.TrimSpace(value))
				}
			}
		}
	}
	random := rand.New(rand.NewPCG(1, uint64(*mixtures)))
	var s silences
	t.Chdir(t.TempDir())
	for range *mixtures {
		var text strings.Builder
		for range 1 + random.IntN(24) {
			i := random.IntN(len(keys))
			value := values[i]
			if random.IntN(4) == 0 {
				value = values[random.IntN(len(values))]
			}
			text.WriteString(keys[i] + " " + value + "\n")
		}
		if err := os.WriteFile("spark-defaults.conf", []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, j := range loadAll(t, []string{"", "3.0", "3.5", "4.3"}[random.IntN(4)]) {
			j.Complete = random.IntN(2) == 0 // as if it were all of a job
			s.hold(t, compiled, j)
		}
	}
	t.Logf("%d silent, %d with answers, asked for nothing: %v", s.silent, s.answered, s.vain)
	if s.silent == 0 || s.answered == 0 {
		t.Error("the jobs are not mixed")
	}
}

// silences counts what became of rules.
type silences struct {
	silent, answered int
	vain             map[string]int // by rule
}

func (s *silences) hold(t *testing.T, compiled *policy.Program, j *conf.Job) {
	t.Helper()
	in := &policy.Input{Document: engine.Input(j)}
	for i, r := range compiled.Rules {
		silent := compiled.Silent(i, in)
		answers, err := compiled.Evaluate(context.Background(), i, in)
		switch {
		case silent && (err != nil || len(answers) > 0):
			t.Errorf("%s: the premise of %s fails, and it answers %v, %v", j.Name, r.ID, answers, err)
		case silent:
			s.silent++
		case len(answers) > 0:
			s.answered++
		case err == nil:
			if s.vain == nil {
				s.vain = map[string]int{}
			}
			s.vain[r.ID]++
		}
	}
}

func total(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func loadAll(t *testing.T, version string) []*conf.Job {
	t.Helper()
	loaded, err := loader.Load(context.Background(), []string{"."}, loader.Options{SparkVersion: version})
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Jobs
}

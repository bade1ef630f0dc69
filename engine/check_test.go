package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/source"
)

// rule is the text of a rule of the given severity, extra metadata and body.
func rule(id, extra, body string) *fstest.MapFile {
	pkg := strings.ReplaceAll(id, "/", ".")
	return &fstest.MapFile{Data: []byte(`# METADATA
# title: T
# description: D
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: F
` + extra + `package policies.` + pkg + "\n\n" + body + "\n")}
}

func compile(t testing.TB, files fstest.MapFS) *policy.Program {
	t.Helper()
	p, err := Compile(Bundle{Files: files, Root: "policies"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// job is a complete YARN job whose text is its settings, one "key value" a line.
func job(t testing.TB, text string) *conf.Job {
	t.Helper()
	src := source.New("job.conf", "properties", []byte(text))
	layer := &conf.Layer{Kind: conf.ConfLayer, At: src.Whole()}
	offset := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if ok {
			at := offset + len(key) + 1
			a := conf.Assignment{Key: key, Value: conf.Value{Raw: value}, KeyAt: src.Span(offset, offset+len(key)), ValueAt: src.Span(at, at+len(value))}
			if strings.HasPrefix(value, "$") {
				a.Value = conf.Value{Unknown: conf.Reason("shell variable " + value[1:] + " has no value here")}
			}
			layer.Assignments = append(layer.Assignments, a)
		}
		offset += len(line)
	}
	j := &conf.Job{Name: "test", Kind: "spark-submit", Complete: true, At: src.Whole(), Layers: []*conf.Layer{layer}, Application: conf.Application{Language: "jvm"}}
	if err := conf.Resolve(j, "3.5"); err != nil {
		t.Fatal(err)
	}
	return j
}

func run(t testing.TB, p *policy.Program, o Options, jobs ...*conf.Job) *Report {
	t.Helper()
	r, err := Check(context.Background(), p, jobs, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const coresHigh = `deny contains {"at": "spark.executor.cores", "msg": $"{n} cores", "because": ["executor.slots"]} if {
	n := input.conf["spark.executor.cores"]
	n > 5
}`

func TestFindingHasItsPlaceAndReasons(t *testing.T) {
	p := compile(t, fstest.MapFS{"cores/high.rego": rule("cores/high", "", coresHigh)})
	r := run(t, p, Options{}, job(t, "spark.master yarn\nspark.executor.cores 8\n"))
	if len(r.Findings) != 1 {
		t.Fatalf("findings %+v", r.Findings)
	}
	f := r.Findings[0]
	if f.At.Text() != "8" || f.At.String() != "job.conf:2:22" || f.Message != "8 cores" || f.Because[0].Any() != int64(8) {
		t.Errorf("got %s %q %s %v", f.At, f.At.Text(), f.Message, f.Because)
	}
	if f.Setting == nil || f.Assignment == nil || f.Advice != "F" || f.Severity != source.Warning {
		t.Errorf("got %+v", f)
	}
	if want := (Counts{Loaded: 1, Evaluated: 1}); r.Counts != want {
		t.Errorf("counts %+v, want %+v", r.Counts, want)
	}
}

func TestPlaces(t *testing.T) {
	for at, want := range map[string]string{
		"spark.executor.memory":        "16g",                   // a setting
		"executor.container_mib":       "16g",                   // a fact: the setting behind it
		"assignment#1":                 "16g",                   // an assignment, in the order of the document
		"spark.executor.cores":         "spark.executor.memory", // nobody wrote it: the head of the job
		"":                             "spark.executor.memory", // the job
		"observation#0":                "spark",                 // what a loader noticed
		"spark.kubernetes.driver.memx": "spark.executor.memory", // no such thing
	} {
		p := compile(t, fstest.MapFS{"x/y.rego": rule("x/y", "", fmt.Sprintf(`deny contains {"at": %q, "msg": "m"} if input.job.complete`, at))})
		j := job(t, "spark.executor.memory 16g\nspark.master yarn\n")
		j.Observations = []conf.Observation{{Kind: "k", At: j.At.Source.Span(0, 5)}}
		if at == "assignment#1" {
			j = job(t, "spark.app.name x\nspark.executor.memory 16g\n")
		}
		if got := run(t, p, Options{}, j).Findings[0].At.Text(); got != want {
			t.Errorf("at %q stands on %q, want %q", at, got, want)
		}
	}
}

func TestCountsTellWhatBecameOfARule(t *testing.T) {
	body := strings.ReplaceAll(coresHigh, "n > 5", "n > 5\n\tinput.facts.executor.heap_mib > 0")
	files := fstest.MapFS{
		"a/plain.rego":   rule("a/plain", "", body),
		"a/k8s.rego":     rule("a/k8s", "#   applies_to: {cluster_managers: [kubernetes]}\n", body),
		"a/old.rego":     rule("a/old", "#   applies_to: {spark: {until: \"3.0\"}}\n", body),
		"a/python.rego":  rule("a/python", "#   applies_to: {languages: [python]}\n", body),
		"a/missing.rego": rule("a/missing", "#   applies_to: {complete: true}\n", `deny contains {"msg": "m"} if input.unset["spark.executor.instances"]`),
		"a/fails.rego":   rule("a/fails", "", `deny contains {"msg": "m"} if to_number(input.job.name) > 1`),
	}
	r := run(t, compile(t, files), Options{}, job(t, "spark.master yarn\nspark.executor.cores $CORES\n"))
	if want := (Counts{Loaded: 6, Evaluated: 1, NotApplicable: 3, Undecided: 1, Errored: 1, UndecidedJobs: 1}); r.Counts != want {
		t.Errorf("counts %+v, want %+v", r.Counts, want)
	}
	if got := r.Undecided[0].Reasons; len(got) != 1 || got[0] != "spark.executor.cores: shell variable CORES has no value here" {
		t.Errorf("reasons %q", got)
	}
	if len(r.Findings) != 1 || r.Findings[0].Rule.ID != "a/missing" {
		t.Errorf("findings %+v", r.Findings)
	}
}

func TestARuleMaySayThatItCannotTell(t *testing.T) {
	body := `deny contains {"undecided": "the pattern is beyond me"} if input.written["spark.redaction.regex"]`
	r := run(t, compile(t, fstest.MapFS{"a/b.rego": rule("a/b", "", body)}), Options{}, job(t, "spark.redaction.regex (?=a)\n"))
	if len(r.Findings) != 0 || len(r.Undecided) != 1 || r.Undecided[0].Reasons[0] != "the pattern is beyond me" {
		t.Errorf("findings %+v, undecided %+v", r.Findings, r.Undecided)
	}
}

func TestUnknownManagerMakesUndecided(t *testing.T) {
	p := compile(t, fstest.MapFS{"a/yarn.rego": rule("a/yarn", "#   applies_to: {cluster_managers: [yarn]}\n", coresHigh)})
	r := run(t, p, Options{}, job(t, "spark.master $MASTER\nspark.executor.cores 8\n"))
	if r.Counts.Undecided != 1 || len(r.Findings) != 0 || !strings.Contains(r.Undecided[0].Reasons[0], "MASTER") {
		t.Errorf("counts %+v, undecided %+v", r.Counts, r.Undecided)
	}
}

func TestOneCauseOneFinding(t *testing.T) {
	files := fstest.MapFS{
		"a/cause.rego":  rule("a/cause", "", coresHigh),
		"a/effect.rego": rule("a/effect", "#   yields_to: [a/cause]\n", coresHigh),
	}
	r := run(t, compile(t, files), Options{}, job(t, "spark.executor.cores 8\n"), job(t, "spark.executor.cores 8\n"))
	// Two jobs of two sources: one finding each; the effect gives way.
	if len(r.Findings) != 2 || r.Findings[0].Rule.ID != "a/cause" || r.Findings[1].Rule.ID != "a/cause" {
		t.Errorf("findings %+v", r.Findings)
	}
	fragment, whole := job(t, "spark.executor.cores 8\n"), job(t, "")
	fragment.Complete = false
	whole.Layers = fragment.Layers
	if err := conf.Resolve(whole, "3.5"); err != nil {
		t.Fatal(err)
	}
	r = run(t, compile(t, files), Options{}, fragment, whole)
	if len(r.Findings) != 1 || r.Findings[0].Job != whole {
		t.Errorf("the same bytes in a file and in a job on it: %d findings", len(r.Findings))
	}
}

func TestChoose(t *testing.T) {
	advice := rule("a/advice", "#   advice: true\n", coresHigh)
	advice.Data = []byte(strings.Replace(string(advice.Data), "severity: warning", "severity: info", 1))
	p := compile(t, fstest.MapFS{
		"a/one.rego": rule("a/one", "", coresHigh), "a/two.rego": rule("a/two", "", coresHigh), "b/one.rego": rule("b/one", "", coresHigh), "a/advice.rego": advice,
	})
	for _, test := range []struct {
		o    Options
		want string
	}{
		{Options{}, "a/one a/two b/one"},
		{Options{Select: []string{"a"}}, "a/one a/two"},
		{Options{Select: []string{"*/one"}, Ignore: []string{"b"}}, "a/one"},
		{Options{Ignore: []string{"a/two"}}, "a/one b/one"},
		{Options{Select: []string{"default"}}, "a/one a/two b/one"},
		{Options{Select: []string{"advice"}}, "a/advice"},
		{Options{Select: []string{"a/advice"}}, "a/advice"},
		{Options{Select: []string{"b", "advice"}}, "a/advice b/one"},
		{Options{Select: []string{"default", "advice"}, Ignore: []string{"a/*"}}, "b/one"},
		{Options{Select: []string{"all"}, Ignore: []string{"a/one"}}, "a/advice a/two b/one"},
		{Options{Select: []string{"all"}, Ignore: []string{"advice"}}, "a/one a/two b/one"},
		{Options{Ignore: []string{"default"}}, ""},
	} {
		var got []string
		for _, r := range run(t, p, test.o).Rules {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%+v chooses %v, want %s", test.o, got, test.want)
		}
	}
	for pattern, want := range map[string]string{
		"a/tow": `did you mean "a/two"?`, "defalt": `did you mean "default"?`, "a/adv*": `"a/adv*" holds nothing but advice`, "a/one#x": "a/one has no cases",
	} {
		if _, err := Check(context.Background(), p, nil, nil, Options{Select: []string{pattern}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("--select %s: error %v, want %s", pattern, err, want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for name, test := range map[string]struct{ body, want string }{
		"misspelt key":       {`deny contains {"msg": "m"} if input.conf["spark.executor.memori"] > 1`, "did you mean spark.executor.memory?"},
		"old name":           {`deny contains {"msg": "m"} if input.conf["spark.yarn.executor.memoryOverhead"] > 1`, "is an older name of spark.executor.memoryOverhead"},
		"misspelt fact":      {`deny contains {"msg": "m"} if input.facts.executor.heap_mb > 1`, "did you mean executor.heap_mib?"},
		"no such part":       {`deny contains {"msg": "m"} if input.config["spark.executor.memory"] > 1`, "no part of the input document"},
		"text as a number":   {`deny contains {"msg": "m"} if startswith(input.conf["spark.executor.memory"], "4")`, "invalid argument"},
		"whole input":        {`deny contains {"msg": "m"} if object.get(input, "conf", {}) == {}`, "reads input as a whole"},
		"misspelt job field": {`deny contains {"msg": "m"} if input.job.manager == "yarn"`, "undefined ref"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Compile(Bundle{Files: fstest.MapFS{"a/x.rego": rule("a/x", "", test.body)}, Root: "policies"})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func TestSameInputSameReport(t *testing.T) {
	p := compile(t, fstest.MapFS{"a/one.rego": rule("a/one", "", coresHigh), "a/two.rego": rule("a/two", "", coresHigh)})
	print := func(workers int) string {
		var jobs []*conf.Job
		for i := range 50 {
			jobs = append(jobs, job(t, fmt.Sprintf("spark.executor.cores %d\n", 4+i%5)))
		}
		var b strings.Builder
		for _, f := range run(t, p, Options{Workers: workers}, jobs...).Findings {
			fmt.Fprintln(&b, f.At, f.Rule.ID, f.Message)
		}
		return b.String()
	}
	if one, eight := print(1), print(8); one != eight || one == "" {
		t.Errorf("one worker reports\n%s\neight report\n%s", one, eight)
	}
}

func BenchmarkCheck(b *testing.B) {
	files := fstest.MapFS{}
	for i := range 100 {
		id := fmt.Sprintf("a/rule%d", i)
		files[id+".rego"] = rule(id, "", strings.ReplaceAll(coresHigh, "> 5", fmt.Sprintf("> %d", 5+i)))
	}
	p := compile(b, files)
	for _, n := range []int{1, 100, 10_000} {
		jobs := make([]*conf.Job, n)
		for i := range jobs {
			jobs[i] = job(b, fmt.Sprintf("spark.master yarn\nspark.executor.memory %dg\nspark.executor.cores %d\n", 4+i%13, 1+i%7))
		}
		b.Run(fmt.Sprintf("%d_jobs", n), func(b *testing.B) {
			for b.Loop() {
				run(b, p, Options{}, jobs...)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/job")
		})
	}
}

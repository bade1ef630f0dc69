package report

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

var update = flag.Bool("update", false, "rewrite golden files")

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; go test ./report -update rewrites it\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// passphrase must be in no output.
const passphrase = "hunter2 & co"

// More that must be in none: a value that only a rule takes for a secret, a
// password within a harmless setting, and two arguments of the application.
const (
	accused  = "plain-words-of-acme"
	embedded = "jdbc:postgresql://db/x?user=etl&password=swordfish1"
	argument = "opensesame9"
	inURL    = "tr0ub4dor3"
)

// traces are what would show that a secret leaked.
var traces = []string{passphrase, "hunter2", "& co", `hunter2 \u0026 co`, accused, "swordfish1", argument, inURL}

const defaultsText = `# shared by all jobs
spark.executor.memory    4g
spark.ssl.keyPassword    ` + passphrase + `
spark.yarn.queue         etl
spark.acme.phrase        ` + accused + `
spark.acme.url           ` + embedded + `
`

const scriptText = "#!/bin/sh\n" +
	"spark-submit --master yarn --deploy-mode cluster \\\n" +
	"\t--executor-memory 16g --conf 'spark.ssl.keyPassword=" + passphrase + "' \\\n" +
	"  --conf spark.app.name=$NAME --driver-cores 2 --num-executors 2,5 --name \"größte 東京\" daily.py --password " + argument + " mongodb://etl:" + inURL + "@db.example.com\n"

// spanOf is the span of a text that a source holds once.
func spanOf(s *source.Source, text string) source.Span {
	at := strings.Index(string(s.Text), text)
	return s.Span(at, at+len(text))
}

// assigned returns an assignment whose value stands where its text is found.
func assigned(s *source.Source, key, value, spelling string) conf.Assignment {
	at := strings.Index(string(s.Text), value)
	if at < 0 {
		panic("no " + value + " in " + s.Name)
	}
	span := s.Span(at, at+len(value))
	a := conf.Assignment{Key: key, Value: conf.Value{Raw: value}, KeyAt: span, ValueAt: span, Spelling: spelling}
	if strings.HasPrefix(value, "$") {
		a.Value = conf.Value{Unknown: "shell variable NAME has no value here"}
	}
	return a
}

// sampleJob is a submission over a spark-defaults.conf.
func sampleJob(t testing.TB) *conf.Job {
	t.Helper()
	defaults, script := source.New("conf/spark-defaults.conf", "properties", []byte(defaultsText)), source.New("jobs/daily job.sh", "shell", []byte(scriptText))
	command := strings.Index(scriptText, "spark-submit")
	job := &conf.Job{
		Name: "daily", Kind: "spark-submit", Complete: true, At: script.Span(command, len(scriptText)-1),
		Application: conf.Application{
			File: conf.Value{Raw: "daily.py"}, Language: "python",
			Args: []string{"--password", argument, "mongodb://etl:" + inURL + "@db.example.com"}, ArgsAt: []source.Span{spanOf(script, "--password"), spanOf(script, argument), spanOf(script, "mongodb://etl:"+inURL+"@db.example.com")},
		},
		Layers: []*conf.Layer{
			{Kind: conf.SparkDefaultsLayer, At: defaults.Whole(), Assignments: []conf.Assignment{
				assigned(defaults, "spark.executor.memory", "4g", ""), assigned(defaults, "spark.ssl.keyPassword", passphrase, ""), assigned(defaults, "spark.yarn.queue", "etl", ""),
				assigned(defaults, "spark.acme.phrase", accused, ""), assigned(defaults, "spark.acme.url", embedded, ""),
			}},
			{Kind: conf.ConfLayer, At: script.Whole(), Assignments: []conf.Assignment{
				assigned(script, "spark.ssl.keyPassword", passphrase, ""), assigned(script, "spark.app.name", "$NAME", ""),
			}},
			{Kind: conf.FlagLayer, At: script.Whole(), Assignments: []conf.Assignment{
				assigned(script, "spark.master", "yarn", "--master"), assigned(script, "spark.submit.deployMode", "cluster", "--deploy-mode"),
				assigned(script, "spark.executor.memory", "16g", "--executor-memory"), assigned(script, "spark.cores.max", "2", "--total-executor-cores"),
				assigned(script, "spark.executor.instances", "2,5", "--num-executors"),
			}},
		},
	}
	if err := conf.Resolve(job, "3.5"); err != nil {
		t.Fatal(err)
	}
	return job
}

// sampleReport holds one of everything.
func sampleReport(t testing.TB) *engine.Report {
	t.Helper()
	job := sampleJob(t)
	set := facts.Of(job)
	tall := &engine.Rule{
		ID: "yarn/container_exceeds_maximum", Title: "Container that never fits", Description: "YARN refuses it.\nThe job waits for ever.", Severity: source.Error,
		Since: "0.1.0", Fix: "Lower spark.executor.memory.", Cases: []policy.Case{{Name: "memory", Doc: "ResourceManager"}}, Links: []policy.Link{{Text: "Running on YARN", URL: "https://spark.apache.org/docs/latest/running-on-yarn.html"}},
	}
	secrets := &engine.Rule{ID: "security/secret_literal", Title: "Secret in plain text", Description: "Everybody who reads the file knows it.", Severity: source.Warning, Since: "0.1.0", Fix: "Read it from a file.", Bundle: "acme"}
	advice := &engine.Rule{ID: "names/application_name", Title: "Name", Description: "A name helps.", Severity: source.Info, Advice: true, Since: "0.1.0", Fix: "Give it one."}
	syntax := engine.LoadRules()[0]
	at := func(name string) (source.Span, *conf.Setting, *conf.Assignment) {
		s := job.Setting(name)
		return s.Effective().ValueAt, s, s.Effective()
	}
	memoryAt, memory, memoryNow := at("spark.executor.memory")
	passwordAt, password, passwordNow := at("spark.ssl.keyPassword")
	nameAt, name, nameNow := at("spark.app.name")
	phraseAt, phrase, phraseNow := at("spark.acme.phrase")
	urlAt, url, urlNow := at("spark.acme.url")
	broken := source.New("broken,100%.sh", "shell", []byte("spark-submit --conf \"spark.authenticate.secret="+passphrase))
	return &engine.Report{
		Files: 3, Jobs: []*conf.Job{job}, Rules: []*engine.Rule{advice, secrets, tall},
		Findings: []engine.Finding{
			{Rule: syntax, Severity: source.Error, Message: "reached the end of the file without closing quote \"", Advice: "close it", At: broken.Span(20, 21)},
			{Rule: secrets, Severity: source.Warning, Job: job, Message: "the password " + passphrase + " stands in the file", At: passwordAt, Setting: password, Assignment: passwordNow, Advice: secrets.Fix,
				Fix: &engine.Fix{Edits: []source.Edit{{At: passwordAt, Text: "hunter3"}}, Text: "spark.ssl.keyPassword=hunter3"}},
			{
				Rule: tall, Case: "memory", Severity: source.Error, Job: job, Message: "executor container of 18432 MiB never fits: yarn allows 16384 MiB", At: memoryAt, Setting: memory, Assignment: memoryNow,
				Because: []*facts.Fact{set.Get("yarn.container_rounded_mib")}, Advice: tall.Fix, Notes: []source.Note{{Text: "spark.yarn.queue = etl", At: job.Setting("spark.yarn.queue").Effective().ValueAt}},
				Fix: &engine.Fix{Safe: true, Edits: []source.Edit{{At: memoryAt, Text: "14g"}}, Text: "--executor-memory 14g"},
			},
			{
				Rule: secrets, Severity: source.Warning, Job: job, Message: "the phrase is " + accused, Secret: true, At: phraseAt, Setting: phrase, Assignment: phraseNow, Advice: "not " + accused,
				Notes: []source.Note{{Text: "spark.acme.url = " + embedded, At: urlAt}},
			},
			{Rule: secrets, Severity: source.Warning, Job: job, Message: embedded + " holds a password", At: urlAt, Setting: url, Assignment: urlNow},
			{Rule: secrets, Severity: source.Warning, Job: job, Message: "--password " + argument, Secret: true, At: job.Application.ArgsAt[1]},
			{Rule: secrets, Severity: source.Warning, Job: job, Message: inURL + " is in a URL", At: job.Application.ArgsAt[2]},
			{Rule: advice, Severity: source.Info, Job: job, Message: "the name cannot be known\nnor\x1b[31m guessed", At: nameAt, Setting: name, Assignment: nameNow,
				Fix: &engine.Fix{Edits: []source.Edit{{At: nameAt.Source.Span(nameAt.End, nameAt.End), Text: " \\\n  --conf spark.x=y"}}, Text: "spark.x=y"}},
		},
		Counts:    engine.Counts{Loaded: 3, Evaluated: 1, NotApplicable: 1, Undecided: 1, Errored: 1, UndecidedJobs: 1},
		Undecided: []engine.Undecided{{Rule: advice, Job: job, Reasons: []string{"spark.app.name: shell variable NAME has no value here"}}},
		Errored:   []engine.RuleError{{Rule: secrets, Job: job, Err: errors.New("security/secret_literal: eval_conflict_error with spark.ssl.keyPassword = " + passphrase)}},
		Notices: []source.Diagnostic{
			{Severity: source.Info, Code: "load/passed_over", Summary: "passed over: in no format that is read", At: source.New("notes.txt", "", nil).Whole()},
			{Severity: source.Warning, Code: "load/template", Summary: "template", Detail: "render it first", At: broken.Span(0, 5)},
		},
	}
}

package vector

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/policies"
	"github.com/sparkvet/sparkvet/source"
)

// submitQuestion is a command as a person runs it.
type submitQuestion struct {
	// Command is spark-submit or one of the shells.
	Command string   `json:"command"`
	Args    []string `json:"args"`
	// File is the text of props.conf, which --properties-file may name;
	// Defaults that of spark-defaults.conf.
	File     string            `json:"file,omitempty"`
	Defaults string            `json:"defaults,omitempty"`
	Env      map[string]string `json:"env,omitempty"`
}

// submitAnswer is what the application would start with, or the refusal.
type submitAnswer struct {
	// Refused is the exception's message; Stage is who threw it: "launcher",
	// "arguments" (SparkSubmitArguments) or "prepare" (prepareSubmitEnvironment).
	Refused string `json:"refused"`
	Stage   string `json:"stage"`
	// Action is SUBMIT, or the one of --kill, --status or --version.
	Action string `json:"action"`
	// Heap is the -Xmx of the JVM; empty in cluster mode.
	Heap        string            `json:"heap"`
	Application string            `json:"application"`
	Class       string            `json:"class"`
	Args        []string          `json:"args"`
	Conf        map[string]string `json:"conf"`
	// Unprepared: prepareSubmitEnvironment was not asked, for it would fetch
	// packages.
	Unprepared bool `json:"unprepared"`
}

func submitKind() *Kind {
	return &Kind{
		Name: "submit", Doc: "a command, its files and environment → the application and its SparkConf, or the refusal (launcher, SparkSubmitArguments, SparkSubmit)", Sample: 2000,
		Random: func(r *rand.Rand) any { return randomSubmit(r) }, Compare: compareSubmit,
	}
}

// line is the command as a shell reads it.
func (q submitQuestion) line() string {
	var words []string
	for _, name := range slices.Sorted(maps.Keys(q.Env)) {
		words = append(words, name+"="+quoted(q.Env[name]))
	}
	words = append(words, q.Command)
	for _, a := range q.Args {
		words = append(words, quoted(a))
	}
	return strings.Join(words, " ") + "\n"
}

func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// load loads the command for a release as sparkvet does.
func (q submitQuestion) load(release string) (*loader.Result, error) {
	folder, err := os.MkdirTemp("", "vector")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	script, defaults := filepath.Join(folder, "command.sh"), filepath.Join(folder, "spark-defaults.conf")
	for file, text := range map[string]string{script: q.line(), defaults: q.Defaults, filepath.Join(folder, "props.conf"): q.File} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			return nil, err
		}
	}
	return loader.Load(context.Background(), []string{script}, loader.Options{Defaults: defaults, SparkVersion: release, Workers: 1})
}

func compareSubmit(release string, question, answer json.RawMessage) (Outcome, error) {
	var q submitQuestion
	var a submitAnswer
	if err := decode(question, &q, answer, &a); err != nil {
		return Outcome{}, err
	}
	loaded, err := q.load(release)
	if err != nil {
		return Outcome{}, err
	}
	if a.Refused == "" && a.Action != "SUBMIT" || strings.HasPrefix(a.Refused, "User application exited with") && len(q.Args) > 0 {
		if len(loaded.Jobs) == 0 {
			return Outcome{}, nil
		}
		return Outcome{Differs, "a job, where Spark runs none"}, nil
	}
	if catalog.Before(release, "3.4") && strings.Contains(strings.Join(q.Args, " "), "SparkConnectServer") {
		return Outcome{Excused, "Spark Connect came with 3.4"}, nil
	}
	if o := q.newer(release); o != "" && a.Refused == "" {
		return Outcome{Excused, "a shell takes " + o + ", which its release lacks, for its own argument"}, nil
	}
	refusals, err := refusalsOf(loaded, &a)
	if err != nil {
		return Outcome{}, err
	}
	if a.Refused != "" {
		return compareRefusal(&q, &a, loaded, refusals), nil
	}
	if len(refusals) > 0 && a.Unprepared {
		return Outcome{Excused, "what comes after fetching packages was not asked"}, nil
	}
	if len(refusals) > 0 {
		return Outcome{Differs, "refused: " + strings.Join(refusals, "; ")}, nil
	}
	if len(loaded.Jobs) != 1 {
		return Outcome{Differs, fmt.Sprintf("%d jobs", len(loaded.Jobs))}, nil
	}
	return compareJob(loaded.Jobs[0], &a), nil
}

// compareRefusal holds what sparkvet reports against a refusal of Spark's.
func compareRefusal(q *submitQuestion, a *submitAnswer, loaded *loader.Result, refusals []string) Outcome {
	if len(refusals) > 0 {
		return Outcome{}
	}
	for _, beyond := range beyondFiles {
		if strings.Contains(a.Refused, beyond.message) {
			return Outcome{Excused, beyond.why}
		}
	}
	if len(loaded.Jobs) == 0 && slices.ContainsFunc(q.Args, runsNothing) {
		return Outcome{Excused, "a command that runs no application is not checked"}
	}
	return Outcome{Differs, "nothing is wrong"}
}

// beyondFiles are the refusals that depend on more than the command and its
// files.
var beyondFiles = []struct{ message, why string }{
	{"must be set in the environment", "whether the machine sets HADOOP_CONF_DIR is not known"},
	{"Failed to get main class in JAR", "what the jar's manifest says is not known"},
	{"Invalid properties file", "whether the properties file is there where the job runs is not known"},
	{"Keytab file:", "whether the keytab is there where the job runs is not known"},
	{"URI scheme is not \"file\"", "the jars of an R application are not looked into"},
}

// runsNothing reports whether an argument makes spark-submit do something else
// than run an application.
func runsNothing(arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return slices.Contains([]string{"--help", "-h", "--kill", "--status", "--usage-error", "--version"}, name)
}

// rules are the built-in rules about what Spark refuses, and no others, for
// speed.
var rules = sync.OnceValues(func() (*policy.Program, error) {
	files := fstest.MapFS{}
	var add func(path string) error
	add = func(path string) error {
		text, err := policies.Files.ReadFile(path)
		if err != nil || files[path] != nil {
			return err
		}
		files[path] = &fstest.MapFile{Data: text}
		for _, imported := range imports.FindAllSubmatch(text, -1) {
			if err := add("lib/" + strings.ReplaceAll(string(imported[1]), ".", "/") + ".rego"); err != nil {
				return err
			}
		}
		return nil
	}
	for _, id := range slices.Concat(sureRules, laterRules) {
		if id == "load" {
			continue // the loaders'
		}
		if err := add(id + ".rego"); err != nil {
			return nil, err
		}
	}
	return engine.Compile(engine.Bundle{Files: files})
})

var imports = regexp.MustCompile(`(?m)^import data\.policies\.lib\.([\w.]+)`)

// refusalsOf returns the errors that sparkvet reports; where spark-submit takes
// the command, those that say that it does not.
func refusalsOf(loaded *loader.Result, a *submitAnswer) ([]string, error) {
	program, err := rules()
	if err != nil {
		return nil, err
	}
	options := engine.Options{Workers: 1, Ignore: []string{waitsForCores}}
	if a.Refused == "" {
		options.Ignore = append(options.Ignore, laterRules...)
	}
	report, err := engine.Check(context.Background(), program, loaded.Jobs, loaded.Diagnostics, options)
	if err != nil {
		return nil, err
	}
	if len(report.Errored) > 0 {
		return nil, report.Errored[0].Err
	}
	var refusals []string
	for _, f := range report.Findings {
		if f.Severity == source.Error {
			if f.Rule.ID == "correctness/unknown_submit_option" && own[a.Application] {
				continue // the shell refuses it, once it runs
			}
			refusals = append(refusals, f.Rule.ID+": "+f.Message)
		}
	}
	return refusals, nil
}

// sureRules are the rules that say that spark-submit stops.
var sureRules = []string{
	"load",
	"correctness/conf_without_equals", "correctness/deploy_mode_incompatible", "correctness/deploy_mode_invalid",
	"correctness/load_spark_defaults", "correctness/missing_application", "correctness/missing_option_value",
	"correctness/not_positive", "correctness/option_newer_than_spark", "correctness/proxy_user",
	"correctness/pyspark_with_application", "correctness/startup_constraint", "correctness/unknown_submit_option",
	"jvm/unclosed_quote",
}

// laterRules are the rules that say that Spark stops, be it spark-submit or
// the session as it starts.
var laterRules = []string{
	"correctness/enum_value", "correctness/fractional_size", "correctness/master_invalid", "correctness/value_out_of_range",
	"correctness/unquoted_conf_with_spaces", "correctness/value_type", "jvm/xmx_in_options", "memory/driver_below_minimum", "memory/executor_below_minimum",
}

// newer returns an option of a shell that a release lacks; empty if there is
// none.
func (q *submitQuestion) newer(release string) string {
	for _, arg := range q.Args {
		name, _, _ := strings.Cut(arg, "=")
		if o := conf.OptionNamed(name); o != nil && catalog.Before(release, o.Since) {
			return name
		}
	}
	return ""
}

// compareJob holds a job against what Spark would run.
func compareJob(job *conf.Job, a *submitAnswer) Outcome {
	var wrong []string
	if application := job.Application.File.Raw; !slices.Equal(located(application), located(a.Application)) && (application != "" || !own[a.Application]) {
		wrong = append(wrong, fmt.Sprintf("application %q", application))
	}
	if job.Application.Class != a.Class && !own[a.Application] {
		wrong = append(wrong, fmt.Sprintf("class %q", job.Application.Class))
	}
	if !slices.Equal(job.Application.Args, a.Args) {
		wrong = append(wrong, fmt.Sprintf("arguments %q", job.Application.Args))
	}
	if !a.Unprepared {
		wrong = append(wrong, differing(job, a)...)
	}
	if len(wrong) > 0 {
		return Outcome{Differs, strings.Join(wrong, "; ")}
	}
	return Outcome{}
}

// own are the names that stand for no file.
var own = map[string]bool{"spark-shell": true, "pyspark-shell": true, "spark-internal": true, "sparkr-shell": true}

// effective returns the text that sparkvet says Spark uses for each key as it
// is written.
func effective(job *conf.Job) map[string]string {
	texts := map[string]string{}
	for _, name := range job.Written() {
		for _, assignment := range job.Setting(name).Stack {
			if assignment.Dropped == "" {
				texts[assignment.Key] = assignment.Value.Raw
			}
		}
	}
	return texts
}

// differing lists the keys whose texts differ.
func differing(job *conf.Job, a *submitAnswer) []string {
	ours := effective(job)
	var wrong []string
	for _, key := range slices.Sorted(maps.Keys(a.Conf)) {
		theirs := a.Conf[key]
		text, written := ours[key]
		switch {
		case written && (text == theirs || key == "spark.master" && secured(text) == theirs):
		case key == "spark.app.name" && (theirs == "Spark shell" || theirs == "PySparkShell"): // bin/spark-shell and bin/pyspark say so
		case key == "spark.yarn.isPython" && theirs == "true": // whatever is written
		case slices.Contains(spends, key) && a.Conf["spark.submit.deployMode"] == "client":
		case slices.Contains(fileLists, key) && sameFiles(text, theirs, ours, a):
		case !written && adds[key] != nil && adds[key](theirs, ours, a):
		case written:
			wrong = append(wrong, fmt.Sprintf("%s=%q", key, text))
		default:
			wrong = append(wrong, key+" is not written")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(ours)) {
		if _, has := a.Conf[key]; !has && !slices.Contains(spends, key) {
			wrong = append(wrong, fmt.Sprintf("%s=%q is written", key, ours[key]))
		}
	}
	return wrong
}

// secured is a Kubernetes master with the scheme that spark-submit puts in.
func secured(master string) string {
	if address, ok := strings.CutPrefix(master, "k8s://"); ok && !strings.Contains(address, "://") {
		return "k8s://https://" + address
	}
	return master
}

// adds are the settings that Spark makes by itself, and whether it did.
var adds = map[string]func(text string, ours map[string]string, a *submitAnswer) bool{
	"spark.app.name":           func(string, map[string]string, *submitAnswer) bool { return true },
	"spark.master":             is("local[*]"),
	"spark.submit.deployMode":  is("client"),
	"spark.driver.supervise":   is("false"),
	"spark.kerberos.principal": from("spark.yarn.principal"),
	"spark.kerberos.keytab":    from("spark.yarn.keytab"),
	"spark.ui.showConsoleProgress": func(text string, _ map[string]string, a *submitAnswer) bool {
		return text == "true" && own[a.Application]
	},
}

func is(wanted string) func(string, map[string]string, *submitAnswer) bool {
	return func(text string, _ map[string]string, _ *submitAnswer) bool { return text == wanted }
}

func from(key string) func(string, map[string]string, *submitAnswer) bool {
	return func(text string, ours map[string]string, _ *submitAnswer) bool { return text == ours[key] }
}

// spends are the settings that spark-submit takes from an option, uses, and
// passes on to a driver in the cluster only.
var spends = []string{"spark.jars.packages", "spark.jars.excludes", "spark.jars.repositories"}

// fileLists are the keys between which spark-submit moves files: it looks for
// them, adds the application, and gives Python files to several keys.
var fileLists = []string{
	"spark.jars", "spark.files", "spark.archives", "spark.submit.pyFiles", "spark.repl.local.jars",
	"spark.yarn.dist.jars", "spark.yarn.dist.files", "spark.yarn.dist.archives", "spark.yarn.dist.pyFiles",
}

// sameFiles reports whether Spark's list is ours, but for files that it took
// from another list, from the application, or from its own home.
func sameFiles(ours, theirs string, all map[string]string, a *submitAnswer) bool {
	has := located(theirs)
	known := append(located(a.Application), located(ours)...)
	for _, file := range located(ours) {
		if !slices.Contains(has, file) {
			return false
		}
	}
	for _, key := range fileLists {
		known = append(known, located(all[key])...)
	}
	return !slices.ContainsFunc(has, func(file string) bool { return !slices.Contains(known, file) && !strings.HasPrefix(file, "/home/") })
}

// located are the files of a list, each without what Spark puts before it when
// it looks for it.
func located(list string) []string {
	var files []string
	for file := range strings.SplitSeq(list, ",") {
		file = strings.TrimSpace(file)
		for _, before := range []string{"local:", "file:", "//"} {
			file = strings.TrimPrefix(file, before)
		}
		if decoded, err := url.PathUnescape(file); err == nil {
			file = decoded
		}
		if file = strings.TrimPrefix(file, "/here/"); file != "" {
			files = append(files, file)
		}
	}
	return files
}

package vector

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/policies"
	"github.com/sparkvet/sparkvet/source"
)

// startAnswer is that an application starts, or who refuses it and at which
// station of the start.
type startAnswer struct {
	Accepted bool `json:"accepted"`
	// Unreadable are the keys that nothing read yet, and whose values Spark
	// refuses when something does.
	Unreadable map[string]string `json:"unreadable"`
	Refused    string            `json:"refused"`
	Station    string            `json:"station"`
	By         string            `json:"by"`
}

func startKind() *Kind {
	return &Kind{
		Name: "start", Sample: 300, Fixed: pairs(),
		Doc:    "a configuration → an application starts, or who refuses it (launcher, spark-submit, java, Client or pods, SparkContext, session)",
		Random: randomStart, Compare: compareStart, Rates: startRates,
	}
}

// waitsForCores is the case of a job that starts and waits for executors.
const waitsForCores = "correctness/startup_constraint#cores_max_below_executor"

// elsewhere are the rules of severity error, or their cases, that speak of
// something other than a refusal at the start, and of what. Rules about text
// that only a loader sees, and about profiles and platforms, which no question
// has, are not listed.
var elsewhere = map[string]string{
	"correctness/package_scala_mismatch":         "classes of the package do not load",
	"correctness/package_spark_version_mismatch": "classes of the package do not load",
	waitsForCores:                                  "no executor starts, and the job waits",
	"kubernetes/volume_option_unknown":             "Spark ignores the key",
	"pyspark/archive_python_path":                  "executors find no Python",
	"pyspark/interpreter_mismatch":                 "the workers' first task fails",
	"security/hostpath_volume":                     "whoever runs in the pod has the node",
	"storage/committer_half_configured":            "writes use another committer",
	"storage/hudi_requires_kryo":                   "writes of Hudi tables fail",
	"storage/iceberg_type_and_impl":                "queries on the catalog fail",
	"storage/legacy_filesystem_scheme":             "paths of the scheme cannot be opened",
	"storage/magic_name_without_enable":            "the write fails",
	"streaming/checkpoint_not_durable":             "the state goes with the machine",
	"streaming/receiver_starves":                   "the stream receives, and processes nothing",
	"correctness/key_case_mismatch":                "Spark starts, and ignores the key",
	"correctness/non_spark_property":               "spark-submit drops the key",
	"cores/gpu_missing_vendor_or_script":           "executors end, where there is no discovery script",
	"kubernetes/cpu_quantity_invalid":              "Kubernetes refuses the pod",
	"kubernetes/cpu_request_exceeds_limit":         "Kubernetes refuses the pod",
	"kubernetes/external_shuffle_service":          "executors exit, in their pods",
	"kubernetes/volume_size_no_unit":               "Kubernetes refuses the pod",
	"security/secret_literal":                      "whoever reads the file has the secret",
	"storage/delta_config_pair":                    "queries on Delta tables fail",
	"storage/dynamic_overwrite_with_s3a_committer": "the write fails",
	"yarn/keytab_principal_pair":                   "only where Kerberos is on, which no question can be",
}

func compareStart(release string, question, answer json.RawMessage) (Outcome, error) {
	var a startAnswer
	if err := decode(answer, &a); err != nil {
		return Outcome{}, err
	}
	errors, err := startErrors(release, question, &a)
	switch {
	case err != nil:
		return Outcome{}, err
	case a.Accepted && len(errors) > 0:
		return Outcome{Differs, strings.Join(errors, "\n           ")}, nil
	case a.Accepted || len(errors) > 0:
		return Outcome{}, nil
	}
	for reason, part := range missed {
		if strings.Contains(a.Refused, part) {
			return Outcome{Excused, "not reported: " + reason}, nil
		}
	}
	return Outcome{Differs, "no error"}, nil
}

// missed are refusals of which no rule speaks: why, and what tells their
// messages.
var missed = map[string]string{
	"Mesos is in a build of its own, which was not asked":                                                  "Could not parse Master URL: 'mesos:",
	"Spark 3.0 has the keys of excludeOnFailure under another name, which the rule does not read":          "spark.blacklist.task.maxTaskAttemptsPerNode",
	"Spark 3.1 and 3.2 mind a negative amount of a resource for tasks where executors have an amount of 0": "No executor resource configs were not specified",
}

// startErrors are the errors that the built-in rules report about the start.
// Those about values that stop whoever reads them later are not.
func startErrors(release string, question json.RawMessage, a *startAnswer) ([]string, error) {
	var q configuration
	if err := decode(question, &q); err != nil {
		return nil, err
	}
	j, err := q.job(release)
	if err != nil {
		return nil, err
	}
	program, err := builtIn()
	if err != nil {
		return nil, err
	}
	report, err := engine.Check(context.Background(), program, []*conf.Job{j}, nil, engine.Options{Workers: 1})
	if err != nil {
		return nil, err
	}
	var errors []string
	for _, e := range report.Errored {
		return nil, fmt.Errorf("%s: %w", e.Rule.ID, e.Err)
	}
	for _, f := range report.Findings {
		if f.Severity == source.Error && atStart(&f) && !later(&f, a) {
			errors = append(errors, f.Rule.ID+": "+f.Message)
		}
	}
	return errors, nil
}

// itself are parts of what such rules say of what Spark refuses itself.
var itself = []string{"without a vendor", `"" is no quantity`}

// noContainer is part of what is said of a heap for which there is no machine.
const noContainer = "Spark sizes containers for"

// atStart reports whether a finding is about the start.
func atStart(f *engine.Finding) bool {
	if strings.Contains(f.Message, noContainer) {
		return false
	}
	return elsewhere[f.ID()] == "" || slices.ContainsFunc(itself, func(part string) bool { return strings.Contains(f.Message, part) })
}

// valueRules say that Spark stops when it reads a value, which may be later
// than at the start.
var valueRules = []string{"correctness/enum_value", "correctness/fractional_size", "correctness/value_out_of_range", "correctness/value_type"}

// later reports whether a finding is about a value that nothing has read, and
// that Spark cannot read; or whose key has no entry by which to ask.
func later(f *engine.Finding, a *startAnswer) bool {
	if !slices.Contains(valueRules, f.Rule.ID) || f.Setting == nil || f.Setting.Key == nil {
		return false
	}
	return a.Unreadable[f.Setting.Key.Name] != "" || f.Setting.Key.Unregistered && a.Accepted
}

// builtIn are all built-in rules.
var builtIn = sync.OnceValues(func() (*policy.Program, error) {
	return engine.Compile(engine.Bundle{Files: policies.Files, Root: "policies"})
})

// startRates says how many of the refused configurations sparkvet reports, and
// how many of those that it reports as errors Spark accepts.
func startRates(release string, questions, answers []json.RawMessage) (string, error) {
	var refused, reported, accepted, wrong int
	misses, alarms := map[string]int{}, map[string]int{}
	for i, q := range questions {
		var a startAnswer
		if err := decode(answers[i], &a); err != nil {
			return "", err
		}
		errors, err := startErrors(release, q, &a)
		if err != nil {
			return "", err
		}
		if a.Accepted {
			accepted++
			for _, e := range errors {
				id, _, _ := strings.Cut(e, ":")
				alarms[id]++
			}
			wrong += min(1, len(errors))
			continue
		}
		refused++
		reported += min(1, len(errors))
		if len(errors) == 0 {
			misses[a.Station+" "+a.By+": "+a.Refused]++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "  refused %d, of which reported %d (%.1f %%); accepted %d, of which reported %d\n", refused, reported, 100*float64(reported)/float64(max(1, refused)), accepted, wrong)
	for _, table := range []struct {
		name   string
		counts map[string]int
	}{{"missed", misses}, {"wrongly reported", alarms}} {
		for _, what := range slices.SortedFunc(maps.Keys(table.counts), func(x, y string) int {
			return table.counts[y] - table.counts[x]
		}) {
			fmt.Fprintf(&b, "  %s %d: %s\n", table.name, table.counts[what], what)
		}
	}
	return b.String(), nil
}

// pairs are configurations that a rule calls an error, each followed by a near
// miss, for rules that random questions seldom meet.
func pairs() []any {
	var all []any
	for _, p := range []struct {
		manager, mode, language, key string
		refused, accepted            string
	}{
		{"yarn", "client", "jvm", "spark.driver.memory", "400m", "600m"},
		{"local", "client", "jvm", "spark.driver.memory", "4096", "4096m"},
		{"local", "client", "python", "spark.driver.memory", "4gb", "4g"},
		{"yarn", "client", "jvm", "spark.executor.memory", "400m", "451m"},
		{"yarn", "client", "jvm", "spark.executor.memory", "4096", "4096m"},
		{"kubernetes", "cluster", "jvm", "spark.driver.host", "driver.acme.example", ""},
		{"kubernetes", "cluster", "jvm", "spark.driver.bindAddress", "0.0.0.0", ""},
		{"standalone", "client", "jvm", "spark.port.maxRetries", "-1", "0"},
		{"yarn", "cluster", "jvm", "spark.executor.memoryOverhead", "-1", "0"},
		{"kubernetes", "client", "jvm", "spark.executor.memoryOverhead", "-1", "0"},
		{"standalone", "client", "python", "spark.executor.memoryOverhead", "-1m", "1m"},
		{"local", "client", "jvm", "spark.executor.memoryOverhead", "-1", "0"},
		{"local", "client", "jvm", "spark.serializer", "", "org.apache.spark.serializer.JavaSerializer"},
		{"yarn", "client", "jvm", "spark.task.resource.gpu.amount", "one", ""},
		{"standalone", "client", "jvm", "spark.sql.session.timeZone", "europe/berlin", "Europe/Berlin"},
		{"yarn", "client", "jvm", "spark.yarn.executor.resource.vcores.amount", "2", ""},
		{"kubernetes", "client", "jvm", "spark.executor.resource.gpu.amount", "1", "0"},
	} {
		for _, text := range []string{p.refused, p.accepted} {
			c := configuration{Manager: p.manager, Mode: p.mode, Language: p.language, Set: map[string]string{p.key: text}}
			if p.manager == "kubernetes" {
				c.Set["spark.kubernetes.container.image"] = "image:1"
			}
			if text == "" && p.key != "spark.serializer" {
				delete(c.Set, p.key)
			}
			all = append(all, c)
		}
	}
	return append(all, configuration{Manager: "kubernetes", Mode: "cluster", Language: "jvm", Set: map[string]string{"spark.executor.cores": "2"}})
}

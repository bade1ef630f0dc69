package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// written returns what a function writes.
func written(t testing.TB, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// outputs returns everything that is ever written about the sample.
func outputs(t testing.TB) map[string]string {
	t.Helper()
	r, job := sampleReport(t), sampleJob(t)
	jobs := []*conf.Job{job}
	all := map[string]func(io.Writer) error{}
	for _, f := range Formats() {
		all["check."+f.Name] = func(w io.Writer) error { return f.Write(w, r, Options{Version: "0.1.0", Verbose: true}) }
	}
	all["check.color"] = func(w io.Writer) error { return Text(w, r, Options{Color: true}) }
	all["facts.text"] = func(w io.Writer) error { return FactsText(w, jobs, FactsOptions{Bar: true, Width: 80, Verbose: true}) }
	all["facts.color"] = func(w io.Writer) error { return FactsText(w, jobs, FactsOptions{Bar: true, Width: 40, Color: true}) }
	all["facts.json"] = func(w io.Writer) error { return FactsJSON(w, jobs) }
	all["rules.text"] = func(w io.Writer) error { return RulesText(w, r.Rules, false) }
	all["rules.json"] = func(w io.Writer) error { return RulesJSON(w, r.Rules) }
	all["input.json"] = func(w io.Writer) error { return Input(w, jobs) }
	all["diagnostics.text"] = func(w io.Writer) error { return DiagnosticsText(w, r.Notices, jobs, false) }
	all["version.json"] = Version{"0.1.0", "0123456789abcdef", "go1.26", []string{"3.5", "4.0"}}.JSON
	for name, page := range pages(t, jobs, r.Rules) {
		all["explain_"+name+".text"] = func(w io.Writer) error { return page.Text(w, false) }
		all["explain_"+name+".json"] = page.JSON
	}
	texts := map[string]string{}
	for name, write := range all {
		texts[name] = written(t, write)
	}
	return texts
}

func pages(t testing.TB, jobs []*conf.Job, rules []*engine.Rule) map[string]Page {
	t.Helper()
	c, err := catalog.Open("")
	if err != nil {
		t.Fatal(err)
	}
	rule := *rules[1]
	rule.Params = map[string]policy.Param{"words": {Default: []any{"secret"}, Doc: "words of secret keys"}}
	rule.AppliesTo = policy.AppliesTo{ClusterManagers: []string{"yarn"}, Spark: policy.Range{Since: "3.5"}, Complete: true}
	return map[string]Page{
		"rule":   RulePage{Rule: &rule},
		"fact":   FactPage{Definition: facts.Lookup("executor.container_mib"), Jobs: jobs, Rules: []string{"a/b"}},
		"key":    KeyPage{Name: "spark.executor.memory", Key: c.Key("spark.executor.memory"), Defaults: catalog.Defaults("spark.executor.memory"), Jobs: jobs},
		"secret": KeyPage{Name: "spark.ssl.keyPassword", Key: c.Key("spark.ssl.keyPassword"), Family: catalog.FamilyOf("spark.ssl.keyPassword"), Jobs: jobs},
		"family": KeyPage{Name: "spark.hadoop.fs.s3a.endpoint", Family: catalog.FamilyOf("spark.hadoop.fs.s3a.endpoint")},
	}
}

func TestGoldens(t *testing.T) {
	texts := outputs(t)
	for _, name := range []string{"check.text", "check.color", "check.json", "check.sarif", "check.github", "diagnostics.text", "rules.text", "explain_rule.text", "explain_secret.text"} {
		t.Run(name, func(t *testing.T) { golden(t, name, texts[name]) })
	}
}

func TestNoSecretIsShown(t *testing.T) {
	for name, text := range outputs(t) {
		for _, trace := range traces {
			// Without a rule that says so, the phrase is a setting like any other.
			if strings.Contains(text, trace) && (trace != accused || strings.HasPrefix(name, "check.")) {
				t.Errorf("%s shows the secret:\n%s", name, text)
			}
		}
		if strings.Contains(text, "\x1b") && !strings.HasSuffix(name, ".color") {
			t.Errorf("%s holds an escape sequence", name)
		}
	}
}

func TestSameBytes(t *testing.T) {
	first, second := outputs(t), outputs(t)
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

// strictly forbids properties that a schema does not name.
func strictly(schema any) {
	switch s := schema.(type) {
	case map[string]any:
		if _, ok := s["properties"]; ok && s["additionalProperties"] == nil {
			s["additionalProperties"] = false
		}
		for _, part := range s {
			strictly(part)
		}
	case []any:
		for _, part := range s {
			strictly(part)
		}
	}
}

func compiled(t *testing.T, name string, schema any) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(name, schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemas(t *testing.T) {
	texts := outputs(t)
	for name, document := range map[string]string{
		"check": "check.json", "facts": "facts.json", "rules": "rules.json", "version": "version.json",
		"explain": "explain_rule.json explain_fact.json explain_key.json explain_secret.json explain_family.json",
	} {
		file, err := Schemas.Open("schema/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		schema, err := jsonschema.UnmarshalJSON(file)
		if err != nil {
			t.Fatal(err)
		}
		strictly(schema)
		s := compiled(t, name, schema)
		for _, d := range strings.Fields(document) {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(texts[d]))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(value); err != nil {
				t.Errorf("%s: %v\n%s", d, err, texts[d])
			}
		}
		if err := s.Validate(map[string]any{"version": 1}); err == nil {
			t.Errorf("the schema of %s takes anything", name)
		}
	}
}

func TestInputFollowsTheSchemaOfTheEngine(t *testing.T) {
	raw, err := json.Marshal(engine.Schema(nil))
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	// Masked, a size is no number any more, and the sample has such a key.
	text := outputs(t)["input.json"]
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	// Families and keys of one's own are not in the schema's conf.
	delete(schema.(map[string]any)["properties"].(map[string]any)["conf"].(map[string]any), "additionalProperties")
	if err := compiled(t, "input", schema).Validate(value); err != nil {
		t.Error(err)
	}
}

func TestSARIFIsValid(t *testing.T) {
	report, err := sarif.FromString(outputs(t)["check.sarif"], sarif.WithStrictValidation())
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Validate(); err != nil {
		t.Error(err)
	}
	report.Runs[0].Results[0].Level = "fatal"
	if err := report.Validate(); err == nil {
		t.Error("the schema takes anything")
	}
}

func TestFingerprints(t *testing.T) {
	r := sampleReport(t)
	before := identify(r.Findings)
	twice := identify(append(append([]engine.Finding{}, r.Findings...), r.Findings...))
	seen := map[string]bool{}
	for _, f := range twice {
		if seen[f.Fingerprint] {
			t.Errorf("%s has the fingerprint of another finding", f.Rule.ID)
		}
		seen[f.Fingerprint] = true
	}
	moved := source.New("jobs/daily job.sh", "shell", []byte("\n\n\n"+scriptText))
	for i := range r.Findings {
		if at := r.Findings[i].At; at.Source.Name == moved.Name {
			r.Findings[i].At = moved.Span(at.Start+3, at.End+3)
		}
	}
	for i, f := range identify(r.Findings) {
		if f.Fingerprint != before[i].Fingerprint {
			t.Errorf("%s changed its fingerprint when lines moved", f.Rule.ID)
		}
	}
}

func TestMinSeverityAndQuiet(t *testing.T) {
	r := sampleReport(t)
	text := written(t, func(w io.Writer) error { return Text(w, r, Options{MinSeverity: source.Error}) })
	if strings.Contains(text, "secret_literal]") || !strings.Contains(text, "(6 below error not shown)") {
		t.Errorf("--min-severity error shows\n%s", text)
	}
	text = written(t, func(w io.Writer) error { return Text(w, r, Options{Quiet: true}) })
	if strings.Contains(text, "3 files") || strings.Contains(text, "undecided") {
		t.Errorf("-q shows\n%s", text)
	}
}

func TestManyReasonsAreCounted(t *testing.T) {
	r := sampleReport(t)
	r.Undecided[0].Reasons = nil
	for i := range 30 {
		r.Undecided[0].Reasons = append(r.Undecided[0].Reasons, fmt.Sprintf("spark.key%d: unknown", i))
	}
	text := written(t, func(w io.Writer) error { return Text(w, r, Options{Verbose: true}) })
	if !strings.Contains(text, "because spark.key7: unknown\n  because of 22 more\n") || strings.Contains(text, "spark.key8") {
		t.Errorf("of 30 reasons -v shows\n%s", text)
	}
}

func TestShare(t *testing.T) {
	for _, columns := range []int{24, 96} {
		for _, sizes := range [][]int64{{300, 1, 1, 1}, {1}, {1 << 40, 1, 1}, {5, 5, 5}} {
			var regions []region
			total := int64(0)
			for _, n := range sizes {
				regions = append(regions, region{mib: n})
				total += n
			}
			sum := 0
			for i, n := range share(regions, total, columns) {
				sum += n
				if n < 1 {
					t.Errorf("region %d of %v has no column", i, sizes)
				}
			}
			if sum != columns {
				t.Errorf("%v share %d of %d columns", sizes, sum, columns)
			}
		}
	}
}

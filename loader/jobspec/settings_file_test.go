package jobspec

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// TestSettingsGolden loads every settings file of the test data and draws what
// it says of clusters and workloads.
func TestSettingsGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/settings/*.hcl")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := drawProfiles(LoadProfiles(source.New(filepath.Base(name), "hcl", text), optionsIn(string(text))))
		golden := strings.TrimSuffix(name, ".hcl") + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from what was loaded; run go test -update and look at the difference\ngot:\n%s", golden, got)
		}
	}
}

func drawProfiles(p Profiles) string {
	var b strings.Builder
	draw := func(what string, blocks []*conf.ProfileBlock) {
		for _, block := range blocks {
			fmt.Fprintf(&b, "for everything %v, for %q, unknown %q\n", block.Jobs.Everything, block.Jobs.List, block.Jobs.Unknown)
			drawSpan(&b, block.Jobs.At)
			drawBlock(&b, what, block)
			for _, l := range block.Layers {
				fmt.Fprintf(&b, "layer %s\n", l.Kind)
				for _, a := range l.Assignments {
					fmt.Fprintf(&b, "  %s = %s (%s)\n", a.Key, drawValue(a.Value), a.Spelling)
				}
			}
			b.WriteByte('\n')
		}
	}
	draw("cluster", p.Clusters)
	draw("workload", p.Workloads)
	for _, d := range p.Diagnostics {
		fmt.Fprintf(&b, "%s: %s / %s\n", d.Severity, d.Summary, d.Detail)
		drawSpan(&b, d.At)
	}
	return b.String()
}

// profileMistakes are settings files and what is told of each, as in mistakes.
var profileMistakes = map[string]struct {
	text     string
	problems []string
}{
	"nothing":            {``, nil},
	"a choice":           {`cluster "a" {; tenancy = "dedicatd"; }`, []string{`"dedicatd": tenancy wants one of dedicated, shared, not "dedicatd" / did you mean dedicated?`}},
	"a choice, far":      {`cluster "a" {; objective = "cheap"; }`, []string{`"cheap": objective wants one of efficiency, reliability, not "cheap"`}},
	"a size":             {`cluster "a" {; worker {; memory = 64; }; }`, []string{`64: memory wants a size such as "64g", not 64 / a size stands in quotes and ends in m, g or t`}},
	"a size without end": {`cluster "a" {; worker {; memory = "64"; }; }`, []string{`"64": memory wants a size such as "64g", not "64" / a size stands in quotes and ends in m, g or t`}},
	"a size of nothing":  {`cluster "a" {; worker {; memory = "0g"; }; }`, []string{`"0g": memory wants a size such as "64g", not "0g" / a size stands in quotes and ends in m, g or t`}},
	"a size too large":   {`workload "a" {; input_bytes = "999999999999999p"; }`, []string{`"999999999999999p": input_bytes wants a number of bytes or a size such as "5t", not "999999999999999p"`}},
	"a count":            {`cluster "a" {; worker {; count = 0; }; }`, []string{`0: count wants a whole number from 1 on, not 0`}},
	"a fraction":         {`cluster "a" {; worker {; cores = 1.5; }; }`, []string{`1.5: cores wants a whole number from 1 on, not 1.5`}},
	"a Java":             {`cluster "a" {; java_version = "1.8"; }`, []string{`"1.8": java_version wants a whole number from 8 on, not "1.8"`}},
	"a machine":          {`cluster "a" {; worker {; instance_type = "m5.4xlarg"; }; }`, []string{`"m5.4xlarg": the machine "m5.4xlarg" is not known / did you mean m5.4xlarge? else write cores and memory of the worker`}},
	"a machine, far":     {`cluster "a" {; worker {; instance_type = "bare-metal"; cores = 8; }; }`, []string{`"bare-metal": the machine "bare-metal" is not known / write cores and memory of the worker`}},
	"a machine, told":    {`cluster "a" {; worker {; instance_type = "bare-metal"; cores = 8; memory = "64g"; }; }`, nil},
	"more than all":      {`cluster "a" {; worker {; instance_type = "m5.xlarge"; allocatable_memory = "64g"; }; }`, []string{`"64g": allocatable_memory 64g is above memory 16384m`}},
	"upside down":        {`cluster "a" {; worker {; min = 3; max = 2; }; }`, []string{`3: min 3 is above max 2`}},
	"an attribute":       {`cluster "a" {; yarn {; maximum_alocation_mb = 1; }; }`, []string{`maximum_alocation_mb: unknown attribute "maximum_alocation_mb" in yarn / did you mean maximum_allocation_mb?`}},
	"a block":            {`clutser "a" {}`, []string{`clutser "a": unknown block "clutser" in a settings file / did you mean cluster?`}},
	"no name":            {`workload {}`, []string{`workload: workload has one label, the name of a workload, not 0 / write workload "name" { … }`}},
	"jobs":               {`workload "a" {; jobs = "etl/**"; }`, []string{`"etl/**": jobs wants a list of strings, not "etl/**"`}},
	"a second yarn":      {`cluster "a" {; yarn {}; yarn {}; }`, []string{`yarn: a second yarn block in cluster / join it with the first`}},
	"a second cluster":   {`cluster "a" {}; cluster "a" {}`, []string{`cluster "a": a second cluster "a" / give each its own name`}},
	"an expression":      {`cluster "a" {; tenancy = lokal.x; }`, []string{`lokal.x: "lokal" is not a name that is known here / text stands in quotes; names begin with var., local., each., cluster. or job.`}},
	"a job file":         {`job "a" {; queue = 1; }; cluster "a" {}`, nil},
}

func TestProfileDiagnostics(t *testing.T) {
	for name, c := range profileMistakes {
		t.Run(name, func(t *testing.T) {
			p := LoadProfiles(source.New(".sparkvet.hcl", "hcl", []byte(inLines(c.text))), Options{})
			var got []string
			for _, d := range p.Diagnostics {
				said := d.At.Text() + ": " + d.Summary
				if d.Detail != "" {
					said += " / " + d.Detail
				}
				got = append(got, said)
			}
			if strings.Join(got, "\n") != strings.Join(c.problems, "\n") {
				t.Errorf("got  %q\nwant %q", got, c.problems)
			}
		})
	}
}

// TestUnreadProfileIsUnknown: what a part that cannot be read may have said is
// unknown.
func TestUnreadProfileIsUnknown(t *testing.T) {
	p := LoadProfiles(source.New(".sparkvet.hcl", "hcl", []byte("cluster \"a\" {\n  java_version = 17\n  tenancy = = \"shared\"\n}\n")), Options{})
	if len(p.Clusters) != 1 || len(p.Diagnostics) == 0 {
		t.Fatalf("%d clusters, %d diagnostics", len(p.Clusters), len(p.Diagnostics))
	}
	if v, state := p.Clusters[0].Lookup("tenancy"); state != conf.Unknown {
		t.Errorf("tenancy is %s %q", state, v.Raw)
	}
}

// FuzzProfiles holds whatever a settings file says to the laws of places, and
// every value to its key's kind.
func FuzzProfiles(f *testing.F) {
	files, err := filepath.Glob("testdata/settings/*.hcl")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, c := range profileMistakes {
		f.Add([]byte(inLines(c.text)))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		src := source.New(".sparkvet.hcl", "hcl", text)
		o := Options{Variables: map[string]string{"heap": "48g"}}
		p := LoadProfiles(src, o)
		law := laws{t: t, src: src}
		law.hold(conf.Loaded{Diagnostics: p.Diagnostics})
		for _, b := range append(p.Clusters[:len(p.Clusters):len(p.Clusters)], p.Workloads...) {
			law.profile(b)
			law.optional(b.Jobs.At)
			for _, l := range b.Layers {
				for _, a := range l.Assignments {
					law.within(a.KeyAt)
					law.within(a.ValueAt)
				}
			}
		}
		if again := LoadProfiles(src, o); drawProfiles(p) != drawProfiles(again) {
			t.Errorf("loaded twice, it differs:\n%s\n%s", drawProfiles(p), drawProfiles(again))
		}
	})
}

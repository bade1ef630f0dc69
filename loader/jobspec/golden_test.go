package jobspec

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestGolden loads every testdata/*.spark.hcl and draws what it made of it.
// The first lines of a file may give options: "# -var name=value", "# -env name".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.spark.hcl")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src := source.New(filepath.Base(name), "hcl", text)
			got := draw(Load(src, optionsIn(string(text))))
			golden := strings.TrimSuffix(name, ".spark.hcl") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from what was loaded; run go test -update and look at the difference\ngot:\n%s", golden, got)
			}
		})
	}
}

func optionsIn(text string) Options {
	o := Options{Variables: make(map[string]string)}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if variable, ok := strings.CutPrefix(line, "# -var "); ok {
			name, value, _ := strings.Cut(variable, "=")
			o.Variables[name] = value
		} else if environment, ok := strings.CutPrefix(line, "# -env "); ok {
			o.Environment = environment
		}
	}
	return o
}

// draw writes jobs and diagnostics with carets under the text they came from.
func draw(loaded conf.Loaded) string {
	var b strings.Builder
	for _, j := range loaded.Jobs {
		drawJob(&b, j)
	}
	for _, d := range loaded.Diagnostics {
		fmt.Fprintf(&b, "%s: %s\n", d.Severity, d.Summary)
		if d.Code != conf.SyntaxCode {
			fmt.Fprintf(&b, "  code: %s\n", d.Code)
		}
		if d.Detail != "" {
			fmt.Fprintf(&b, "  %s\n", d.Detail)
		}
		drawSpan(&b, d.At)
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "  %s:\n", n.Text)
			drawSpan(&b, n.At)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func drawJob(b *strings.Builder, j *conf.Job) {
	fmt.Fprintf(b, "job %s (%s, complete %v)\n", j.Name, j.Kind, j.Complete)
	drawSpan(b, j.At)
	if j.Unseen != "" {
		fmt.Fprintf(b, "unseen: %s\n", j.Unseen)
	}
	if j.SparkVersion != "" {
		fmt.Fprintf(b, "spark %s\n", j.SparkVersion)
		drawSpan(b, j.SparkVersionAt)
	}
	if a := j.Application; a.FileAt.Source != nil || a.Class != "" || a.Args != nil {
		fmt.Fprintf(b, "application %s, class %q, args %q, language %q\n", drawValue(a.File), a.Class, a.Args, a.Language)
		drawSpan(b, a.FileAt)
	}
	drawProfile(b, j.Profile)
	drawReference(b, "defaults file", j.DefaultsFile)
	drawReference(b, "properties file", j.PropertiesFile)
	for _, l := range j.Layers {
		fmt.Fprintf(b, "layer %s", l.Kind)
		if l.Skipped != "" {
			fmt.Fprintf(b, ", skipped: %s", l.Skipped)
		}
		b.WriteByte('\n')
		drawSpan(b, l.At)
		for _, a := range l.Assignments {
			fmt.Fprintf(b, "  %s = %s", a.Key, drawValue(a.Value))
			if a.Spelling != "" {
				fmt.Fprintf(b, " (%s)", a.Spelling)
			}
			b.WriteByte('\n')
			drawSpan(b, a.KeyAt, a.ValueAt)
		}
	}
	b.WriteByte('\n')
}

func drawProfile(b *strings.Builder, p conf.Profile) {
	for _, reason := range []conf.Reason{p.ClusterReason, p.WorkloadReason} {
		if reason != "" {
			fmt.Fprintf(b, "profile unknown: %s\n", reason)
		}
	}
	drawBlock(b, "cluster", p.Cluster)
	drawBlock(b, "workload", p.Workload)
}

func drawBlock(b *strings.Builder, what string, block *conf.ProfileBlock) {
	if block == nil {
		return
	}
	fmt.Fprintf(b, "%s %s\n", what, block.Name)
	if block.Unread != "" {
		fmt.Fprintf(b, "unread: %s\n", block.Unread)
	}
	for key := range conf.ProfileKeys() {
		v, said := block.Values[key.Name]
		if !said {
			continue
		}
		fmt.Fprintf(b, "  %s = %s", key.Name, drawValue(v.Value))
		if v.Origin != "" {
			fmt.Fprintf(b, " (%s)", v.Origin)
		}
		b.WriteByte('\n')
		drawSpan(b, v.At)
	}
	for _, w := range block.Workers {
		drawBlock(b, "worker", w)
	}
}

func drawReference(b *strings.Builder, what string, r *conf.FileReference) {
	if r != nil {
		fmt.Fprintf(b, "%s %s\n", what, drawValue(conf.Value{Raw: r.Path, Unknown: r.Unknown}))
		drawSpan(b, r.At)
	}
}

func drawValue(v conf.Value) string {
	if v.Unknown != "" {
		return "unknown: " + string(v.Unknown)
	}
	return fmt.Sprintf("%q", v.Raw)
}

// drawSpan shows the first line of each span with carets under its bytes; two
// spans on one line share it.
func drawSpan(b *strings.Builder, spans ...source.Span) {
	for i := 0; i < len(spans); i++ {
		at := spans[i]
		if at.IsZero() {
			continue
		}
		line, start := at.Source.Line(at.From().Line)
		marks := []byte(strings.Repeat(" ", len(line)+1))
		mark(marks, at.Start-start, at.End-start)
		if i+1 < len(spans) && spans[i+1].From().Line == at.From().Line {
			i++
			mark(marks, spans[i].Start-start, spans[i].End-start)
		}
		fmt.Fprintf(b, "%6d | %s\n       | %s\n", at.From().Line, line, strings.TrimRight(string(marks), " "))
	}
}

func mark(marks []byte, from, to int) {
	if from == to {
		marks[from] = '|'
	}
	for i := from; i < min(to, len(marks)); i++ {
		marks[i] = '^'
	}
}

package submit

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestGolden draws what was read from each script under its lines.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.sh")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			loaded := Load(source.New(filepath.Base(file), "", text))
			for _, job := range loaded.Jobs {
				for _, o := range job.Observations {
					seen[o.Kind] = true
				}
			}
			got := draw(loaded)
			golden := strings.Replace(file, "testdata/golden", "testdata/golden/drawn", 1) + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	for _, kind := range Kinds {
		if !seen[kind.Name] {
			t.Errorf("no golden shows the observation %s", kind.Name)
		}
		delete(seen, kind.Name)
	}
	for kind := range seen {
		t.Errorf("observation %s is not in the table", kind)
	}
}

func draw(loaded conf.Loaded) string {
	var out strings.Builder
	for _, job := range loaded.Jobs {
		drawJob(&out, job)
	}
	for _, d := range loaded.Diagnostics {
		fmt.Fprintf(&out, "\n%s: %s: %s [%s]\n  %s\n%s", d.At, d.Severity, d.Summary, d.Code, d.Detail, carets(d.At, source.Span{}))
	}
	return out.String()
}

func drawJob(out *strings.Builder, job *conf.Job) {
	from, to := job.At.From(), job.At.Until()
	fmt.Fprintf(out, "=== %s %q %d:%d-%d:%d complete=%v\n", job.Kind, job.Name, from.Line, from.Column, to.Line, to.Column, job.Complete)
	if job.Unseen != "" {
		fmt.Fprintf(out, "unseen: %s\n", job.Unseen)
	}
	if job.SparkVersion != "" {
		fmt.Fprintf(out, "version %s\n%s", job.SparkVersion, carets(source.Span{}, job.SparkVersionAt))
	}
	app := job.Application
	fmt.Fprintf(out, "application %s language=%q shell=%v class=%q args=%q\n", drawValue(app.File), app.Language, app.Shell, app.Class, app.Args)
	out.WriteString(carets(source.Span{}, app.FileAt))
	if f := job.PropertiesFile; f != nil {
		fmt.Fprintf(out, "properties file %q unknown=%q\n%s", f.Path, f.Unknown, carets(source.Span{}, f.At))
	}
	for _, layer := range job.Layers {
		for _, a := range layer.Assignments {
			fmt.Fprintf(out, "%s %q = %s %s\n%s", layer.Kind, a.Key, drawValue(a.Value), a.Spelling, carets(a.KeyAt, a.ValueAt))
		}
	}
	for _, o := range job.Observations {
		fmt.Fprintf(out, "observed %s %q suggestion %q", o.Kind, o.Text, o.Suggestion)
		if o.Replacement != nil {
			fmt.Fprintf(out, " replacement %q", *o.Replacement)
		}
		out.WriteString("\n" + carets(o.At, source.Span{}))
	}
}

func drawValue(v conf.Value) string {
	if v.Unknown != "" {
		return fmt.Sprintf("%q unknown: %s", v.Raw, v.Unknown)
	}
	return fmt.Sprintf("%q", v.Raw)
}

// carets prints the lines under two spans of one source, the first marked by
// ~, the second by ^; an empty span is marked by a bar.
func carets(first, second source.Span) string {
	spans, marks := []source.Span{first, second}, []byte("~^")
	if first.IsZero() {
		spans, marks = spans[1:], marks[1:]
	}
	if spans[len(spans)-1].IsZero() {
		spans = spans[:len(spans)-1]
	}
	lines := map[int][]byte{}
	low, high := 1<<30, 0
	for i, span := range spans {
		for line := span.From().Line; line <= span.Until().Line; line++ {
			text, start := span.Source.Line(line)
			low, high = min(low, line), max(high, line)
			under := lines[line]
			if under == nil {
				under = []byte(strings.Repeat(" ", len(text)+1))
			}
			for at := range under {
				switch offset := start + at; {
				case offset >= span.Start && offset < span.End:
					under[at] = marks[i]
				case offset == span.Start && span.Len() == 0:
					under[at] = '|'
				}
			}
			lines[line] = under
		}
	}
	var out strings.Builder
	for line := low; line <= high; line++ {
		under, ok := lines[line]
		if !ok {
			continue
		}
		text, _ := spans[0].Source.Line(line)
		fmt.Fprintf(&out, "%5d | %s\n      | %s\n", line, text, strings.TrimRight(narrowed(text, under), " "))
	}
	return out.String()
}

// narrowed leaves one mark for each character of a line.
func narrowed(text, under []byte) string {
	var out []byte
	for at := range under {
		if at >= len(text) || utf8.RuneStart(text[at]) {
			out = append(out, under[at])
		}
		if at < len(text) && text[at] == '\t' {
			out[len(out)-1] = '\t'
		}
	}
	return string(out)
}

package properties

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/sparkvet/sparkvet/source"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestGolden draws what was read from each file under its lines.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.conf*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := draw(source.New("spark-defaults-"+filepath.Base(file), "", text))
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
}

func draw(src *source.Source) string {
	var out strings.Builder
	loaded := Load(src)
	for _, job := range loaded.Jobs {
		fmt.Fprintf(&out, "%s %s complete=%v\n", job.Kind, job.Name, job.Complete)
		if job.Unseen != "" {
			fmt.Fprintf(&out, "unseen: %s\n", job.Unseen)
		}
		for _, a := range job.Layers[0].Assignments {
			fmt.Fprintf(&out, "\n%q = %q", a.Key, a.Value.Raw)
			if a.Value.Unknown != "" {
				fmt.Fprintf(&out, " unknown: %s", a.Value.Unknown)
			}
			out.WriteString("\n" + carets(a.KeyAt, '^', a.ValueAt, '~'))
		}
		for _, o := range job.Observations {
			fmt.Fprintf(&out, "\nobserved %s %q suggestion %q\n%s", o.Kind, o.Text, o.Suggestion, carets(o.At, '^', source.Span{}, 0))
		}
	}
	for _, d := range loaded.Diagnostics {
		fmt.Fprintf(&out, "\n%s: %s: %s [%s]\n  %s\n%s", d.At, d.Severity, d.Summary, d.Code, d.Detail, carets(d.At, '^', source.Span{}, 0))
	}
	return out.String()
}

// carets prints the lines under two spans, each marked below; an empty span is
// marked by a bar.
func carets(first source.Span, mark rune, second source.Span, secondMark rune) string {
	var out strings.Builder
	last := first
	if !second.IsZero() {
		last = second
	}
	for n := first.From().Line; n <= last.Until().Line; n++ {
		line, start := first.Source.Line(n)
		shown, marks := "", ""
		for at := 0; at <= len(line); {
			char, size := utf8.DecodeRune(line[at:])
			sign := ' '
			for _, s := range []struct {
				span source.Span
				mark rune
			}{{first, mark}, {second, secondMark}} {
				switch offset := start + at; {
				case s.span.IsZero():
				case s.span.Len() == 0 && s.span.Start == offset:
					sign = '|'
				case offset >= s.span.Start && offset < s.span.End && at < len(line):
					sign = s.mark
				}
			}
			if size == 0 {
				marks += string(sign)
				break
			}
			if char < ' ' {
				char += '␀'
			}
			shown, marks, at = shown+string(char), marks+string(sign), at+size
		}
		fmt.Fprintf(&out, "%4d | %s\n     | %s\n", n, shown, strings.TrimRight(marks, " "))
	}
	return out.String()
}

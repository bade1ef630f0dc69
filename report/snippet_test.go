package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// marked returns the span between « and » in a text, and the text without them.
func marked(text string) source.Span {
	start := strings.Index(text, "«")
	text = strings.Replace(text, "«", "", 1)
	end := strings.Index(text, "»")
	text = strings.Replace(text, "»", "", 1)
	return source.New("f", "", []byte(text)).Span(start, end)
}

func drawn(s snippet) string {
	return fmt.Sprintf("%d|%s\n%d|%s%s\n", s.Line, s.Text, s.Line, strings.Repeat(" ", s.From), strings.Repeat("^", s.To-s.From))
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("x", 300)
	for _, test := range []struct{ name, text, want string }{
		{"plain", "a\nspark.executor.memory «4g»\n", "2|spark.executor.memory 4g\n2|                      ^^\n"},
		{"tab before and under", "\tk\t«a\tb»", "1|    k    a    b\n1|         ^^^^^^\n"},
		{"multi-byte before", "größe «東京» x", "1|größe 東京 x\n1|      ^^^^\n"},
		{"combining mark", "e\u0301 «v»", "1|e\u0301 v\n1|  ^\n"},
		{"empty span", "key =«»\n", "1|key =\n1|     ^\n"},
		{"empty span before a character", "«»key\n", "1|key\n1|^\n"},
		{"end of file", "abc\n«»", "2|\n2|^\n"},
		{"many lines", "a «b\nc\nd» e", "1|a b\n1|  ^\n"},
		{"carriage return", "a\r«b»\rc", "2|b\n2|^\n"},
		{"escape sequence", "a\x1b[31m «b»", "1|a\uFFFD[31m b\n1|       ^\n"},
		{"right to left override", "a\u202e«b»", "1|a\uFFFDb\n1|  ^\n"},
		{"invalid bytes", "\xff\xfe«\xfd»", "1|\uFFFD\uFFFD\uFFFD\n1|  ^\n"},
		{"clipped after", "«abc»" + long, "1|abc" + strings.Repeat("x", 117) + "…\n1|^^^\n"},
		{"clipped before", long + "«abc»", "1|…" + strings.Repeat("x", 116) + "abc\n1|" + strings.Repeat(" ", 117) + "^^^\n"},
		{"clipped on both sides", long + "«abc»" + long, "1|…" + strings.Repeat("x", 20) + "abc" + strings.Repeat("x", 96) + "…\n1|" + strings.Repeat(" ", 21) + "^^^\n"},
		{"span longer than the line", "«" + long + "»", "1|" + strings.Repeat("x", 120) + "…\n1|" + strings.Repeat("^", 121) + "\n"},
		{"unparsed secret", `«--conf» spark.x.token=abc --conf y`, "1|--conf spark.x.token=******** --conf y\n1|^^^^^^\n"},
		{"unparsed secret in quotes", `«"»spark.x.token=a b' c" 'x=y`, "1|\"spark.x.token=********\" 'x=y\n1|^\n"},
		{"unparsed secret in open quotes", `«"»spark.x.token=a b c`, "1|\"spark.x.token=********\n1|^\n"},
		{"secret under the span", `spark.x.token=«abc» d`, "1|spark.x.token=******** d\n1|              ^^^^^^^^\n"},
		{"reference to a secret", `spark.x.token=«$TOKEN»`, "1|spark.x.token=$TOKEN\n1|              ^^^^^^\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, ok := newRedactor(nil).snippet(marked(test.text))
			if got := drawn(s); !ok || got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestSnippetOfNoPlace(t *testing.T) {
	for _, at := range []source.Span{{}, source.New("gone", "", nil).Whole()} {
		if s, ok := newRedactor(nil).snippet(at); ok {
			t.Errorf("drew %+v", s)
		}
	}
}

// A line of a megabyte costs no more than what is drawn of it.
func BenchmarkSnippetOfLongLine(b *testing.B) {
	s := source.New("f", "", []byte(strings.Repeat("spark.a=b ", 100_000)))
	r := newRedactor(nil)
	at := s.Span(500_000, 500_007)
	s.Position(0)
	for b.Loop() {
		r.snippet(at)
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add([]byte("spark.executor.memory\t4g\n"), 22, 24, 3, 9)
	f.Add([]byte("größe 東京\r\nspark.token=abc"), 6, 12, 0, 1)
	f.Add([]byte(strings.Repeat("\xe4\xb8\x96", 500)), 700, 900, 710, 1000)
	f.Fuzz(func(t *testing.T, text []byte, start, end, secretStart, secretEnd int) {
		s := source.New("f", "", text)
		at, hidden := s.Span(start, end), s.Span(secretStart, secretEnd)
		layer := &conf.Layer{Assignments: []conf.Assignment{{Key: "spark.password", Value: conf.Value{Raw: "x"}, ValueAt: hidden}}}
		r := newRedactor([]*conf.Job{{Layers: []*conf.Layer{layer}}})
		got, ok := r.snippet(at)
		if !ok {
			return
		}
		if n := width(got.Text); n > snippetWidth+2 || got.From < 0 || got.To <= got.From || got.To > max(n, got.From+1) {
			t.Errorf("columns %d to %d of %d", got.From, got.To, n)
		}
		if strings.ContainsAny(got.Text, "\n\r\t\x1b") || !utf8.ValidString(got.Text) {
			t.Errorf("drew %q", got.Text)
		}
		if line := hidden.Text(); len(line) > 12 && !strings.Contains(strings.Repeat("*", 12), line) && strings.Contains(got.Text, line) && strings.Count(string(text), line) == 1 {
			t.Errorf("drew the secret %q in %q", line, got.Text)
		}
	})
}

package submit

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mvdan.cc/sh/v3/expand"
	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// seeds are the goldens, and texts that once were trouble or look like it.
func seeds(tb testing.TB) [][]byte {
	files, err := filepath.Glob("testdata/golden/*.sh")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no files: %v", err)
	}
	var texts [][]byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, text)
		for line := range bytes.Lines(text) {
			if mention.Match(line) && len(line) < 200 {
				texts = append(texts, line)
			}
		}
	}
	for _, text := range []string{
		"spark-submit --conf", "spark-submit --conf k=\"a\"b'c'", "bash -c 'eval \"bash -c \\\"spark-submit --name $X a.py\\\"\"'",
		"A=1;A+=2;spark-submit --name $A$A\"$A\" x.py", "X=(a \"b c\");X+=(d);spark-submit \"${X[@]}\" ${X[*]} \"${X[*]}\"",
		"spark-submit --name {{ x", "spark-submit \\\n", "`spark-submit \\`a\\``", "spark-submit <<EOF\nx\nEOF", "bash <<-EOF\n\tspark-submit \\\n\t--name x\n\tEOF",
		"\u00a0spark-submit\u00a0\u2014name\u00a0\u201cx y\u201d\u00a0a.py", "pyspark \u2013\u2013", "f() { f() { spark-submit $1; }; f; }; f",
		"for i in 1 2; do A=$A$i; done; spark-submit --name $A", "case x in x) A=1;; *) A=2;; esac; spark-submit --conf spark.a=$A",
		"spark-submit --conf spark.x=$'\\u00e9\\x41\\101' a.py", "ssh h spark-submit '--name' \"a b\"", "spark-submit \"", "spark-submit '\\\n",
		"eval spark-submit --conf 'spark.a=\"b c\"'", "spark-submit --name ${N:=a b} $N", "xargs spark-submit", "if spark-submit a.py; then",
		"spark-submit # \\\n --name x", "# \\\nspark-submit x.py", "spark-submit --conf a= b c.py", "{%if x%}spark-submit{%endif%} --name x{%end%}",
	} {
		texts = append(texts, []byte(text))
	}
	return texts
}

// FuzzLoad holds what is read from any text against the laws of places.
func FuzzLoad(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := source.New("fuzz.sh", "", text)
		loaded := Load(src)
		span := func(what string, s source.Span) {
			if s.Source != src || s.Start < 0 || s.Start > s.End || s.End > len(text) {
				t.Errorf("%s: %d-%d of %d bytes", what, s.Start, s.End, len(text))
			}
		}
		for _, d := range loaded.Diagnostics {
			span(d.Summary, d.At)
		}
		for _, job := range loaded.Jobs {
			span("job", job.At)
			for _, o := range job.Observations {
				span(o.Kind, o.At)
				if o.At.Len() == 0 {
					t.Errorf("%s at no bytes", o.Kind)
				}
			}
			for _, layer := range job.Layers {
				for _, a := range layer.Assignments {
					span(a.Key, a.KeyAt)
					span(a.Key, a.ValueAt)
					if a.Value.Unknown == "" && a.KeyAt != a.ValueAt && !decodes(a.ValueAt.Text(), a.Value.Raw, 4) {
						t.Errorf("%s: %q stands for %q", a.Key, a.ValueAt.Text(), a.Value.Raw)
					}
				}
			}
		}
	})
}

// decodes reports whether a shell, or shells within shells, could make a value
// of a text, wherever the text stands: in quotes of some kind, or without. A
// text with an expansion may become anything, and one that is no UTF-8 is more
// than the parser reads.
func decodes(text, value string, depth int) bool {
	if strings.ContainsAny(text, "$`") || !utf8.ValidString(text) || escapes.MatchString(text) {
		return true
	}
	// The loader reads no-break spaces and typographic quotes as what was meant, and says so.
	typography := strings.NewReplacer("\u00a0", " ", "\u2018", "", "\u2019", "", "\u201c", "", "\u201d", "")
	text, value = typography.Replace(text), typography.Replace(value)
	reached := map[string]bool{text: true}
	for ; depth > 0 && !reached[value]; depth-- {
		for text := range maps.Clone(reached) {
			for _, open := range []string{`"`, "", "'", "$'"} {
				for _, close := range []string{`"`, "", "'"} {
					if decoded, ok := shell(open + text + close); ok {
						reached[decoded] = true
					}
				}
			}
			// In the middle of a word # begins no comment, and ~ is no home.
			if decoded, ok := shell("x" + text); ok {
				reached[strings.TrimPrefix(decoded, "x")] = true
			}
		}
	}
	return reached[value]
}

// shell decodes a text as the shell parser's own library does.
func shell(text string) (string, bool) {
	var words []*syntax.Word
	for word, err := range syntax.NewParser().WordsSeq(strings.NewReader(text)) {
		if err != nil {
			return "", false
		}
		words = append(words, word)
	}
	fields, err := expand.Fields(&expand.Config{}, words...)
	return strings.Join(fields, " "), err == nil
}

// FuzzArguments holds the decoding of words against the shell parser's own
// library.
func FuzzArguments(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !bytes.Equal(mask(text).bytes, text) || tooDeep(text) {
			return
		}
		s := &script{loader: &loader{src: source.New("x.sh", "", text), budget: maximumExpansion}, text: mask(text)}
		statements, _ := s.parse()
		for _, statement := range statements {
			syntax.Walk(statement, func(n syntax.Node) bool {
				call, ok := n.(*syntax.CallExpr)
				if !ok {
					return n != nil && !isBackquoted(n)
				}
				for _, word := range call.Args {
					if expands(word) || controls(text[word.Pos().Offset():word.End().Offset()]) {
						continue
					}
					want, err := expand.Fields(&expand.Config{}, word)
					if err != nil {
						continue
					}
					var got []string
					for _, a := range s.arguments(word, &scope{}) {
						got = append(got, written(a.chars))
					}
					if !slices.Equal(got, want) {
						t.Errorf("%q: got %q, want %q", text[word.Pos().Offset():word.End().Offset()], got, want)
					}
				}
				return false
			})
		}
	})
}

// escapes are those of $'…' that bash reads otherwise than the library: \cX for a
// control character, and octal digits that others follow.
var escapes = regexp.MustCompile(`\\[c0-7]`)

func controls(word []byte) bool {
	return bytes.Contains(word, []byte("$'")) && escapes.Match(word)
}

func isBackquoted(n syntax.Node) bool {
	c, ok := n.(*syntax.CmdSubst)
	return ok && c.Backquotes
}

// expands reports whether a word holds more than text and quotes.
func expands(word *syntax.Word) bool {
	found := false
	syntax.Walk(word, func(n syntax.Node) bool {
		switch n := n.(type) {
		case nil, *syntax.Word, *syntax.DblQuoted, *syntax.SglQuoted:
		case *syntax.Lit: // the parser keeps the line end that bash takes off after \\\
			found = found || strings.ContainsAny(n.Value, "~{") || strings.Contains(n.Value, "\\\n")
		default:
			found = true
		}
		return true
	})
	return found
}

// TestReplacementsMend applies what the observations offer, and finds nothing
// left to mend.
func TestReplacementsMend(t *testing.T) {
	for _, text := range seeds(t) {
		before := offered(Load(source.New("x.sh", "", text)))
		if len(before) == 0 {
			continue
		}
		mended := text
		slices.SortFunc(before, func(a, b conf.Observation) int { return b.At.Start - a.At.Start })
		last := len(text) + 1
		skipped := false
		for _, o := range before {
			if o.At.End > last {
				skipped = true
				continue
			}
			mended = slices.Concat(mended[:o.At.Start], []byte(*o.Replacement), mended[o.At.End:])
			last = o.At.Start
		}
		if after := offered(Load(source.New("x.sh", "", mended))); len(after) > 0 && !skipped {
			t.Errorf("%s\nbecame\n%s\nwhich still has %v", text, mended, after)
		}
	}
}

func offered(loaded conf.Loaded) []conf.Observation {
	var list []conf.Observation
	for _, job := range loaded.Jobs {
		for _, o := range job.Observations {
			if o.Replacement != nil {
				list = append(list, o)
			}
		}
	}
	return list
}

package properties

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// FuzzLoad holds any text to the laws of spans: they lie in the text, and the
// bytes under them decode to the key and the value.
func FuzzLoad(f *testing.F) {
	files, err := filepath.Glob("testdata/golden/*.conf*")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", "\\", "\\\n", "\\\r\n", "\\\n\\\n#a", "a\\\n", "=", ":=", " = = ", "a=\\u0020\\", "\\u12\\\\\nb", "\xe2\\\n\x82\xac",
		"\\ud83d\\\n\\ude00", "\\ud83d=\\ude00", "{{", "{% if", "<%\n%>a", "{{/*\n*/}}x=1", "a {{\nb }}", "{#", "{# #}{% if x %}\nspark.a b",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := source.New("spark-defaults.conf", "", text)
		loaded := Load(src)
		for _, d := range loaded.Diagnostics {
			within(t, src, d.At)
		}
		job := loaded.Jobs[0]
		for _, o := range job.Observations {
			within(t, src, o.At)
		}
		end := 0
		for _, a := range job.Layers[0].Assignments {
			within(t, src, a.KeyAt)
			within(t, src, a.ValueAt)
			if a.KeyAt.Start < end || a.ValueAt.Start < a.KeyAt.End {
				t.Fatalf("%q: key at %v and value at %v are out of order", a.Key, a.KeyAt, a.ValueAt)
			}
			end = a.ValueAt.End
			if key, _ := decodeAlone(t, a.KeyAt.Text()+"=x"); key != a.Key {
				t.Fatalf("key %q at %q decodes to %q", a.Key, a.KeyAt.Text(), key)
			}
			if _, value := decodeAlone(t, "k="+a.ValueAt.Text()); value != a.Value.Raw {
				t.Fatalf("value %q at %q decodes to %q", a.Value.Raw, a.ValueAt.Text(), value)
			}
		}
	})
}

func within(t *testing.T, src *source.Source, at source.Span) {
	t.Helper()
	if at.Source != src || at.Start < 0 || at.Start > at.End || at.End > len(src.Text) {
		t.Fatalf("span %d to %d of %d bytes", at.Start, at.End, len(src.Text))
	}
}

// decodeAlone reads the only setting of a text.
func decodeAlone(t *testing.T, text string) (key, value string) {
	t.Helper()
	s := &scanner{text: []byte(text)}
	if !s.begin() {
		t.Fatalf("%q holds no setting", text)
	}
	key, value, err := s.entry().decode()
	if err != nil || s.begin() {
		t.Fatalf("%q: %v, or more than one setting", text, err)
	}
	return key, value
}

var sink *conf.Layer

// BenchmarkLayer reads files of hostile sizes: time is to grow with the bytes.
func BenchmarkLayer(b *testing.B) {
	repeat := func(text string, size int) []byte {
		var all []byte
		for len(all)+len(text) <= size {
			all = append(all, text...)
		}
		return all
	}
	benchmarks := []struct {
		name string
		text []byte
	}{
		{"typical", repeat("# comment\nspark.executor.memory          4g\nspark.local.dir /tmp\n", 4<<10)},
		{"million_settings", repeat("spark.executor.memory 4g\n", 25_000_000)},
		{"million_escaped", repeat("spark.executor.memory \\t4g\n", 26_000_000)},
		{"megabyte_key", append(repeat("k", 1<<20), " v"...)},
		{"one_line_64MiB", repeat("a", 64<<20)},
		{"continued_64MiB", repeat("a,\\\n  ", 64<<20)},
		{"escaped_64MiB", repeat("\\u0041", 64<<20)},
		{"comments_64MiB", repeat("# comment\n", 64<<20)},
		{"not_utf8_64MiB", repeat("\xff", 64<<20)},
		{"open_tags_64MiB", repeat("{{{%{#<%\n", 64<<20)},
		{"directives_64MiB", repeat("{% if x %}\n{% endif %}\n", 64<<20)},
		{"open_blocks_16MiB", append(repeat("{% block x %}\n", 8<<20), repeat("spark.a 1\n", 8<<20)...)},
		{"tags_on_one_line_64MiB", append(repeat("{{}}", 64<<20), 'x')},
		{"placeholders_64MiB", append([]byte("spark.a "), repeat("{{APP_ID}}", 64<<20)...)},
	}
	for _, benchmark := range benchmarks {
		b.Run(benchmark.name, func(b *testing.B) {
			b.SetBytes(int64(len(benchmark.text)))
			b.ReportAllocs()
			for b.Loop() {
				sink, _ = Layer(source.New("x", "", benchmark.text), conf.SparkDefaultsLayer)
			}
		})
	}
}

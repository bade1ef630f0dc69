package properties

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

func TestLoadIsSparks(t *testing.T) {
	tests := []struct {
		name, text string
		kind       string // of the job; empty when there is none
		layer      conf.LayerKind
	}{
		{"conf/spark-defaults.conf", "spark.a 1", "spark-defaults", conf.SparkDefaultsLayer},
		{"conf/spark-defaults.conf", "# nothing set\n", "spark-defaults", conf.SparkDefaultsLayer},
		{"spark-defaults-prod.properties", "", "spark-defaults", conf.SparkDefaultsLayer},
		{"etl.properties", "spark.a 1", "properties", conf.PropertiesFileLayer},
		{"etl.properties", "\ufeffspark.a 1", "properties", conf.PropertiesFileLayer},
		{"etl.properties", "other=1\n  spark.\\u00", "properties", conf.PropertiesFileLayer},
		{"etl.properties", "log4j.rootLogger=INFO\nsparkle=\\u1", "", ""},
		{"etl.properties", "# spark.a 1\n", "", ""},
		{"etl.properties", "", "", ""},
		{"application.properties", "app.spark.master=x", "", ""},
	}
	for _, test := range tests {
		src := source.New(test.name, "", []byte(test.text))
		loaded := Load(src)
		if test.kind == "" {
			if len(loaded.Jobs) != 0 || len(loaded.Diagnostics) != 0 {
				t.Errorf("%s %q: got %d jobs and %v, want nothing", test.name, test.text, len(loaded.Jobs), loaded.Diagnostics)
			}
			continue
		}
		if len(loaded.Jobs) != 1 {
			t.Errorf("%s %q: got %d jobs, want 1", test.name, test.text, len(loaded.Jobs))
			continue
		}
		job := loaded.Jobs[0]
		if job.Kind != test.kind || job.Layers[0].Kind != test.layer || job.Complete || job.Name != test.name || src.Kind != format {
			t.Errorf("%s %q: kind %s layer %s complete %v name %s", test.name, test.text, job.Kind, job.Layers[0].Kind, job.Complete, job.Name)
		}
	}
}

func TestUnknown(t *testing.T) {
	tests := []struct{ text, reason, unseen string }{
		{"spark.a 4g", "", ""},
		{"spark.a ${HEAP}", "", ""},
		{"spark.a <memory>", "", ""},
		{"spark.a {{ heap }}g", "{{ heap }} is filled in by a template", ""},
		{"spark.a {{heap", "", ""},
		{"spark.a {{APP_ID}}/{{HEAP}}", "{{HEAP}} is filled in by a template", ""},
		{"spark.a {{APP_ID}}", "", ""},
		{"spark.a <%= @heap %>", "<%= @heap %> is filled in by a template", ""},
		{"spark.a @HEAP@", "@HEAP@ is filled in by a template", ""},
		{"spark.a %IMAGE%:1", "%IMAGE% is filled in by a template", ""},
		{"spark.a me@example.com", "", ""},
		{"spark.a -XX:HeapDumpPath=/tmp/%p%t.hprof 50%", "", ""},
		{"{% if x %}\nspark.a 1\n{% endif %}", "it stands in a part of a template that may be left out", ""},
		{"{% if x %}\n{% endif %}\nspark.a 1", "", ""},
		{"{% if x %}{% set y = 1 %}{% endif %}\nspark.a 1", "", ""},
		{"{% block x %}\nspark.a 1", "", ""},
		{"{% if x %}{% block y %}\n{% endblock %}\nspark.a 1", "it stands in a part of a template that may be left out", ""},
		{"{% endif %}\n{% if x %}\n{% endif %}\nspark.a 1", "", ""},
		{"<% if x then y end %>\nspark.a 1", "", ""},
		{"{{ if .end }}\nspark.a 1", "it stands in a part of a template that may be left out", ""},
		{"{{ x\n}}\nspark.a 1", "", "a template writes further settings at {{ x\n}}"},
		{"spark.a " + strings.Repeat("é", 100) + "{{ x }}", "{{ x }} is filled in by a template", ""},
		{"spark.a {{" + strings.Repeat("x", 100) + "}}", "{{" + strings.Repeat("x", 58) + "… is filled in by a template", ""},
		{"spark.a {{" + strings.Repeat("😀", 100) + "}}", "{{" + strings.Repeat("😀", 58) + "… is filled in by a template", ""},
		{"{{- range .x }}\nspark.a 1\n{{- end }}", "it stands in a part of a template that may be left out", ""},
		{"<% a.each { |k, v| %>\nspark.a 1\n<% } %>", "it stands in a part of a template that may be left out", ""},
		{"<% a.each do |k| -%>\n<% end -%>\nspark.a 1", "", ""},
		{"{% include 'more.conf' %}\nspark.a 1", "", "a template writes further settings at {% include 'more.conf' %}"},
		{"spark.a 1\n{{ more }}", "", "a template writes further settings at {{ more }}"},
		{"spark.a 1\n<%= more %>", "", "a template writes further settings at <%= more %>"},
		{"spark.a 1\n@MORE@", "", "a template fills in the key @MORE@"},
		{"spark.a 1\nspark.{{ x }}.b 2", "", "a template fills in the key spark.{{"},
		{"{# spark.b 2 #}\nspark.a 1", "", ""},
		{"{#\nspark.b 2\n#} ignored\nspark.a 1", "", ""},
		{"{{/*\nspark.b 2\n*/}}\nspark.a 1", "", ""},
		{"<%# spark.b 2 -%>\nspark.a 1", "", ""},
	}
	for _, test := range tests {
		layer, diagnostics := Layer(source.New("x", "", []byte(test.text)), conf.SparkDefaultsLayer)
		if len(layer.Assignments) != 1 || len(diagnostics) != 0 {
			t.Errorf("%q: %d assignments, %v", test.text, len(layer.Assignments), diagnostics)
			continue
		}
		if got := layer.Assignments[0].Value.Unknown; string(got) != test.reason {
			t.Errorf("%q: unknown %q, want %q", test.text, got, test.reason)
		}
		if string(layer.Unseen) != test.unseen {
			t.Errorf("%q: unseen %q, want %q", test.text, layer.Unseen, test.unseen)
		}
	}
}

func TestObservations(t *testing.T) {
	tests := []struct{ text, want string }{
		{"spark.a b\\\nspark.c d", `backslash_in_defaults "\\"`},
		{"spark.a b,\\\n  spark.c", ""},
		{"spark.a b,\\\n  # c", `backslash_in_defaults "\\"`},
		{"a b\\\nspark.c d", ""},
		{"spark.a C:\\\\temp", ""},
		{"spark.a C:\\temp", `backslash_in_defaults "\\t"`},
		{"spark.a line\\nline", `backslash_in_defaults "\\n"`},
		{"spark.a \\n", ""},
		{"spark.a x\\:y\\=z\\ \\#", ""},
		{"spark.a x\\d", `backslash_in_defaults "\\d"`},
		{"spark.a :b", `colon_in_defaults ":"`},
		{"spark.a : b", ""},
		{"spark.a:b", ""},
		{"spark.a :", ""},
		{"spark.a =:b", ""},
		{"\ufeffspark.a b", `byte_order_mark "\ufeff"`},
		{"\ufeff# comment", ""},
	}
	for _, test := range tests {
		var got []string
		for _, o := range Load(source.New("spark-defaults.conf", "", []byte(test.text))).Jobs[0].Observations {
			got = append(got, fmt.Sprintf("%s %q", o.Kind, o.At.Text()))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
}

// TestLimits: whatever a file holds, what it yields is bounded.
func TestLimits(t *testing.T) {
	text := bytes.Repeat([]byte("a\n"), maximumSettings+1)
	layer, diagnostics := Layer(source.New("x", "", text), conf.SparkDefaultsLayer)
	if len(layer.Assignments) != maximumSettings || len(diagnostics) != 1 || diagnostics[0].Code != conf.TooLargeCode ||
		diagnostics[0].At.Start != 2*maximumSettings {
		t.Errorf("%d settings, %v", len(layer.Assignments), diagnostics)
	}
	text = bytes.Repeat([]byte("spark.a \xff\\d\nspark.b \\u\n"), 1000)
	loaded := Load(source.New("x", "", text))
	said := map[source.Severity]int{}
	for _, d := range loaded.Diagnostics {
		said[d.Severity]++
	}
	if said[source.Warning] != maximumNotes || said[source.Error] != maximumNotes {
		t.Errorf("diagnostics %v", said)
	}
	if n := len(loaded.Jobs[0].Observations); n != maximumNotes {
		t.Errorf("%d observations", n)
	}
	if last := loaded.Diagnostics[len(loaded.Diagnostics)-1]; !strings.HasSuffix(last.Detail, "are not listed") {
		t.Errorf("last detail %q", last.Detail)
	}
}

// TestPiece: the spans of a text inside another source are places in that one.
func TestPiece(t *testing.T) {
	root := source.New("spark-pool.tf", "", []byte("content = <<EOT\nspark.a 1\nEOT\n"))
	layer, _ := Layer(source.Piece(root.Span(16, 26), format, root.Text[16:26], nil), conf.SparkDefaultsLayer)
	if a := layer.Assignments[0]; a.KeyAt != root.Span(16, 23) || a.ValueAt != root.Span(24, 25) {
		t.Errorf("key at %v, value at %v", a.KeyAt, a.ValueAt)
	}
}

package loader

import (
	"testing"

	"github.com/sparkvet/sparkvet/source"
)

func TestDetect(t *testing.T) {
	tests := []struct {
		base, head string
		want       source.Kind
	}{
		{"spark-defaults.conf", "", "properties"},
		{"spark-defaults-prod.conf", "", "properties"},
		{"spark-defaults.conf.template", "", "properties"},
		{"spark-defaults.conf.j2", "", "properties"},
		{"spark-defaults.conf-yarn", "", "properties"},
		{"spark-defaults.conf.emr", "", "properties"},
		{"spark-defaults.properties.erb", "", "properties"},
		{"spark_defaults.conf", "", "properties"},
		{"emr-spark-defaults.conf", "", "properties"},
		{"spark-defaults", "", "properties"},
		{"spark-streaming.conf", "", "properties"},
		{"etl.properties", "", "properties"},
		{"etl.properties.tpl", "", "properties"},
		{"spark-defaults.yaml", "", ""},
		{"spark-defaults.md", "", ""},
		{"spark-defaults.conf.json", "", ""},
		{"nginx.conf", "spark.a 1", ""},
		{"submit.sh", "", "shell"},
		{"spark-defaults.sh", "", "shell"},
		{"run.bash", "", "shell"},
		{"Start.command", "", "shell"},
		{"run", "#!/bin/bash\n", "shell"},
		{"run", "#!/usr/bin/env sh\n", "shell"},
		{"run", "#! /usr/bin/env -S bash -eu\n", "shell"},
		{"run", "#!/usr/bin/env python3\n# bash", ""},
		{"run", "spark-submit a.py", ""},
		{"a.py", "#!/bin/sh\n", ""},
		{"orders.spark.hcl", "", "hcl"},
		{"orders.hcl", "", ""},
		{"", "spark-submit --master yarn a.py", "shell"},
		{"", "cd /x && $SPARK_HOME/bin/spark-submit a.py", "shell"},
		{"", "# about spark-submit\nspark.master yarn\n", "properties"},
		{"", "x=1\n  spark.executor.memory=4g", "properties"},
		{"", "pyspark", "shell"},
		{"", "job \"x\" {\n}\n", "hcl"},
		{"", "locals {\n}\n", "hcl"},
		{"", "", ""},
		{"", "hello\n", ""},
	}
	for _, test := range tests {
		var got source.Kind
		if f := detect(test.base, []byte(test.head)); f != nil {
			got = f.kind
		}
		if got != test.want {
			t.Errorf("%q %q: got %q, want %q", test.base, test.head, got, test.want)
		}
	}
}

// FuzzDetect: any name and any beginning has an answer, and the same one
// whatever stands behind the part that is looked at.
func FuzzDetect(f *testing.F) {
	f.Add("spark-defaults.conf", []byte("spark.a 1"))
	f.Add("", []byte("#!/bin/sh\nspark-submit a.py"))
	f.Add("run", []byte("#!/usr/bin/env bash"))
	f.Add("x.spark.hcl", []byte{0, 0xFF})
	f.Add("", []byte("job \"x\" {"))
	f.Fuzz(func(t *testing.T, base string, head []byte) {
		found := detect(base, head)
		if again := detect(base, head); again != found {
			t.Fatalf("%q: found %v, then %v", base, found, again)
		}
		if base == "" || found == nil {
			return
		}
		if byName := detect(base, nil); byName != nil && byName != found {
			t.Fatalf("%q is %s by its name and %s with its text", base, byName.kind, found.kind)
		}
	})
}

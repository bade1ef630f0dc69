package loader

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
)

func TestLink(t *testing.T) {
	project(t, `
-- .git/HEAD --
x
-- conf/spark-defaults.conf --
spark.executor.memory 4g
spark.executor.cores 2
-- conf/prod.properties --
spark.executor.memory 8g
-- conf/template.conf --
{{ more }}
-- jobs/a.sh --
spark-submit --conf spark.a=1 a.py
-- jobs/prod.sh --
spark-submit --conf spark.a=1 --properties-file conf/prod.properties a.py
-- jobs/beside.sh --
spark-submit --conf spark.a=1 --properties-file beside.conf a.py
-- jobs/beside.conf --
spark.a 1
-- jobs/both.sh --
spark-submit --conf spark.a=1 --load-spark-defaults --properties-file beside.conf a.py
-- jobs/gone.sh --
spark-submit --conf spark.a=1 --properties-file gone.conf a.py
spark-submit --conf spark.a=1 --properties-file /gone/gone.conf a.py
-- jobs/variable.sh --
spark-submit --conf spark.a=1 --properties-file "$CONF" a.py
-- jobs/template.sh --
spark-submit --conf spark.a=1 --properties-file conf/template.conf a.py
-- deep/spark/conf/spark-defaults.conf --
spark.deep 1
-- deep/spark/jobs/a.sh --
spark-submit --conf spark.a=1 a.py
-- deep/x/y/a.sh --
spark-submit --conf spark.a=1 a.py
-- own/.git --
gitdir: elsewhere
-- own/a.sh --
spark-submit --conf spark.a=1 a.py
-- named.spark.hcl --
defaults {
  from = "conf/spark-defaults.conf"
}
cluster "c" {
  conf = { "spark.c" = "1" }
}
job "named" {
  cluster = cluster.c
  application {
    file = "a.py"
  }
  conf = { "spark.a" = "1" }
}
-- gone.spark.hcl --
defaults {
  from = "gone.conf"
}
job "one" {
  application {
    file = "a.py"
  }
  conf = { "spark.a" = "1" }
}
job "two" {
  application {
    file = "a.py"
  }
  conf = { "spark.a" = "1" }
}
-- replaced.spark.hcl --
defaults {
  from = "gone.conf"
}
job "one" {
  properties_file = "conf/prod.properties"
  application {
    file = "a.py"
  }
  conf = { "spark.a" = "1" }
}
-- alone.spark.hcl --
job "alone" {
  application {
    file = "a.py"
  }
  conf = { "spark.a" = "1" }
}
`)
	tests := []struct {
		path, defaults, version string
		layers                  string
		unseen                  string
	}{
		{"jobs/a.sh", "", "", "spark-defaults@conf/spark-defaults.conf conf", ""},
		{"jobs/a.sh", "conf/prod.properties", "", "spark-defaults@conf/prod.properties conf", ""},
		{"jobs/prod.sh", "", "", "spark-defaults@conf/spark-defaults.conf(skipped) properties-file@conf/prod.properties conf", ""},
		{"jobs/prod.sh", "conf/prod.properties", "", "spark-defaults@conf/prod.properties(skipped) properties-file@conf/prod.properties conf", ""},
		{"jobs/prod.sh", "", "4.0", "spark-defaults@conf/spark-defaults.conf(skipped) properties-file@conf/prod.properties conf", ""},
		{"jobs/beside.sh", "", "", "spark-defaults@conf/spark-defaults.conf(skipped) properties-file@jobs/beside.conf conf", ""},
		{"jobs/both.sh", "", "", "spark-defaults@conf/spark-defaults.conf properties-file@jobs/beside.conf conf", ""},
		{"jobs/both.sh", "", "4.0.1", "spark-defaults@conf/spark-defaults.conf properties-file@jobs/beside.conf conf", ""},
		{"jobs/both.sh", "", "3.5", "spark-defaults@conf/spark-defaults.conf(skipped) properties-file@jobs/beside.conf conf", ""},
		{"jobs/gone.sh", "", "", "spark-defaults@conf/spark-defaults.conf(skipped) conf", "gone.conf is not found, and what it sets is not known"},
		{"jobs/variable.sh", "", "", "spark-defaults@conf/spark-defaults.conf(skipped) conf", "its properties-file is not known: "},
		{"jobs/template.sh", "", "", "spark-defaults@conf/spark-defaults.conf(skipped) properties-file@conf/template.conf conf", "a template writes further settings at {{ more }}"},
		{"deep/spark/jobs/a.sh", "", "", "spark-defaults@deep/spark/conf/spark-defaults.conf conf", ""},
		{"deep/x/y/a.sh", "", "", "spark-defaults@deep/spark/conf/spark-defaults.conf conf", ""},
		{"own/a.sh", "", "", "conf", ""},
		{"named.spark.hcl", "", "", "cluster spark-defaults@conf/spark-defaults.conf conf", ""},
		{"named.spark.hcl", "conf/prod.properties", "", "cluster spark-defaults@conf/prod.properties conf", ""},
		{"gone.spark.hcl", "", "", "conf", "gone.conf is not found, and what it sets is not known"},
		{"replaced.spark.hcl", "", "", "properties-file@conf/prod.properties conf", ""},
		{"alone.spark.hcl", "", "", "conf", ""},
	}
	for _, test := range tests {
		r := load(t, Options{Defaults: test.defaults, SparkVersion: test.version}, test.path)
		job := r.Jobs[0]
		if got := layersOf(job); got != test.layers {
			t.Errorf("%s under %q, Spark %q:\ngot  %s\nwant %s", test.path, test.defaults, test.version, got, test.layers)
		}
		if got := string(job.Unseen); got != test.unseen && (test.unseen == "" || !strings.HasPrefix(got, test.unseen)) {
			t.Errorf("%s: unseen %q, want %q", test.path, got, test.unseen)
		}
	}
	for path, want := range map[string]string{
		"jobs/gone.sh": `jobs/gone.sh:1:49 warning load/reference: file gone.conf is not found
jobs/gone.sh:2:49 info load/reference: file /gone/gone.conf is not found`,
		"gone.spark.hcl": "gone.spark.hcl:2:11 warning load/reference: file gone.conf is not found", // once for two jobs
		"jobs/prod.sh":   "",
	} {
		r := load(t, Options{}, path)
		if got := diagnostics(r); got != want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", path, got, want)
		}
	}
}

// TestLinkResolves: the layers win and lose as they do in Spark, and a file is
// loaded once for all.
func TestLinkResolves(t *testing.T) {
	project(t, `
-- conf/spark-defaults.conf --
spark.executor.memory 4g
spark.executor.cores 2
-- conf/prod.properties --
spark.executor.memory 8g
-- a.sh --
spark-submit --conf spark.executor.memory=16g a.py
-- b.sh --
spark-submit --properties-file conf/prod.properties a.py
`)
	r := load(t, Options{}, ".")
	if got, want := jobs(r), "a.sh:1:1 b.sh:1:1 conf/prod.properties:1:1 conf/spark-defaults.conf:1:1"; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	if r.Files != 4 {
		t.Errorf("%d files", r.Files)
	}
	memory := r.Jobs[0].Setting("spark.executor.memory")
	if got := memory.Effective().Value.Typed; got != conf.Bytes(16<<30) {
		t.Errorf("executor memory %v", got)
	}
	if lost := memory.Overridden(); len(lost) != 1 || lost[0].ValueAt.String() != "conf/spark-defaults.conf:1:23" {
		t.Errorf("overridden %v", lost)
	}
	if r.Jobs[0].Layers[0] != r.Jobs[3].Layers[0] {
		t.Error("the defaults under a job and by themselves are two layers")
	}
	if got := r.Jobs[1].Setting("spark.executor.memory").Effective().Value.Raw; got != "8g" {
		t.Errorf("executor memory %s", got)
	}
	if s := r.Jobs[1].Setting("spark.executor.cores"); s.Effective() != nil || s.Stack[0].Dropped == "" {
		t.Errorf("executor cores %+v", s)
	}
	if r.Jobs[3].Layers[0].Skipped != "" {
		t.Error("a job has changed the layer it shares")
	}
}

func TestUnreadableFoundations(t *testing.T) {
	root := project(t, `
-- conf/spark-defaults.conf --
x
-- a.sh --
spark-submit --conf spark.a=1 a.py
-- b.sh --
spark-submit --conf spark.b=1 a.py
-- bad.conf --
spark.a \u12
`)
	write(t, root+"/conf/spark-defaults.conf", []byte("spark.a 1\x00"))
	for _, paths := range [][]string{{"a.sh", "b.sh"}, {"."}} {
		r := load(t, Options{}, paths...)
		if got, want := diagnostics(r), "conf/spark-defaults.conf:1:1 error load/binary: file is not text"; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", paths, got, want)
		}
		if got := r.Jobs[0].Unseen; got != "conf/spark-defaults.conf cannot be read" {
			t.Errorf("unseen %q", got)
		}
	}
	for _, defaults := range []string{"missing.conf", "conf", "conf/spark-defaults.conf"} {
		if _, err := Load(t.Context(), []string{"a.sh"}, Options{Defaults: defaults}); err == nil || !strings.Contains(err.Error(), defaults) {
			t.Errorf("%s: %v", defaults, err)
		}
	}
	r := load(t, Options{Defaults: "bad.conf"}, "a.sh", "b.sh")
	if got, want := diagnostics(r), `bad.conf:1:9 error load/syntax: malformed escape \u12: Spark refuses the whole file`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

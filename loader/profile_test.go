package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
)

const settingsFile = `
-- .sparkvet.hcl --
cluster "emr" {
  jobs          = ["etl/", "adhoc/*.sh", "!adhoc/local.sh"]
  platform      = "emr"
  spark_version = "3.5.2"
  tenancy       = "shared"
}
cluster "k8s" {
  jobs     = ["reports/**"]
  platform = "k8s"
}
cluster "spare" {
  jobs     = []
  platform = "dataproc"
}
workload "nightly" {
  jobs = ["etl/**"]
  kind = "batch"
}
-- .git/HEAD --
x
-- etl/deep/daily.sh --
spark-submit --conf spark.a=1 a.py
-- etl/conf/spark-defaults.conf --
spark.executor.memory 4g
-- adhoc/one.sh --
spark-submit --conf spark.a=1 a.py
-- adhoc/local.sh --
spark-submit --conf spark.a=1 a.py
-- reports/weekly.spark.hcl --
cluster "own" {
  platform = "databricks"
}
job "own" {
  cluster = cluster.own
  workload {
    kind = "notebook"
  }
}
job "none" {}
-- far/away/x.sh --
spark-submit --conf spark.a=1 a.py
-- other.hcl --
cluster "one" {
  platform = "glue"
}
-- two.hcl --
cluster "one" {}
cluster "two" {}
`

// shape says which cluster and workload each job has, and on what it runs.
func shape(r *Result) string {
	var lines []string
	for _, j := range r.Jobs {
		cluster, workload := "-", "-"
		if j.Profile.Cluster != nil {
			cluster = j.Profile.Cluster.Name
		}
		if w := j.Profile.Workload; w != nil {
			workload = w.Values["workload.kind"].Raw
		}
		lines = append(lines, strings.Join([]string{j.At.Source.Name, j.Name, cluster, workload, string(j.Manager), j.SparkVersion}, " "))
	}
	return strings.Join(lines, "\n")
}

func TestProfilesByPath(t *testing.T) {
	project(t, settingsFile)
	r, err := Load(context.Background(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"adhoc/local.sh a.py - -  ",
		"adhoc/one.sh a.py emr - yarn 3.5.2",
		"etl/conf/spark-defaults.conf etl/conf/spark-defaults.conf emr batch yarn 3.5.2",
		"etl/deep/daily.sh a.py emr batch yarn 3.5.2",
		"far/away/x.sh a.py - -  ",
		"reports/weekly.spark.hcl own own notebook  ",
		"reports/weekly.spark.hcl none k8s - kubernetes ",
	}, "\n")
	if got := shape(r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(r.Diagnostics) > 0 {
		t.Errorf("%v", r.Diagnostics)
	}
	daily := r.Jobs[3]
	kinds := []string{}
	for _, l := range daily.Layers {
		kinds = append(kinds, string(l.Kind))
	}
	if got := strings.Join(kinds, " "); got != "platform spark-defaults conf" {
		t.Errorf("layers %s", got)
	}
	if at := daily.Profile.Cluster.Values["tenancy"].At.String(); at != ".sparkvet.hcl:5:20" {
		t.Errorf("tenancy is at %s", at)
	}
}

// TestSettingsFileIsFoundAbove: patterns are relative to the settings file's
// folder, wherever sparkvet runs.
func TestSettingsFileIsFoundAbove(t *testing.T) {
	project(t, settingsFile)
	t.Chdir("etl/deep")
	r, err := Load(context.Background(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := shape(r); got != "daily.sh a.py emr batch yarn 3.5.2" {
		t.Errorf("got %s", got)
	}
}

func TestClusterByHand(t *testing.T) {
	project(t, settingsFile)
	for _, c := range []struct {
		o    Options
		want string // of etl/deep/daily.sh, or the error
	}{
		{Options{Cluster: "spare"}, "spare batch yarn "},
		{Options{Cluster: "other.hcl"}, "one batch  "},
		{Options{Config: "other.hcl"}, "one - "},
		{Options{Cluster: "spar"}, "cluster spar: there is no file of that name, and .sparkvet.hcl has only the clusters emr, k8s, spare; did you mean spare?"},
		{Options{Cluster: "two.hcl"}, "cluster two.hcl: the file has 2 cluster blocks, want one"},
		{Options{Config: "gone.hcl"}, "settings file gone.hcl: file cannot be read"},
	} {
		r, err := Load(context.Background(), []string{"etl/deep"}, c.o)
		var got string
		if err != nil {
			got = err.Error()
		} else {
			got = strings.TrimPrefix(shape(r), "etl/deep/daily.sh a.py ")
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%+v: got %q, want %q", c.o, got, c.want)
		}
	}
	r, err := Load(context.Background(), []string{"reports"}, Options{Cluster: "spare"})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Jobs[0].Profile.Cluster.Name; got != "spare" {
		t.Errorf("a job file's own cluster wins over --cluster: %s", got)
	}
	if l := r.Jobs[0].Lookup("spark.executor.memory"); l.State != conf.Unknown || !strings.HasPrefix(string(l.Value.Unknown), "Dataproc") {
		t.Errorf("the heap is %s: %s", l.State, l.Value.Unknown)
	}
}

func TestTwoClustersForOneJob(t *testing.T) {
	project(t, `
-- .sparkvet.hcl --
cluster "a" {
  platform = "emr"
}
cluster "b" {
  jobs     = ["*.sh"]
  platform = "dataproc"
}
-- .git/HEAD --
x
-- one.sh --
spark-submit --conf spark.a=1 a.py
-- two.sh --
spark-submit --conf spark.a=1 a.py
`)
	r, err := Load(context.Background(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Diagnostics) != 1 {
		t.Fatalf("%d diagnostics, want one for both jobs", len(r.Diagnostics))
	}
	d := r.Diagnostics[0]
	if d.Summary != "clusters a and b are both for one.sh" || d.At.String() != ".sparkvet.hcl:5:3" || d.Notes[0].At.String() != ".sparkvet.hcl:1:1" {
		t.Errorf("%s %s %s", d.At, d.Summary, d.Notes[0].At)
	}
	if v, state := r.Jobs[0].Profile.Lookup("platform"); state != conf.Unknown || v.Unknown != "two cluster blocks are for this job, a and b" {
		t.Errorf("platform is %s: %s", state, v.Unknown)
	}
}

// TestMistakesInTheSettingsFile are told with their place, and what cannot be
// known is not guessed.
func TestMistakesInTheSettingsFile(t *testing.T) {
	project(t, `
-- .sparkvet.hcl --
variable "jobs" {}
cluster "a" {
  jobs     = [var.jobs]
  platform = "emrr"
}
-- one.sh --
spark-submit --conf spark.a=1 a.py
`)
	r, err := Load(context.Background(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].At.String() != ".sparkvet.hcl:4:14" {
		t.Errorf("%v", r.Diagnostics)
	}
	if _, state := r.Jobs[0].Profile.Lookup("platform"); state != conf.Unknown {
		t.Errorf("platform is %s although it is not known which jobs the cluster is for", state)
	}
	r, err = Load(context.Background(), []string{"."}, Options{Variables: map[string]string{"jobs": "*.sh"}})
	if err != nil {
		t.Fatal(err)
	}
	if l := r.Jobs[0].Lookup("spark.executor.memory"); l.State != conf.Unknown {
		t.Errorf("on a platform that is not known the heap is %s", l.State)
	}
}

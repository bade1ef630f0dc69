package conf

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// said builds a block from names and texts; a text "?" is unknown.
func said(pairs ...string) *ProfileBlock {
	b := &ProfileBlock{Values: map[string]ProfileValue{}}
	for i := 0; i < len(pairs); i += 2 {
		v := Value{Raw: pairs[i+1], Typed: pairs[i+1]}
		if v.Raw == "?" {
			v = Value{Unknown: "variable x has no value"}
		}
		b.Values[pairs[i]] = ProfileValue{Value: v}
	}
	return b
}

// TestPlatformsAreInTheCatalogue: what a platform sets is a setting that some
// Spark knows, and reads as one.
func TestPlatformsAreInTheCatalogue(t *testing.T) {
	common, err := catalog.Open("")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range PlatformNames() {
		p := PlatformNamed(name)
		if p.Title == "" || (p.Master == "") == (p.Masterless == "") {
			t.Errorf("%s: title %q, master %q, masterless %q", name, p.Title, p.Master, p.Masterless)
		}
		if _, ok := ManagerOf(p.Master); p.Master != "" && !ok {
			t.Errorf("%s: master %s", name, p.Master)
		}
		for _, s := range p.Settings {
			key := common.Key(s.Key)
			if key == nil {
				t.Errorf("%s: no Spark knows %s", name, s.Key)
				continue
			}
			if _, refusal := Parse("", key, s.Value); !s.Managed && refusal != nil {
				t.Errorf("%s: %s = %s: %s", name, s.Key, s.Value, refusal.Message)
			}
		}
		for value := range p.Values {
			if ProfileKeyNamed(value) == nil {
				t.Errorf("%s: a profile does not say %s", name, value)
			}
		}
	}
}

func TestPlatformIsTheWeakestLayer(t *testing.T) {
	cluster := said("platform", "emr", "spark_version", "3.5.1")
	cluster.Layers = []*Layer{PlatformNamed("emr").Layer(cluster.At, cluster.At), layer(ClusterLayer, "spark.shuffle.service.enabled", "false")}
	j := &Job{Kind: "spark-submit", Complete: true, Layers: []*Layer{layer(ConfLayer, "spark.executor.memory", "8g")}}
	j.RunOn(cluster)
	if err := Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"spark.dynamicAllocation.enabled":     "written true",
		"spark.shuffle.service.enabled":       "written false",
		"spark.executor.memoryOverheadFactor": "written 0.1875",
		"spark.executor.memory":               "written 8g",
		"spark.executor.cores":                "unknown ",
		"spark.task.cpus":                     "defaulted 1",
	} {
		if got := j.Lookup(key).text(); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if reason := j.Lookup("spark.executor.cores").Value.Unknown; reason != "Amazon EMR chooses it where nobody writes it" {
		t.Errorf("cores are unknown because %q", reason)
	}
	if j.Manager != YARN || j.SparkVersion != "3.5.1" {
		t.Errorf("manager %q, Spark %q", j.Manager, j.SparkVersion)
	}
	if lost := j.Setting("spark.executor.memory").Overridden(); len(lost) != 0 {
		t.Errorf("the heap is over what nobody wrote: %v", lost)
	}
	j.RunOn(said("platform", "databricks"))
	if len(j.Layers) != 1 {
		t.Errorf("%d layers after another cluster, want the job's own", len(j.Layers))
	}
}

func TestManagerOfAPlatform(t *testing.T) {
	for platform, want := range map[string]ClusterManager{"k8s": Kubernetes, "emr-eks": Kubernetes, "standalone": Standalone, "dataproc": YARN, "databricks": "", "local": Local} {
		cluster := said("platform", platform)
		cluster.Layers = []*Layer{PlatformNamed(platform).Layer(cluster.At, cluster.At)}
		j := &Job{Complete: true}
		j.RunOn(cluster)
		if err := Resolve(j, "3.5"); err != nil {
			t.Fatal(err)
		}
		if j.Manager != want || (want == "") != (j.ManagerReason != "") {
			t.Errorf("%s: manager %q, because %q", platform, j.Manager, j.ManagerReason)
		}
	}
	unknown := &Job{Complete: true, Layers: []*Layer{layer(FlagLayer, "spark.master", "?")}}
	cluster := said("platform", "k8s")
	cluster.Layers = []*Layer{PlatformNamed("k8s").Layer(cluster.At, cluster.At)}
	unknown.RunOn(cluster)
	if err := Resolve(unknown, "3.5"); err != nil {
		t.Fatal(err)
	}
	if unknown.Manager != "" {
		t.Errorf("--master $X runs on %s", unknown.Manager)
	}
}

func TestUnknownPlatform(t *testing.T) {
	j := &Job{Complete: true}
	cluster := said("platform", "?")
	cluster.Layers = []*Layer{UnknownPlatform("variable x has no value", cluster.At, cluster.At)}
	j.RunOn(cluster)
	if err := Resolve(j, "3.5"); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"spark.dynamicAllocation.enabled", "spark.executor.memory", "spark.master"} {
		if l := j.Lookup(key); l.State != Unknown || l.Value.Unknown != "the platform is not known: variable x has no value" {
			t.Errorf("%s is %s: %s", key, l.State, l.Value.Unknown)
		}
	}
	if l := j.Lookup("spark.task.cpus"); l.State != Defaulted {
		t.Errorf("spark.task.cpus is %s", l.State)
	}
}

func TestProfileLookup(t *testing.T) {
	small, large := said("worker.memory", "64g", "worker.cores", "16"), said("worker.memory", "128g", "worker.cores", "16", "worker.arch", "?")
	cluster := said("tenancy", "shared", "objective", "?")
	cluster.Workers = []*ProfileBlock{small, large}
	p := &Profile{Cluster: cluster, WorkloadReason: "two workload blocks are for this job, a and b"}
	for name, want := range map[string]string{
		"tenancy":       "written shared ",
		"objective":     "unknown  variable x has no value",
		"platform":      "absent  the profile does not say platform",
		"workload.kind": "unknown  two workload blocks are for this job, a and b",
		"worker.cores":  "written 16 ",
		"worker.memory": "unknown  the cluster's workers differ in memory",
		"worker.arch":   "unknown  variable x has no value",
		"worker.spot":   "absent  the profile does not say worker.spot",
	} {
		v, state := p.Say(name)
		if got := string(state) + " " + v.Raw + " " + string(v.Unknown); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	none := &Profile{}
	for _, name := range []string{"platform", "worker.memory", "workload.kind"} {
		if v, state := none.Say(name); state != Absent || !strings.HasPrefix(string(v.Unknown), "no ") {
			t.Errorf("without a profile %s is %s: %s", name, state, v.Unknown)
		}
	}
	if none.Known() || !p.Known() {
		t.Error("which profiles are known")
	}
	var names []string
	for _, s := range p.Said() {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "tenancy objective worker[1].cores worker[1].memory worker[2].cores worker[2].memory worker[2].arch" {
		t.Errorf("said %s", got)
	}
}

func TestWorkloadKind(t *testing.T) {
	structured, dstreams := layer(ConfLayer, "spark.sql.streaming.checkpointLocation", "s3://x"), layer(ConfLayer, "spark.streaming.backpressure.enabled", "true")
	for _, c := range []struct {
		title    string
		workload *ProfileBlock
		layers   []*Layer
		want     string
	}{
		{"the profile", said("workload.kind", "notebook"), []*Layer{structured}, "notebook"},
		{"a variable", said("workload.kind", "?"), []*Layer{structured}, ""},
		{"a key of structured streaming", nil, []*Layer{structured}, "streaming"},
		{"a key of DStreams", nil, []*Layer{dstreams}, "dstreams"},
		{"both", nil, []*Layer{structured, dstreams}, ""},
		{"a file that many jobs lie on", nil, []*Layer{layer(SparkDefaultsLayer, "spark.streaming.backpressure.enabled", "true")}, ""},
		{"nothing", nil, nil, ""},
	} {
		j := resolved(t, c.layers...)
		j.Profile.Workload = c.workload
		kind, reason := j.WorkloadKind()
		if kind != c.want || (kind == "") != (reason != "") {
			t.Errorf("%s: %q, because %q; want %q", c.title, kind, reason, c.want)
		}
	}
}

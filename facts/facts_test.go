package facts

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
)

var update = flag.Bool("update", false, "rewrite golden files")

// newJob returns a complete job over an empty spark-defaults.conf, its settings
// given as --conf, key and value in turn. A value such as $HEAP is unknown.
func newJob(t testing.TB, version, language string, settings ...string) *conf.Job {
	t.Helper()
	options := &conf.Layer{Kind: conf.ConfLayer}
	for i := 0; i < len(settings); i += 2 {
		value := conf.Value{Raw: settings[i+1]}
		if name, unknown := strings.CutPrefix(value.Raw, "$"); unknown {
			value = conf.Value{Unknown: conf.Reason("variable " + name + " has no value here")}
		}
		options.Assignments = append(options.Assignments, conf.Assignment{Key: settings[i], Value: value})
	}
	job := &conf.Job{
		Kind: "spark-submit", Complete: true, Application: conf.Application{Language: language},
		Layers: []*conf.Layer{{Kind: conf.SparkDefaultsLayer}, options},
	}
	resolve(t, job, version)
	return job
}

func resolve(t testing.TB, job *conf.Job, version string) {
	t.Helper()
	if err := conf.Resolve(job, version); err != nil {
		t.Fatal(err)
	}
}

// on the cluster managers, in cluster mode where they have one.
func yarn(settings ...string) []string {
	return append([]string{"spark.master", "yarn", "spark.submit.deployMode", "cluster"}, settings...)
}

func kubernetes(settings ...string) []string {
	return append([]string{"spark.master", "k8s://https://example:6443", "spark.submit.deployMode", "cluster"}, settings...)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and read the difference:\n%s", path, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines wanted, %d found", len(w), len(g))
}

func TestTable(t *testing.T) {
	var b strings.Builder
	for _, d := range Table() {
		fmt.Fprintf(&b, "%s  %s", d.Name, d.Kind)
		if d.Unit != "" {
			fmt.Fprintf(&b, " in %s", d.Unit)
		}
		if scope := d.Applies.String(); scope != "" {
			fmt.Fprintf(&b, "  (%s)", scope)
		}
		fmt.Fprintf(&b, "\n  %s\n  = %s\n", d.Doc, d.Formula())
	}
	golden(t, "table.golden", b.String())
}

// TestJobs shows every fact of some jobs, and the settings it comes from.
func TestJobs(t *testing.T) {
	jobs := []struct {
		title, version, language string
		settings                 []string
	}{
		{"yarn cluster, Spark 3.5", "3.5", "jvm", yarn("spark.executor.memory", "16g")},
		{"yarn client, Python, Spark 4.0", "4.0", "python", []string{
			"spark.master", "yarn", "spark.executor.memory", "6g", "spark.executor.cores", "4", "spark.executor.pyspark.memory", "1g",
			"spark.memory.offHeap.enabled", "true", "spark.memory.offHeap.size", "2g",
			"spark.executor.extraJavaOptions", "-XX:+UseParallelGC -Dwhere='some where'",
			"spark.dynamicAllocation.enabled", "true", "spark.dynamicAllocation.maxExecutors", "40", "spark.executor.instances", "10",
		}},
		{"kubernetes cluster, Python, Spark 3.5", "3.5", "python", kubernetes("spark.executor.memory", "16g", "spark.executor.cores", "5",
			"spark.kubernetes.executor.request.cores", "3500m", "spark.kubernetes.executor.limit.cores", "6",
			"spark.executor.resource.gpu.amount", "1", "spark.task.resource.gpu.amount", "0.25")},
		{"standalone, Spark 4.0", "4.0", "jvm", []string{"spark.master", "spark://example:7077", "spark.cores.max", "30", "spark.executor.cores", "4", "spark.executor.memory", "40g"}},
		{"local, Spark 4.0", "4.0", "jvm", []string{"spark.master", "local[4]", "spark.driver.memory", "4g", "spark.executor.memory", "16g"}},
		{"nothing known", "", "", []string{"spark.master", "$MASTER", "spark.submit.deployMode", "$MODE", "spark.executor.memory", "8gib"}},
	}
	var b strings.Builder
	for _, j := range jobs {
		fmt.Fprintf(&b, "=== %s\n    %s\n", j.title, strings.Join(j.settings, " "))
		job := newJob(t, j.version, j.language, j.settings...)
		for _, f := range Of(job).All() {
			describe(&b, f)
		}
	}
	golden(t, "jobs.golden", b.String())
}

// TestProfiledJobs draws the facts of jobs that have a profile.
func TestProfiledJobs(t *testing.T) {
	var b strings.Builder
	for _, j := range []struct {
		title    string
		settings []string
		profile  conf.Profile
	}{
		{"EMR", yarn("spark.executor.memory", "20g", "spark.executor.cores", "5", "spark.executor.instances", "40"), conf.Profile{
			Cluster: block(map[string]any{"platform": "emr", "java_version": int64(17), "yarn.minimum_allocation_mb": int64(32), "yarn.maximum_allocation_mb": int64(57344)},
				map[string]any{"worker.count": int64(10), "worker.cores": int64(16), "worker.memory": conf.Bytes(64 << 30), "worker.allocatable_memory": conf.Bytes(56 << 30)}),
			Workload: block(map[string]any{"workload.kind": "batch", "workload.input_bytes": conf.Bytes(5 << 40), "workload.cached_bytes": conf.Bytes(100 << 30)}),
		}},
		{"Kubernetes with reserves, two kinds of worker", kubernetes("spark.executor.memory", "10g", "spark.executor.cores", "4", "spark.kubernetes.executor.request.cores", "3500m"), conf.Profile{
			Cluster: block(map[string]any{"platform": "k8s", "kubernetes.reserved_memory": conf.Bytes(3 << 30), "kubernetes.reserved_cores": 0.3},
				map[string]any{"worker.max": int64(5), "worker.cores": int64(16), "worker.memory": conf.Bytes(64 << 30)},
				map[string]any{"worker.count": int64(2), "worker.cores": int64(16), "worker.memory": conf.Bytes(64 << 30), "worker.spot": true}),
			Workload: block(map[string]any{"workload.shuffle_bytes": conf.Bytes(200 << 30), "workload.kind": nil}),
		}},
		{"workers that differ", yarn(), conf.Profile{Cluster: block(map[string]any{},
			map[string]any{"worker.count": int64(1), "worker.memory": conf.Bytes(64 << 30)},
			map[string]any{"worker.count": int64(3), "worker.memory": conf.Bytes(32 << 30), "worker.allocatable_memory": nil})}},
		{"standalone", []string{"spark.master", "spark://h:7077", "spark.cores.max", "30", "spark.executor.cores", "4", "spark.executor.memory", "20g"}, conf.Profile{
			Cluster: block(map[string]any{"standalone.worker_memory": conf.Bytes(60 << 30), "standalone.worker_cores": int64(16)}, map[string]any{"worker.count": int64(3)}),
		}},
	} {
		job := newJob(t, "3.5", "jvm", j.settings...)
		job.Profile = j.profile
		fmt.Fprintf(&b, "=== %s\n    %s\n", j.title, strings.Join(j.settings, " "))
		for _, f := range Of(job).All() {
			group, _, _ := strings.Cut(f.Definition.Name, ".")
			if !slices.Contains([]string{"application", "am", "driver", "dynamic_allocation", "executor", "executors", "spark"}, group) {
				describe(&b, f)
			}
		}
	}
	golden(t, "profiled.golden", b.String())
}

// block is a part of a profile, and its workers; a value that is nil is unknown.
func block(values map[string]any, kinds ...map[string]any) *conf.ProfileBlock {
	b := &conf.ProfileBlock{Values: map[string]conf.ProfileValue{}}
	for name, typed := range values {
		v := conf.Value{Typed: typed, Raw: fmt.Sprint(typed)}
		if typed == nil {
			v = conf.Value{Unknown: "variable x has no value"}
		}
		b.Values[name] = conf.ProfileValue{Value: v}
	}
	for _, worker := range kinds {
		b.Workers = append(b.Workers, block(worker))
	}
	return b
}

func describe(b *strings.Builder, f *Fact) {
	if f.State != Known {
		fmt.Fprintf(b, "%s  %s: %s\n", f.Definition.Name, f.State, f.Reason)
		if f.outside {
			return
		}
	} else {
		fmt.Fprintf(b, "%s = %s\n", f.Definition.Name, f.Value)
	}
	fmt.Fprintf(b, "  = %s\n  = %s\n", f.Formula(), f.WithNumbers())
	for _, u := range f.Uses {
		fmt.Fprintf(b, "    %s  %s %s\n", u.Key, u.Lookup.Value.Raw, u.Lookup.State)
	}
}

// TestContainerOnEachManager holds one executor of 16g against what each
// cluster manager makes of it.
func TestContainerOnEachManager(t *testing.T) {
	memory := []string{"spark.executor.memory", "16g", "spark.driver.memory", "4g"}
	for _, c := range []struct {
		title, language string
		settings        []string
		fact            string
		want            any
		withNumbers     string
	}{
		{"yarn", "jvm", yarn(memory...), "executor.container_mib", int64(18022), "16384 + max(384, trunc(0.1 × 16384))"},
		{"yarn rounds", "jvm", yarn(memory...), "yarn.container_rounded_mib", int64(18432), "ceil_to(16384 + max(384, trunc(0.1 × 16384)), 1024)"},
		{"yarn Python", "python", yarn(memory...), "executor.container_mib", int64(18022), "16384 + max(384, trunc(0.1 × 16384))"},
		{"kubernetes", "jvm", kubernetes(memory...), "executor.container_mib", int64(18022), "16384 + max(384, trunc(0.1 × 16384))"},
		{"kubernetes Python", "python", kubernetes(memory...), "executor.container_mib", int64(22937), "16384 + max(384, trunc(0.4 × 16384))"},
		{"kubernetes R", "r", kubernetes(memory...), "driver.container_mib", int64(5734), "4096 + max(384, trunc(0.4 × 4096))"},
		{"standalone", "jvm", append(memory, "spark.master", "spark://example:7077"), "executor.container_mib", int64(16384), "16384"},
		{"local", "jvm", append(memory, "spark.master", "local[*]"), "executor.heap_mib", int64(4096), "4096"},
		{"explicit overhead", "jvm", yarn("spark.executor.memory", "16g", "spark.yarn.executor.memoryOverhead", "2000"), "executor.container_mib", int64(18384), "16384 + 2000"},
	} {
		f := Of(newJob(t, "3.5", c.language, c.settings...)).Get(c.fact)
		if f.Any() != c.want || f.WithNumbers() != c.withNumbers {
			t.Errorf("%s: %s = %v = %s; want %v = %s", c.title, c.fact, f.Any(), f.WithNumbers(), c.want, c.withNumbers)
		}
	}
	local := Of(newJob(t, "3.5", "jvm", append(memory, "spark.master", "local[*]")...)).Get("executor.container_mib")
	if local.State != Inapplicable || local.Any() != nil {
		t.Errorf("a local executor has a container: %s %v", local.State, local.Any())
	}
}

func TestFormulaFollowsTheBranch(t *testing.T) {
	for _, c := range []struct {
		version  string
		settings []string
		want     string
	}{
		{"3.5", yarn(), "spark.executor.memory + max(minimum overhead, trunc(spark.executor.memoryOverheadFactor × spark.executor.memory))"},
		{"4.0", yarn(), "spark.executor.memory + max(spark.executor.minMemoryOverhead, trunc(spark.executor.memoryOverheadFactor × spark.executor.memory))"},
		{"3.5", yarn("spark.executor.memoryOverhead", "1g"), "spark.executor.memory + spark.executor.memoryOverhead"},
		{"3.5", kubernetes("spark.kubernetes.memoryOverheadFactor", "0.2"), "spark.executor.memory + max(minimum overhead, trunc(spark.kubernetes.memoryOverheadFactor × spark.executor.memory))"},
		{"3.5", kubernetes(), "spark.executor.memory + max(minimum overhead, trunc(factor for Python and R × spark.executor.memory))"},
	} {
		if got := Of(newJob(t, c.version, "python", c.settings...)).Get("executor.container_mib").Formula(); got != c.want {
			t.Errorf("Spark %s, %v:\n got %s\nwant %s", c.version, c.settings, got, c.want)
		}
	}
}

func TestUses(t *testing.T) {
	defaults := &conf.Layer{Kind: conf.SparkDefaultsLayer, Assignments: []conf.Assignment{{Key: "spark.executor.memory", Value: conf.Value{Raw: "4g"}}}}
	flags := &conf.Layer{Kind: conf.FlagLayer, Assignments: []conf.Assignment{
		{Key: "spark.master", Value: conf.Value{Raw: "yarn"}, Spelling: "--master"},
		{Key: "spark.executor.memory", Value: conf.Value{Raw: "16g"}, Spelling: "--executor-memory"},
		{Key: "spark.memory.offHeap.enabled", Value: conf.Value{Raw: "false"}},
	}}
	job := &conf.Job{Complete: true, Application: conf.Application{Language: "jvm"}, Layers: []*conf.Layer{defaults, flags}}
	resolve(t, job, "3.5")
	f := Of(job).Get("yarn.container_rounded_mib")
	var got []string
	for _, u := range f.Uses {
		got = append(got, u.Key+" "+u.Lookup.Value.Raw+" "+string(u.Lookup.State))
	}
	want := []string{"spark.executor.memory 16g written", "spark.executor.memoryOverheadFactor 0.1 defaulted", "spark.memory.offHeap.enabled false written"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("uses\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if lost := f.Uses[0].Lookup.Setting.Overridden(); len(lost) != 1 || lost[0].Value.Raw != "4g" {
		t.Errorf("the value that lost is forgotten: %v", lost)
	}
}

func TestUnknownIsNotAbsent(t *testing.T) {
	unseen := newJob(t, "3.5", "jvm", yarn("spark.executor.memory", "4g")...)
	unseen.Unseen = "shell variable OPTS has no value here"
	fragment := &conf.Job{Kind: "spark-defaults", Layers: []*conf.Layer{{Kind: conf.SparkDefaultsLayer, Assignments: []conf.Assignment{
		{Key: "spark.executor.memory", Value: conf.Value{Raw: "4g"}},
	}}}}
	resolve(t, fragment, "3.5")
	for _, c := range []struct {
		title string
		job   *conf.Job
		fact  string
		state State
		says  string
	}{
		{"an unknown setting", newJob(t, "3.5", "jvm", yarn("spark.executor.memory", "$HEAP")...), "yarn.container_rounded_mib", Undecided, "spark.executor.memory: variable HEAP has no value here"},
		{"a value that does not parse", newJob(t, "3.5", "jvm", yarn("spark.executor.memory", "4 g")...), "executor.container_mib", Undecided, "spark.executor.memory does not parse"},
		{"a value that Spark refuses", newJob(t, "3.5", "jvm", yarn("spark.executor.memoryOverheadFactor", "0")...), "executor.overhead_mib", Undecided, "Spark refuses the value of spark.executor.memoryOverheadFactor"},
		{"a fraction that Spark refuses", newJob(t, "3.5", "jvm", yarn("spark.memory.fraction", "NaN")...), "executor.unified_mib", Undecided, "Spark refuses spark.memory.fraction below 0"},
		{"a factor without end", newJob(t, "3.5", "jvm", yarn("spark.executor.memoryOverheadFactor", "Infinity")...), "executor.overhead_mib", Undecided, "it comes to +Inf"},
		{"a heap that Spark refuses", newJob(t, "3.5", "jvm", yarn("spark.executor.memory", "449m")...), "executor.unified_mib", Undecided, "Spark refuses a heap below 450 MiB"},
		{"settings that cannot be seen", unseen, "executor.overhead_mib", Undecided, "shell variable OPTS has no value here"},
		{"what is written in spite of them", unseen, "executor.heap_mib", Known, ""},
		{"an unknown manager", fragment, "executor.container_mib", Undecided, "spark.master is not written in this file"},
		{"an unknown manager, same either way", fragment, "driver.heap_mib", Known, ""},
		{"an unknown version", newJob(t, "", "jvm", yarn("spark.executor.minMemoryOverhead", "1g")...), "executor.overhead_mib", Undecided, "the Spark version is not known"},
		{"an unknown version, same either way", newJob(t, "", "jvm", yarn()...), "executor.overhead_mib", Known, ""},
		{"an unknown language", newJob(t, "3.5", "", kubernetes("spark.executor.memory", "16g")...), "executor.container_mib", Undecided, "the application's language is not known"},
		{"an unknown language, same either way", newJob(t, "3.5", "", yarn("spark.executor.memory", "16g")...), "executor.container_mib", Known, ""},
		{"an unknown deploy mode", newJob(t, "3.5", "jvm", "spark.master", "yarn", "spark.submit.deployMode", "$MODE"), "driver.container_mib", Undecided, "variable MODE has no value here"},
		{"a deploy mode that is none", newJob(t, "3.5", "jvm", "spark.master", "yarn", "spark.submit.deployMode", "Cluster"), "driver.container_mib", Undecided, `spark.submit.deployMode "Cluster" is neither client nor cluster`},
		{"local-cluster", newJob(t, "3.5", "jvm", "spark.master", "local-cluster[2,1,1024]", "spark.executor.memory", "512m"), "executor.heap_mib", Undecided, "local-cluster, Spark's own test bed, is neither local mode nor a cluster"},
		{"all processors", newJob(t, "3.5", "jvm", "spark.master", "local[*]"), "executor.slots", Undecided, `"local[*]" takes every core of the machine`},
		{"standalone without cores", newJob(t, "3.5", "jvm", "spark.master", "spark://h:7077"), "executor.cores", Undecided, "without spark.executor.cores, a standalone executor takes the cores that its worker has free"},
		{"unbounded dynamic allocation", newJob(t, "3.5", "jvm", yarn("spark.dynamicAllocation.enabled", "true")...), "stage.waves", Undecided, "dynamic allocation has no bound without spark.dynamicAllocation.maxExecutors"},
		{"a YARN fact on Kubernetes", newJob(t, "3.5", "jvm", kubernetes()...), "yarn.container_rounded_mib", Inapplicable, "has no meaning when the cluster manager is kubernetes"},
		{"a container on Mesos", newJob(t, "3.5", "jvm", "spark.master", "mesos://h:1"), "executor.container_mib", Inapplicable, "is not worked out for mesos, which Spark 4.0 removed"},
		{"a cluster-mode fact in client mode", newJob(t, "3.5", "jvm", "spark.master", "yarn"), "driver.container_mib", Inapplicable, "has no meaning in client mode"},
		{"a limit that nobody wrote", newJob(t, "3.5", "jvm", kubernetes()...), "kubernetes.executor_cpu_limit", Inapplicable, "spark.kubernetes.executor.limit.cores is not written"},
	} {
		f := Of(c.job).Get(c.fact)
		if f.State != c.state || string(f.Reason) != c.says {
			t.Errorf("%s: %s is %s: %s; want %s: %s", c.title, c.fact, f.State, f.Reason, c.state, c.says)
		}
	}
}

// TestDriverHeap holds the JVM's reading of spark.driver.memory against Spark's.
func TestDriverHeap(t *testing.T) {
	client := []string{"spark.master", "yarn"}
	for _, c := range []struct {
		settings []string
		written  string
		want     any
	}{
		{client, "4g", int64(4096)},
		{client, "2G", int64(2048)},
		{client, "1t", int64(1 << 20)},
		{client, "3000000000", int64(2861)}, // bytes
		{client, "4096", int64(0)},          // bytes
		{client, "4gb", nil},                // java refuses -Xmx4gb
		{client, "9999999999g", nil},
		{kubernetes(), "4096", int64(0)}, // spark-submit runs in the pod
		{yarn(), "4096", int64(4096)},
		{yarn(), "4gb", int64(4096)},
	} {
		f := Of(newJob(t, "4.0", "jvm", append(c.settings, "spark.driver.memory", c.written)...)).Get("driver.heap_mib")
		if f.Any() != c.want {
			t.Errorf("%v, spark.driver.memory=%s: %v %s, want %v", c.settings, c.written, f.Any(), f.Reason, c.want)
		}
	}
}

func TestCollector(t *testing.T) {
	for _, c := range []struct {
		defaults, options, want string
	}{
		{"", "-XX:+UseG1GC", "G1"},
		{"-XX:+UseG1GC", "-XX:-UseG1GC -XX:+UseParallelGC", "Parallel"},
		{"-XX:+UseZGC", "", "Z"},
		{"", "", ""},
		{"", "-XX:-UseG1GC", ""},
		{"", "-XX:+UseG1GC -XX:+UseZGC", ""},
		{"", "-XX:+UseConcMarkSweepGC", ""},
		{"", `-Dnote="-XX:+UseZGC"`, ""},
	} {
		settings := yarn()
		if c.defaults != "" {
			settings = append(settings, "spark.executor.defaultJavaOptions", c.defaults)
		}
		if c.options != "" {
			settings = append(settings, "spark.executor.extraJavaOptions", c.options)
		}
		f := Of(newJob(t, "3.5", "jvm", settings...)).Get("executor.collector")
		if f.Value.Text != c.want || (f.State == Known) != (c.want != "") {
			t.Errorf("%q before %q: %s %q, want %q", c.defaults, c.options, f.State, f.Value.Text, c.want)
		}
	}
}

func TestGet(t *testing.T) {
	s := Of(newJob(t, "3.5", "jvm", yarn()...))
	if s.Get("executor.nonsense") != nil || Lookup("executor.nonsense") != nil {
		t.Error("there is a fact that is in no table")
	}
	first := s.Get("executor.heap_mib")
	for i, f := range s.All() {
		if f.Definition != Lookup(Table()[i].Name) {
			t.Errorf("fact %d is %s, want %s", i, f.Definition.Name, Table()[i].Name)
		}
	}
	if first != s.Get("executor.heap_mib") {
		t.Error("a fact is worked out twice")
	}
}

package conf

import (
	"maps"
	"strings"
	"testing"
)

// layer builds a layer from key, value pairs; a value "?" is unknown.
func layer(kind LayerKind, pairs ...string) *Layer {
	l := &Layer{Kind: kind}
	for i := 0; i < len(pairs); i += 2 {
		v := Value{Raw: pairs[i+1]}
		if v.Raw == "?" {
			v = Value{Unknown: "shell variable X has no value here"}
		}
		l.Assignments = append(l.Assignments, Assignment{Key: pairs[i], Value: v})
	}
	return l
}

// resolved builds a complete job and resolves it for Spark 3.5.
func resolved(t *testing.T, layers ...*Layer) *Job {
	t.Helper()
	j := &Job{Kind: "spark-submit", Complete: true, Layers: layers}
	if err := Resolve(j, "3.5"); err != nil {
		t.Fatal(err)
	}
	return j
}

func (l Lookup) text() string { return string(l.State) + " " + l.Value.Raw }

func TestPrecedence(t *testing.T) {
	j := resolved(t,
		layer(SparkDefaultsLayer, "spark.executor.memory", "4g", "spark.executor.memory", "5g", "spark.master", "yarn"),
		layer(PropertiesFileLayer, "spark.executor.memory", "6g"),
		layer(ConfLayer, "spark.executor.memory", "8g"),
		layer(FlagLayer, "spark.executor.memory", "16g"),
	)
	if got := j.Lookup("spark.executor.memory").text(); got != "written 16g" {
		t.Errorf("got %s", got)
	}
	var lost []string
	for _, a := range j.Setting("spark.executor.memory").Overridden() {
		lost = append(lost, a.Value.Raw)
	}
	if got := strings.Join(lost, " "); got != "8g 6g 5g 4g" {
		t.Errorf("overridden %s, strongest first", got)
	}
	if got := j.Lookup("spark.executor.cores").text(); got != "defaulted 1" {
		t.Errorf("default: %s", got)
	}
	if got := j.Lookup("spark.executor.instances").State; got != Absent {
		t.Errorf("no default: %s", got)
	}
}

// taken resolves a job for a release and returns the texts that Spark takes,
// by the key as it is written.
func taken(t *testing.T, release string, layers ...*Layer) map[string]string {
	t.Helper()
	j := &Job{Kind: "spark-submit", Complete: true, Layers: layers}
	if err := Resolve(j, release); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range j.Written() {
		for _, a := range j.Setting(name).Stack {
			if a.Dropped == "" {
				texts[a.Key] = a.Value.Raw
			}
		}
	}
	return texts
}

func TestSubmitTakes(t *testing.T) {
	for _, test := range []struct {
		name, release, master, mode string
		layers                      []*Layer
		want                        map[string]string
	}{
		{"an environment variable where nothing else is given", "3.5", "yarn", "client",
			[]*Layer{layer(EnvironmentLayer, "spark.executor.memory", "3g"), layer(SparkDefaultsLayer, "spark.driver.memory", "2g")},
			map[string]string{"spark.executor.memory": "3g", "spark.driver.memory": "2g"}},
		{"a file rather than an environment variable", "3.5", "yarn", "client",
			[]*Layer{layer(EnvironmentLayer, "spark.executor.memory", "3g"), layer(SparkDefaultsLayer, "spark.executor.memory", "2g")},
			map[string]string{"spark.executor.memory": "2g"}},
		{"no variable for a manager that has no use for it", "3.5", "local", "client",
			[]*Layer{layer(EnvironmentLayer, "spark.executor.memory", "3g")}, map[string]string{}},
		{"no variable that the release does not read", "3.3", "local", "client",
			[]*Layer{layer(EnvironmentLayer, "spark.remote", "sc://h")}, map[string]string{}},
		{"lists of files under YARN's keys, behind what is there", "3.5", "yarn", "client",
			[]*Layer{layer(ConfLayer, "spark.yarn.dist.jars", "a.jar", "spark.jars", "b.jar"), layer(FlagLayer, "spark.jars", "c.jar")},
			map[string]string{"spark.jars": "b.jar", "spark.yarn.dist.jars": "a.jar,c.jar"}},
		{"lists of files elsewhere", "3.5", "local", "client",
			[]*Layer{layer(ConfLayer, "spark.jars", "b.jar"), layer(FlagLayer, "spark.jars", "c.jar")}, map[string]string{"spark.jars": "c.jar"}},
		{"archives on Kubernetes since 3.1", "3.1", "k8s://h", "client", []*Layer{layer(FlagLayer, "spark.archives", "a.zip")}, map[string]string{"spark.archives": "a.zip"}},
		{"archives on Kubernetes before", "3.0", "k8s://h", "client", []*Layer{layer(FlagLayer, "spark.archives", "a.zip")}, map[string]string{}},
		{"total cores on Kubernetes up to 3.2", "3.2", "k8s://h", "client", []*Layer{layer(FlagLayer, "spark.cores.max", "4")}, map[string]string{"spark.cores.max": "4"}},
		{"total cores on Kubernetes later", "3.3", "k8s://h", "client", []*Layer{layer(FlagLayer, "spark.cores.max", "4")}, map[string]string{}},
		{"either where the release is not known", "", "k8s://h", "client", []*Layer{layer(FlagLayer, "spark.cores.max", "4", "spark.archives", "a.zip")},
			map[string]string{"spark.cores.max": "4", "spark.archives": "a.zip"}},
		{"no supervision without the option", "3.5", "spark://h:1", "cluster", []*Layer{layer(ConfLayer, "spark.driver.supervise", "true")}, map[string]string{}},
		{"supervision with the option", "3.5", "spark://h:1", "cluster",
			[]*Layer{layer(ConfLayer, "spark.driver.supervise", "false"), layer(FlagLayer, "spark.driver.supervise", "true")},
			map[string]string{"spark.driver.supervise": "true"}},
		{"supervision where it means nothing", "3.5", "yarn", "cluster", []*Layer{layer(ConfLayer, "spark.driver.supervise", "true")},
			map[string]string{"spark.driver.supervise": "true"}},
		{"no driver's host in cluster mode", "3.5", "yarn", "cluster", []*Layer{layer(ConfLayer, "spark.driver.host", "h")}, map[string]string{}},
		{"a driver's host in client mode", "3.5", "yarn", "client", []*Layer{layer(ConfLayer, "spark.driver.host", "h")}, map[string]string{"spark.driver.host": "h"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.layers = append(test.layers, layer(FlagLayer, "spark.master", test.master, "spark.submit.deployMode", test.mode))
			got := taken(t, test.release, test.layers...)
			delete(got, "spark.master")
			delete(got, "spark.submit.deployMode")
			if !maps.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestSkippedLayerIsKept(t *testing.T) {
	defaults := layer(SparkDefaultsLayer, "spark.executor.memory", "4g", "spark.master", "yarn")
	defaults.Skipped = "--properties-file replaces spark-defaults.conf"
	j := resolved(t, defaults, layer(PropertiesFileLayer, "spark.executor.cores", "2"))
	s := j.Setting("spark.executor.memory")
	if s == nil || s.Effective() != nil || s.Stack[0].Dropped != defaults.Skipped {
		t.Errorf("the skipped value should stay, with its reason: %+v", s)
	}
	if got := j.Lookup("spark.executor.memory").text(); got != "defaulted 1g" {
		t.Errorf("got %s", got)
	}
	if j.Manager != Local {
		t.Errorf("master of a skipped layer counts: manager %q", j.Manager)
	}
}

func TestFlagsThatSparkDrops(t *testing.T) {
	flags := func() *Layer {
		return layer(FlagLayer, "spark.executor.memory", "16g", "spark.executor.instances", "9", "spark.driver.cores", "3", "spark.yarn.queue", "q")
	}
	for _, test := range []struct{ master, mode, key, want string }{
		{"yarn", "client", "spark.executor.memory", "written 16g"},
		{"local[4]", "client", "spark.executor.memory", "written 8g"}, // the --conf value stays
		{"spark://h:7077", "client", "spark.executor.instances", "absent "},
		{"k8s://https://h", "cluster", "spark.executor.instances", "written 9"},
		{"yarn", "client", "spark.driver.cores", "defaulted 1"},
		{"yarn", "cluster", "spark.driver.cores", "written 3"},
		{"k8s://https://h", "cluster", "spark.yarn.queue", "defaulted default"},
	} {
		j := resolved(t, layer(ConfLayer, "spark.master", test.master, "spark.submit.deployMode", test.mode, "spark.executor.memory", "8g"), flags())
		if got := j.Lookup(test.key).text(); got != test.want {
			t.Errorf("%s %s: %s is %s, want %s", test.master, test.mode, test.key, got, test.want)
		}
	}
}

func TestOlderNames(t *testing.T) {
	// The newer name wins whatever the layer.
	j := resolved(t, layer(SparkDefaultsLayer, "spark.executor.memoryOverhead", "1g"), layer(ConfLayer, "spark.yarn.executor.memoryOverhead", "4g"))
	if got := j.Lookup("spark.executor.memoryOverhead").text(); got != "written 1g" {
		t.Errorf("got %s", got)
	}
	j = resolved(t, layer(ConfLayer, "spark.yarn.executor.memoryOverhead", "4g"))
	l := j.Lookup("spark.executor.memoryOverhead")
	if l.text() != "written 4g" || l.Value.Typed != Bytes(4<<30) {
		t.Errorf("an older name alone: %s, %v", l.text(), l.Value.Typed)
	}
	j = resolved(t, layer(ConfLayer, "spark.kryoserializer.buffer.mb", "2"))
	if got := j.Lookup("spark.kryoserializer.buffer").Value.Typed; got != Bytes(2000<<10) {
		t.Errorf("2 MB of the older key are %v", got)
	}
}

func TestUnknown(t *testing.T) {
	j := resolved(t, layer(ConfLayer, "spark.executor.memory", "?", "spark.master", "?"))
	if l := j.Lookup("spark.executor.memory"); l.State != Unknown || l.Value.Unknown == "" {
		t.Errorf("got %+v", l)
	}
	if j.Manager != "" || j.ManagerReason == "" {
		t.Errorf("manager %q, reason %q", j.Manager, j.ManagerReason)
	}
	open := &Job{Complete: true, Unseen: "$OPTS may add options", Layers: []*Layer{layer(ConfLayer, "spark.executor.cores", "4")}}
	if err := Resolve(open, "3.5"); err != nil {
		t.Fatal(err)
	}
	if got := open.Lookup("spark.executor.memory").State; got != Unknown {
		t.Errorf("a key that $OPTS may write is %s", got)
	}
	if got := open.Lookup("spark.executor.cores").State; got != Written {
		t.Errorf("a written key is %s", got)
	}
}

func TestManager(t *testing.T) {
	for _, test := range []struct {
		name     string
		complete bool
		layers   []*Layer
		want     ClusterManager
	}{
		{"written", true, []*Layer{layer(ConfLayer, "spark.master", "k8s://https://h:6443")}, Kubernetes},
		{"nothing under the command is known", true, nil, ""},
		{"defaults known and silent", true, []*Layer{layer(SparkDefaultsLayer, "spark.executor.memory", "1g")}, Local},
		{"fragment", false, []*Layer{layer(SparkDefaultsLayer, "spark.executor.memory", "1g")}, ""},
		{"refused", true, []*Layer{layer(ConfLayer, "spark.master", "yarrn")}, ""},
	} {
		j := &Job{Complete: test.complete, Layers: test.layers}
		if err := Resolve(j, "3.5"); err != nil {
			t.Fatal(err)
		}
		if j.Manager != test.want || (j.Manager == "") == (j.ManagerReason == "") {
			t.Errorf("%s: manager %q (%s), want %q", test.name, j.Manager, j.ManagerReason, test.want)
		}
	}
}

func TestSubstitution(t *testing.T) {
	j := resolved(t, layer(ConfLayer,
		"spark.driver.memory", "${spark.executor.memory}", "spark.executor.memory", "3g",
		"spark.driver.cores", "${HOME}", "spark.app.name", "${HOME}/x",
		"spark.executor.cores", "${env:CORES}",
		"spark.driver.maxResultSize", "${spark.memory.offHeap.size}", "spark.memory.offHeap.size", "${spark.driver.maxResultSize}",
		"spark.task.cpus", "${spark.locality.wait.none}",
		"spark.cores.max", "${spark.executor.instances}", "spark.broadcast.blockSize", "${spark.kryoserializer.buffer}",
	))
	for key, want := range map[string]State{
		"spark.driver.memory": Written, "spark.driver.cores": Unknown, "spark.app.name": Written, "spark.executor.cores": Unknown,
		"spark.driver.maxResultSize": Invalid, "spark.task.cpus": Unknown, "spark.cores.max": Unknown, "spark.broadcast.blockSize": Written,
	} {
		if l := j.Lookup(key); l.State != want {
			t.Errorf("%s is %s (%+v), want %s", key, l.State, l.Value, want)
		}
	}
	if got := j.Lookup("spark.driver.memory").Value.Typed; got != Bytes(3<<30) {
		t.Errorf("driver memory %v", got)
	}
}

func TestNonSparkKeysAreDropped(t *testing.T) {
	j := resolved(t, layer(ConfLayer, "mapreduce.x", "1"))
	s := j.Setting("mapreduce.x")
	if s == nil || s.Effective() != nil || !strings.Contains(s.Stack[0].Dropped, "do not start with spark.") {
		t.Errorf("got %+v", s)
	}
}

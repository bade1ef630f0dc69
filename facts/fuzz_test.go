package facts

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
)

// pool are texts that settings of all types get in the fuzz target.
var pool = []string{
	"true", "false", "0", "1", "2", "7", "200", "-1", "0.5", "0.25", "0.75", "1.0", "3e9", "NaN", "Infinity", "1e300", "1g", "450m", "16g", "33g", "4gb",
	"4 g", "9000000t", "-2g", "500m", "x", "", "$UNKNOWN", "${env:HOME}", "${spark.executor.memory}", "-XX:+UseG1GC -XX:-UseCompressedOops", "'", "-XX:+UseZGC -XX:+UseSerialGC",
}

var (
	masters   = []string{"yarn", "k8s://h", "spark://h:1", "local[4]", "local[*]", "local", "local-cluster[1,1,1]", "mesos://h", "what", "$MASTER"}
	modes     = []string{"client", "cluster", "Cluster", "$MODE"}
	languages = []string{"jvm", "python", "r", "sql", ""}
)

// decodeJob reads a job from fuzzed bytes: its surroundings, then pairs of a key
// that facts read and a text of the pool.
func decodeJob(data []byte, text string) (language string, settings []string) {
	next := func(n int) int {
		if len(data) == 0 {
			return 0
		}
		b := int(data[0])
		data = data[1:]
		return b % n
	}
	language = languages[next(len(languages))]
	settings = []string{"spark.master", masters[next(len(masters))], "spark.submit.deployMode", modes[next(len(modes))]}
	keys := fuzzKeys()
	for len(data) > 1 {
		key, value := keys[next(len(keys))], next(len(pool)+1)
		if value == len(pool) {
			settings = append(settings, key, text)
		} else {
			settings = append(settings, key, pool[value])
		}
	}
	return language, settings
}

func fuzzKeys() []string {
	keys := []string{"spark.executor.resource.gpu.amount", "spark.task.resource.gpu.amount", "spark.yarn.executor.memoryOverhead"}
	byNumber := make([]string, len(linked().keys))
	for key, n := range linked().keys {
		byNumber[n] = key
	}
	return append(keys, byNumber...)
}

func FuzzFacts(f *testing.F) {
	f.Add([]byte{0, 0, 1, 3, 18}, "")
	f.Add([]byte{1, 1, 1, 0, 3, 1, 5, 7, 31}, "3500m")
	f.Add([]byte{1, 3, 0, 9, 20, 10, 15, 30, 14}, "1.5g")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if len(data) <= 200 {
			checkJob(t, data, text)
		}
	})
}

// TestRandomJobs checks what the fuzz target does, on jobs that are the same
// every time.
func TestRandomJobs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 250 {
		data := make([]byte, random.IntN(24))
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		checkJob(t, data, pool[random.IntN(len(pool))])
		if t.Failed() {
			language, settings := decodeJob(data, "")
			t.Fatalf("%s %q", language, settings)
		}
	}
}

// checkJob checks a job as each release sees it, and that knowing less of it
// changes no answer: not the release, not what is unseen, not a value.
func checkJob(t *testing.T, data []byte, text string) {
	t.Helper()
	language, settings := decodeJob(data, text)
	unreleased := Of(newJob(t, "", language, settings...))
	checkFacts(t, unreleased)
	for _, release := range catalog.Releases() {
		s := Of(newJob(t, release, language, settings...))
		checkFacts(t, s)
		checkLaws(t, s)
		agree(t, s, unreleased)
		unseen := newJob(t, release, language, settings...)
		unseen.Unseen = "some options have no value here"
		agree(t, s, Of(unseen))
		for i := 1; i < len(settings); i += 2 {
			unknown := slices.Clone(settings)
			unknown[i] = "$UNKNOWN"
			agree(t, s, Of(newJob(t, release, language, unknown...)))
		}
	}
}

// checkFacts holds what is true of every fact of any job.
func checkFacts(t *testing.T, s *Set) {
	t.Helper()
	for _, f := range s.All() {
		formula, withNumbers := f.Formula(), f.WithNumbers()
		if formula == "" || withNumbers == "" && f.Value.Kind != String {
			t.Errorf("%s does not explain itself: %q %q", f.Definition.Name, formula, withNumbers)
		}
		if f.State != Known {
			if f.Reason == "" || f.Any() != nil {
				t.Errorf("%s is %s, %q, %v", f.Definition.Name, f.State, f.Reason, f.Any())
			}
			continue
		}
		if f.Reason != "" || f.Value.Kind != f.Definition.Kind {
			t.Errorf("%s is a known %s, %q; want a %s", f.Definition.Name, f.Value.Kind, f.Reason, f.Definition.Kind)
		}
		if _, err := json.Marshal(f.Any()); err != nil {
			t.Errorf("%s: %v", f.Definition.Name, err)
		}
		if f.Value.Kind == Int && strings.Contains(withNumbers, "?") {
			t.Errorf("%s = %s, which nobody can know", f.Definition.Name, withNumbers)
		}
	}
}

// checkLaws holds the laws between facts.
func checkLaws(t *testing.T, s *Set) {
	t.Helper()
	ordered := func(names ...string) {
		t.Helper()
		for i := range names[1:] {
			a, b := s.Get(names[i]), s.Get(names[i+1])
			if a.State == Known && b.State == Known && a.Value.number() > b.Value.number() {
				t.Errorf("%s = %v = %s is above %s = %v = %s", names[i], a.Value, a.WithNumbers(), names[i+1], b.Value, b.WithNumbers())
			}
		}
	}
	ordered("executor.storage_mib", "executor.unified_mib", "executor.heap_mib", "executor.container_mib", "yarn.container_rounded_mib")
	ordered("executor.user_mib", "executor.heap_mib")
	ordered("executor.execution_per_task_min_mib", "executor.execution_per_task_mib")
	ordered("executor.slots", "executor.cores")
	ordered("executors.minimum_count", "executors.initial_count")
	ordered("driver.container_mib", "yarn.driver_container_rounded_mib")
	for _, f := range s.All() {
		if f.State == Known && strings.HasSuffix(f.Definition.Name, "_rounded_mib") && f.Value.Int%1024 != 0 {
			t.Errorf("%s = %d is no multiple of 1024", f.Definition.Name, f.Value.Int)
		}
	}
	if f := s.Get("executor.slots"); f.State == Known && f.Value.Int < 1 {
		t.Errorf("executor.slots = %d", f.Value.Int)
	}
}

// agree holds that what is known with less knowledge stays true with more.
func agree(t *testing.T, more, less *Set) {
	t.Helper()
	for i, f := range less.All() {
		if g := more.All()[i]; f.State == Known && g.State == Known && !f.Value.equal(g.Value) {
			t.Errorf("%s is %v = %s, and with more known %v = %s", f.Definition.Name, f.Value, f.WithNumbers(), g.Value, g.WithNumbers())
		}
	}
}

// TestLawsOnSimpleJobs keeps the laws from holding only because nothing is known.
func TestLawsOnSimpleJobs(t *testing.T) {
	for _, master := range []string{"yarn", "k8s://h", "spark://h:1", "local[4]"} {
		s := Of(newJob(t, "3.5", "python", "spark.master", master, "spark.executor.cores", "4", "spark.cores.max", "16"))
		checkFacts(t, s)
		checkLaws(t, s)
		for _, name := range []string{"executor.storage_mib", "executor.execution_per_task_mib", "cluster.slots_count", "stage.waves"} {
			if f := s.Get(name); f.State != Known {
				t.Errorf("%s: %s is %s: %s", master, name, f.State, f.Reason)
			}
		}
	}
}

// TestRandomProfiles checks random jobs with random profiles, and that knowing
// less of a profile changes no answer.
func TestRandomProfiles(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	known := 0
	for range 400 {
		data := make([]byte, random.IntN(16))
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		language, settings := decodeJob(data, "")
		profile := randomProfile(random)
		with := func(p conf.Profile) *Set {
			job := newJob(t, "3.5", language, settings...)
			job.Profile = p
			return Of(job)
		}
		s := with(profile)
		checkFacts(t, s)
		if stranded := s.Get("node.stranded_mib"); stranded.State == Known {
			known++
			if n, room := stranded.Value.Int, s.Get("node.allocatable_mib").Value.Int; n < 0 || n > room {
				t.Errorf("%d MiB of %d are left over", n, room)
			}
		}
		agree(t, s, with(withUnknown(profile, random)))
		if t.Failed() {
			t.Fatalf("%s %q %v", language, settings, profile.Cluster)
		}
	}
	if known < 10 {
		t.Errorf("only %d jobs pack on a node", known)
	}
}

// randomProfile says some of what a profile can say.
func randomProfile(random *rand.Rand) conf.Profile {
	cluster, workload := map[string]any{}, map[string]any{}
	kinds := make([]map[string]any, random.IntN(3))
	for i := range kinds {
		kinds[i] = map[string]any{}
	}
	for key := range conf.ProfileKeys() {
		say := func(values map[string]any) {
			if random.IntN(3) > 0 {
				values[key.Name] = randomValue(&key, random)
			}
		}
		switch first, _, _ := strings.Cut(key.Name, "."); first {
		case "workload":
			say(workload)
		case "worker":
			for _, values := range kinds {
				say(values)
			}
		default:
			say(cluster)
		}
	}
	return conf.Profile{Cluster: block(cluster, kinds...), Workload: block(workload)}
}

func randomValue(key *conf.ProfileKey, random *rand.Rand) any {
	switch key.Type {
	case catalog.Bytes:
		return conf.Bytes(random.Int64N(1 << (20 + random.IntN(30))))
	case catalog.Int:
		return int64(key.Least) + random.Int64N(1<<random.IntN(20))
	case catalog.Double:
		return random.Float64() * 64
	case catalog.Boolean:
		return random.IntN(2) == 0
	}
	if len(key.Values) > 0 {
		return key.Values[random.IntN(len(key.Values))]
	}
	return "text"
}

// withUnknown is the profile with some of its values unknown.
func withUnknown(p conf.Profile, random *rand.Rand) conf.Profile {
	hide := func(b *conf.ProfileBlock) *conf.ProfileBlock {
		less := *b
		less.Values = maps.Clone(b.Values)
		for _, name := range slices.Sorted(maps.Keys(less.Values)) {
			if random.IntN(3) == 0 {
				less.Values[name] = conf.ProfileValue{Value: conf.Value{Unknown: "variable x has no value"}}
			}
		}
		return &less
	}
	cluster := hide(p.Cluster)
	cluster.Workers = nil
	for _, w := range p.Cluster.Workers {
		cluster.Workers = append(cluster.Workers, hide(w))
	}
	return conf.Profile{Cluster: cluster, Workload: hide(p.Workload)}
}

package catalog

import (
	"slices"
	"strings"
	"testing"
)

// TestHistories holds what changed between releases against Spark's own
// migration guides and real sessions.
func TestHistories(t *testing.T) {
	for name, want := range map[string]string{
		"spark.dynamicAllocation.shuffleTracking.enabled": "3.0 false, 3.4 true",
		"spark.sql.adaptive.enabled":                      "3.0 false, 3.2 true",
		"spark.speculation.multiplier":                    "3.0 1.5, 4.0 3.0",
		"spark.speculation.quantile":                      "3.0 0.75, 4.0 0.9",
		"spark.sql.ansi.enabled":                          "3.0 false, 4.0 true",
		"spark.eventLog.compress":                         "3.0 false, 4.0 true",
		"spark.kryo.unsafe":                               "3.0 false, 3.4 true",
		"spark.rdd.compress":                              "3.0 false, 4.3 true",
		"spark.checkpoint.compress":                       "3.0 false, 4.1 true",
		"spark.sql.orc.compression.codec":                 "3.0 snappy, 4.0 zstd",
		"spark.sql.maxSinglePartitionBytes":               "3.4 9223372036854775807b, 4.0 128m",
		"spark.kubernetes.allocation.batch.size":          "3.0 5, 4.0 10, 4.2 20",
		"spark.executor.memoryOverheadFactor":             "3.3 0.1",
		"spark.executor.minMemoryOverhead":                "4.0 384m",
		"spark.kubernetes.memoryOverheadFactor":           "3.0 0.1",
		"spark.excludeOnFailure.enabled":                  "3.1 undefined",
		"spark.blacklist.enabled":                         "3.0 undefined, 3.1 -",
		"spark.mesos.coarse":                              "3.0 true, 4.0 -",
		"spark.shuffle.push.enabled":                      "3.1 false",
		"spark.decommission.enabled":                      "3.1 false",
		"spark.connect.grpc.debug.enabled":                "3.4 true, 4.0 false",
		"spark.shuffle.server.mergedIndexCacheSize":       "3.1 100m, 3.2 -",
		"spark.network.crypto.keyLength":                  "3.0 128, 3.4 -",
	} {
		if got := changesOf(name); got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}

// TestUniform holds which names mean the same to all releases.
func TestUniform(t *testing.T) {
	for name, want := range map[string]bool{
		"spark.executor.memory":               true,
		"spark.speculation.multiplier":        true, // but for its default
		"spark.excludeOnFailure.enabled":      false,
		"spark.blacklist.enabled":             false,
		"spark.mesos.coarse":                  false,
		"spark.no.such.key":                   true,
		"spark.yarn.executor.memoryOverhead":  true,
		"spark.executor.memoryOverheadFactor": false,
	} {
		if got := Uniform(name); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}

// changesOf lists the releases in which a default changes: "3.0 false, 3.2
// true"; "-" is no such key.
func changesOf(name string) string {
	var parts []string
	last := "-"
	for _, release := range Releases() {
		now := "-"
		for _, d := range Defaults(name) {
			if d.Release == release {
				now = d.Default.String()
			}
		}
		if now != last {
			parts = append(parts, release+" "+now)
		}
		last = now
	}
	return strings.Join(parts, ", ")
}

func TestHistory(t *testing.T) {
	got := Defaults("spark.executor.minMemoryOverhead")
	want := []ReleaseDefault{{"4.0", Default{Literal, "384m"}}, {"4.1", Default{Literal, "384m"}}, {"4.2", Default{Literal, "384m"}}, {"4.3", Default{Literal, "384m"}}}
	if !slices.Equal(got, want) {
		t.Errorf("defaults %v, want %v", got, want)
	}
	if Defaults("spark.nothing") != nil || Introduced("spark.nothing") != "" {
		t.Error("an unknown key has a history")
	}
	for name, want := range map[string]string{"spark.api.mode": "4.0", "spark.executor.memory": "3.0", "spark.executor.memoryOverheadFactor": "3.3"} {
		if first := Introduced(name); first != want {
			t.Errorf("%s since %q, want %s", name, first, want)
		}
	}
}

func TestKnownIn(t *testing.T) {
	for name, want := range map[string]string{
		"spark.executor.memory":            "3.0 3.1 3.2 3.3 3.4 3.5 4.0 4.1 4.2 4.3",
		"spark.executor.minMemoryOverhead": "4.0 4.1 4.2 4.3",
		"spark.blacklist.enabled":          "3.0 3.1 3.2 3.3 3.4 3.5 4.0", // a key in 3.0, then an older name
		"spark.akka.frameSize":             "3.0 3.1 3.2 3.3",             // only ever an older name here
		"spark.mesos.role":                 "3.0 3.1 3.2 3.3 3.4 3.5",
		"spark.executor.memroy":            "",
		"":                                 "",
	} {
		if got := strings.Join(KnownIn(name), " "); got != want {
			t.Errorf("%s is known in %s, want %s", name, got, want)
		}
	}
	for _, release := range Releases() {
		for key := range open(t, release).Keys() {
			if !slices.Contains(KnownIn(key.Name), release) {
				t.Errorf("%s is not known in %s", key.Name, release)
			}
		}
	}
}

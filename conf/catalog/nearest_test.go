package catalog

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/agext/levenshtein"
)

func TestNearest(t *testing.T) {
	for _, test := range []struct {
		release, name, nearest string
		distance               int
	}{
		{"3.5", "spark.executor.memroy", "spark.executor.memory", 2},
		{"3.5", "spark.executor.memor", "spark.executor.memory", 1},
		{"3.5", "spark.executor.Memory", "spark.executor.memory", 0},
		{"3.5", "SPARK.EXECUTOR.MEMORY", "spark.executor.memory", 0},
		{"3.5", "spark.sql.shufle.partitons", "spark.sql.shuffle.partitions", 2},
		{"3.5", "spark.sql.shuffle.partition", "spark.sql.shuffle.partitions", 1},
		{"3.5", "spark.dynamicAllocation.enabld", "spark.dynamicAllocation.enabled", 1},
		{"3.5", "spark.executor.memóry", "spark.executor.memory", 1},
		{"3.5", "sраrk.executor.memory", "spark.executor.memory", 2}, // with two Cyrillic letters
		{"3.5", "spark.executor.memory\xff", "spark.executor.memory", 1},
		{"3.5", "spark.executor.memory.xyz", "", 0},
		{"3.5", "spark.executor.corse", "spark.executor.cores", 2},
		{"3.5", "spark.my.own.setting", "", 0},
		{"3.5", "", "", 0},
		{"3.5", strings.Repeat("spark.", 100_000), "", 0},
		{"3.5", "spark.executor.minMemoryOverheat", "", 0}, // since 4.0
		{"4.0", "spark.executor.minMemoryOverheat", "spark.executor.minMemoryOverhead", 1},
		{"", "spark.executor.minMemoryOverheat", "spark.executor.minMemoryOverhead", 1},
		{"", "spark.mesos.rule", "spark.mesos.role", 1},
		{"3.5", "spark.ssl.keyStoreTyp", "spark.ssl.keyStoreType", 1},
		{"3.5", "spark.xpc.io.mode", "spark.rpc.io.mode", 1},
	} {
		for range 2 { // asked and remembered
			name := ""
			key, distance := open(t, test.release).Nearest(test.name)
			if key != nil {
				name = key.Name
			}
			if name != test.nearest || distance != test.distance {
				t.Errorf("%q: %.60s is nearest to %q (%d), want %q (%d)", test.release, test.name, name, distance, test.nearest, test.distance)
			}
		}
	}
}

// TestNearestOverlooksNothing compares with a search that skips no key.
func TestNearestOverlooksNothing(t *testing.T) {
	c := open(t, "3.5")
	random := rand.New(rand.NewPCG(1, 2))
	var names []string
	for key := range c.Keys() {
		names = append(names, key.Name)
	}
	for range 30 {
		name := []rune(names[random.IntN(len(names))])
		for range random.IntN(4) {
			at := random.IntN(len(name))
			name[at] = []rune("aeé.XЖ")[random.IntN(6)]
			if random.IntN(2) == 0 {
				name = slices.Delete(name, at, at+1)
			}
		}
		want, distance, alone := (*Key)(nil), farthest+1, false
		for key := range c.Keys() {
			if d := levenshtein.Distance(strings.ToLower(key.Name), strings.ToLower(string(name)), nil); !key.Internal && d <= distance && d <= farthest {
				want, distance, alone = key, d, d < distance
			}
		}
		if !alone {
			want, distance = nil, 0
		}
		if key, d := c.Nearest(string(name)); key != want || d != distance {
			t.Errorf("%s is nearest to %v (%d), want %v (%d)", string(name), key, d, want, distance)
		}
	}
}

// TestNearestFindsItself: every key for users is the nearest to its own name,
// unless another differs from it in the case only; an internal one never is.
func TestNearestFindsItself(t *testing.T) {
	c := open(t, "")
	for key := range c.Keys() {
		switch found, distance := c.Nearest(key.Name); {
		case key.Internal && found == key:
			t.Errorf("%s is internal", key.Name)
		case !key.Internal && (found != key || distance != 0):
			t.Errorf("%s is nearest to %v (%d)", key.Name, found, distance)
		}
	}
}

func TestNearestOfTwoIsNone(t *testing.T) {
	c := &Catalog{keys: []*Key{{Name: "spark.a.one"}, {Name: "spark.a.ore"}, {Name: "spark.a.owe", Internal: true}}}
	if key, _ := c.Nearest("spark.a.ole"); key != nil {
		t.Errorf("%s is no nearer than the other", key.Name)
	}
	if key, distance := c.Nearest("spark.a.on"); key == nil || key.Name != "spark.a.one" || distance != 1 {
		t.Errorf("%v (%d)", key, distance)
	}
}

// TestNearestRemembersBoundedly: the names of a hostile job must not fill the memory.
func TestNearestRemembersBoundedly(t *testing.T) {
	c := &Catalog{keys: []*Key{{Name: "spark.a.one"}}}
	for i := range 2 * maximumLikenesses {
		c.Nearest("spark.a." + strconv.Itoa(i))
	}
	remembered := 0
	c.likenesses.found.Range(func(any, any) bool { remembered++; return true })
	if remembered != maximumLikenesses {
		t.Errorf("%d answers are remembered, want %d", remembered, maximumLikenesses)
	}
}

// BenchmarkNearest measures names that were not asked for before.
func BenchmarkNearest(b *testing.B) {
	c := open(b, "")
	c.Nearest("spark.executor.memroy")
	b.ReportAllocs()
	for b.Loop() {
		c.likenesses.search("spark.executor.memroy")
	}
}

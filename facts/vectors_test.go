package facts

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"testing"
)

// vectors are answers of real Sparks and JVMs; "asked" names the class that
// gave each.
type vectors struct {
	Asked map[string]string
	Jobs  []struct {
		Spark                  []string
		Master, Mode, Language string
		Settings               map[string]string
		Facts                  map[string]any
		Undecided              []string // what Spark threw at
	}
	Options []struct {
		Options         string
		Spark, Launcher []string // Launcher is nil where it throws
	}
	Compressed []struct {
		Arguments  []string
		Heap       int64 `json:"heap_mib"`
		Compressed bool
	}
	CPUs []struct {
		Text string
		CPUs *float64 // nil where it is no quantity
	}
}

func readVectors(t *testing.T) *vectors {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	v := &vectors{}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
	if len(v.Jobs) == 0 || len(v.Options) == 0 || len(v.Compressed) == 0 || len(v.CPUs) == 0 {
		t.Fatal("vectors are missing")
	}
	return v
}

func TestSparkVectors(t *testing.T) {
	v := readVectors(t)
	for _, row := range v.Jobs {
		settings := []string{"spark.master", row.Master, "spark.submit.deployMode", row.Mode}
		for key, value := range row.Settings {
			settings = append(settings, key, value)
		}
		for _, version := range row.Spark {
			s := Of(newJob(t, version, row.Language, settings...))
			for name, want := range row.Facts {
				f := s.Get(name)
				if f == nil || v.Asked[name] == "" {
					t.Fatalf("%s is no fact, or nobody was asked for it", name)
				}
				got := f.Any()
				if n, ok := got.(int64); ok {
					got = float64(n)
				}
				if got != want {
					t.Errorf("Spark %s, %s %s %s %v: %s = %v (%s), Spark says %v", version, row.Master, row.Mode, row.Language, row.Settings, name, f.Any(), f.Reason, want)
				}
			}
			for _, name := range row.Undecided {
				if f := s.Get(name); f.State != Undecided {
					t.Errorf("Spark %s, %s %v: %s = %v, Spark throws", version, row.Master, row.Settings, name, f.Any())
				}
			}
		}
	}
}

func TestOptionVectors(t *testing.T) {
	for _, row := range readVectors(t).Options {
		if got, _ := splitOptions(row.Options, false); !reflect.DeepEqual(got, row.Spark) {
			t.Errorf("%q: %q, Spark says %q", row.Options, got, row.Spark)
		}
		got, balanced := splitOptions(row.Options, true)
		if balanced != (row.Launcher != nil) || balanced && !reflect.DeepEqual(got, row.Launcher) {
			t.Errorf("%q: %q %t, the launcher says %q", row.Options, got, balanced, row.Launcher)
		}
	}
}

func TestCompressedOopsVectors(t *testing.T) {
	for _, row := range readVectors(t).Compressed {
		got, reason := compressed(whole(row.Heap), list(row.Arguments))
		if reason != "" || got.Bool != row.Compressed {
			t.Errorf("%v -Xmx%dm: %t %s, the JVM says %t", row.Arguments, row.Heap, got.Bool, reason, row.Compressed)
		}
	}
}

func TestQuantityVectors(t *testing.T) {
	for _, row := range readVectors(t).CPUs {
		got, reason := parseQuantity(text(row.Text))
		if (row.CPUs == nil) != (reason != "") || row.CPUs != nil && math.Abs(got.Float-*row.CPUs) > 1e-12*math.Abs(*row.CPUs) {
			t.Errorf("%q: %v %s, want %v", row.Text, got, reason, row.CPUs)
		}
	}
}

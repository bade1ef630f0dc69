package facts

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// vectors are answers of JVMs and of Kubernetes' own types; "asked" names who
// gave each. What Spark says of whole configurations is in tools/sparkref.
type vectors struct {
	Asked      map[string]string
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
	if len(v.Compressed) == 0 || len(v.CPUs) == 0 {
		t.Fatal("vectors are missing")
	}
	return v
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

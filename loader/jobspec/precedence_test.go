package jobspec

import (
	"os"
	"slices"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// TestPrecedence resolves the layers of testdata/layers.spark.hcl: whoever is
// written last in the order of the schema wins, and all others are kept.
func TestPrecedence(t *testing.T) {
	text, err := os.ReadFile("testdata/layers.spark.hcl")
	if err != nil {
		t.Fatal(err)
	}
	for environment, want := range map[string][]string{
		"":     {"6g", "4g", "3g", "2g", "1g"},
		"dev":  {"1g", "6g", "4g", "3g", "2g", "1g"},
		"prod": {"24g", "12g", "6g", "4g", "3g", "2g", "1g"},
		"test": {"6g", "4g", "3g", "2g", "1g"},
	} {
		loaded := Load(source.New("layers.spark.hcl", "hcl", text), Options{Environment: environment})
		job := loaded.Jobs[0]
		if err := conf.Resolve(job, ""); err != nil {
			t.Fatal(err)
		}
		memory := job.Setting("spark.executor.memory")
		got := []string{memory.Effective().Value.Raw}
		for _, a := range memory.Overridden() {
			got = append(got, a.Value.Raw)
		}
		if !slices.Equal(got, want) {
			t.Errorf("environment %q: %q, want %q", environment, got, want)
		}
		if job.Manager != conf.YARN {
			t.Errorf("environment %q: cluster manager %q", environment, job.Manager)
		}
	}
}

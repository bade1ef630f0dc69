package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestFamilyOf(t *testing.T) {
	for name, want := range map[string]string{
		"spark.hadoop.fs.s3a.endpoint":                            "spark.hadoop.*",
		"spark.hadoop":                                            "",
		"spark.hadoop.":                                           "",
		"spark.hadoopx.y":                                         "",
		"spark.executorEnv.PATH":                                  "spark.executorEnv.*",
		"spark.executor.resource.gpu.amount":                      "spark.executor.resource.*.amount",
		"spark.executor.resource.gpu.count":                       "",
		"spark.executor.resource.gpu.x.amount":                    "",
		"spark.kubernetes.driver.label.app.kubernetes.io/name":    "spark.kubernetes.driver.label.*",
		"spark.kubernetes.driver.volumes.nfs.a.mount.path":        "spark.kubernetes.driver.volumes.*.*.mount.path",
		"spark.kubernetes.driver.volumes.nfs.a.options.server":    "spark.kubernetes.driver.volumes.*.*.options.*",
		"spark.kubernetes.driver.volumes.nfs.a.mount.pth":         "",
		"spark.sql.catalog.lake":                                  "spark.sql.catalog.*",
		"spark.sql.catalog.lake.type":                             "spark.sql.catalog.*",
		"spark.scheduler.listenerbus.eventqueue.shared.capacity":  "spark.scheduler.listenerbus.eventqueue.*.capacity",
		"spark.yarn.executor.resource.yarn.io/gpu.amount":         "spark.yarn.executor.resource.*",
		"spark.kubernetes.scheduler.volcano.podGroupTemplateFile": "spark.kubernetes.scheduler.volcano.*",
		"spark.kubernetes.scheduler.name":                         "",
		"spark.rapids.sql.enabled":                                "spark.rapids.*",
		"spark.executor.memroy":                                   "",
		"spark":                                                   "",
		"":                                                        "",
	} {
		got := ""
		if family := FamilyOf(name); family != nil {
			got = family.Pattern
		}
		if got != want {
			t.Errorf("%q belongs to %q, want %q", name, got, want)
		}
	}
}

func TestFamiliesAreWellFormed(t *testing.T) {
	var patterns []string
	for _, family := range Families() {
		patterns = append(patterns, family.Pattern)
		if !strings.HasPrefix(family.Pattern, "spark.") || !strings.Contains(family.Pattern, "*") || family.Doc == "" || family.Module == "" {
			t.Errorf("%+v", family)
		}
		if example := strings.ReplaceAll(family.Pattern, "*", "x"); FamilyOf(example) == nil {
			t.Errorf("%s does not match %s", family.Pattern, example)
		}
	}
	if !slices.IsSorted(patterns) || len(slices.Compact(patterns)) != len(Families()) {
		t.Error("patterns are unsorted or twice there")
	}
}

// TestFamiliesLeaveMisspellingsVisible: a family must not swallow the keys
// that Spark registers next to each other, or no misspelling among them shows.
func TestFamiliesLeaveMisspellingsVisible(t *testing.T) {
	covered := map[string]int{}
	for key := range open(t, "").Keys() {
		if family := FamilyOf(key.Name); family != nil {
			covered[family.Pattern]++
		}
	}
	for pattern, keys := range covered {
		if keys > 4 {
			t.Errorf("%s covers %d keys that Spark knows by name", pattern, keys)
		}
	}
}

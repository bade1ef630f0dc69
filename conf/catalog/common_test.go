package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestCommonView(t *testing.T) {
	c := open(t, "")
	for name, want := range map[string]Default{
		"spark.sql.ansi.enabled":                          {Varies, "false (3.0–3.5), true (4.0–4.3)"},
		"spark.dynamicAllocation.shuffleTracking.enabled": {Varies, "false (3.0–3.3), true (3.4–4.3)"},
		"spark.kubernetes.allocation.batch.size":          {Varies, "5 (3.0–3.5), 10 (4.0–4.1), 20 (4.2–4.3)"},
		"spark.jars.ivy":                                  {Varies, "undefined (3.0–3.5), ~/.ivy2.5.2 (4.0–4.3)"},
		"spark.connect.grpc.debug.enabled":                {Varies, "true (3.4–3.5), false (4.0–4.3)"},
		"spark.sql.hive.version":                          {Varies, "value of spark.sql.hive.metastore.version (3.0–3.1), 2.3.9 (3.2–3.5), 2.3.10 (4.0–4.3)"},
		"spark.driver.defaultExtraClassPath":              {Varies, "hive-jackson/* (4.0), empty (4.1–4.3)"},
		"spark.connect.grpc.arrow.maxBatchSize":           {Varies, "4m (3.4–3.5), 134217728b (4.0–4.3)"},
		"spark.executor.memory":                           {Literal, "1g"},
		"spark.api.mode":                                  {Literal, "classic"},
		"spark.default.parallelism":                       {Computed, "the cores of all executors, at least 2; with a local master its cores"},
		// One value, written in two ways.
		"spark.sql.files.openCostInBytes":                    {Literal, "4MB"},
		"spark.sql.session.localRelationSizeLimit":           {Literal, "3221225472"},
		"spark.sql.streaming.stateStore.maintenanceInterval": {Literal, "60000ms"},
		"spark.sql.adaptive.skewJoin.skewedPartitionFactor":  {Literal, "5.0"},
		"spark.sql.planChangeLog.level":                      {Literal, "TRACE"},
	} {
		if d := c.Key(name).Default; d != want {
			t.Errorf("%s: %v; want %v", name, d, want)
		}
	}
	for name, want := range map[string]string{
		"spark.executor.memory":                     "",
		"spark.api.mode":                            "3.0 3.1 3.2 3.3 3.4 3.5",
		"spark.mesos.role":                          "4.0 4.1 4.2 4.3",
		"spark.shuffle.server.mergedIndexCacheSize": "3.0 3.2 3.3 3.4 3.5 4.0 4.1 4.2 4.3",
	} {
		if key := c.Key(name); strings.Join(key.Missing, " ") != want {
			t.Errorf("%s is missing in %v, want %s", name, key.Missing, want)
		}
	}
	for _, release := range Releases() {
		for key := range open(t, release).Keys() {
			if c.Key(key.Name) == nil {
				t.Errorf("%s of %s is not in the common view", key.Name, release)
			}
			if key.Missing != nil {
				t.Errorf("%s of %s is marked as missing", key.Name, release)
			}
		}
	}
}

func TestCommonTypes(t *testing.T) {
	for name, want := range map[string]struct {
		kind Type
		unit Unit
	}{
		"spark.task.cpus":                          {Double, NoUnit}, // int up to 4.2
		"spark.sql.files.openCostInBytes":          {Bytes, Byte},    // long up to 3.2
		"spark.sql.session.localRelationSizeLimit": {Bytes, Byte},    // long from 4.2 on
		"spark.connect.grpc.arrow.maxBatchSize":    {Bytes, Byte},    // in MiB in 3.4
		"spark.scheduler.mode":                     {String, NoUnit}, // enum from 4.1 on
		"spark.executor.memory":                    {Bytes, MiB},
	} {
		if key := open(t, "").Key(name); key.Type != want.kind || key.Unit != want.unit {
			t.Errorf("%s is %s in %q, want %v", name, key.Type, key.Unit, want)
		}
	}
}

// TestCommonViewRefusesNoMore: what the common view refuses, all releases do.
func TestCommonViewRefusesNoMore(t *testing.T) {
	c := open(t, "")
	for _, release := range Releases() {
		for key := range open(t, release).Keys() {
			common := c.Key(key.Name)
			if common.Type == Enum {
				for _, value := range key.Values {
					if !slices.Contains(common.Values, value) {
						t.Errorf("%s allows %q in %s", key.Name, value, release)
					}
				}
			}
			if common.Minimum != nil && (key.Minimum == nil || key.Minimum.Value < common.Minimum.Value) {
				t.Errorf("%s goes below %v in %s", key.Name, common.Minimum, release)
			}
			if common.Maximum != nil && (key.Maximum == nil || key.Maximum.Value > common.Maximum.Value) {
				t.Errorf("%s goes above %v in %s", key.Name, common.Maximum, release)
			}
			if common.Static && !key.Static || common.Runtime && !key.Runtime || common.Internal && !key.Internal {
				t.Errorf("%s is less in %s than in the common view", key.Name, release)
			}
		}
	}
}

func TestResolveInCommonView(t *testing.T) {
	for _, test := range []struct{ release, name, key, since string }{
		{"3.0", "spark.blacklist.enabled", "spark.blacklist.enabled", ""},
		{"3.1", "spark.blacklist.enabled", "spark.excludeOnFailure.enabled", "3.1.0"},
		{"4.0", "spark.blacklist.enabled", "spark.excludeOnFailure.enabled", "3.1.0"},
		{"4.1", "spark.blacklist.enabled", "", ""},
		{"", "spark.blacklist.enabled", "spark.excludeOnFailure.enabled", "3.1.0"},
		{"", "spark.excludeOnFailure.enabled", "spark.excludeOnFailure.enabled", ""},
		{"", "spark.akka.frameSize", "spark.rpc.message.maxSize", "1.6"},
		{"", "spark.yarn.executor.memoryOverhead", "spark.executor.memoryOverhead", "2.3"},
	} {
		name, since := "", ""
		key, by := open(t, test.release).Resolve(test.name)
		if key != nil {
			name = key.Name
		}
		if by != nil {
			since = by.Since
		}
		if name != test.key || since != test.since {
			t.Errorf("%q: %s is %q, renamed in %q; want %q, %q", test.release, test.name, name, since, test.key, test.since)
		}
	}
	if key := open(t, "").Key("spark.blacklist.enabled"); key == nil || len(key.Missing) != 9 {
		t.Errorf("the common view has not the key of 3.0: %v", key)
	}
}

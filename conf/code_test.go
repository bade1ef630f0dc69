package conf

import (
	"testing"
)

func TestRuntimeLayer(t *testing.T) {
	j := resolved(t,
		layer(ConfLayer, "spark.sql.shuffle.partitions", "100", "spark.master", "yarn", "spark.executor.memory", "4g",
			"spark.serializer", "org.apache.spark.serializer.KryoSerializer"),
		layer(CodeLayer, "spark.sql.shuffle.partitions", "200", "spark.executor.memory", "6g"),
		layer(RuntimeLayer, "spark.sql.shuffle.partitions", "300", "spark.executor.memory", "8g", "spark.master", "local", "spark.hadoop.fs.a", "x",
			"fs.b", "y", "spark.sql.catalog.lake", "org.acme.Lake", "spark.serializer", "org.acme.Own"),
	)
	for key, want := range map[string]string{
		"spark.sql.shuffle.partitions": "written 300", "spark.executor.memory": "written 6g", "spark.master": "written yarn",
		"spark.hadoop.fs.a": "absent ", "fs.b": "written y", "spark.sql.catalog.lake": "written org.acme.Lake", "spark.serializer": "written org.apache.spark.serializer.KryoSerializer",
	} {
		if got := j.Lookup(key).text(); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	if j.Manager != YARN {
		t.Errorf("manager %q: a running session changes no master", j.Manager)
	}
}

// TestCodeLayer holds what tools/sparkref/experiments saw of spark-submit in 3.1 to 4.3:
// the driver's heap, options and class path stay, an executor's heap is taken.
func TestCodeLayer(t *testing.T) {
	flags := layer(FlagLayer, "spark.driver.memory", "1g", "spark.executor.instances", "4", "spark.master", "yarn")
	code := layer(CodeLayer, "spark.driver.memory", "8g", "spark.executor.memory", "8g", "spark.master", "local[2]", "spark.submit.deployMode", "cluster")
	j := resolved(t, flags, code)
	for key, want := range map[string]string{
		"spark.driver.memory": "written 1g", "spark.executor.memory": "written 8g",
		"spark.executor.instances": "written 4", // spark-submit saw YARN when it took the flag
	} {
		if got := j.Lookup(key).text(); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	if j.Manager != Local || j.DeployMode != Client {
		t.Errorf("runs on %q in %q mode", j.Manager, j.DeployMode)
	}
	// Whoever starts its own JVM still can.
	alone := &Job{Layers: []*Layer{layer(CodeLayer, "spark.driver.memory", "8g")}}
	if err := Resolve(alone, "3.5"); err != nil {
		t.Fatal(err)
	}
	if got := alone.Lookup("spark.driver.memory").text(); got != "written 8g" {
		t.Errorf("without a launcher spark.driver.memory is %s", got)
	}
}

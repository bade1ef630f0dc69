package facts

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
)

// TestInputTasks holds the tasks that read a file against what Spark 3.1.3,
// 3.5.9 and 4.1.4 made of it: a file of 3145740345 bytes, four local cores.
func TestInputTasks(t *testing.T) {
	for _, c := range []struct {
		settings string
		want     [3]int64 // in 3.1, 3.5 and 4.1
	}{
		{"", [3]int64{24, 24, 24}},
		{"maxPartitionBytes=1g", [3]int64{4, 4, 4}},
		{"maxPartitionBytes=64m", [3]int64{47, 47, 47}},
		{"maxPartitionBytes=4g minPartitionNum=10", [3]int64{10, 10, 10}},
		{"maxPartitionBytes=4g leafNodeDefaultParallelism=7", [3]int64{4, 7, 7}},
		{"maxPartitionBytes=4g leafNodeDefaultParallelism=7 minPartitionNum=20", [3]int64{20, 20, 20}},
		{"maxPartitionBytes=1m", [3]int64{3001, 3001, 3001}},
		{"maxPartitionBytes=4g", [3]int64{4, 4, 4}},
		{"maxPartitionBytes=4g openCostInBytes=2147483648", [3]int64{2, 2, 2}},
		{"maxPartitionNum=5", [3]int64{24, 5, 5}}, // 6 in 3.5 and 4.1, which join whole splits: the fact is about as many
	} {
		settings := []string{"spark.master", "local[4]"}
		for _, s := range strings.Fields(c.settings) {
			key, value, _ := strings.Cut(s, "=")
			if prefix := "spark.sql."; key == "leafNodeDefaultParallelism" {
				key = prefix + key
			} else {
				key = prefix + "files." + key
			}
			settings = append(settings, key, value)
		}
		for i, version := range []string{"3.1", "3.5", "4.1"} {
			job := newJob(t, version, "jvm", settings...)
			job.Profile.Workload = block(map[string]any{"workload.input_bytes": conf.Bytes(3145740345)})
			if f := Of(job).Get("input.tasks_count"); f.Any() != c.want[i] {
				t.Errorf("Spark %s, %s: %v tasks (%s), want %d", version, c.settings, f.Any(), f.Reason, c.want[i])
			}
		}
	}
}

// TestExecutorFailures holds how many executors may fail against
// ExecutorFailureTracker.maxNumExecutorFailures of Spark 3.5.9 and 4.1.4.
func TestExecutorFailures(t *testing.T) {
	for _, c := range []struct {
		settings []string
		want     int64
	}{
		{nil, 3},
		{[]string{"spark.executor.instances", "1"}, 3},
		{[]string{"spark.executor.instances", "10"}, 20},
		{[]string{"spark.dynamicAllocation.enabled", "true"}, 2147483647},
		{[]string{"spark.dynamicAllocation.enabled", "true", "spark.dynamicAllocation.maxExecutors", "40", "spark.executor.instances", "3"}, 80},
		{[]string{"spark.executor.maxNumFailures", "7"}, 7},
		{[]string{"spark.yarn.max.executor.failures", "8"}, 8},
		{[]string{"spark.streaming.dynamicAllocation.enabled", "true", "spark.streaming.dynamicAllocation.maxExecutors", "9"}, 18},
		{[]string{"spark.streaming.dynamicAllocation.enabled", "true"}, 2147483647},
		{[]string{"spark.dynamicAllocation.enabled", "true", "spark.dynamicAllocation.maxExecutors", "1073741824"}, 2147483647},
	} {
		for _, version := range []string{"3.5", "4.1"} {
			f := Of(newJob(t, version, "jvm", yarn(c.settings...)...)).Get("yarn.max_executor_failures_count")
			if f.Any() != c.want {
				t.Errorf("Spark %s, %v: %v (%s), want %d", version, c.settings, f.Any(), f.Reason, c.want)
			}
		}
	}
}

func TestCounts(t *testing.T) {
	standalone := func(settings ...string) []string {
		return append([]string{"spark.master", "spark://h:7077"}, settings...)
	}
	dynamic := func(settings ...string) []string {
		return yarn(append([]string{"spark.dynamicAllocation.enabled", "true"}, settings...)...)
	}
	for _, c := range []struct {
		settings []string
		fact     string
		want     any
	}{
		{yarn(), "executors.effective_count", int64(2)},
		{yarn("spark.executor.instances", "7"), "executors.maximum_count", int64(7)},
		{yarn("spark.executor.instances", "0"), "executors.effective_count", nil}, // spark-submit refuses it
		{standalone("spark.cores.max", "7", "spark.executor.cores", "2"), "executors.effective_count", int64(3)},
		{standalone("spark.cores.max", "1", "spark.executor.cores", "2"), "executors.effective_count", int64(0)},
		{standalone("spark.cores.max", "7", "spark.executor.cores", "2", "spark.dynamicAllocation.enabled", "true"), "executors.effective_count", int64(3)},
		{standalone("spark.cores.max", "7", "spark.executor.cores", "2", "spark.dynamicAllocation.enabled", "true", "spark.dynamicAllocation.maxExecutors", "2"), "executors.effective_count", int64(2)},
		{standalone("spark.executor.instances", "5"), "executors.effective_count", nil},
		{dynamic(), "executors.minimum_count", int64(0)},
		{dynamic(), "executors.maximum_count", int64(2147483647)},
		{dynamic("spark.dynamicAllocation.maxExecutors", "50"), "executors.effective_count", int64(50)},
		{dynamic("spark.dynamicAllocation.minExecutors", "4", "spark.executor.instances", "9"), "executors.initial_count", int64(9)},
		{dynamic("spark.dynamicAllocation.minExecutors", "-1"), "executors.initial_count", nil},
		{[]string{"spark.master", "local[3]", "spark.dynamicAllocation.enabled", "true"}, "dynamic_allocation.enabled", false},
		{[]string{"spark.master", "local[3]", "spark.task.cpus", "2"}, "cluster.slots_count", int64(1)},
		{[]string{"spark.master", "local[3, 5]"}, "executor.cores", int64(3)},
		{[]string{"spark.master", "local"}, "executor.cores", int64(1)},
		{[]string{"spark.master", "local[0]"}, "executor.cores", nil},
		{[]string{"spark.master", "local[2"}, "executor.cores", nil},
		{yarn("spark.executor.cores", "5", "spark.executor.instances", "10"), "cluster.slots_count", int64(50)},
		{yarn("spark.executor.cores", "5", "spark.executor.instances", "10", "spark.sql.shuffle.partitions", "201"), "stage.waves", int64(5)},
		{yarn("spark.executor.cores", "5", "spark.executor.instances", "10", "spark.sql.shuffle.partitions", "200"), "stage.waves", int64(4)},
	} {
		if f := Of(newJob(t, "3.5", "jvm", c.settings...)).Get(c.fact); f.Any() != c.want {
			t.Errorf("%v: %s = %v (%s), want %v", c.settings, c.fact, f.Any(), f.Reason, c.want)
		}
	}
}

package facts

import (
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

func limitFacts() []Definition {
	yarn := Scope{Managers: []conf.ClusterManager{conf.YARN}}
	kubernetes := Scope{Managers: []conf.ClusterManager{conf.Kubernetes}}
	partitions, slots := fact("shuffle.partitions_count"), fact("cluster.slots_count")
	failures := count("spark.executor.maxNumFailures")
	instances := only(written("spark.executor.instances"), count("spark.executor.instances"))
	return []Definition{
		{
			Name: "yarn.maximum_allocation_mib", Unit: MiB, Kind: Int, Applies: yarn,
			Source: "yarn.scheduler.maximum-allocation-mb of yarn-site.xml",
			Doc:    "Largest container that YARN gives, as the profile says.",
			Expr:   profiled("yarn.maximum_allocation_mb", Int, MiB),
		},
		{
			Name: "yarn.allocation_step_mib", Unit: MiB, Kind: Int, Applies: yarn,
			Source: "yarn.scheduler.increment-allocation-mb and minimum-allocation-mb of yarn-site.xml",
			Doc:    "Multiple to which YARN rounds containers up, as the profile says: the increment of a FairScheduler, or the minimum of a CapacityScheduler.",
			Expr:   ifSaid(profiled("yarn.increment_allocation_mb", Int, MiB), profiled("yarn.minimum_allocation_mb", Int, MiB)),
		},
		{
			Name: "yarn.maximum_allocation_vcores", Unit: Cores, Kind: Int, Applies: yarn,
			Source: "yarn.scheduler.maximum-allocation-vcores of yarn-site.xml",
			Doc:    "Most cores of a container that YARN gives, as the profile says.",
			Expr:   profiled("yarn.maximum_allocation_vcores", Int, Cores),
		},
		{
			Name: "yarn.max_executor_failures_count", Unit: Count, Kind: Int, Applies: yarn,
			Source: "org.apache.spark.deploy.ExecutorFailureTracker.maxNumExecutorFailures",
			Doc:    "Executors that may fail before the job does; the count begins anew only with the application unless spark.executor.failuresValidityInterval is written.",
			Expr: when(since{3, 5}, orElse(failures, derivedFailures(instances)),
				orElse(count("spark.yarn.max.executor.failures"), derivedFailures(instances))),
		},
		{
			Name: "kubernetes.cpu_overcommit_ratio", Unit: Ratio, Kind: Float, Applies: kubernetes,
			Source: "org.apache.spark.deploy.k8s.features.BasicExecutorFeatureStep",
			Doc:    "Cores that an executor's tasks use for each core that its pod requests.",
			Expr:   divide(multiply(fact("executor.slots"), taskCPUs()), fact("kubernetes.executor_cpu_request")),
		},
		{
			Name: "kubernetes.allocation_ms", Unit: Millis, Kind: Int, Applies: kubernetes,
			Source: "org.apache.spark.scheduler.cluster.k8s.ExecutorPodsAllocator",
			Doc:    "Time that asking for all executors takes at the least: they are asked for in batches with a pause between them.",
			Expr: multiply(roundUp(divide(fact("executors.effective_count"), count("spark.kubernetes.allocation.batch.size").from(1))),
				read("spark.kubernetes.allocation.batch.delay", Int, Millis)),
		},
		{
			Name: "fetch.retry_window_ms", Unit: Millis, Kind: Int, Source: "org.apache.spark.network.shuffle.RetryingBlockTransferor",
			Doc:  "How long fetching a shuffle block is tried again, between failures of the connection, before the fetch fails.",
			Expr: multiply(count("spark.shuffle.io.maxRetries").from(0), read("spark.shuffle.io.retryWait", Int, Millis)),
		},
		{
			Name: "stage.tail_ratio", Unit: Ratio, Kind: Float, Applies: everywhere, Source: "org.apache.spark.scheduler.TaskSchedulerImpl",
			Doc:  "Share of the slots that the last round of one SQL shuffle keeps busy; 1 when the rounds come out even.",
			Expr: &operation{&tail, []Expr{divide(partitions, slots)}},
		},
		{
			Name: "stage.slot_utilisation_ratio", Unit: Ratio, Kind: Float, Applies: everywhere, Source: "org.apache.spark.scheduler.TaskSchedulerImpl",
			Doc:  "Share of all slots that one SQL shuffle keeps busy over all of its rounds, when tasks take equally long.",
			Expr: divide(partitions, multiply(fact("stage.waves"), slots)),
		},
		{
			Name: "broadcast.peak_driver_mib", Unit: MiB, Kind: Int, Source: "org.apache.spark.sql.execution.exchange.BroadcastExchangeExec",
			Doc: "Heap of the driver that one table just under spark.sql.autoBroadcastJoinThreshold takes at its peak, about: the rows that are collected, the relation that is built of them, and its serialized blocks.",
			Expr: multiply(named(3, Ratio, "copies at the peak"),
				inMiB(broadcast(read("spark.sql.autoBroadcastJoinThreshold", Int, Bytes)))),
		},
		{
			Name: "executor.native_buffers_mib", Unit: MiB, Kind: Int, Applies: everywhere, Source: "org.apache.spark.storage.ShuffleBlockFetcherIterator",
			Doc:  "Memory outside the heap that fetching shuffle blocks takes when all slots do, and 64 MiB for the network's own buffers.",
			Expr: add(multiply(fact("executor.slots"), mebibytes("spark.reducer.maxSizeInFlight")), named(64, MiB, "network buffers")),
		},
		{
			Name: "executor.old_gen_mib", Unit: MiB, Kind: Int, Source: "the JVM, OpenJDK 17 and 25",
			Doc:  "Part of an executor's heap in which objects that live long stay, under collectors that divide it beforehand: cached blocks have to fit in there.",
			Expr: &operation{&oldGeneration, []Expr{fact("executor.heap_mib"), fact("executor.jvm_arguments")}},
		},
	}
}

// derivedFailures is what Spark takes where nobody wrote the number: twice the
// executors, at least 3, and no more than an int holds.
func derivedFailures(instances Expr) Expr {
	most := count("spark.dynamicAllocation.maxExecutors")
	twice := multiply(named(2, Count, ""), when(enabled("spark.streaming.dynamicAllocation.enabled"), count("spark.streaming.dynamicAllocation.maxExecutors"),
		when(dynamic(), most, instances)))
	return maximum(named(3, Count, "least"), minimum(twice, named(1<<31-1, Count, "")))
}

// broadcast passes a threshold on that allows broadcasts.
func broadcast(threshold Expr) Expr { return &operation{&broadcasting, []Expr{threshold}} }

var (
	tail         = operator{name: "last_round", alone: lastRound, check: gives(Float, Ratio)}
	broadcasting = operator{name: "allowed", alone: allowedBroadcast, check: gives(Int, Bytes)}
	// oldGeneration follows -XX:NewRatio and -Xmn as HotSpot reads them.
	oldGeneration = operator{name: "old_generation", combine: oldPart, check: gives(Int, MiB)}
)

func lastRound(rounds Value) (Value, conf.Reason) {
	f := rounds.number()
	if rest := f - float64(int64(f)); rest > 0 {
		return decimal(rest), ""
	}
	return decimal(1), ""
}

func allowedBroadcast(threshold Value) (Value, conf.Reason) {
	if threshold.Int <= 0 {
		return whole(0), ""
	}
	return threshold, ""
}

func oldPart(heap, arguments Value) (Value, conf.Reason) {
	name, reason := chosenCollector(arguments)
	switch {
	case reason != "":
		return Value{}, reason
	case name.Text != "Parallel" && name.Text != "Serial":
		return Value{}, conf.Reason("the " + name.Text + " collector divides the heap as it goes")
	}
	ratio := int64(2)
	young := int64(-1)
	for _, a := range arguments.List {
		if text, ok := strings.CutPrefix(a, "-XX:NewRatio="); ok {
			n, err := strconv.ParseInt(text, 10, 32)
			if err != nil || n < 1 {
				return Value{}, conf.Reason("java refuses " + quoted(a))
			}
			ratio = n
		}
		if text, ok := strings.CutPrefix(a, "-Xmn"); ok {
			n, ok := parseHeapFlag(text)
			if !ok {
				return Value{}, conf.Reason("java refuses " + quoted(a))
			}
			young = n
		}
		if strings.HasPrefix(a, "-XX:NewSize=") || strings.HasPrefix(a, "-XX:MaxNewSize=") {
			return Value{}, conf.Reason(quoted(a) + " sizes the young generation")
		}
	}
	if young >= 0 {
		return whole(max(heap.Int-young, 0)), ""
	}
	return whole(heap.Int * ratio / (1 + ratio)), ""
}

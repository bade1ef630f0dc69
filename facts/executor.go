package facts

import (
	"math"
	"regexp"
	"strconv"

	"github.com/sparkvet/sparkvet/conf"
)

// containers are the cluster managers that run executors in containers which
// Spark sizes.
var containers = Scope{Managers: []conf.ClusterManager{conf.YARN, conf.Kubernetes}}

// clusters are the cluster managers that Spark asks for executors.
var clusters = Scope{Managers: []conf.ClusterManager{conf.YARN, conf.Kubernetes, conf.Standalone}}

// everywhere is the clusters and local mode.
var everywhere = Scope{Managers: append(clusters.Managers[:3:3], conf.Local)}

const resourceProfile = "org.apache.spark.resource.ResourceProfile.getResourcesForClusterManager"

// minimumOverhead is a setting since Spark 4.0, and 384 MiB before.
func minimumOverhead(key string) Expr {
	return when(since{4, 0}, mebibytes(key), named(384, MiB, "minimum overhead"))
}

func executorFacts() []Definition {
	heap := fact("executor.heap_mib")
	return []Definition{
		{
			Name: "executor.heap_mib", Unit: MiB, Kind: Int, Source: resourceProfile,
			Doc: "Heap of an executor's JVM (-Xmx); in local mode the driver's, in which the tasks run. A bare number is MiB, and bytes on a standalone cluster.",
			Expr: when(on{conf.Local}, fact("driver.heap_mib"),
				when(on{conf.Standalone}, bareBytes("spark.executor.memory", MiB).from(0), mebibytes("spark.executor.memory").from(0))),
		},
		{
			Name: "executor.overhead_factor", Unit: Ratio, Kind: Float, Applies: containers,
			Source: "org.apache.spark.deploy.k8s.features.BasicExecutorFeatureStep, org.apache.spark.deploy.yarn.YarnAllocator",
			Doc:    "Share of the heap that Spark adds to an executor's container when spark.executor.memoryOverhead is not written.",
			Expr:   overheadFactor("spark.executor.memoryOverheadFactor"),
		},
		{
			Name: "executor.overhead_mib", Unit: MiB, Kind: Int, Applies: containers, Source: resourceProfile,
			Doc: "Memory of an executor's container outside the heap: JVM, threads, native buffers, Python workers.",
			Expr: orElse(mebibytes("spark.executor.memoryOverhead").from(0),
				maximum(minimumOverhead("spark.executor.minMemoryOverhead"), truncate(multiply(fact("executor.overhead_factor"), heap)))),
		},
		{
			Name: "executor.overhead_ratio", Unit: Ratio, Kind: Float, Applies: containers, Source: resourceProfile,
			Doc:  "Overhead for each MiB of heap.",
			Expr: divide(fact("executor.overhead_mib"), heap),
		},
		{
			Name: "executor.offheap_mib", Unit: MiB, Kind: Int, Source: "org.apache.spark.util.Utils.executorOffHeapMemorySizeAsMb",
			Doc:  "Off-heap memory that Spark manages itself; 0 when it is not enabled.",
			Expr: only(enabled("spark.memory.offHeap.enabled"), mebibytes("spark.memory.offHeap.size").from(1)),
		},
		{
			Name: "executor.pyspark_mib", Unit: MiB, Kind: Int, Applies: containers, Source: resourceProfile,
			Doc: "Memory that an executor's container gets for Python workers on top of the overhead; on Kubernetes in cluster mode only.",
			Expr: only(all{written("spark.executor.pyspark.memory"), language{"python"}, anyOf{on{conf.YARN}, in(conf.Cluster)}},
				mebibytes("spark.executor.pyspark.memory").from(0)),
		},
		{
			Name: "executor.container_mib", Unit: MiB, Kind: Int, Applies: clusters, Source: resourceProfile,
			Doc: "Memory that Spark asks of the cluster manager for one executor. A standalone worker counts the heap only.",
			Expr: when(on{conf.Standalone}, heap,
				add(heap, fact("executor.overhead_mib"), only(offHeapCounts, fact("executor.offheap_mib")), fact("executor.pyspark_mib"))),
		},
		{
			Name: "yarn.container_rounded_mib", Unit: MiB, Kind: Int, Applies: Scope{Managers: []conf.ClusterManager{conf.YARN}},
			Source: "yarn.scheduler.minimum-allocation-mb of yarn-default.xml",
			Doc:    "Memory that YARN grants for an executor: the request, rounded up to the scheduler's step, 1024 MiB unless the cluster says otherwise.",
			Expr:   ceilTo(fact("executor.container_mib"), yarnStep),
		},
		{
			Name: "executor.cores", Unit: Cores, Kind: Int, Applies: everywhere, Source: resourceProfile,
			Doc: "Cores of one executor; in local mode the threads of local[N].",
			Expr: when(on{conf.Local}, threads(when(written(masterKey), textOf(masterKey), word("local[*]"))),
				when(anyOf{on{conf.YARN, conf.Kubernetes}, written("spark.executor.cores")}, cores("spark.executor.cores").from(1),
					unknowable("without spark.executor.cores, a standalone executor takes the cores that its worker has free"))),
		},
		{
			Name: "executor.slots", Unit: Count, Kind: Int, Applies: everywhere,
			Source: "org.apache.spark.resource.ResourceProfile.maxTasksPerExecutor",
			Doc:    "Tasks that one executor runs at a time.",
			Expr: minimum(
				atLeast(1, truncate(divide(fact("executor.cores"), taskCPUs())), "an executor has fewer cores than spark.task.cpus"),
				only(not{on{conf.Local}}, &resources{})),
		},
	}
}

// taskCPUs is a whole number of at least 1 until Spark 4.3, and a decimal since.
func taskCPUs() Expr { return read("spark.task.cpus", Float, Cores).from(1e-9) }

// offHeapCounts holds where an executor's container has room for the off-heap
// memory: Spark 3.0's pods have none.
var offHeapCounts = anyOf{on{conf.YARN}, since{3, 1}}

// overheadFactor is a setting of its own since Spark 3.3; before, it is 0.1 on
// YARN, and one setting for drivers and executors on Kubernetes.
func overheadFactor(key string) Expr {
	shared := kubernetesFactor(in(conf.Cluster))
	return when(not{since{3, 3}},
		when(on{conf.Kubernetes}, shared, ratio(0.1, "overhead factor")),
		when(on{conf.Kubernetes}, orElse(fraction(key), shared), fraction(key)))
}

// kubernetesFactor is spark.kubernetes.memoryOverheadFactor, which Spark leaves
// at 0.4 for Python and R where it starts the driver itself and nobody wrote it
// (BasicDriverFeatureStep; the executors get the driver's).
func kubernetesFactor(started condition) Expr {
	return orElse(fraction("spark.kubernetes.memoryOverheadFactor"),
		when(all{started, language{"python", "r"}}, ratio(0.4, "factor for Python and R"), fraction("spark.kubernetes.memoryOverheadFactor")))
}

// yarnStep is the multiple to which YARN's scheduler rounds containers up, by
// default that of an unconfigured CapacityScheduler.
var yarnStep = ifSaid(profiled("yarn.increment_allocation_mb", Int, MiB),
	ifSaid(profiled("yarn.minimum_allocation_mb", Int, MiB), named(1024, MiB, "yarn step")))

// atLeast says that Spark refuses the job when the formula comes to less.
func atLeast(least float64, a Expr, otherwise conf.Reason) Expr { return &guard{a, least, otherwise} }

// guard passes values through from a least one on.
type guard struct {
	Expr
	least     float64
	otherwise conf.Reason
}

func (x *guard) evaluate(s *Set) result {
	r := x.Expr.evaluate(s)
	if r.state == Known && r.value.number() < x.least {
		return undecided(x.otherwise)
	}
	return r
}

// afterCheck says that Spark goes on to the formula once it has read another.
func afterCheck(first, then Expr) Expr { return &checked{then, first} }

// checked is undecided where the first formula is, and tells of the second.
type checked struct {
	Expr
	first Expr
}

func (x *checked) evaluate(s *Set) result {
	if r := x.first.evaluate(s); r.state != Known {
		return r
	}
	return x.Expr.evaluate(s)
}

func (x *checked) explain(e *explanation, surroundings int) {
	if e.style == uses {
		x.first.explain(e, surroundings)
	}
	x.Expr.explain(e, surroundings)
}

func (x *checked) check(c *checker) signature {
	x.first.check(c)
	return x.Expr.check(c)
}

// threads reads the number of threads from a local master.
func threads(master Expr) Expr { return &operation{&threading, []Expr{master}} }

var threading = operator{name: "threads", alone: localThreads, check: gives(Int, Cores)}

// localMaster is SparkMasterRegex.LOCAL_N_REGEX and LOCAL_N_FAILURES_REGEX.
var localMaster = regexp.MustCompile(`^local\[([0-9]+|\*)(?:\s*,\s*[0-9]+)?\]$`)

func localThreads(master Value) (Value, conf.Reason) {
	if master.Text == "local" {
		return whole(1), ""
	}
	m := localMaster.FindStringSubmatch(master.Text)
	if m == nil {
		return Value{}, conf.Reason("Spark does not know the master " + quoted(master.Text))
	}
	if m[1] == "*" {
		return Value{}, conf.Reason(quoted(master.Text) + " takes every core of the machine")
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil || n < 1 || n > math.MaxInt32 {
		return Value{}, conf.Reason("Spark refuses the number of threads " + quoted(m[1]))
	}
	return whole(n), ""
}

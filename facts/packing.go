package facts

import (
	"math"

	"github.com/sparkvet/sparkvet/conf"
)

func packingFacts() []Definition {
	const scheduler = "YARN's DefaultResourceCalculator counts memory only, its DominantResourceCalculator, Kubernetes and standalone count cores too"
	memory, vcores := brief("node.allocatable_mib"), brief("node.allocatable_vcores")
	asked := when(on{conf.Kubernetes}, brief("kubernetes.executor_cpu_request"), &fractional{brief("executor.cores")})
	n := brief("node.executors_count")
	strandedCores := maximum(&fractional{named(0, Cores, "")}, subtract(vcores, multiply(n, asked)))
	return []Definition{
		{
			Name: "node.executors_by_memory_count", Unit: Count, Kind: Int, Applies: clusters, Source: scheduler,
			Doc:  "Executors of this size that the memory of one machine has room for.",
			Expr: truncate(divide(memory, granted())),
		},
		{
			Name: "node.executors_by_cores_count", Unit: Count, Kind: Int, Applies: clusters, Source: scheduler,
			Doc:  "Executors of this size that the cores of one machine have room for.",
			Expr: truncate(divide(vcores, asked)),
		},
		{
			Name: "node.executors_count", Unit: Count, Kind: Int, Applies: clusters, Source: scheduler,
			Doc: "Executors of this size that the cluster manager starts on one machine.",
			Expr: when(all{on{conf.YARN}, not{says{"yarn.resource_calculator", "dominant"}}}, brief("node.executors_by_memory_count"),
				minimum(brief("node.executors_by_memory_count"), brief("node.executors_by_cores_count"))),
		},
		{
			Name: "node.stranded_mib", Unit: MiB, Kind: Int, Applies: clusters, Source: scheduler,
			Doc:  "Memory of one machine that is left over when it is full of executors of this size.",
			Expr: subtract(memory, multiply(n, granted())),
		},
		{
			Name: "node.stranded_memory_ratio", Unit: Ratio, Kind: Float, Applies: clusters, Source: scheduler,
			Doc:  "Share of one machine's memory that is left over when it is full of executors of this size.",
			Expr: divide(brief("node.stranded_mib"), memory),
		},
		{
			Name: "node.stranded_vcores", Unit: Cores, Kind: Float, Applies: clusters, Source: scheduler,
			Doc:  "Cores of one machine that are left over when it is full of executors of this size.",
			Expr: strandedCores,
		},
		{
			Name: "node.stranded_cores_ratio", Unit: Ratio, Kind: Float, Applies: clusters, Source: scheduler,
			Doc:  "Share of one machine's cores that is left over when it is full of executors of this size.",
			Expr: divide(brief("node.stranded_vcores"), vcores),
		},
		{
			Name: "node.oversubscribed_ratio", Unit: Ratio, Kind: Float, Applies: clusters, Source: scheduler,
			Doc:  "Cores that the executors on one full machine believe to have for each core that it has.",
			Expr: divide(multiply(n, &fractional{brief("executor.cores")}), vcores),
		},
		bestFact("node.best_executor_cores", Cores, "Cores of one executor in the best packing of one machine: of 2 to 8 cores and heaps in steps of 512 MiB, what leaves the least memory and cores over; of those within 5 % of that, the nearest to 5 cores.", &bestCores),
		bestFact("node.best_heap_mib", MiB, "Heap of one executor in the best packing of one machine.", &bestHeap),
		bestFact("node.best_executors_count", Count, "Executors on one machine in its best packing.", &bestCount),
		bestFact("node.best_stranded_mib", MiB, "Memory of one machine that is left over in its best packing.", &bestLeft),
		bestFact("node.best_stranded_vcores", Cores, "Cores of one machine that are left over in its best packing.", &bestIdle),
	}
}

// bestFact is one of the results of the search for the best packing. The
// overhead is that of the job: its factor and least, or what it writes, and what
// its executors have besides.
func bestFact(name, unit, doc string, of *operator) Definition {
	overhead := mebibytes("spark.executor.memoryOverhead").from(0)
	isWritten := written("spark.executor.memoryOverhead")
	kind := Int
	if of == &bestIdle {
		kind = Float
	}
	return Definition{
		Name: name, Unit: unit, Kind: kind, Applies: containers, Doc: doc, Source: "a search over the grid, by the formulas of executor.container_mib and yarn.container_rounded_mib",
		Expr: &operation{of, []Expr{
			brief("node.allocatable_mib"), brief("node.allocatable_vcores"),
			when(isWritten, ratio(0, ""), fact("executor.overhead_factor")),
			when(isWritten, overhead, minimumOverhead("spark.executor.minMemoryOverhead")),
			add(fact("executor.offheap_mib"), fact("executor.pyspark_mib")),
			when(on{conf.YARN}, yarnStep, named(1, MiB, "")),
		}},
	}
}

var (
	bestCores = bestOperator(Int, Cores, func(p packing) Value { return whole(p.cores) })
	bestHeap  = bestOperator(Int, MiB, func(p packing) Value { return whole(p.heap) })
	bestCount = bestOperator(Int, Count, func(p packing) Value { return whole(p.count) })
	bestLeft  = bestOperator(Int, MiB, func(p packing) Value { return whole(p.left) })
	bestIdle  = bestOperator(Float, Cores, func(p packing) Value { return decimal(p.idle) })
)

func bestOperator(kind Kind, unit string, of func(packing) Value) operator {
	return operator{name: "best_packing", several: func(v []Value) (Value, conf.Reason) { return best(v, of) }, check: gives(kind, unit)}
}

// packing is a size of executor on a machine, and how many of it fit.
type packing struct {
	cores, heap, count int64
	left               int64   // memory that no executor has
	idle               float64 // cores that no executor has
	stranded           float64 // memory and cores, as shares
}

const (
	fewestCores, mostCores, idealCores = 2, 8, 5
	heapStep                           = 512
	// mostMemory bounds the search, at 24 TiB.
	mostMemory = 24 << 20
	// alike is the share up to which it does not matter how much is left over.
	alike = 0.05
)

func best(operands []Value, of func(packing) Value) (Value, conf.Reason) {
	p, ok := pack(operands)
	if !ok {
		return Value{}, "no executor of 2 to 8 cores and half a GiB of heap fits on one machine"
	}
	return of(p), ""
}

// pack searches the grid: for each number of cores the heap that leaves least
// over, and of those the cores nearest to the ideal that leave hardly more over
// than the best.
func pack(operands []Value) (packing, bool) {
	memory, vcores := operands[0].Int, operands[1].number()
	overhead := func(heap int64) int64 {
		return max(operands[3].Int, int64(operands[2].number()*float64(heap))) + operands[4].Int
	}
	step := operands[5].Int
	if memory <= 0 || memory > mostMemory || vcores <= 0 || step < 1 {
		return packing{}, false
	}
	var candidates []packing
	least := math.Inf(1)
	for cores := int64(fewestCores); cores <= mostCores; cores++ {
		found := packing{stranded: math.Inf(1)}
		for heap := int64(heapStep); heap <= memory; heap += heapStep {
			container := (heap + overhead(heap) + step - 1) / step * step
			count := min(memory/container, int64(vcores)/cores)
			if count == 0 {
				break
			}
			left, idle := memory-count*container, vcores-float64(count*cores)
			if stranded := float64(left)/float64(memory) + idle/vcores; stranded < found.stranded {
				found = packing{cores, heap, count, left, idle, stranded}
			}
		}
		if found.count > 0 {
			candidates = append(candidates, found)
			least = min(least, found.stranded)
		}
	}
	var chosen packing
	for _, p := range candidates {
		if p.stranded <= least+alike && (chosen.count == 0 || distance(p.cores) < distance(chosen.cores)) {
			chosen = p
		}
	}
	return chosen, chosen.count > 0
}

func distance(cores int64) int64 { return max(cores-idealCores, idealCores-cores) }

package facts

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// node is what the search for the best packing asks for.
type node struct {
	memory       int64
	vcores       float64
	factor       float64 // of the overhead
	least, extra int64
	step         int64
}

// filled counts the executors that fit one after the other, and what they leave
// over.
func (n node) filled(cores, heap int64) (p packing) {
	asked := heap + max(n.least, int64(n.factor*float64(heap))) + n.extra
	container := (asked + n.step - 1) / n.step * n.step
	for (p.count+1)*container <= n.memory && float64((p.count+1)*cores) <= n.vcores {
		p.count++
	}
	p.cores, p.heap = cores, heap
	p.left, p.idle = n.memory-p.count*container, n.vcores-float64(p.count*cores)
	p.stranded = float64(p.left)/float64(n.memory) + p.idle/n.vcores
	return p
}

// leastStranded is by brute force what the pairs of the grid leave over, of each
// number of cores the least.
func (n node) leastStranded() map[int64]float64 {
	least := map[int64]float64{}
	for cores := int64(2); cores <= 8; cores++ {
		for heap := int64(512); heap <= n.memory; heap += 512 {
			p := n.filled(cores, heap)
			if old, found := least[cores]; p.count > 0 && (!found || p.stranded < old) {
				least[cores] = p.stranded
			}
		}
	}
	return least
}

func (n node) pack() (packing, bool) {
	return pack([]Value{whole(n.memory), decimal(n.vcores), decimal(n.factor), whole(n.least), whole(n.extra), whole(n.step)})
}

// nodes are machines that vendors have, and random ones.
func nodes() []node {
	all := []node{
		{57344, 16, 0.1875, 384, 0, 32},
		{57344, 16, 0.1, 384, 0, 1024},
		{188416, 48, 0.1875, 384, 0, 32},
		{12288, 4, 0.1, 384, 0, 32},
		{24576, 8, 0.1, 384, 0, 1},
		{122880, 15.7, 0.4, 384, 0, 1},
		{512, 16, 0.1, 384, 0, 1024}, // nothing fits
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		all = append(all, node{
			memory: 1 + random.Int64N(100_000), vcores: float64(1+random.IntN(640)) / 10,
			factor: random.Float64() * 0.4, least: random.Int64N(2048), extra: random.Int64N(2) * random.Int64N(4096),
			step: []int64{1, 32, 512, 1024, 3072}[random.IntN(5)],
		})
	}
	return all
}

// TestBestPacking holds the search against brute force: no pair of the grid
// leaves less over than the best by more than what does not matter; none with as
// many cores leaves less at all; and of those that are as good none has cores
// nearer to the ideal.
func TestBestPacking(t *testing.T) {
	const tiny = 1e-9 // of rounding
	packed := 0
	for _, n := range nodes() {
		p, ok := n.pack()
		least := n.leastStranded()
		if ok != (len(least) > 0) {
			t.Errorf("%+v: the search found something: %v, brute force %v", n, ok, least)
		}
		if !ok || len(least) == 0 {
			continue
		}
		packed++
		if got := n.filled(p.cores, p.heap); got != p {
			t.Errorf("%+v: the search says %+v of what is %+v", n, p, got)
		}
		if math.Abs(p.stranded-least[p.cores]) > tiny {
			t.Errorf("%+v: another heap leaves %v over, the best %+v", n, least[p.cores], p)
		}
		best := slices.Min(slices.Collect(maps.Values(least)))
		if p.stranded > best+alike+tiny {
			t.Errorf("%+v: a pair leaves %v over, the best %+v", n, best, p)
		}
		for cores, stranded := range least {
			if stranded < best+alike-tiny && distance(cores) < distance(p.cores) {
				t.Errorf("%+v: %d cores leave %v over and are nearer to %d, the best %+v", n, cores, stranded, idealCores, p)
			}
		}
	}
	if packed < 200 {
		t.Errorf("executors fit on %d machines only", packed)
	}
}

package report

import (
	"fmt"
	"strings"

	"github.com/sparkvet/sparkvet/facts"
)

// The widest and the narrowest bar, in columns.
const (
	barMost  = 96
	barLeast = 24
)

// region is a part of an executor's container.
type region struct {
	name  string
	mib   int64
	glyph string // without colour
	paint painter
	doc   string
}

// bar draws how an executor's container divides. It draws nothing when the
// container is not known.
func (t *factsReport) bar(set *facts.Set) {
	regions := t.regions(set)
	if len(regions) == 0 {
		return
	}
	total := int64(0)
	for _, r := range regions {
		total += r.mib
	}
	cells := share(regions, total, max(barLeast, min(barMost, t.options.Width-6)))
	var drawn strings.Builder
	var legend [][]string
	for i, r := range regions {
		glyph := r.glyph
		if t.options.Color {
			glyph = "█"
		}
		drawn.WriteString(r.paint(strings.Repeat(glyph, cells[i])))
		legend = append(legend, []string{r.name, fmt.Sprintf("%6d MiB", r.mib), fmt.Sprintf("%3d%%", (100*r.mib+total/2)/total), r.doc})
	}
	fmt.Fprintf(t, "\n  %s\n    %s\n", t.palette.bold(fmt.Sprintf("one executor, %d MiB", total)), drawn.String())
	for i, line := range aligned(legend) {
		glyph := regions[i].glyph
		if t.options.Color {
			glyph = "█"
		}
		fmt.Fprintf(t, "    %s %s\n", regions[i].paint(glyph), line)
	}
}

// regions returns the parts of a container that are known and not empty.
func (t *factsReport) regions(set *facts.Set) []region {
	mib := func(name string) int64 {
		f := set.Get(name)
		if f == nil || f.State != facts.Known {
			return 0
		}
		return f.Value.Int
	}
	container, heap := mib("executor.container_mib"), mib("executor.heap_mib")
	reserved, unified, storage := mib("executor.reserved_mib"), mib("executor.unified_mib"), mib("executor.storage_mib")
	if container == 0 || unified == 0 {
		return nil
	}
	p := t.palette
	all := []region{
		{"reserved", reserved, "▓", p.regions[0], "heap: Spark's own"},
		{"storage", storage, "█", p.regions[1], "heap, unified: cached blocks that execution cannot evict"},
		{"execution", unified - storage, "▒", p.regions[2], "heap, unified: shuffles, joins, sorts, and more cache"},
		{"user", heap - reserved - unified, "░", p.regions[3], "heap: your objects and data structures"},
		{"overhead", mib("executor.overhead_mib"), "+", p.regions[4], "outside the heap: JVM, threads, network buffers, Python"},
		{"off-heap", mib("executor.offheap_mib"), "=", p.regions[5], "Spark's off-heap memory"},
		{"pyspark", mib("executor.pyspark_mib"), "~", p.regions[6], "Python workers"},
		{"rounding", mib("yarn.container_rounded_mib") - container, "·", p.regions[7], "YARN rounds up to its step; nobody uses it"},
	}
	kept := all[:0]
	for _, r := range all {
		if r.mib > 0 {
			kept = append(kept, r)
		}
	}
	return kept
}

// share gives each region its part of the columns, at least one, and all of
// them together.
func share(regions []region, total int64, columns int) []int {
	cells := make([]int, len(regions))
	left, largest := columns, 0
	for i, r := range regions {
		cells[i] = max(1, int(r.mib*int64(columns)/total))
		left -= cells[i]
		if r.mib > regions[largest].mib {
			largest = i
		}
	}
	cells[largest] = max(1, cells[largest]+left)
	return cells
}

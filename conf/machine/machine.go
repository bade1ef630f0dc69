package machine

import (
	_ "embed" // for the table
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/agext/levenshtein"
)

// Type is one kind of machine.
type Type struct {
	// Name at its vendor: "m5.4xlarge", "n2-standard-8", "Standard_D8s_v5".
	Name string
	// VCores are its virtual cores.
	VCores int64
	// MiB is its memory.
	MiB int64
	// Arch is its processor: "x86_64" or "arm64".
	Arch string
	// YARNMiB is what Amazon EMR gives to YARN out of that memory; 0 where it
	// is not published.
	YARNMiB int64
}

// Vendor is whose machine it is, as the form of its name shows.
func (t *Type) Vendor() string {
	switch {
	case strings.Contains(t.Name, "."):
		return "EC2"
	case strings.HasPrefix(t.Name, "Standard_"):
		return "Azure"
	}
	return "Compute Engine"
}

//go:embed machines.tsv
var table string

// byName is the table, read once; it is tested to be well formed.
var byName = sync.OnceValue(func() map[string]*Type {
	types, err := parse(table)
	if err != nil {
		panic("machines.tsv: " + err.Error())
	}
	return types
})

// Lookup finds a machine by its vendor's name; nil when it is not in the table.
func Lookup(name string) *Type { return byName()[name] }

// Nearest is the name in the table that a misspelt one resembles most; empty
// when none is near.
func Nearest(name string) string {
	nearest, best := "", 3
	for _, known := range names() {
		if len(known) > len(name)+2 || len(name) > len(known)+2 {
			continue
		}
		if d := levenshtein.Distance(strings.ToLower(name), strings.ToLower(known), nil); d < best {
			nearest, best = known, d
		}
	}
	return nearest
}

var names = sync.OnceValue(func() []string {
	list := make([]string, 0, len(byName()))
	for name := range byName() {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
})

// parse reads the table: a machine a line, its fields between tabs; a line that
// begins with # is a comment.
func parse(text string) (map[string]*Type, error) {
	types := map[string]*Type{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		t, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if types[t.Name] != nil {
			return nil, fmt.Errorf("line %d: %s stands there twice", number, t.Name)
		}
		types[t.Name] = t
	}
	return types, nil
}

func parseLine(line string) (*Type, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 4 && len(fields) != 5 {
		return nil, fmt.Errorf("%d fields, want 4 or 5", len(fields))
	}
	t := &Type{Name: fields[0], Arch: fields[3]}
	sizes := []*int64{&t.VCores, &t.MiB, &t.YARNMiB}
	for i, field := range slices.Concat(fields[1:3], fields[4:]) {
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%q is no size", field)
		}
		*sizes[i] = n
	}
	switch {
	case t.Name == "":
		return nil, fmt.Errorf("a machine without a name")
	case t.Arch != "x86_64" && t.Arch != "arm64":
		return nil, fmt.Errorf("%q is no processor", t.Arch)
	case t.YARNMiB >= t.MiB:
		return nil, fmt.Errorf("YARN has %d MiB of %d", t.YARNMiB, t.MiB)
	}
	return t, nil
}

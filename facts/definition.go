package facts

import (
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// The units of facts. The last part of a fact's name says the unit where it
// has one of the first five.
const (
	MiB    = "MiB"
	Bytes  = "bytes"
	Millis = "ms"
	Count  = "count"
	Ratio  = "ratio"
	Cores  = "cores"
	None   = ""
)

// Definition is one row of the table of facts.
type Definition struct {
	// Name is group.name_unit, the same word everywhere:
	// "executor.container_mib".
	Name string
	// Unit of the value: "MiB", "bytes", "ms", "cores", "ratio", "count" or "".
	Unit string
	Kind Kind
	// Doc says in a sentence or two what the fact is.
	Doc string
	// Source is the Spark class, or other authority, that the formula follows.
	Source string
	// Applies says for which jobs the fact has a meaning.
	Applies Scope
	Expr    Expr
}

// Scope limits a fact to cluster managers and a deploy mode; the zero Scope is
// every job.
type Scope struct {
	Managers []conf.ClusterManager
	Mode     conf.DeployMode
}

// String names the scope: "yarn, kubernetes; cluster mode".
func (a Scope) String() string {
	var parts []string
	for _, m := range a.Managers {
		parts = append(parts, string(m))
	}
	text := strings.Join(parts, ", ")
	if a.Mode == "" {
		return text
	}
	if text != "" {
		text += "; "
	}
	return text + string(a.Mode) + " mode"
}

// holds decides whether a job is within the scope, and if not, why.
func (a Scope) holds(s *Set) (State, conf.Reason) {
	if len(a.Managers) > 0 {
		switch {
		case s.managerReason != "":
			return Undecided, s.managerReason
		case !slices.Contains(a.Managers, s.manager):
			return Inapplicable, s.otherManager
		}
	}
	if a.Mode != "" {
		switch {
		case s.modeReason != "":
			return Undecided, s.modeReason
		case s.mode != a.Mode:
			return Inapplicable, s.otherMode
		}
	}
	return Known, ""
}

// Formula prints the formula with all its branches, as it stands for no job in
// particular.
func (d *Definition) Formula() string {
	e := explanation{style: words}
	d.Expr.explain(&e, loosest)
	return e.text.String()
}

// Table returns all definitions, sorted by name.
func Table() []Definition { return slices.Clone(linked().table) }

// Lookup finds a definition by its name; nil when there is none.
func Lookup(name string) *Definition {
	r := linked()
	if i, ok := r.byName[name]; ok {
		return &r.table[i]
	}
	return nil
}

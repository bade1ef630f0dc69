package catalog

import (
	"iter"
	"slices"
	"strings"
	"sync"
)

// ReleaseDefault is the default of a key in one release line.
type ReleaseDefault struct {
	Release string
	Default Default
}

// Defaults returns the default of a key in each release line that knows it,
// oldest first; nil when none does.
func Defaults(name string) []ReleaseDefault {
	var list []ReleaseDefault
	for _, variant := range variantsOf(name) {
		for _, r := range releases()[variant.first : variant.last+1] {
			list = append(list, ReleaseDefault{r.line, variant.entry.Default})
		}
	}
	return list
}

// Introduced returns the first release line with data that knows the key;
// empty when none does. The key may be older: Key.Since is Spark's own word.
func Introduced(name string) string {
	if variants := variantsOf(name); len(variants) > 0 {
		return releases()[variants[0].first].line
	}
	return ""
}

// variantsOf returns the rows of a key, oldest first.
func variantsOf(name string) []keyRow {
	t, err := openTables()
	if err != nil {
		return nil
	}
	start, _ := slices.BinarySearchFunc(t.keys, name, func(r keyRow, name string) int { return strings.Compare(r.entry.Name, name) })
	end := start
	for end < len(t.keys) && t.keys[end].entry.Name == name {
		end++
	}
	return t.keys[start:end]
}

// KnownIn returns the release lines that know a name, current or older, oldest
// first; nil when none does.
func KnownIn(name string) []string {
	var lines []string
	known := knownIn()[name]
	for i, r := range releases() {
		if known&(1<<i) != 0 {
			lines = append(lines, r.line)
		}
	}
	return lines
}

// knownIn is, for every name, the set of releases that know it.
var knownIn = sync.OnceValue(func() map[string]uint64 {
	t, err := openTables()
	if err != nil {
		return nil
	}
	sets := make(map[string]uint64, len(t.keys))
	for i := range t.keys {
		r := &t.keys[i]
		set := uint64(1)<<(r.last+1) - uint64(1)<<r.first
		sets[r.entry.Name] |= set
		for _, alternative := range r.entry.Alternatives {
			sets[alternative.Name] |= set
		}
	}
	return sets
})

// Variants returns what each release line that knows a key says of it, oldest
// first.
func Variants(name string) iter.Seq2[string, *Key] {
	return func(yield func(string, *Key) bool) {
		variants := variantsOf(name)
		for i := range variants {
			for _, r := range releases()[variants[i].first : variants[i].last+1] {
				if !yield(r.line, &variants[i].entry) {
					return
				}
			}
		}
	}
}

// Uniform reports whether a name, current or older, is the same to all releases:
// known or unknown, of one kind, deprecated or not. Defaults may differ.
func Uniform(name string) bool {
	common, err := Open("")
	if err != nil {
		return false
	}
	key, old := common.Resolve(name)
	known := len(KnownIn(name))
	if known != len(releases()) && known > 0 {
		return false
	}
	var first *Key
	for _, variant := range Variants(current(key, name)) {
		if first == nil {
			first = variant
		}
		isOld := slices.ContainsFunc(variant.Alternatives, func(a Alternative) bool { return a.Name == name })
		if isOld != (old != nil) || variant.Type != first.Type || variant.Unit != first.Unit || variant.Static != first.Static || !slices.Equal(variant.Values, first.Values) {
			return false
		}
	}
	t, err := openTables()
	if err != nil {
		return false
	}
	return !slices.ContainsFunc(t.deprecations, func(r deprecationRow) bool {
		return r.entry.Name == name && r.span != span{0, len(releases()) - 1}
	})
}

func current(key *Key, name string) string {
	if key == nil {
		return name
	}
	return key.Name
}

var docsText = sync.OnceValues(func() (string, error) { return inflate(docsBlob) })

// Doc returns Spark's documentation of a key in a release line, as written in
// Spark's source; with an empty release, that of the newest release that
// documents the key. It is empty where Spark says nothing. The texts are
// unpacked on the first call.
func Doc(release, name string) string {
	text, err := docsText()
	if err != nil {
		return ""
	}
	var at span // the releases whose documentation will do
	if release == "" {
		at = span{0, len(releases()) - 1}
	} else if line, ok := LineOf(release); ok {
		at = span{positionOf(line), positionOf(line)}
	} else {
		return ""
	}
	doc := ""
	for {
		// The text begins with a line end, so that a name is found only where
		// a line begins.
		start := strings.Index(text, "\n"+name+"\t")
		if start < 0 {
			return doc
		}
		text = text[start+len("\n"+name+"\t"):]
		line, _, _ := strings.Cut(text, "\n")
		fields := record{rest: line}
		if first, last := positionOf(fields.next()), positionOf(fields.next()); first <= at.last && at.first <= last {
			doc = fields.text() // of the newest so far
		}
	}
}

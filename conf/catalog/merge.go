package catalog

import (
	"cmp"
	"iter"
	"slices"
)

// commonOf merges all releases into the view for a job whose release nobody
// told: every key that any release knows, and of each key only what is true
// whichever release it is.
func commonOf(t *tables) *Catalog {
	lines := Releases()
	common := &Catalog{keys: make([]*Key, 0, len(t.keys))}
	for variants := range byName(t.keys, func(k *Key) string { return k.Name }) {
		common.keys = append(common.keys, mergeKey(lines, variants))
	}
	for variants := range byName(t.deprecations, func(d *Deprecation) string { return d.Name }) {
		common.deprecations = append(common.deprecations, mergeDeprecation(lines, variants))
	}
	common.index()
	common.preferNewest(t.keys)
	return common
}

// byName yields the rows of each name, oldest first.
func byName[E any](rows []row[E], name func(*E) string) iter.Seq[[]row[E]] {
	return func(yield func([]row[E]) bool) {
		for start := 0; start < len(rows); {
			end := start + 1
			for end < len(rows) && name(&rows[end].entry) == name(&rows[start].entry) {
				end++
			}
			if !yield(rows[start:end]) {
				return
			}
			start = end
		}
	}
}

// mergeKey merges the variants of one key. Where releases differ, a check
// survives only as far as every release makes it, so that what the common view
// refuses is refused by all of them; static, runtime and internal is what is so
// in all of them; the rest is as in the newest release that knows the key.
func mergeKey(lines []string, variants []keyRow) *Key {
	newest := &variants[len(variants)-1].entry
	missing := missingFrom(lines, variants)
	if len(variants) == 1 && len(missing) == 0 {
		return newest
	}
	merged := *newest
	for i := range slices.Backward(variants[:len(variants)-1]) {
		weaken(&merged, &variants[i].entry)
	}
	if defaultsDiffer(variants) {
		merged.Default = Default{Varies, describeDefaults(lines, variants)}
	}
	merged.Missing = missing
	return &merged
}

// missingFrom returns the lines that none of the rows covers.
func missingFrom[E any](lines []string, rows []row[E]) []string {
	first, last, known := rows[0].first, rows[len(rows)-1].last, 0
	for _, r := range rows {
		known += r.last - r.first + 1
	}
	switch { // the usual cases share the list of lines
	case known == len(lines):
		return nil
	case known == len(lines)-first:
		return lines[:first:first]
	case known == last+1:
		return lines[last+1:]
	}
	var missing []string
	for i, line := range lines {
		if !slices.ContainsFunc(rows, func(r row[E]) bool { return r.covers(i) }) {
			missing = append(missing, line)
		}
	}
	return missing
}

// weaken drops from key what older does not say too.
func weaken(key *Key, older *Key) {
	if key.Type != older.Type || key.Unit != older.Unit {
		mergeType(key, older)
	}
	if key.Element != older.Element {
		key.Element = String
	}
	key.Values = anyOf(key.Values, older.Values)
	if len(key.Values) == 0 && key.Type == Enum {
		key.Type = String
	}
	key.Folds = cmp.Or(key.Folds, older.Folds)
	key.Trims = key.Trims || older.Trims
	key.Holes = key.Holes || older.Holes
	key.Since = cmp.Or(older.Since, key.Since)
	key.Static, key.Runtime = key.Static && older.Static, key.Runtime && older.Runtime
	key.Internal = key.Internal && older.Internal
	key.Minimum = wider(key.Minimum, older.Minimum, func(a, b float64) bool { return a < b })
	key.Maximum = wider(key.Maximum, older.Maximum, func(a, b float64) bool { return a > b })
	if key.Check != older.Check {
		key.Check = ""
	}
	for _, alternative := range older.Alternatives {
		if !slices.ContainsFunc(key.Alternatives, func(a Alternative) bool { return a.Name == alternative.Name }) {
			key.Alternatives = append(slices.Clip(key.Alternatives), alternative)
		}
	}
}

// numbers are the types of bare numbers, each reading all texts of those
// before it.
var numbers = []Type{Int, Long, Double}

// mergeType gives key the type that reads what either release reads, and means
// the same by it: the wider of two numbers; Bytes for a number of bytes; String
// where there is none, for then the text cannot be judged. Where only the unit
// of a bare number differs, it is that of the newer release.
func mergeType(key *Key, older *Key) {
	i, j := slices.Index(numbers, key.Type), slices.Index(numbers, older.Type)
	switch {
	case i >= 0 && j >= 0:
		key.Type = numbers[max(i, j)]
		return
	case isBytes(key) && j >= 0 && older.Type != Double:
		return
	case isBytes(older) && i >= 0 && key.Type != Double:
		key.Type, key.Unit = Bytes, Byte
		return
	case key.Type != older.Type:
		key.Type, key.Unit = String, NoUnit
	}
	key.Minimum, key.Maximum = nil, nil
}

func isBytes(key *Key) bool { return key.Type == Bytes && key.Unit == Byte }

// anyOf returns the values that some release allows; none when a release does
// not restrict them.
func anyOf(newer, older []string) []string {
	if len(newer) == 0 || len(older) == 0 {
		return nil
	}
	all := newer
	for _, value := range older {
		if !slices.Contains(newer, value) {
			all = append(slices.Clip(all), value)
		}
	}
	if len(all) > len(newer) {
		slices.Sort(all)
	}
	return all
}

// wider returns the bound that refuses less; nil when one release has none.
func wider(a, b *Bound, outside func(a, b float64) bool) *Bound {
	if a == nil || b == nil {
		return nil
	}
	if outside(a.Value, b.Value) || a.Value == b.Value && b.Exclusive {
		return a
	}
	return b
}

// mergeDeprecation gives the newest release the last word; a key is removed
// only when no release has it any more.
func mergeDeprecation(lines []string, variants []deprecationRow) *Deprecation {
	merged := variants[len(variants)-1].entry
	for _, v := range variants {
		merged.Removed = merged.Removed && v.entry.Removed
	}
	merged.Removed = merged.Removed && len(missingFrom(lines, variants)) == 0
	return &merged
}

// preferNewest marks the older names that were current ones only before.
func (c *Catalog) preferNewest(rows []keyRow) {
	current, alternative := map[string]int{}, map[string]int{}
	for i := range rows {
		for _, a := range rows[i].entry.Alternatives {
			alternative[a.Name] = max(alternative[a.Name], rows[i].last)
		}
	}
	for i := range rows {
		if name := rows[i].entry.Name; c.byOldName[name].key != nil {
			current[name] = rows[i].last // the last row is the newest
		}
	}
	for name, last := range current {
		old := c.byOldName[name]
		old.first = last < alternative[name]
		c.byOldName[name] = old
	}
}

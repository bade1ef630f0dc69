package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// String shows a default as Spark's own listings do.
func (d Default) String() string {
	switch {
	case d.Kind == Undefined:
		return "undefined"
	case d.Kind == Fallback:
		return "value of " + d.Text
	case d.Kind == Literal && d.Text == "":
		return "empty"
	}
	return d.Text
}

func defaultsDiffer(variants []keyRow) bool {
	for i := range variants[1:] {
		if !sameDefault(&variants[i].entry, &variants[i+1].entry) {
			return true
		}
	}
	return false
}

// describeDefaults lists the defaults by release: "false (3.0–3.3), true
// (3.4–4.3)".
func describeDefaults(lines []string, variants []keyRow) string {
	var parts []string
	for i := 0; i < len(variants); {
		start := &variants[i]
		last := start.last
		for i++; i < len(variants) && variants[i].first == last+1 && sameDefault(&start.entry, &variants[i].entry); i++ {
			last = variants[i].last
		}
		releases := lines[start.first]
		if last > start.first {
			releases += "–" + lines[last]
		}
		parts = append(parts, start.entry.Default.String()+" ("+releases+")")
	}
	return strings.Join(parts, ", ")
}

// sameDefault reports whether two releases use the same value when nobody
// wrote the key: 60s and 60000ms are one default, written in two ways.
func sameDefault(a, b *Key) bool {
	if a.Default.Kind != b.Default.Kind {
		return false
	}
	if a.Default.Text == b.Default.Text && a.Unit == b.Unit {
		return true
	}
	return a.Default.Kind == Literal && meaning(a) == meaning(b)
}

// meaning returns the same text for literal defaults that Spark reads as the
// same value.
func meaning(key *Key) string {
	text := key.Default.Text
	switch key.Type {
	case Int, Long, Double:
		return number(text, 1)
	case Bytes:
		return measured(text, key.Unit, byteUnits)
	case Duration:
		return "for " + measured(text, key.Unit, timeUnits)
	}
	return key.Folds.Fold(text)
}

// scale is a unit with the suffixes that stand for it.
type scale struct {
	unit     Unit
	suffixes []string
	factor   float64
}

// The suffixes of org.apache.spark.network.util.JavaUtils.
var (
	byteUnits = []scale{
		{Byte, []string{"b"}, 1}, {KiB, []string{"k", "kb"}, 1 << 10}, {MiB, []string{"m", "mb"}, 1 << 20},
		{GiB, []string{"g", "gb"}, 1 << 30}, {NoUnit, []string{"t", "tb"}, 1 << 40}, {NoUnit, []string{"p", "pb"}, 1 << 50},
	}
	timeUnits = []scale{
		{Nanoseconds, nil, 1}, {Microseconds, []string{"us"}, 1e3}, {Milliseconds, []string{"ms"}, 1e6}, {Seconds, []string{"s"}, 1e9},
		{Minutes, []string{"m", "min"}, 60e9}, {Hours, []string{"h"}, 3600e9}, {Days, []string{"d"}, 86400e9},
	}
)

// measured turns a number with a suffix, or in the key's own unit, into the
// least of the units.
func measured(text string, unit Unit, scales []scale) string {
	suffix := strings.ToLower(strings.TrimLeft(text, "+-0123456789"))
	for _, s := range scales {
		if suffix == "" && s.unit == unit || slices.Contains(s.suffixes, suffix) {
			return number(text[:len(text)-len(suffix)], s.factor)
		}
	}
	return text
}

// number writes a number in one way; a text that is none stays as it is.
func number(text string, factor float64) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(n*factor, 'g', -1, 64)
}

package conf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/conf/zone"
)

// Refusal says that Spark does not accept a text for a key.
type Refusal struct {
	// Kind is what is wrong: "type", "fraction", "range", "choice", or "version"
	// where some releases accept it and nobody said which one it is.
	Kind string
	// Message is terse and in words like Spark's own.
	Message string
}

// Parse reads the text of a value as Spark reads it for the key: through the
// converters of org.apache.spark.internal.config.ConfigBuilder and the grammar
// of org.apache.spark.network.util.JavaUtils, then through the key's own checks.
// The release line is the one that reads it; empty when it is not known.
func Parse(release string, key *catalog.Key, raw string) (any, *Refusal) {
	p, refusal := parseType(release, key, raw)
	if refusal == nil {
		refusal = check(key, raw, p)
	}
	if refusal != nil {
		return nil, refusal
	}
	return p.typed, nil
}

// parsed is a value read by its type, and, of a numeric type, the number in
// the key's own unit that Spark's checks see.
type parsed struct {
	typed   any
	number  float64
	numeric bool
}

func parseType(release string, key *catalog.Key, raw string) (parsed, *Refusal) {
	text := trimJava(raw)
	switch key.Type {
	case catalog.Boolean:
		switch strings.ToLower(text) {
		case "true":
			return parsed{typed: true}, nil
		case "false":
			return parsed{typed: false}, nil
		}
		return parsed{}, refuse("type", "should be boolean (true or false), but was %q", raw)
	case catalog.Int:
		return parseInteger("int", raw, text, 32)
	case catalog.Long:
		return parseInteger("long", raw, text, 64)
	case catalog.Double:
		if f, ok := parseDouble(text); ok {
			return parsed{f, f, true}, nil
		}
		return parsed{}, refuse("type", "should be double, but was %q", raw)
	case catalog.Bytes:
		return parseBytes(release, raw, key.Unit)
	case catalog.Duration:
		return parseDuration(text, key.Unit)
	case catalog.List:
		list := splitList(raw)
		element := catalog.Key{Type: key.Element}
		for i := range list {
			if _, refusal := parseType(release, &element, list[i]); refusal != nil {
				return parsed{}, refusal
			}
			if list[i] = key.Folds.Fold(list[i]); element.Type == catalog.Long {
				list[i] = strings.Map(digit, list[i])
			}
		}
		return parsed{typed: list}, nil
	}
	if !key.Trims {
		text = raw
	}
	return parsed{typed: key.Folds.Fold(text)}, nil
}

func refuse(kind, format string, args ...any) *Refusal {
	return &Refusal{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

var fraction = regexp.MustCompile(`^[+-]?[0-9]*\.[0-9]+`)

func parseInteger(kind, raw, text string, bits int) (parsed, *Refusal) {
	n, err := strconv.ParseInt(strings.Map(digit, text), 10, bits)
	switch {
	case err == nil:
		return parsed{n, float64(n), true}, nil
	case fraction.MatchString(text):
		return parsed{}, refuse("fraction", "should be %s, but was %q: fractions are not supported", kind, raw)
	}
	return parsed{}, refuse("type", "should be %s, but was %q", kind, raw)
}

// digit turns the digits of any script into those of ASCII, as Long.parseLong
// reads them (Character.digit of a char).
func digit(r rune) rune {
	if r > unicode.MaxASCII && r <= 0xFFFF && unicode.Is(unicode.Nd, r) {
		zero := r
		for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + r - zero
	}
	return r
}

// trimJava trims as java.lang.String.trim: every character up to U+0020.
func trimJava(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
}

// parseDouble reads what java.lang.Double.parseDouble accepts: a decimal with
// an optional exponent and an f or d suffix, NaN and Infinity in that spelling.
func parseDouble(s string) (float64, bool) {
	switch strings.TrimLeft(s, "+-") {
	case "NaN":
		return math.NaN(), true
	case "Infinity":
		return math.Inf(map[bool]int{true: -1, false: 1}[strings.HasPrefix(s, "-")]), true
	}
	if !javaDouble.MatchString(s) {
		return 0, false
	}
	f, err := strconv.ParseFloat(strings.TrimRight(s, "fFdD"), 64)
	return f, err == nil || math.IsInf(f, 0) // Java overflows to infinity
}

var javaDouble = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?[fFdD]?$`)

// splitList splits as ConfigHelpers.stringToSeq: on commas, each element
// trimmed, empty ones dropped.
func splitList(s string) []string {
	list := []string{}
	for _, element := range strings.Split(s, ",") {
		if element = trimJava(element); element != "" {
			list = append(list, element)
		}
	}
	return list
}

// measure is a number with an optional suffix: the shape of both sizes and
// durations.
var measure = regexp.MustCompile(`^(-?[0-9]+)([a-z]+)?$`)

var byteSuffixes = map[string]int64{
	"b": 1, "k": 1 << 10, "kb": 1 << 10, "m": 1 << 20, "mb": 1 << 20, "g": 1 << 30, "gb": 1 << 30,
	"t": 1 << 40, "tb": 1 << 40, "p": 1 << 50, "pb": 1 << 50,
}

// binarySuffixes are those that Spark reads since 4.2.
var binarySuffixes = map[string]int64{
	"ki": 1 << 10, "kib": 1 << 10, "mi": 1 << 20, "mib": 1 << 20, "gi": 1 << 30, "gib": 1 << 30,
	"ti": 1 << 40, "tib": 1 << 40, "pi": 1 << 50, "pib": 1 << 50,
}

// byteSuffix returns the bytes that a suffix stands for in a release line.
func byteSuffix(release, suffix string) (int64, *Refusal) {
	if n := byteSuffixes[suffix]; n > 0 {
		return n, nil
	}
	n := binarySuffixes[suffix]
	switch {
	case n > 0 && release == "":
		return 0, refuse("version", "Spark reads the suffix %q since 4.2, and its version is not known", suffix)
	case n > 0 && catalog.CompareLines(release, "4.2") >= 0:
		return n, nil
	}
	return 0, refuse("type", "invalid suffix %q: a size ends in b, k, m, g, t or p (kb … pb)", suffix)
}

var byteUnits = map[catalog.Unit]int64{catalog.Byte: 1, catalog.KiB: 1 << 10, catalog.MiB: 1 << 20, catalog.GiB: 1 << 30}

// parseBytes reads a size as ConfigHelpers.byteFromString over
// JavaUtils.byteStringAs: a minus is allowed as the very first character, no
// blank before the suffix, no fraction, and the result is truncated to the
// key's unit.
func parseBytes(release, raw string, unit catalog.Unit) (parsed, *Refusal) {
	text, negative := strings.CutPrefix(raw, "-")
	text = trimJava(text)
	if strings.HasPrefix(text, "-") {
		return parsed{}, refuse("type", "%q is not a size", raw)
	}
	number, suffix, refusal := parseMeasure(text, "size")
	if refusal != nil {
		return parsed{}, refusal
	}
	if negative {
		number = -number
	}
	to := byteUnits[unit]
	from := to
	if suffix != "" {
		if from, refusal = byteSuffix(release, suffix); refusal != nil {
			return parsed{}, refusal
		}
	}
	inUnit, ok := convert(number, from, to)
	if !ok {
		return parsed{}, refuse("type", "size %q is larger than Spark can hold", raw)
	}
	return parsed{Bytes(saturate(inUnit, to)), float64(inUnit), true}, nil
}

// timeSuffixes and timeUnits are in nanoseconds.
var timeSuffixes = map[string]int64{
	"us": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "min": 60e9, "h": 3600e9, "d": 86400e9,
}

var timeUnits = map[catalog.Unit]int64{
	catalog.Nanoseconds: 1, catalog.Microseconds: 1e3, catalog.Milliseconds: 1e6, catalog.Seconds: 1e9,
	catalog.Minutes: 60e9, catalog.Hours: 3600e9, catalog.Days: 86400e9,
}

// parseDuration reads a duration as JavaUtils.timeStringAs; m is minutes.
func parseDuration(text string, unit catalog.Unit) (parsed, *Refusal) {
	number, suffix, refusal := parseMeasure(text, "duration")
	if refusal != nil {
		return parsed{}, refusal
	}
	to := timeUnits[unit]
	from := to
	if suffix != "" {
		if from = timeSuffixes[suffix]; from == 0 {
			return parsed{}, refuse("type", "invalid suffix %q: a duration ends in us, ms, s, m, min, h or d", suffix)
		}
	}
	inUnit, _ := convert(number, from, to) // TimeUnit.convert saturates
	millis, _ := convert(inUnit, to, timeUnits[catalog.Milliseconds])
	return parsed{Millis(millis), float64(inUnit), true}, nil
}

func parseMeasure(text, what string) (number int64, suffix string, refusal *Refusal) {
	lower := strings.ToLower(text)
	m := measure.FindStringSubmatch(lower)
	if m == nil {
		if fraction.MatchString(lower) {
			return 0, "", refuse("fraction", "fractional values are not supported: %q", text)
		}
		return 0, "", refuse("type", "%q is not a %s", text, what)
	}
	number, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return 0, "", refuse("type", "%q is larger than Spark can hold", text)
	}
	return number, m[2], nil
}

// convert turns a number of one unit into another, truncating toward zero;
// false, with the nearest long, when it does not fit a long.
func convert(number, from, to int64) (int64, bool) {
	if from >= to {
		ratio := from / to
		product := saturate(number, ratio)
		return product, product/ratio == number
	}
	return number / (to / from), true
}

// saturate multiplies, and stops at the ends of a long.
func saturate(a, b int64) int64 {
	switch {
	case b > 0 && a > math.MaxInt64/b:
		return math.MaxInt64
	case b > 0 && a < math.MinInt64/b:
		return math.MinInt64
	}
	return a * b
}

// check applies the key's own checkValue, as the catalogue recorded it.
func check(key *catalog.Key, raw string, p parsed) *Refusal {
	if text, ok := p.typed.(string); ok && key.Name == timeZone && !zone.Known(text) {
		return refuse("choice", "should be a time zone that Java knows%s, but was %q", meant(text), raw)
	}
	if len(key.Values) > 0 {
		if !allowed(key, p.typed) {
			return refuse("choice", "should be one of %s, but was %q", strings.Join(key.Values, ", "), raw)
		}
		return nil
	}
	if p.numeric && (outside(p.number, key.Minimum, 1) || outside(p.number, key.Maximum, -1)) {
		return refuse("range", "%s is outside %s", raw, describeRange(key))
	}
	return nil
}

// timeZone is the key whose check is code: DateTimeUtils.getZoneId.
const timeZone = "spark.sql.session.timeZone"

// meant says which time zone a text is but for its case.
func meant(text string) string {
	if name := zone.Meant(text); name != "" {
		return ", such as " + name
	}
	return ""
}

// allowed holds a value, each element of a list, or a number against the
// allowed ones.
func allowed(key *catalog.Key, typed any) bool {
	switch v := typed.(type) {
	case []string:
		for _, element := range v {
			if !slices.Contains(key.Values, element) {
				return false
			}
		}
		return true
	case string:
		return slices.Contains(key.Values, v)
	}
	return slices.Contains(key.Values, fmt.Sprint(typed))
}

// outside reports whether n lies beyond a bound; sign is 1 for a minimum and
// -1 for a maximum. NaN is outside every bound.
func outside(n float64, b *catalog.Bound, sign float64) bool {
	switch {
	case b == nil:
		return false
	case b.Exclusive:
		return !(sign*n > sign*b.Value)
	}
	return !(sign*n >= sign*b.Value)
}

func describeRange(key *catalog.Key) string {
	unit := ""
	if key.Unit != "" {
		unit = " " + string(key.Unit)
	}
	end := func(b *catalog.Bound, open, closed string) string {
		if b.Exclusive {
			return open
		}
		return closed
	}
	format := func(b *catalog.Bound) string { return strconv.FormatFloat(b.Value, 'f', -1, 64) + unit }
	switch {
	case key.Maximum == nil:
		return end(key.Minimum, "> ", "≥ ") + format(key.Minimum)
	case key.Minimum == nil:
		return end(key.Maximum, "< ", "≤ ") + format(key.Maximum)
	}
	return end(key.Minimum, "(", "[") + format(key.Minimum) + ", " + format(key.Maximum) + end(key.Maximum, ")", "]")
}

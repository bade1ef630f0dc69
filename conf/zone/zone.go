package zone

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// The names that some Java from 11 to 25 knows, and ZoneId.SHORT_IDS, which
// Spark lets it take too. Written by tools/sparkref.
//
//go:embed names.txt
var namesText string

var names = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range strings.FieldsSeq(namesText) {
		all[name] = true
	}
	return all
})

// Known reports whether Spark takes a text for a time zone
// (org.apache.spark.sql.catalyst.util.DateTimeUtils.getZoneId): a name, an
// offset such as +02:00, or UTC, GMT or UT with an offset.
func Known(text string) bool {
	id := shortOffset.ReplaceAllString(text, "${1}0${2}:")
	id = shortMinutes.ReplaceAllString(id, "${1}${2}:0${3}")
	if names()[id] {
		return true
	}
	if len(id) <= 1 {
		return id == "Z"
	}
	for _, prefix := range []string{"UTC", "GMT", "UT", ""} {
		if rest, ok := strings.CutPrefix(id, prefix); ok {
			return rest == "" || offset(rest)
		}
	}
	return false
}

// Spark still takes the offsets +h:mm and +hh:m, which it took before 3.0.
var (
	shortOffset  = regexp.MustCompile(`^([^+-]*[+-])(\d):`)
	shortMinutes = regexp.MustCompile(`^([^+-]*[+-])(\d\d):(\d)$`)
)

// offsets are the forms that java.time.ZoneOffset.of reads.
var offsets = regexp.MustCompile(`^[+-](?:(\d)|(\d\d)(?:(\d\d)(\d\d)?|:(\d\d)(?::(\d\d))?)?)$`)

// offset reports whether a text is an offset: at most 18 hours.
func offset(text string) bool {
	parts := offsets.FindStringSubmatch(text)
	if parts == nil {
		return false
	}
	hours := number(parts[1] + parts[2])
	minutes, seconds := number(parts[3]+parts[5]), number(parts[4]+parts[6])
	return minutes < 60 && seconds < 60 && (hours < 18 || hours == 18 && minutes == 0 && seconds == 0)
}

// number reads digits; none are 0.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// Meant returns the name that a text is but for its case; empty when there is
// none.
func Meant(text string) string {
	for name := range names() {
		if strings.EqualFold(name, text) {
			return name
		}
	}
	return ""
}

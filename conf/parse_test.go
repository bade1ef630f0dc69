package conf

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

func bytesKey(unit catalog.Unit) *catalog.Key {
	return &catalog.Key{Name: "spark.test", Type: catalog.Bytes, Unit: unit}
}

func durationKey(unit catalog.Unit) *catalog.Key {
	return &catalog.Key{Name: "spark.test", Type: catalog.Duration, Unit: unit}
}

func TestParse(t *testing.T) {
	boolean := &catalog.Key{Type: catalog.Boolean}
	integer, long := &catalog.Key{Type: catalog.Int}, &catalog.Key{Type: catalog.Long}
	double, list := &catalog.Key{Type: catalog.Double}, &catalog.Key{Type: catalog.List}
	for _, test := range []struct {
		key  *catalog.Key
		raw  string
		want any
	}{
		{boolean, "true", true}, {boolean, " FALSE ", false},
		{integer, "+7", int64(7)}, {integer, " -3\t", int64(-3)}, {integer, "٣٢", int64(32)}, {&catalog.Key{Type: catalog.List, Element: catalog.Long}, "1, 2", []string{"1", "2"}}, {&catalog.Key{Type: catalog.List, Element: catalog.Long}, "1,b", nil}, {long, "9223372036854775807", int64(math.MaxInt64)},
		{double, ".5", 0.5}, {double, "1e3", 1000.0}, {double, "5.", 5.0}, {double, "2f", 2.0}, {double, "-Infinity", math.Inf(-1)},
		{list, " a, b ,,c ", []string{"a", "b", "c"}}, {list, "", []string{}},
		{bytesKey(catalog.MiB), "16g", Bytes(16 << 30)}, {bytesKey(catalog.MiB), "4096", Bytes(4 << 30)},
		{bytesKey(catalog.MiB), "1500k", Bytes(1 << 20)}, {bytesKey(catalog.MiB), "512k", Bytes(0)},
		{bytesKey(catalog.Byte), "10GB", Bytes(10 << 30)}, {bytesKey(catalog.Byte), "-1", Bytes(-1)},
		{bytesKey(catalog.KiB), "1 ", Bytes(1 << 10)}, {bytesKey(catalog.Byte), "8192p", nil}, {bytesKey(catalog.Byte), "8191p", Bytes(8191 << 50)},
		{durationKey(catalog.Seconds), "120", Millis(120_000)}, {durationKey(catalog.Seconds), "500ms", Millis(0)},
		{durationKey(catalog.Milliseconds), "2m", Millis(120_000)}, {durationKey(catalog.Milliseconds), "1min", Millis(60_000)},
		{durationKey(catalog.Seconds), "-5s", Millis(-5000)}, {durationKey(catalog.Milliseconds), "9223372036854775807d", Millis(math.MaxInt64)},
	} {
		got, refusal := Parse("3.5", test.key, test.raw)
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("Parse(%s %s, %q) = %v (%v), want %v", test.key.Type, test.key.Unit, test.raw, got, refusal, test.want)
		}
	}
}

// TestSuffixesOfReleases: Spark reads 4Gi since 4.2 (JavaUtils.byteSuffixes).
func TestSuffixesOfReleases(t *testing.T) {
	for release, want := range map[string]string{"3.5": "type", "4.1": "type", "4.2": "", "4.3": "", "": "version"} {
		typed, refusal := Parse(release, bytesKey(catalog.Byte), "4Gi")
		switch {
		case refusal != nil && refusal.Kind != want, refusal == nil && (want != "" || typed != Bytes(4<<30)):
			t.Errorf("Spark %s reads %v, %+v", release, typed, refusal)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	ranged := &catalog.Key{Type: catalog.Double, Minimum: &catalog.Bound{Value: 0}, Maximum: &catalog.Bound{Value: 1, Exclusive: true}}
	choice := &catalog.Key{Type: catalog.Enum, Values: []string{"FIFO", "FAIR"}, Folds: catalog.Upper}
	for _, test := range []struct {
		key       *catalog.Key
		raw, kind string
		message   string
	}{
		{&catalog.Key{Type: catalog.Boolean}, "yes", "type", `should be boolean (true or false), but was "yes"`},
		{&catalog.Key{Type: catalog.Int}, "10.0", "fraction", "fractions are not supported"},
		{&catalog.Key{Type: catalog.Int}, "2147483648", "type", "should be int"},
		{&catalog.Key{Type: catalog.Int}, "1_000", "type", "should be int"},
		{&catalog.Key{Type: catalog.Double}, "50%", "type", "should be double"},
		{&catalog.Key{Type: catalog.Double}, "0x1p3", "type", "should be double"},
		{bytesKey(catalog.MiB), "4 g", "type", `"4 g" is not a size`},
		{bytesKey(catalog.MiB), "1.5g", "fraction", "fractional values are not supported"},
		{bytesKey(catalog.MiB), "4gib", "type", `invalid suffix "gib"`},
		{bytesKey(catalog.MiB), "", "type", `"" is not a size`},
		{bytesKey(catalog.Byte), "99999999999999999999", "type", "larger than Spark can hold"},
		{durationKey(catalog.Seconds), "5 s", "type", "is not a duration"},
		{durationKey(catalog.Seconds), "5sec", "type", `invalid suffix "sec"`},
		{ranged, "1", "range", "1 is outside [0, 1)"},
		{ranged, "NaN", "range", "NaN is outside [0, 1)"},
		{choice, "LIFO", "choice", "should be one of FIFO, FAIR"},
	} {
		got, refusal := Parse("3.5", test.key, test.raw)
		if refusal == nil || refusal.Kind != test.kind || !strings.Contains(refusal.Message, test.message) {
			t.Errorf("Parse(%s, %q) = %v, %+v; want a refusal of kind %s with %q", test.key.Type, test.raw, got, refusal, test.kind, test.message)
		}
	}
	if _, refusal := Parse("3.5", choice, "fair"); refusal != nil {
		t.Errorf("an enum that folds case refused fair: %+v", refusal)
	}
}

// FuzzParse holds the law that a value is either typed or refused, never both,
// and that nothing panics.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"16g", "-1", "1.5g", "9223372036854775807p", "5min", "NaN", "1e400", "a,b", "${spark.x}", "\x00"} {
		f.Add(seed)
	}
	cat, err := catalog.Open("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for key := range cat.Keys() {
			typed, refusal := Parse("3.5", key, raw)
			if (typed == nil) == (refusal == nil) {
				t.Fatalf("%s: %q gives %v and %+v", key.Name, raw, typed, refusal)
			}
		}
	})
}

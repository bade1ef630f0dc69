package catalog

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

func open(t testing.TB, release string) *Catalog {
	t.Helper()
	c, err := Open(release)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// views are every release line and the common view.
func views() []string { return append(Releases(), "") }

func TestReleases(t *testing.T) {
	want := []string{"3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "4.0", "4.1", "4.2", "4.3"}
	if lines := Releases(); !slices.Equal(lines, want) || Newest() != "4.3" {
		t.Errorf("releases %v, newest %s", lines, Newest())
	}
	for version, want := range map[string]string{
		"3.5": "3.5", "3.5.1": "3.5", "4.0.0": "4.0", "3.5.1-amzn-0": "3.5", "3.5.1.3.3": "3.5",
		"3.0.3": "3.0", "2.4": "", "2.4.8": "", "4.4": "", "3.51": "", "3": "", "": "", "latest": "", "13.5": "",
	} {
		if line, ok := LineOf(version); line != want || ok != (want != "") {
			t.Errorf("LineOf(%q) = %q, %v; want %q", version, line, ok, want)
		}
	}
}

func TestOpenUnknownRelease(t *testing.T) {
	if c, err := Open("2.4"); err == nil || !strings.Contains(err.Error(), "3.5, 4.0") {
		t.Errorf("Open(2.4) = %v, %v; want an error that names the releases", c, err)
	}
}

func TestOpenSharesOneCatalogue(t *testing.T) {
	if open(t, "3.5") != open(t, "3.5.2") {
		t.Error("two versions of one line have two catalogues")
	}
	if c := open(t, "4.0"); c.Release != "4.0" || !strings.HasPrefix(c.Version, "4.0.") {
		t.Errorf("release %q, version %q", c.Release, c.Version)
	}
}

// TestRowsAreWellFormed: look-ups rely on sorted rows that do not overlap.
func TestRowsAreWellFormed(t *testing.T) {
	tables, err := openTables()
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, tables.keys, func(k *Key) string { return k.Name })
	checkRows(t, tables.deprecations, func(d *Deprecation) string { return d.Name })
	for _, text := range []string{keysText, deprecationsText} {
		for line := range strings.Lines(text) {
			if fields := strings.Split(line, "\t"); positionOf(fields[1]) < 0 || positionOf(fields[2]) < 0 {
				t.Errorf("%s is of releases that are not there: %s to %s", fields[0], fields[1], fields[2])
			}
		}
	}
}

func checkRows[E any](t *testing.T, rows []row[E], name func(*E) string) {
	t.Helper()
	for i := range rows {
		if rows[i].first > rows[i].last {
			t.Errorf("%s: %v", name(&rows[i].entry), rows[i].span)
		}
		if i == 0 {
			continue
		}
		order := strings.Compare(name(&rows[i-1].entry), name(&rows[i].entry))
		if order > 0 || order == 0 && rows[i-1].last >= rows[i].first {
			t.Errorf("%s: row %d is not after row %d", name(&rows[i].entry), i, i-1)
		}
	}
}

func TestReleasesShareWhatIsTheSame(t *testing.T) {
	name := "spark.executor.memory"
	if key := open(t, "3.0").Key(name); key != open(t, "4.3").Key(name) || key != open(t, "").Key(name) {
		t.Errorf("%s is held several times", name)
	}
}

func TestEveryKeyIsWellFormed(t *testing.T) {
	types := []Type{Boolean, Int, Long, Double, Bytes, Duration, String, List, Regex, Enum}
	for _, release := range views() {
		c := open(t, release)
		if c.Len() < 1000 {
			t.Errorf("release %q has only %d keys", release, c.Len())
		}
		previous := ""
		for key := range c.Keys() {
			if key.Name <= previous {
				t.Errorf("%q: %s comes after %s", release, key.Name, previous)
			}
			previous = key.Name
			if !slices.Contains(types, key.Type) {
				t.Errorf("%q: %s has type %q", release, key.Name, key.Type)
			}
			if hasUnit := key.Type == Bytes || key.Type == Duration; hasUnit != (key.Unit != NoUnit) {
				t.Errorf("%q: %s is of type %s with unit %q", release, key.Name, key.Type, key.Unit)
			}
			if key.Type == Enum && len(key.Values) == 0 {
				t.Errorf("%q: %s is an enum without values", release, key.Name)
			}
			if key.Module == "" || key.Default.Kind == "" {
				t.Errorf("%q: %s has module %q, default %v", release, key.Name, key.Module, key.Default)
			}
			if key.Static && key.Runtime {
				t.Errorf("%q: %s is static, yet may change at run time", release, key.Name)
			}
			if c.Key(key.Name) != key {
				t.Errorf("%q: %s does not find itself", release, key.Name)
			}
		}
	}
}

func TestFallbacksAndDefaultsHoldTogether(t *testing.T) {
	for _, release := range Releases() {
		c := open(t, release)
		for key := range c.Keys() {
			d := key.Default
			if d.Kind == Fallback && c.Key(d.Text) == nil {
				t.Errorf("%s: %s falls back to the unknown key %q", release, key.Name, d.Text)
			}
			if key.Prepend != "" && c.Key(key.Prepend) == nil {
				t.Errorf("%s: the unknown key %q is put before %s", release, key.Prepend, key.Name)
			}
			if d.Kind == Literal && key.Type == Enum && !allows(key, d.Text) {
				t.Errorf("%s: the default %q of %s is not one of %v", release, d.Text, key.Name, key.Values)
			}
			if (d.Kind == Computed) && d.Text == "" {
				t.Errorf("%s: %s does not say how its default displays", release, key.Name)
			}
		}
	}
}

// allows reads an enum's value as Spark does.
func allows(key *Key, text string) bool {
	return slices.ContainsFunc(key.Values, func(value string) bool {
		return value == text || value == key.Folds.Fold(text)
	})
}

func TestOldNamesLeadToKeys(t *testing.T) {
	for _, release := range views() {
		c := open(t, release)
		for key := range c.Keys() {
			for _, alternative := range key.Alternatives {
				found, by := c.Resolve(alternative.Name)
				if found == nil {
					t.Errorf("%q: %s leads nowhere", release, alternative.Name)
				} else if by == nil && found.Name != alternative.Name {
					t.Errorf("%q: %s leads to %s by no alternative", release, alternative.Name, found.Name)
				}
			}
		}
	}
}

func TestResolve(t *testing.T) {
	c := open(t, "3.5")
	if key, by := c.Resolve("spark.yarn.executor.memoryOverhead"); key != c.Key("spark.executor.memoryOverhead") || by == nil || by.Since != "2.3" {
		t.Errorf("spark.yarn.executor.memoryOverhead → %v by %v", key, by)
	}
	if key, by := c.Resolve("spark.kryoserializer.buffer.mb"); key == nil || by.Translation != "mb-to-kib" {
		t.Errorf("spark.kryoserializer.buffer.mb → %v by %v", key, by)
	}
	if key, by := c.Resolve("spark.executor.memory"); key == nil || by != nil {
		t.Errorf("spark.executor.memory → %v by %v", key, by)
	}
	if key, by := c.Resolve("spark.executor.memroy"); key != nil || by != nil {
		t.Errorf("spark.executor.memroy → %v by %v", key, by)
	}
	if c.Key("spark.yarn.executor.memoryOverhead") != nil {
		t.Error("an older name is not a key")
	}
	// Spark tries SparkConf's table in this order.
	var names []string
	for _, alternative := range c.Key("spark.history.fs.update.interval").Alternatives {
		names = append(names, alternative.Name)
	}
	want := []string{"spark.history.fs.update.interval.seconds", "spark.history.fs.updateInterval", "spark.history.updateInterval"}
	if !slices.Equal(names, want) {
		t.Errorf("alternatives %v, want %v", names, want)
	}
}

func TestConcurrentUse(t *testing.T) {
	var group sync.WaitGroup
	for range 16 {
		for _, release := range views() {
			group.Go(func() {
				c, err := Open(release)
				if err != nil || c.Key("spark.executor.memory") == nil || Doc(release, "spark.executor.memory") == "" {
					t.Errorf("%q: %v, %v", release, c, err)
				}
			})
		}
	}
	group.Wait()
}

// BenchmarkOpen measures what a process pays for its first look at a release:
// decoding the data, and indexing one release's keys.
func BenchmarkOpen(b *testing.B) {
	for _, line := range []string{"3.0", "4.3"} {
		b.Run(line, func(b *testing.B) { benchmarkOpen(b, func(t *tables) *Catalog { return lineOf(t, positionOf(line)) }) })
	}
	b.Run("common", func(b *testing.B) { benchmarkOpen(b, commonOf) })
}

func benchmarkOpen(b *testing.B, view func(*tables) *Catalog) {
	b.ReportAllocs()
	for b.Loop() {
		t, err := readTables()
		if err != nil {
			b.Fatal(err)
		}
		view(t)
	}
}

// BenchmarkOpenAnother measures a release after another one is open.
func BenchmarkOpenAnother(b *testing.B) {
	t, err := openTables()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		lineOf(t, 0)
	}
}

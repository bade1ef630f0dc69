package catalog

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
)

// Catalog is what one release line of Spark knows, or, with an empty Release,
// what all of them know together (Default.Kind is Varies where they differ).
// It may be read from many goroutines; what it says never changes.
type Catalog struct {
	// Release is the release line, "3.5"; empty for the common view.
	Release string
	// Version is the exact version the data was taken from, "3.5.9"; empty for
	// the common view.
	Version string

	keys         []*Key // sorted by name; releases that agree on a key share it
	byName       map[string]*Key
	byOldName    map[string]oldName
	deprecations []*Deprecation // sorted by name
	likenesses   likenesses
}

// oldName says where an older name leads: the index of one of key.Alternatives.
type oldName struct {
	key   *Key
	index int
	// first: the name is a current one too, but only in releases before those
	// in which it leads here; only in the common view.
	first bool
}

// Open returns the catalogue of a release line ("3.5") or of the line of an
// exact version ("3.5.1"); the empty string opens the common view over all
// releases. A catalogue is read once and shared by everybody who opens it.
func Open(release string) (*Catalog, error) {
	if release == "" {
		return openCommon()
	}
	line, ok := LineOf(release)
	if !ok {
		return nil, fmt.Errorf("no catalogue for Spark %s: there are %s", release, strings.Join(Releases(), ", "))
	}
	return openLine(line)
}

var (
	openCommon = sync.OnceValues(func() (*Catalog, error) { return ofTables(commonOf) })
	openLines  sync.Map // release line → func() (*Catalog, error)
)

// openLine makes the catalogue of a release line the first time it is asked for.
func openLine(line string) (*Catalog, error) {
	once, _ := openLines.LoadOrStore(line, sync.OnceValues(func() (*Catalog, error) {
		return ofTables(func(t *tables) *Catalog { return lineOf(t, positionOf(line)) })
	}))
	return once.(func() (*Catalog, error))()
}

func ofTables(view func(*tables) *Catalog) (*Catalog, error) {
	t, err := openTables()
	if err != nil {
		return nil, err
	}
	return view(t), nil
}

// lineOf is what holds in one release line.
func lineOf(t *tables, position int) *Catalog {
	r := releases()[position]
	c := &Catalog{Release: r.line, Version: r.version, keys: make([]*Key, 0, len(t.keys))}
	for i := range t.keys {
		if t.keys[i].covers(position) {
			c.keys = append(c.keys, &t.keys[i].entry)
		}
	}
	for i := range t.deprecations {
		if t.deprecations[i].covers(position) {
			c.deprecations = append(c.deprecations, &t.deprecations[i].entry)
		}
	}
	c.index()
	return c
}

// Key returns the key with this current name; nil when Spark does not know it
// or knows it only as an older name (see Resolve).
func (c *Catalog) Key(name string) *Key { return c.byName[name] }

// Resolve finds the key that Spark means by name. For an older name that this
// release still reads, it returns the current key and the alternative it came
// by; for an unknown name, nil and nil. In the common view a name means what it
// means in the newest release that knows it: spark.blacklist.enabled, current
// in 3.0, leads to spark.excludeOnFailure.enabled, as from 3.1 to 4.0.
func (c *Catalog) Resolve(name string) (*Key, *Alternative) {
	key, old := c.byName[name], c.byOldName[name]
	if old.key == nil || key != nil && !old.first {
		return key, nil
	}
	return old.key, &old.key.Alternatives[old.index]
}

// Keys yields all keys, sorted by name.
func (c *Catalog) Keys() iter.Seq[*Key] {
	return func(yield func(*Key) bool) {
		for _, key := range c.keys {
			if !yield(key) {
				return
			}
		}
	}
}

// Len returns the number of keys, older names not counted.
func (c *Catalog) Len() int { return len(c.keys) }

// Deprecation returns the row for name in Spark's own tables of deprecated and
// removed keys; nil when there is none.
func (c *Catalog) Deprecation(name string) *Deprecation {
	i, found := slices.BinarySearchFunc(c.deprecations, name, func(d *Deprecation, name string) int { return strings.Compare(d.Name, name) })
	if !found {
		return nil
	}
	return c.deprecations[i]
}

// Deprecations yields Spark's own tables of deprecated and removed keys,
// sorted by name.
func (c *Catalog) Deprecations() iter.Seq[*Deprecation] {
	return func(yield func(*Deprecation) bool) {
		for _, d := range c.deprecations {
			if !yield(d) {
				return
			}
		}
	}
}

// index builds the look-up tables.
func (c *Catalog) index() {
	c.byName = make(map[string]*Key, len(c.keys))
	c.byOldName = make(map[string]oldName)
	for _, key := range c.keys {
		c.byName[key.Name] = key
		for i, alternative := range key.Alternatives {
			if _, taken := c.byOldName[alternative.Name]; !taken {
				c.byOldName[alternative.Name] = oldName{key: key, index: i}
			}
		}
	}
}

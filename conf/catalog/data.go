package catalog

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The data, written by tools/sparkref (its README describes the fields). All
// releases share one text: each line holds for a range of release lines, so
// that a release is the lines whose range covers it. What is read at every start
// is plain, so that it need not be unpacked and its strings need no memory.
var (
	//go:embed data/releases.txt
	releasesText string
	//go:embed data/keys.txt
	keysText string
	//go:embed data/deprecations.txt
	deprecationsText string
	//go:embed data/docs.txt.gz
	docsBlob []byte
)

// release is a release line and the version its data was taken from.
type release struct{ line, version string }

var releases = sync.OnceValue(func() []release {
	var list []release
	for text := range strings.Lines(releasesText) {
		line, version, _ := strings.Cut(strings.TrimSpace(text), " ")
		list = append(list, release{line, version})
	}
	return list
})

// Releases returns the release lines there is data for, oldest first.
func Releases() []string {
	var lines []string
	for _, r := range releases() {
		lines = append(lines, r.line)
	}
	return lines
}

// Newest returns the newest release line there is data for.
func Newest() string {
	all := releases()
	return all[len(all)-1].line
}

// LineOf returns the release line of a Spark version: "3.5" for "3.5",
// "3.5.1" and "3.5.1-amzn-0". It is false when there is no data for that line.
func LineOf(version string) (line string, ok bool) {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	line = major + "." + minor
	if positionOf(line) < 0 {
		return "", false
	}
	return line, true
}

// positionOf returns the place of a line among the releases, -1 if it has none.
func positionOf(line string) int {
	return slices.IndexFunc(releases(), func(r release) bool { return r.line == line })
}

// Before reports whether a release line is older than another; never when
// either is not a line that the catalogue knows.
func Before(line, other string) bool {
	a, b := positionOf(line), positionOf(other)
	return a >= 0 && a < b
}

// inflate unpacks a whole blob; gzip checks its length and checksum.
func inflate(blob []byte) (string, error) {
	reader, err := gzip.NewReader(bytes.NewReader(blob))
	if err != nil {
		return "", err
	}
	var text strings.Builder
	// The last four bytes of a gzip member are its unpacked length.
	text.Grow(int(binary.LittleEndian.Uint32(blob[len(blob)-4:])))
	if _, err := io.Copy(&text, reader); err != nil {
		return "", err
	}
	return text.String(), nil
}

// span is a range of release lines, by their places among all.
type span struct{ first, last int }

func (s span) covers(position int) bool { return s.first <= position && position <= s.last }

// row is a line of the data: what is said of one name, and where it holds.
// The rows of a name stand together, oldest first, and do not overlap.
type row[E any] struct {
	span
	entry E
}

type (
	keyRow         = row[Key]
	deprecationRow = row[Deprecation]
)

// tables is the data of all releases, sorted by name.
type tables struct {
	keys         []keyRow
	deprecations []deprecationRow
}

// openTables decodes the data of all releases, once.
var openTables = sync.OnceValues(readTables)

func readTables() (*tables, error) {
	keys, err := readRows(keysText, readKey)
	if err != nil {
		return nil, fmt.Errorf("catalogue of keys: %w", err)
	}
	deprecations, err := readRows(deprecationsText, readDeprecation)
	if err != nil {
		return nil, fmt.Errorf("catalogue of deprecated keys: %w", err)
	}
	return &tables{keys, deprecations}, nil
}

// readRows decodes every line of a text, by read from the third field on.
func readRows[E any](text string, read func(entry *E, name string, fields *record) error) ([]row[E], error) {
	positions := make(map[string]int)
	for i, r := range releases() {
		positions[r.line] = i
	}
	rows := make([]row[E], strings.Count(text, "\n"))
	for i := range rows {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		fields := record{rest: line}
		name := fields.next()
		rows[i].span = span{positions[fields.next()], positions[fields.next()]}
		if err := read(&rows[i].entry, name, &fields); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return rows, nil
}

// record is a line of tab-separated fields, read from left to right; empty
// fields at its end are not written.
type record struct{ rest string }

func (r *record) next() string {
	field, rest, _ := strings.Cut(r.rest, "\t")
	r.rest = rest
	return field
}

// text reads a field that may hold escaped tabs and line ends.
func (r *record) text() string {
	field := r.next()
	if !strings.Contains(field, `\`) {
		return field
	}
	return unescaper.Replace(field)
}

var unescaper = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")

func readKey(key *Key, name string, fields *record) error {
	key.Name = name
	kind, element, _ := strings.Cut(fields.next(), " of ")
	key.Type, key.Element, key.Unit = Type(kind), Type(element), Unit(fields.next())
	if key.Type == List && key.Element == "" {
		key.Element = String
	}
	for _, flag := range fields.next() {
		switch flag {
		case 's':
			key.Static = true
		case 'r':
			key.Runtime = true
		case 'i':
			key.Internal = true
		case 'c':
			key.Folds = Lower
		case 'C':
			key.Folds = Upper
		case 't':
			key.Trims = true
		case 'h':
			key.Holes = true
		case 'u':
			key.Unregistered = true
		default:
			return fmt.Errorf("unknown flag %q", flag)
		}
	}
	var err error
	if key.Default, err = readDefault(fields.text()); err != nil {
		return err
	}
	key.Since, key.Module = fields.next(), fields.next()
	key.Alternatives = readAlternatives(fields.next())
	if values := fields.text(); values != "" {
		key.Values = strings.Split(values, "|")
	}
	if key.Minimum, err = readBound(fields.next()); err != nil {
		return err
	}
	if key.Maximum, err = readBound(fields.next()); err != nil {
		return err
	}
	key.Check, key.Prepend, key.PrependSeparator = fields.text(), fields.next(), fields.text()
	return nil
}

// readDefault decodes a default: its first byte tells the kind.
func readDefault(field string) (Default, error) {
	if field == "" {
		return Default{Kind: Undefined}, nil
	}
	switch text := field[1:]; field[0] {
	case '=':
		return Default{Literal, text}, nil
	case '>':
		return Default{Fallback, text}, nil
	case '~':
		return Default{Computed, text}, nil
	}
	return Default{}, fmt.Errorf("unknown kind of default %q", field)
}

// readAlternatives decodes "name;since;translation,name;since;translation".
func readAlternatives(field string) []Alternative {
	if field == "" {
		return nil
	}
	var list []Alternative
	for part := range strings.SplitSeq(field, ",") {
		name, rest, _ := strings.Cut(part, ";")
		since, translation, _ := strings.Cut(rest, ";")
		list = append(list, Alternative{name, since, translation})
	}
	return list
}

// readBound decodes "1", or "!0" for a bound that is itself refused.
func readBound(field string) (*Bound, error) {
	if field == "" {
		return nil, nil
	}
	number, exclusive := strings.CutPrefix(field, "!")
	value, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return nil, err
	}
	return &Bound{value, exclusive}, nil
}

func readDeprecation(d *Deprecation, name string, fields *record) error {
	d.Name, d.Removed = name, fields.next() == "removed"
	d.Since, d.Replacement, d.DefaultValue, d.Message = fields.next(), fields.next(), fields.text(), fields.text()
	return nil
}

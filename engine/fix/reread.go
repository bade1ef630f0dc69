package fix

import (
	"fmt"
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Reader reads edited texts again and compares what they say with what they
// said. Not safe for concurrent use.
type Reader struct {
	editors map[source.Kind]conf.Editor
	before  map[*source.Source]*saying
	left    int // of maximumBytes
}

// maximumBytes bounds how much text a reader reads again. What is asked beyond
// that is not certain.
const maximumBytes = 16 << 20

// NewReader returns a reader of the formats that the editors write.
func NewReader(editors map[source.Kind]conf.Editor) *Reader {
	return &Reader{editors: editors, before: map[*source.Source]*saying{}, left: maximumBytes}
}

// saying is what a text says, as far as a fix may not change it.
type saying struct {
	jobs  []said
	wrong int // diagnostics
}

// said is what a text says of one job.
type said struct {
	// rest is everything but observations and settings, printed.
	rest         string
	observations []observed
	settings     []wrote
}

// observed is one observation.
type observed struct {
	kind       string
	start, end int
}

// wrote is one assignment, in the order in which Spark reads them.
type wrote struct {
	layer                conf.LayerKind
	key, raw             string
	unknown              bool
	keyStart, keyEnd     int
	valueStart, valueEnd int
}

// holds reports whether edits do to the texts what the changes say, and
// nothing else.
func (r *Reader) holds(edits []source.Edit, changes []Change) bool {
	bySource := map[*source.Source][]source.Edit{}
	for _, e := range edits {
		bySource[e.At.Source] = append(bySource[e.At.Source], e)
	}
	for i := range changes {
		if bySource[changes[i].source()] == nil {
			return false
		}
	}
	for s, list := range bySource {
		here := slices.DeleteFunc(slices.Clone(changes), func(c Change) bool { return c.source() != s })
		if !r.source(r.editors[s.Kind], s, list, here) {
			return false
		}
	}
	return true
}

func (r *Reader) source(editor conf.Editor, s *source.Source, edits []source.Edit, changes []Change) bool {
	text, err := source.Apply(s, edits)
	if err != nil || editor == nil || string(text) == string(s.Text) {
		return false
	}
	if r.left -= len(s.Text); r.left < 0 {
		return false
	}
	before := r.before[s]
	if before == nil {
		before = sayingOf(editor.Load(source.New(s.Name, s.Kind, s.Text)))
		r.before[s] = before
	}
	return before.becomes(sayingOf(editor.Load(source.New(s.Name, s.Kind, text))), changes)
}

func sayingOf(loaded conf.Loaded) *saying {
	s := &saying{wrong: len(loaded.Diagnostics)}
	for _, j := range loaded.Jobs {
		s.jobs = append(s.jobs, saidOf(j))
	}
	return s
}

func saidOf(j *conf.Job) said {
	app := j.Application
	s := said{rest: fmt.Sprintf("%q %v %q %q %q %q %q %v", j.Kind, j.Unseen != "", app.File.Raw, app.Class, app.Args, app.Language, j.SparkVersion, app.Shell)}
	for _, reference := range []*conf.FileReference{j.PropertiesFile, j.DefaultsFile} {
		if reference != nil {
			s.rest += fmt.Sprintf(" %q %q", reference.Path, reference.Unknown)
		}
	}
	for _, o := range j.Observations {
		s.observations = append(s.observations, observed{o.Kind, o.At.Start, o.At.End})
	}
	for _, layer := range j.Layers {
		for i := range layer.Assignments {
			a := &layer.Assignments[i]
			s.settings = append(s.settings, wrote{
				layer.Kind, a.Key, a.Value.Raw, a.Value.Unknown != "", a.KeyAt.Start, a.KeyAt.End, a.ValueAt.Start, a.ValueAt.End,
			})
		}
	}
	return s
}

// becomes reports whether changes turn what a text said into what it says now.
// Each of them must change something.
func (s *saying) becomes(now *saying, changes []Change) bool {
	if now.wrong > s.wrong || len(now.jobs) != len(s.jobs) {
		return false
	}
	effective := make([]int, len(changes)) // in how many jobs
	for i := range s.jobs {
		if !s.jobs[i].becomes(now.jobs[i], changes, effective) {
			return false
		}
	}
	for i, n := range effective {
		if n == 0 || n > 1 && changes[i].alone {
			return false
		}
	}
	return true
}

func (s said) becomes(now said, changes []Change, effective []int) bool {
	expected, settings, mended := s.settings, now.settings, (*Change)(nil)
	for i := range changes {
		c := &changes[i]
		if c.kind == mends {
			if slices.Contains(s.observations, observed{c.observation, c.span.Start, c.span.End}) {
				mended = c
				effective[i]++
			}
			continue
		}
		changed, n := c.apply(expected)
		if c.kind == adds {
			if settings, n = without(settings, c.key, c.text, n); n < 0 {
				return false
			}
		}
		expected, effective[i] = changed, effective[i]+min(n, 1)
	}
	if !s.noticesNoMore(now, mended) {
		return false
	}
	if mended != nil {
		return mended.keeps(expected, settings)
	}
	return s.rest == now.rest && slices.EqualFunc(expected, settings, wrote.same)
}

// noticesNoMore reports whether no observation is new, and one that was mended
// is gone.
func (s said) noticesNoMore(now said, mended *Change) bool {
	count := func(list []observed) map[string]int {
		counts := map[string]int{}
		for _, o := range list {
			counts[o.kind]++
		}
		return counts
	}
	before := count(s.observations)
	if mended != nil {
		before[mended.observation]--
	}
	for kind, n := range count(now.observations) {
		if n > before[kind] {
			return false
		}
	}
	return true
}

// apply changes what was written, and counts the changes. The same assignment
// may be part of several jobs. What is added is left to without.
func (c *Change) apply(list []wrote) (changed []wrote, n int) {
	at := wrote{
		key: c.at.Key, keyStart: c.at.KeyAt.Start, keyEnd: c.at.KeyAt.End, valueStart: c.at.ValueAt.Start, valueEnd: c.at.ValueAt.End,
	}
	for _, w := range list {
		if w.stands(at, c.kind == writes) {
			n++
			switch c.kind {
			case writes:
				w.raw = c.text
			case renames:
				w.key = c.key
			case removes:
				continue
			}
		}
		changed = append(changed, w)
	}
	return changed, n
}

// without takes out the assignments that were added, exactly n; it returns -1
// when there are more or fewer of that key.
func without(list []wrote, key, text string, n int) ([]wrote, int) {
	var rest []wrote
	found := 0
	for _, w := range list {
		if w.key != key {
			rest = append(rest, w)
			continue
		}
		found++
		if w.raw != text || w.unknown {
			return nil, -1
		}
	}
	if found != n {
		return nil, -1
	}
	return rest, n
}

// stands reports whether an assignment is the one at a place. Of the value
// alone, which a shell variable may hold for several commands, only the value's
// place counts.
func (w wrote) stands(at wrote, value bool) bool {
	return w.key == at.key && w.valueStart == at.valueStart && w.valueEnd == at.valueEnd &&
		(value || w.keyStart == at.keyStart && w.keyEnd == at.keyEnd)
}

func (w wrote) same(v wrote) bool {
	return w.layer == v.layer && w.key == v.key && w.raw == v.raw && w.unknown == v.unknown
}

// keeps reports whether all that was written apart from the mended bytes still
// is. What was misread there may be another setting now, or one more.
func (c *Change) keeps(before, now []wrote) bool {
	left := map[wrote]int{}
	for _, w := range now {
		left[w.plain()]++
	}
	touched := func(start, end int) bool { return start <= c.span.End && c.span.Start <= end }
	for _, w := range before {
		if touched(w.keyStart, w.keyEnd) || touched(w.valueStart, w.valueEnd) {
			continue
		}
		if left[w.plain()]--; left[w.plain()] < 0 {
			return false
		}
	}
	return len(now) >= len(before)
}

// plain is an assignment without its place.
func (w wrote) plain() wrote {
	return wrote{layer: w.layer, key: w.key, raw: w.raw, unknown: w.unknown}
}

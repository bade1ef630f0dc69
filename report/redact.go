package report

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/secret"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

// mask stands where a secret was.
const mask = "********"

// plainWord is a value that stands in many messages by chance: it is masked in
// its place, and not wherever else the word occurs.
var plainWord = regexp.MustCompile(`^(?i:true|false|[0-9]{1,5}[a-z%]*|password|secret|token|admin|test|root|user|guest|spark|minio|postgres|hadoop|changeit)$`)

// redactor masks secrets in everything that is shown. It is built once for a
// report and then only read.
type redactor struct {
	// extents of secret values by root source, sorted and apart.
	extents map[*source.Source][]source.Extent
	values  *strings.Replacer
}

// newRedactor collects the secrets that the jobs' texts hold, and those that
// findings are about.
func newRedactor(jobs []*conf.Job, findings ...engine.Finding) *redactor {
	r := &redactor{extents: map[*source.Source][]source.Extent{}}
	values := map[string]bool{}
	seen := map[*conf.Layer]bool{}
	for _, j := range jobs {
		for _, layer := range j.Layers {
			if seen[layer] {
				continue
			}
			seen[layer] = true
			for i := range layer.Assignments {
				r.collect(&layer.Assignments[i], values)
			}
		}
		r.arguments(&j.Application, values)
	}
	for i := range findings {
		r.accused(&findings[i], values)
	}
	for _, j := range jobs {
		if j.Resource == nil {
			continue
		}
		for _, a := range j.Resource.Attributes {
			r.collect(&conf.Assignment{Key: a.Path, Value: a.Value, ValueAt: a.ValueAt}, values)
		}
	}
	for s, list := range r.extents {
		r.extents[s] = apart(list)
	}
	r.values = replacer(values)
	return r
}

// collect remembers where an assignment's secrets stand and what they are.
func (r *redactor) collect(a *conf.Assignment, values map[string]bool) {
	raw := a.Value.Raw
	if a.Value.Unknown != "" {
		raw = ""
	}
	if !secret.Named(a.Key) {
		for _, l := range secret.Find(raw) {
			keep(raw[l.Start:l.End], values)
		}
		return
	}
	if at := a.ValueAt.Root(); a.Value.Unknown == "" || !secret.Reference(at.Text()) {
		r.hide(at)
	}
	keep(raw, values)
}

// arguments remembers the secrets among an application's own arguments.
func (r *redactor) arguments(app *conf.Application, values map[string]bool) {
	for i, list := range secret.Arguments(app.Args) {
		for _, l := range list {
			keep(app.Args[i][l.Start:l.End], values)
			if i < len(app.ArgsAt) {
				r.hide(app.ArgsAt[i].Root())
			}
		}
	}
}

// accused remembers what a rule takes for a secret.
func (r *redactor) accused(f *engine.Finding, values map[string]bool) {
	if !f.Secret {
		return
	}
	r.hide(f.At)
	if f.Setting == nil {
		return
	}
	for i := range f.Setting.Stack {
		a := &f.Setting.Stack[i]
		r.hide(a.ValueAt.Root())
		if a.Value.Unknown == "" {
			keep(a.Value.Raw, values)
		}
	}
}

// hide marks bytes that are not to be shown.
func (r *redactor) hide(at source.Span) {
	if at.Len() > 0 {
		r.extents[at.Source] = append(r.extents[at.Source], source.Extent{Start: at.Start, End: at.End})
	}
}

// keep adds a value that is masked wherever it stands, unless it is so common a
// word that nothing would be left of a report.
func keep(raw string, values map[string]bool) {
	if len(raw) >= 4 && !plainWord.MatchString(raw) {
		values[raw] = true
		values[strings.Trim(strconv.Quote(raw), `"`)] = true
	}
}

// replacer masks the longest values first, so that one that holds another is
// masked whole.
func replacer(values map[string]bool) *strings.Replacer {
	list := make([]string, 0, len(values))
	for v := range values {
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	pairs := make([]string, 0, 2*len(list))
	for _, v := range list {
		pairs = append(pairs, v, mask)
	}
	return strings.NewReplacer(pairs...)
}

// value returns the text of a setting as it may be shown.
func (r *redactor) value(key, raw string) string {
	if secret.Named(key) && raw != "" {
		return mask
	}
	return r.text(raw)
}

// text masks the secrets that a message or a formula carries.
func (r *redactor) text(s string) string { return masked(r.values.Replace(s)) }

// about masks a message about a setting, in which even a short value of a
// secret key is not shown.
func (r *redactor) about(s *conf.Setting, message string) string {
	if s != nil && secret.Named(s.Name) {
		for i := range s.Stack {
			if raw := s.Stack[i].Value.Raw; raw != "" {
				message = strings.ReplaceAll(message, raw, mask)
			}
		}
	}
	return r.text(message)
}

// masked hides every secret that a text shows by its shape or its name.
func masked(s string) string {
	found := secretExtents(s)
	if found == nil {
		return s
	}
	var b strings.Builder
	last := 0
	for _, e := range found {
		b.WriteString(s[last:e.Start])
		b.WriteString(mask)
		last = e.End
	}
	b.WriteString(s[last:])
	return b.String()
}

// secretExtents finds the secrets in a text, sorted and apart.
func secretExtents(s string) []source.Extent {
	var list []source.Extent
	for _, l := range secret.Find(s) {
		list = append(list, source.Extent{Start: l.Start, End: l.End})
	}
	return apart(list)
}

// hidden returns the extents between two offsets of a source that must not be
// shown, sorted and apart.
func (r *redactor) hidden(s *source.Source, start, end int) []source.Extent {
	var list []source.Extent
	known := r.extents[s]
	for i := sort.Search(len(known), func(i int) bool { return known[i].End > start }); i < len(known) && known[i].Start < end; i++ {
		list = append(list, known[i])
	}
	for _, e := range secretExtents(string(s.Text[start:end])) {
		list = append(list, source.Extent{Start: start + e.Start, End: start + e.End})
	}
	return apart(list)
}

// apart sorts extents and joins those that touch.
func apart(list []source.Extent) []source.Extent {
	slices.SortFunc(list, func(a, b source.Extent) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	kept := list[:0]
	for _, e := range list {
		if n := len(kept); n > 0 && e.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, e.End)
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

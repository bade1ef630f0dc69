package report

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// mask stands where a secret was.
const mask = "********"

// secretWords in the name of a key make its value a secret: those of Spark's own
// redaction pattern (spark.redaction.regex in 4.0), and those of keys and
// passwords that it misses.
var secretWords = []string{"secret", "password", "token", "accesskey", "access.key", "passwd", "account.key", "privatekey", "private.key"}

// secretPair finds name=value inside longer text, such as a JVM option or a
// line that its loader could not read.
var secretPair = sync.OnceValue(func() *regexp.Regexp {
	var words []string
	for _, word := range secretWords {
		words = append(words, regexp.QuoteMeta(word))
	}
	return regexp.MustCompile(`(?i)[\w.-]*(?:` + strings.Join(words, "|") + `)[\w.-]*["']?\s*=\s*("[^"]*"?|'[^']*'?|[^\s,;&"']+)`)
})

// reference is text that only points at a secret: masking it would hide the
// good example.
var reference = regexp.MustCompile(`^["']?(\$\w+|\$\{[^}:]*\}|(var|local|data)\.[\w.]+)["']?$`)

// plainWord is a value that cannot be a secret and stands in many messages.
var plainWord = regexp.MustCompile(`^(?i:true|false|[0-9]{1,5}[a-z%]*)$`)

// redactor masks secrets in everything that is shown. It is built once for a
// report and then only read.
type redactor struct {
	// extents of secret values by root source, sorted and apart.
	extents map[*source.Source][]source.Extent
	values  *strings.Replacer
}

// newRedactor collects the secrets that the jobs' texts hold.
func newRedactor(jobs []*conf.Job) *redactor {
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

// collect remembers where an assignment's secret stands and what it is.
func (r *redactor) collect(a *conf.Assignment, values map[string]bool) {
	if !isSecret(a.Key) {
		return
	}
	if at := a.ValueAt.Root(); at.Len() > 0 && (a.Value.Unknown == "" || !reference.MatchString(at.Text())) {
		r.extents[at.Source] = append(r.extents[at.Source], source.Extent{Start: at.Start, End: at.End})
	}
	if raw := a.Value.Raw; a.Value.Unknown == "" && len(raw) >= 4 && !plainWord.MatchString(raw) {
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

// isSecret reports whether the values of a key are secrets.
func isSecret(key string) bool {
	lower := strings.ToLower(key)
	return slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(lower, word) })
}

// value returns the text of a setting as it may be shown.
func (r *redactor) value(key, raw string) string {
	if isSecret(key) && raw != "" {
		return mask
	}
	return pairs(raw)
}

// text masks the secrets that a message or a formula carries.
func (r *redactor) text(s string) string { return pairs(r.values.Replace(s)) }

// about masks a message about a setting, in which even a short value of a
// secret key is not shown.
func (r *redactor) about(s *conf.Setting, message string) string {
	if s != nil && isSecret(s.Name) {
		for i := range s.Stack {
			if raw := s.Stack[i].Value.Raw; raw != "" {
				message = strings.ReplaceAll(message, raw, mask)
			}
		}
	}
	return r.text(message)
}

// pairs masks the value in every name=value whose name is that of a secret.
func pairs(s string) string {
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

// secretExtents finds the values in name=value whose name is that of a secret,
// sorted and apart. A pair inside quotes goes on until they close.
func secretExtents(s string) []source.Extent {
	if !isSecret(s) { // most text names none, and this is the quicker look
		return nil
	}
	var list []source.Extent
	for _, m := range secretPair().FindAllStringSubmatchIndex(s, -1) {
		e := source.Extent{Start: m[2], End: m[3]}
		if m[0] > 0 && (s[m[0]-1] == '"' || s[m[0]-1] == '\'') {
			e.End = len(s)
			if end := strings.IndexByte(s[e.Start:], s[m[0]-1]); end >= 0 {
				e.End = max(m[3], e.Start+end)
			}
		}
		if !reference.MatchString(s[e.Start:e.End]) {
			list = append(list, e)
		}
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

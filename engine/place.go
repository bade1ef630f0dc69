package engine

import (
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// Prefixes of the names by which policies point at what is neither a setting
// nor a fact.
const (
	assignmentPrefix  = "assignment#"
	observationPrefix = "observation#"
	// Of the resource that declares the job.
	attributePrefix     = "attribute#"
	attributeNamePrefix = "attribute_name#"
	argumentPrefix      = "argument#"
	applicationName     = "application"
	versionName         = "spark_version"
)

// place finds the bytes that an answer is about.
func place(f *Finding, j *conf.Job, set *facts.Set, at string) {
	f.At = head(j.At)
	if n, ok := numbered(at, assignmentPrefix); ok {
		f.Setting, f.Assignment = assignment(j, n)
	} else if n, ok := numbered(at, observationPrefix); ok && n < len(j.Observations) {
		f.At = j.Observations[n].At.Root()
		return
	} else if span, ok := attributeSpan(j, at); ok {
		f.At = span
		return
	} else if n, ok := numbered(at, argumentPrefix); ok && n < len(j.Application.ArgsAt) {
		f.At = j.Application.ArgsAt[n].Root()
		return
	} else if at == applicationName && !j.Application.FileAt.IsZero() {
		f.At = j.Application.FileAt.Root()
		return
	} else if at == versionName && !j.SparkVersionAt.IsZero() {
		f.At = j.SparkVersionAt.Root()
		return
	} else if fact := set.Get(at); fact != nil {
		f.Setting = writtenBehind(fact)
	} else {
		f.Setting = j.Setting(at)
	}
	if f.Setting != nil && f.Assignment == nil {
		f.Assignment = f.Setting.Effective()
	}
	switch {
	case f.Assignment == nil:
	case f.Assignment.Layer.Kind == conf.PlatformLayer: // nobody wrote it, in the job or elsewhere
		f.Assignment = nil
	default:
		f.At = valueOrKey(f.Assignment)
	}
}

// valueOrKey is the place of an assignment: its value, or its key when the
// value is empty.
func valueOrKey(a *conf.Assignment) source.Span {
	if at := a.ValueAt.Root(); at.Len() > 0 {
		return at
	}
	return a.KeyAt.Root()
}

// head is the first word of a job, or the header of a block: where to point when
// nothing written is to blame.
func head(at source.Span) source.Span {
	at = at.Root()
	if at.IsZero() {
		return at
	}
	text, end := at.Text(), "\r\n\t "
	if at.Source.Kind == "hcl" {
		end = "\r\n{"
	}
	if i := strings.IndexAny(text, end); i >= 0 {
		text = text[:i]
	}
	return at.Source.Span(at.Start, at.Start+len(strings.TrimRight(text, " \t")))
}

// writtenBehind returns the first setting behind a fact that somebody wrote.
func writtenBehind(f *facts.Fact) *conf.Setting {
	for _, use := range f.Uses {
		if s := use.Lookup.Setting; s != nil && s.Effective() != nil && s.Effective().Layer.Kind != conf.PlatformLayer {
			return s
		}
	}
	return nil
}

func numbered(at, prefix string) (int, bool) {
	digits, ok := strings.CutPrefix(at, prefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil && n >= 0
}

// assignment finds an assignment by the number that assignmentsDocument gave it.
func assignment(j *conf.Job, n int) (*conf.Setting, *conf.Assignment) {
	for _, name := range j.Written() {
		s := j.Setting(name)
		if n < len(s.Stack) {
			return s, &s.Stack[n]
		}
		n -= len(s.Stack)
	}
	return nil, nil
}

func splitFact(name string) (group, rest string) {
	group, rest, _ = strings.Cut(name, ".")
	return group, rest
}

package engine

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine/fix"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/source"
)

// Fix puts a finding right by edits of the texts. Reading the texts again with
// the edits applied gave the settings that the rule asked for, and no other
// setting, option or job had changed.
type Fix struct {
	// Safe: the edits do what was certainly meant. Others change what a job
	// does, and are for people to choose.
	Safe bool
	// Edits in root sources, in the order of names and offsets.
	Edits []source.Edit
	// Text is what will be written, in a line: "--executor-memory 14g".
	Text string
	// Keys are the settings that change, by the names that stand in the texts;
	// none for a fix of something that is no setting.
	Keys []string
}

// fixes finds the fixes of findings, which are sorted: those of one source one
// after the other, those of several side by side.
func fixes(ctx context.Context, findings []Finding, o Options) {
	if len(o.Editors) == 0 {
		return
	}
	var groups [][]Finding
	start := 0
	for i := range findings {
		if next := i + 1; next == len(findings) || findings[next].At.Source != findings[i].At.Source {
			groups = append(groups, findings[start:next])
			start = next
		}
	}
	sideBySide(ctx, len(groups), o.Workers, func(i int) {
		reader := fix.NewReader(o.Editors)
		for k := range groups[i] {
			groups[i][k].Fix = fixOf(reader, &groups[i][k])
		}
	})
}

// fixOf returns the fix that a finding's rule names; nil when it names none, or
// when there is no way to write it that is certain.
func fixOf(reader *fix.Reader, f *Finding) *Fix {
	if f.answer == nil {
		return nil
	}
	p := plan{safe: !f.answer.Unsafe}
	p.answer(f, f.answer)
	if p.impossible || len(p.changes) == 0 {
		return nil
	}
	edits, ok := reader.Edits(p.changes)
	if !ok {
		return nil
	}
	made := &Fix{Safe: p.safe, Edits: edits, Text: strings.Join(p.texts, ", ")}
	for i := range p.changes {
		made.Keys = append(made.Keys, p.changes[i].Keys()...)
	}
	return made
}

// plan is what an answer comes to: changes of assignments, each with what there
// is to say about it.
type plan struct {
	changes    []fix.Change
	texts      []string
	safe       bool
	impossible bool
}

// answer plans all that an answer names.
func (p *plan) answer(f *Finding, a *policy.Answer) {
	if a.Replace != nil {
		p.replace(f, *a.Replace)
	}
	for _, key := range slices.Sorted(maps.Keys(a.Rename)) {
		p.rename(f, key, a.Rename[key])
	}
	for _, key := range slices.Sorted(maps.Keys(a.Set)) {
		p.set(f, key, a.Set[key])
	}
	for _, key := range a.Unset {
		p.unset(f, key)
	}
}

func (p *plan) take(c fix.Change, text string) {
	p.changes, p.texts = append(p.changes, c), append(p.texts, text)
}

// set writes the value of a setting where Spark takes it from, or adds the
// setting next to the one that the finding is about.
func (p *plan) set(f *Finding, key, value string) {
	switch a := assignmentOf(f, key); {
	case a == nil || a.Layer.Kind == conf.PlatformLayer: // nobody wrote it
		p.add(f, key, value)
	case a.Value.Raw == value || converted(f.Job, a):
		p.impossible = true
	default:
		p.take(fix.Write(a, value), phrase(a, value))
	}
}

// add writes a setting that nobody wrote. Whether that is so may depend on a
// file that is not here, and a file that other jobs lie on sets it for them too.
func (p *plan) add(f *Finding, key, value string) {
	beside := f.Assignment
	if beside == nil || beside.Dropped != "" || someoneWrote(f.Job, key) || f.Job.Unseen != "" {
		p.impossible = true
		return
	}
	shared := beside.Layer.Kind == conf.ClusterLayer || beside.Layer.Kind == conf.SparkDefaultsLayer
	if f.Job.Complete && (shared || f.Rule.AppliesTo.Complete && !f.Job.BaseKnown()) {
		p.safe = false
	}
	p.take(fix.Add(beside, key, value), key+"="+value)
}

// someoneWrote reports whether a setting stands somewhere, rather than follow
// from a platform.
func someoneWrote(j *conf.Job, key string) bool {
	s := j.Setting(key)
	return s != nil && slices.ContainsFunc(s.Stack, func(a conf.Assignment) bool { return a.Layer.Kind != conf.PlatformLayer })
}

// unset takes a setting out: the assignment that the finding is about, or else
// every one that Spark would take.
func (p *plan) unset(f *Finding, key string) {
	if a := f.Assignment; a != nil && (a.Key == key || f.Setting.Name == key) && strings.HasPrefix(f.answer.At, assignmentPrefix) {
		remove := fix.Remove
		if a != f.Setting.Effective() {
			remove = fix.RemoveLost
		}
		p.take(remove(a), "remove "+phrase(a, ""))
		return
	}
	s := settingOf(f.Job, key)
	if s == nil || s.Effective() == nil || s.Effective().Layer.Kind == conf.PlatformLayer {
		p.impossible = true
		return
	}
	p.take(fix.Remove(s.Effective()), "remove "+phrase(s.Effective(), ""))
	lost := s.Overridden()
	for i := range lost {
		if lost[i].Layer.Kind == conf.PlatformLayer { // stands in no text
			continue
		}
		p.take(fix.Remove(&lost[i]), "and "+phrase(&lost[i], "")+" at "+valueOrKey(&lost[i]).String())
	}
}

// rename gives a value to another key, unless that has one already.
func (p *plan) rename(f *Finding, from, to string) {
	a := f.Assignment
	if a == nil || a.Key != from {
		if s := settingOf(f.Job, from); s != nil {
			a = s.Effective()
		}
	}
	if a == nil || a.Key != from || isWritten(f.Job, to) {
		p.impossible = true
		return
	}
	p.take(fix.Rename(a, to), "rename to "+to)
}

// replace mends the bytes of an observation.
func (p *plan) replace(f *Finding, text string) {
	n, ok := numbered(f.answer.At, observationPrefix)
	if !ok || n >= len(f.Job.Observations) {
		p.impossible = true
		return
	}
	shown := "write " + text
	if strings.ContainsAny(text, "\r\n") || strings.TrimSpace(text) == "" {
		shown = f.Advice
	}
	p.take(fix.Mend(&f.Job.Observations[n], text), shown)
}

// assignmentOf finds the assignment to change for a key: the one the finding is
// about, if it is of that key, else the one that Spark takes.
func assignmentOf(f *Finding, key string) *conf.Assignment {
	if f.Assignment != nil && (f.Assignment.Key == key || f.Setting.Name == key) {
		return f.Assignment
	}
	if s := settingOf(f.Job, key); s != nil {
		return s.Effective()
	}
	return nil
}

// settingOf finds a setting by its current name, or by one that it was written
// with.
func settingOf(j *conf.Job, key string) *conf.Setting {
	if s := j.Setting(key); s != nil {
		return s
	}
	for _, name := range j.Written() {
		if s := j.Setting(name); slices.ContainsFunc(s.Stack, func(a conf.Assignment) bool { return a.Key == key }) {
			return s
		}
	}
	return nil
}

// isWritten reports whether some layer writes a key by exactly that name.
func isWritten(j *conf.Job, key string) bool {
	s := settingOf(j, key)
	return s != nil && slices.ContainsFunc(s.Stack, func(a conf.Assignment) bool { return a.Key == key })
}

// converted reports whether Spark converts the value of an old name, so that a
// text means something else under it.
func converted(j *conf.Job, a *conf.Assignment) bool {
	key, _ := j.Catalog.Resolve(a.Key)
	return key != nil && slices.ContainsFunc(key.Alternatives, func(alt catalog.Alternative) bool { return alt.Name == a.Key && alt.Translation != "" })
}

// phrase is an assignment with a value in the words of its format.
func phrase(a *conf.Assignment, value string) string {
	key, between := a.Key, "="
	switch {
	case strings.HasPrefix(a.Spelling, "-"):
		key, between = a.Spelling, " "
	case a.Spelling != "":
		key, between = a.Spelling, " = "
	}
	if value == "" {
		return key
	}
	return key + between + value
}

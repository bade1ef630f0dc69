package engine

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
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
	for start, end := 0, 0; start < len(findings); start = end {
		for end = start; end < len(findings) && findings[end].At.Source == findings[start].At.Source; end++ {
		}
		groups = append(groups, findings[start:end])
	}
	sideBySide(ctx, len(groups), o.Workers, func(i int) {
		x := fixer{editors: o.Editors, reader: rereader{before: map[*source.Source]*saying{}, left: rereadBytes}}
		for k := range groups[i] {
			groups[i][k].Fix = x.fix(&groups[i][k])
		}
	})
}

// fixer finds the edits behind the answers of rules about one source.
type fixer struct {
	editors map[source.Kind]conf.Editor
	reader  rereader
}

// step is one change to one assignment, in the ways in which it may be written.
type step struct {
	proposals []conf.Proposal
	change    change
	// unsure: it is not certain that the change is for this job alone, or that
	// it is needed.
	unsure bool
	text   string
}

// fix returns the fix that a finding's rule names; nil when it names none, or
// when there is no way to write it that is certain.
func (x *fixer) fix(f *Finding) *Fix {
	a := f.answer
	if a == nil {
		return nil
	}
	var steps []step
	if a.Replace != nil {
		s, ok := x.replace(f, *a.Replace)
		if !ok {
			return nil
		}
		steps = append(steps, s)
	}
	for _, key := range slices.Sorted(maps.Keys(a.Rename)) {
		s, ok := x.rename(f, key, a.Rename[key])
		if !ok {
			return nil
		}
		steps = append(steps, s)
	}
	for _, key := range slices.Sorted(maps.Keys(a.Set)) {
		s, ok := x.set(f, key, a.Set[key])
		if !ok {
			return nil
		}
		steps = append(steps, s)
	}
	for _, key := range a.Unset {
		more, ok := x.unset(f, key)
		if !ok {
			return nil
		}
		steps = append(steps, more...)
	}
	if len(steps) == 0 {
		return nil
	}
	return x.take(a, steps)
}

// take chooses for each step the first proposal that does nothing else, and
// holds all of them together against what they should do.
func (x *fixer) take(a *policy.Answer, steps []step) *Fix {
	fix := &Fix{Safe: !a.Unsafe}
	var changes []change
	var texts []string
	for _, s := range steps {
		chosen := slices.IndexFunc(s.proposals, func(p conf.Proposal) bool { return x.reader.holds(x.editors, p, []change{s.change}) })
		if chosen < 0 {
			return nil
		}
		fix.Edits = append(fix.Edits, s.proposals[chosen]...)
		fix.Safe = fix.Safe && !s.unsure
		changes = append(changes, s.change)
		fix.Keys = append(fix.Keys, s.change.keys()...)
		texts = append(texts, s.text)
	}
	if len(steps) > 1 && !x.reader.holds(x.editors, fix.Edits, changes) {
		return nil
	}
	slices.SortStableFunc(fix.Edits, func(e, f source.Edit) int { return e.At.Compare(f.At) })
	fix.Text = strings.Join(texts, ", ")
	return fix
}

func (x *fixer) editor(a *conf.Assignment) conf.Editor {
	if a.KeyAt.IsZero() || a.ValueAt.IsZero() {
		return nil
	}
	return x.editors[a.KeyAt.Source.Kind]
}

// set writes the value of a setting where Spark takes it from, or adds the
// setting next to the one that the finding is about.
func (x *fixer) set(f *Finding, key, value string) (step, bool) {
	a := assignmentOf(f, key)
	if a == nil {
		return x.add(f, key, value)
	}
	editor := x.editor(a)
	if editor == nil || a.Value.Raw == value || converted(f.Job, a) {
		return step{}, false
	}
	return step{proposals: editor.Write(a, value), change: change{kind: writes, at: *a, text: value}, text: phrase(a, a.Key, value)}, true
}

// add writes a setting that nobody wrote. Whether that is so may depend on a
// file that is not here, and a file that other jobs lie on sets it for them too.
func (x *fixer) add(f *Finding, key, value string) (step, bool) {
	if f.Assignment == nil || f.Job.Setting(key) != nil || f.Job.Unseen != "" || f.Assignment.Dropped != "" {
		return step{}, false
	}
	beside := *f.Assignment
	editor := x.editor(&beside)
	if editor == nil {
		return step{}, false
	}
	shared := beside.Layer.Kind == conf.ClusterLayer || beside.Layer.Kind == conf.SparkDefaultsLayer
	return step{
		proposals: editor.Add(&beside, key, value), change: change{kind: adds, at: beside, key: key, text: value},
		unsure: f.Job.Complete && (shared || f.Rule.AppliesTo.Complete && !f.Job.BaseKnown()), text: key + "=" + value,
	}, true
}

// unset takes a setting out: the assignment that the finding is about, or else
// every one that Spark would take.
func (x *fixer) unset(f *Finding, key string) ([]step, bool) {
	var list []conf.Assignment
	if a := f.Assignment; a != nil && (a.Key == key || f.Setting.Name == key) && strings.HasPrefix(f.answer.At, assignmentPrefix) {
		list = append(list, *a)
	} else if s := settingOf(f.Job, key); s != nil && s.Effective() != nil {
		list = append(slices.Clone(s.Overridden()), *s.Effective())
	}
	var steps []step
	for i := range list {
		a := &list[i]
		editor := x.editor(a)
		if editor == nil {
			return nil, false
		}
		text := "remove " + phrase(a, a.Key, "")
		if i > 0 {
			text = "and from " + source.Span{Source: a.KeyAt.Source, Start: a.KeyAt.Start}.String()
		}
		steps = append(steps, step{proposals: editor.Remove(a), change: change{kind: removes, at: *a}, text: text})
	}
	return steps, len(steps) > 0
}

// rename gives a value to another key, unless that has one already.
func (x *fixer) rename(f *Finding, from, to string) (step, bool) {
	a := f.Assignment
	if a == nil || a.Key != from {
		if s := settingOf(f.Job, from); s != nil {
			a = s.Effective()
		}
	}
	if a == nil || a.Key != from || isWritten(f.Job, to) {
		return step{}, false
	}
	editor := x.editor(a)
	if editor == nil {
		return step{}, false
	}
	return step{proposals: editor.Rename(a, to), change: change{kind: renames, at: *a, key: to}, text: "rename to " + to}, true
}

// replace mends the bytes of an observation.
func (x *fixer) replace(f *Finding, text string) (step, bool) {
	n, ok := numbered(f.answer.At, observationPrefix)
	if !ok || n >= len(f.Job.Observations) {
		return step{}, false
	}
	o := f.Job.Observations[n]
	at := o.At.Root()
	if x.editors[at.Source.Kind] == nil {
		return step{}, false
	}
	shown := text
	if strings.ContainsAny(text, "\r\n") || text == "" {
		shown = f.Advice
	}
	return step{proposals: conf.Propose(at, text), change: change{kind: mends, observation: o.Kind, span: at}, text: "write " + shown}, true
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

// phrase is an assignment in the words of its format.
func phrase(a *conf.Assignment, key, value string) string {
	between := "="
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

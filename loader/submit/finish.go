package submit

import (
	"maps"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// finish completes the job when all arguments are read; whole is the command.
func (s *submission) finish(whole source.Extent) {
	s.repeated()
	s.leftOut(whole)
	if s.file.chars == nil && !s.mixed && s.job.Unseen == "" {
		at, _ := s.command.place(0, len(s.command.chars))
		s.observe(observed{kind: MissingApplication, text: written(s.command.chars), at: at})
	}
	slices.SortStableFunc(s.job.Observations, func(a, b conf.Observation) int { return a.At.Compare(b.At) })
	s.job.Kind, s.job.Complete = s.program.kind, true
	s.job.At = s.script.loader.span(whole)
	s.variables()
	s.variable.Kind, s.conf.Kind, s.flags.Kind = conf.EnvironmentLayer, conf.ConfLayer, conf.FlagLayer
	for _, layer := range []*conf.Layer{&s.variable, &s.conf, &s.flags} {
		if len(layer.Assignments) == 0 {
			continue
		}
		layer.At = s.job.At
		for i := range layer.Assignments {
			layer.Assignments[i].Layer = layer
		}
		s.job.Layers = append(s.job.Layers, layer)
	}
	s.job.Application.Shell = s.program.shell
	s.job.Application.Language = s.language()
	s.job.Name = s.name()
	s.version()
}

// variables reads the environment variables that spark-submit falls back to,
// where the script exports them.
func (s *submission) variables() {
	for _, o := range conf.Options {
		if o.Variable == "" {
			continue
		}
		v, _ := s.environment.lookup(o.Variable)
		if v == nil || !v.exported || v.array {
			continue
		}
		a := conf.Assignment{Key: o.Key, Spelling: o.Variable, Value: conf.Value{Unknown: v.unknown}}
		at := s.command.at
		if v.unknown == "" && len(v.elements) == 1 {
			a.Value = value(v.elements[0].chars)
			at, _ = v.elements[0].place(0, len(v.elements[0].chars))
		}
		a.KeyAt, a.ValueAt = s.script.loader.span(at), s.script.loader.span(at)
		s.variable.Assignments = append(s.variable.Assignments, a)
	}
}

// leftOut makes unknown what a template may leave out of the command.
func (s *submission) leftOut(whole source.Extent) {
	for _, block := range s.script.loader.blocks {
		if block.Start < whole.Start || block.End > whole.End {
			continue
		}
		const why = "it stands in a part of a template that may be left out"
		s.unseen("a template may leave out or repeat options")
		part := s.script.loader.span(block)
		for _, layer := range []*conf.Layer{&s.conf, &s.flags} {
			for i := range layer.Assignments {
				a := &layer.Assignments[i]
				if a.KeyAt.Start >= part.Start && a.KeyAt.Start < part.End && a.Value.Unknown == "" {
					a.Value.Unknown = why
				}
			}
		}
	}
}

// listOptions take a comma-separated list, so that several can be one.
const listOptions = "--packages --jars --files --py-files --archives --repositories --exclude-packages"

// repeated reports the options that a later one of the same name replaces.
func (s *submission) repeated() {
	for _, name := range slices.Sorted(maps.Keys(s.given)) {
		all := s.given[name]
		last := written(all[len(all)-1].value.chars)
		suggestion := ""
		if len(all) > 1 && has(listOptions, name) {
			var values []string
			for _, o := range all[:min(len(all), maximumNotes)] {
				values = append(values, written(o.value.chars))
			}
			suggestion = name + " " + strings.Join(values, ",")
		}
		for _, o := range all[:len(all)-1] {
			if lost := written(o.value.chars); lost != last {
				start, _ := o.name.place(0, len(o.name.chars))
				end, _ := o.value.place(0, len(o.value.chars))
				s.observe(observed{kind: RepeatedOption, text: name + " " + lost, suggestion: suggestion,
					at: source.Extent{Start: start.Start, End: max(start.End, end.End)}})
			}
		}
	}
}

// plain takes the marks for unknown parts out of a text.
func plain(text string) string { return strings.ReplaceAll(text, string(rune(unknownByte)), "…") }

package submit

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// submission reads the arguments of one Spark command as
// org.apache.spark.launcher.SparkSubmitOptionParser does, and makes a job of
// them.
type submission struct {
	script      *script
	scope       *scope
	environment *scope
	program     program
	command     argument

	job                   *conf.Job
	variable, conf, flags conf.Layer
	file                  argument
	// args are the arguments still to be read.
	args []argument
	// mixed: options may stand after other arguments (shells).
	mixed bool
	// nothing: the command prints something or acts on another job.
	nothing bool
	// separated: a bare -- among the application's arguments.
	separated bool
	// swallowed: an option was taken for the value of another.
	swallowed   bool
	pythonFiles bool
	// given are the places of the dedicated options, by name.
	given map[string][]occurrence
	// java is the last option, if JVM options may follow it.
	java *javaOptions
	// trial: nothing is observed.
	trial bool
}

// occurrence is one use of a dedicated option.
type occurrence struct {
	name, value argument
}

// observed is an observation in the making.
type observed struct {
	kind, text, suggestion string
	at                     source.Extent
	// replacement mends the bytes at at, if exact.
	replacement string
	exact       bool
}

// spark makes a job of a Spark command.
func (s *script) spark(p program, in invocation, sc, environment *scope, rest []*syntax.Stmt) {
	if in.clean {
		environment = &scope{}
	}
	sub := &submission{script: s, scope: sc, environment: environment, program: p, command: in.args[0], job: &conf.Job{Unseen: s.torn}}
	sub.noBreak(in.args)
	args := sub.smartQuoted(in.args)
	args = sub.continued(args, rest)
	whole := source.Extent{Start: args[0].at.Start, End: args[0].at.End}
	for _, a := range args {
		whole.Start, whole.End = min(whole.Start, a.at.Start), max(whole.End, a.at.End)
	}
	if sub.read(args[1:]); sub.nothing {
		return
	}
	if in.more && sub.file.chars == nil {
		sub.unseen("xargs may add options")
	}
	sub.finish(whole)
	s.loader.loaded.Jobs = append(s.loader.loaded.Jobs, sub.job)
}

// misses reports whether the command still lacks an application.
func (s *submission) misses(args []argument) bool {
	trial := &submission{script: s.script, scope: s.scope, program: s.program, job: &conf.Job{}, trial: true}
	trial.read(args[1:])
	return !trial.nothing && trial.file.chars == nil && trial.job.Unseen == ""
}

func (s *submission) observe(o observed) {
	if s.trial || len(s.job.Observations) == maximumNotes {
		return
	}
	observation := conf.Observation{Kind: o.kind, Text: plain(o.text), Suggestion: plain(o.suggestion), At: s.script.loader.span(o.at)}
	if observation.At.Len() == 0 { // a word that is nothing but lone typographic quotes: the command stands for it
		observation.At = s.script.loader.span(s.command.at)
	}
	if o.exact {
		observation.Replacement = &o.replacement
	}
	s.job.Observations = append(s.job.Observations, observation)
}

// unseen notes that settings may come from where they cannot be read.
func (s *submission) unseen(why conf.Reason) {
	if s.job.Unseen == "" {
		s.job.Unseen = why
	}
}

// read goes through the arguments after the command's name.
func (s *submission) read(args []argument) {
	s.args, s.mixed, s.given = args, s.program.shell, map[string][]occurrence{}
	for len(s.args) > 0 && !s.nothing {
		a, typographic := mended(s.args[0])
		switch {
		case len(a.chars) > 0 && a.chars[0].part.unknown != "" && !s.isApplication(a):
			s.unseen(mayAdd(a))
			s.args = s.args[1:]
		case len(a.chars) > 0 && a.chars[0].b == '-' && a.chars[0].part.unknown == "":
			s.option(a, typographic)
		case s.mixed:
			s.shellArgument(a)
		default:
			s.application()
		}
	}
	s.joinJava()
}

// mayAdd is the reason why a word makes options unseen.
func mayAdd(a argument) conf.Reason {
	return conf.Reason(excerpt(written(a.chars)) + " may add options")
}

// isApplication decides whether a word that starts with something unknown is
// the application, or may hold options. It is the application when it goes on
// like a path, or when no option and no application follows and its name does
// not speak of options.
func (s *submission) isApplication(a argument) bool {
	if s.mixed {
		return false
	}
	if text := a.String(); looksLikeApplication(text) || strings.Contains(text, "/") {
		return true
	}
	first := a.chars[0].part
	if speaksOf(optionWords, first.variable) {
		return false
	}
	for _, later := range s.args[1:min(len(s.args), 1+maximumNotes)] {
		later, _ = mended(later)
		name, _, _ := splitOption(later)
		if text := later.String(); looksLikeApplication(text) || conf.OptionNamed(name.String()) != nil {
			return false
		}
	}
	if first.many && !speaksOf(applicationWords, first.variable) {
		s.unseen(mayAdd(a)) // one word, or many
	}
	return true
}

// Words in the names of variables that tell what they hold.
const (
	optionWords      = "@ * OPT ARG CONF PARAM FLAG PROP"
	applicationWords = "APP JAR FILE SCRIPT PY JOB MAIN PROG PATH"
)

func speaksOf(words, variable string) bool {
	variable = strings.ToUpper(variable)
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return strings.Contains(variable, word) })
}

// splitOption splits --name=value as SparkSubmitOptionParser.parse does, by
// (--[^=]+)=(.+), in which the dot stands for no line end.
func splitOption(a argument) (name, inline argument, ok bool) {
	i := a.equals()
	if i < 3 || i+1 == len(a.chars) || !strings.HasPrefix(a.String(), "--") ||
		strings.ContainsAny(textOf(a.chars[i+1:]), "\n\r\u0085\u2028\u2029") {
		return a, argument{}, false
	}
	nameAt, _ := a.place(0, i)
	valueAt, _ := a.place(i+1, len(a.chars))
	return argument{chars: a.chars[:i:i], at: nameAt}, argument{chars: a.chars[i+1:], at: valueAt}, true
}

// application takes the next argument for the application, and all that
// follow for its own.
func (s *submission) application() {
	s.file = s.args[0]
	if s.file.chars == nil {
		s.file.chars = []char{}
	}
	s.job.Application.FileAt, s.job.Application.File = s.at(s.file), value(s.file.chars)
	for i, a := range s.args[1:] {
		s.ownArgument(a)
		s.afterApplication(a, s.args[min(i+2, len(s.args)):])
	}
	s.args = nil
}

// ownArgument keeps an argument for the application.
func (s *submission) ownArgument(a argument) {
	app := &s.job.Application
	app.Args, app.ArgsAt = append(app.Args, written(a.chars)), append(app.ArgsAt, s.at(a))
}

// at returns the place of a whole argument.
func (s *submission) at(a argument) source.Span {
	at, _ := a.place(0, len(a.chars))
	return s.script.loader.span(at)
}

// afterApplication notices an option of Spark's among the application's own.
func (s *submission) afterApplication(a argument, following []argument) {
	if a.String() == "--" {
		s.separated = true
	}
	plain, _ := mended(a)
	name, inline, _ := splitOption(plain)
	o := conf.OptionNamed(name.String())
	if o == nil || s.separated || s.swallowed || o.Switch && o.Key == "" {
		return
	}
	if name.String() == o.Alias { // -c is a common option of programs
		if len(following) == 0 || !strings.HasPrefix(following[0].String(), "spark.") {
			return
		}
	}
	end := len(plain.chars) - len(inline.chars)
	if inline.chars != nil {
		end--
	}
	at, _ := plain.place(0, end)
	s.observe(observed{kind: OptionsAfterApplication, text: written(name.chars), at: at})
}

// shellArgument takes an argument of a shell's own.
func (s *submission) shellArgument(a argument) {
	s.args = s.args[1:]
	s.ownArgument(a)
	if s.program == pyspark {
		at, _ := a.place(0, len(a.chars))
		o := observed{kind: PySparkWithApplication, text: written(a.chars), at: at}
		if looksLikeApplication(a.String()) {
			o.suggestion = "spark-submit"
		}
		s.observe(o)
	}
}

package engine

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// Options of Check. The zero value asks every rule, on all processors.
type Options struct {
	// Select and Ignore are rule ids, cases (rule#case), categories, globs, or
	// the words default, advice and all; Ignore wins. An empty Select is default.
	Select, Ignore []string
	// Workers that check jobs side by side; all processors when zero.
	Workers int
	// Editors write settings into texts, by the kind of the source. Findings in
	// other sources have no fix.
	Editors map[source.Kind]conf.Editor
}

// Check asks the program's rules about resolved jobs.
func Check(ctx context.Context, program *policy.Program, jobs []*conf.Job, diagnostics []source.Diagnostic, o Options) (*Report, error) {
	chosen, err := choose(program.Rules, o)
	if err != nil {
		return nil, err
	}
	reads := program.Reads()
	c := &checker{program: program, chosen: chosen, reads: reads, needs: needsOf(reads)}
	views := c.views(ctx, jobs, o.Workers)
	if err := program.Prepare(c.asked(jobs, views)); err != nil {
		return nil, err
	}
	verdicts := c.all(ctx, jobs, views, o.Workers)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	report := &Report{Jobs: jobs, Counts: Counts{Loaded: len(chosen.rules)}}
	for _, i := range chosen.rules {
		report.Rules = append(report.Rules, program.Rules[i])
	}
	for _, d := range diagnostics {
		if finding, ok := diagnosed(d); !ok {
			report.Notices = append(report.Notices, d)
		} else if chosen.loader(finding.Rule) {
			report.Findings = append(report.Findings, finding)
		}
	}
	for i := range verdicts {
		report.add(&verdicts[i])
	}
	report.Findings = settle(report.Findings)
	fixes(ctx, report.Findings, o)
	return report, ctx.Err()
}

// checker is what the workers share; nothing in it changes.
type checker struct {
	program *policy.Program
	chosen  choice
	reads   []policy.Read // of all rules
	needs   needs
}

// view is a job with its facts, as policies see it.
type view struct {
	job       *conf.Job
	set       *facts.Set
	input     *policy.Input
	ofWritten map[string][]doubt // see written
}

func (c *checker) view(j *conf.Job) *view {
	v := &view{job: j, set: facts.Of(j)}
	v.input = &policy.Input{
		Document: document(j, v.set, c.needs),
		Unknown:  func() []policy.Read { return v.inDoubt(c.reads) },
	}
	return v
}

// manyJobs are so many that most rules have something to say about one of them.
const manyJobs = 32

// views works out the views of a few jobs ahead, so that only the rules are
// prepared that they need; nil for many jobs.
func (c *checker) views(ctx context.Context, jobs []*conf.Job, workers int) []*view {
	if len(jobs) > manyJobs {
		return nil
	}
	views := make([]*view, len(jobs))
	sideBySide(ctx, len(jobs), workers, func(i int) { views[i] = c.view(jobs[i]) })
	return views
}

// asked returns the chosen rules that some job needs an answer of.
func (c *checker) asked(jobs []*conf.Job, views []*view) []int {
	var rules []int
	for _, i := range c.chosen.rules {
		for k, j := range jobs {
			state, _ := applicable(c.program.Rules[i], j)
			if state == applies && (views == nil || !c.program.Silent(i, views[k].input)) {
				rules = append(rules, i)
				break
			}
		}
	}
	return rules
}

// verdict is what became of the rules for one job.
type verdict struct {
	findings                 []Finding
	evaluated, notApplicable int
	undecided                []Undecided
	errored                  []RuleError
}

// all checks the jobs side by side, and returns the verdicts in their order.
func (c *checker) all(ctx context.Context, jobs []*conf.Job, views []*view, workers int) []verdict {
	verdicts := make([]verdict, len(jobs))
	sideBySide(ctx, len(jobs), workers, func(i int) {
		if views != nil {
			verdicts[i] = c.job(ctx, jobs[i], views[i])
			return
		}
		verdicts[i] = c.job(ctx, jobs[i], c.view(jobs[i]))
	})
	return verdicts
}

// sideBySide does n pieces of work, several at once, until the context ends. A
// panic in a worker goes on in the caller, who may know what to do about it.
func sideBySide(ctx context.Context, n, workers int, work func(i int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	var panicked atomic.Value
	for range min(workers, n) {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					panicked.CompareAndSwap(nil, fmt.Sprintf("%v\n%s", p, debug.Stack()))
				}
			}()
			for i := next.Add(1) - 1; int(i) < n && ctx.Err() == nil; i = next.Add(1) - 1 {
				work(int(i))
			}
		})
	}
	wait.Wait()
	if p := panicked.Load(); p != nil {
		panic(p)
	}
}

// job asks every chosen rule about one job.
func (c *checker) job(ctx context.Context, j *conf.Job, seen *view) verdict {
	var v verdict
	set := seen.set
	for _, i := range c.chosen.rules {
		r := c.program.Rules[i]
		state, reason := applicable(r, j)
		switch {
		case state == inapplicable:
			v.notApplicable++
			continue
		case c.program.Settled(i, seen.input):
			v.evaluated++
			continue
		case state == unclear:
			v.undecided = append(v.undecided, Undecided{Rule: r, Job: j, Reasons: []string{reason}})
			continue
		}
		answers, err := c.answers(ctx, i, seen.input)
		if err != nil {
			v.errored = append(v.errored, RuleError{Rule: r, Job: j, Err: err})
			continue
		}
		answers, why := apartFromDoubts(answers)
		if len(answers) == 0 {
			if why = append(why, seen.reasons(r)...); len(why) > 0 {
				narrowed := func() []string { return c.view(j).decisive(c.program, i, why) }
				v.undecided = append(v.undecided, Undecided{Rule: r, Job: j, Reasons: why, narrowed: narrowed})
				continue
			}
		}
		v.evaluated++
		for k := range answers {
			if c.chosen.takesCase(r, answers[k].Case) {
				v.findings = append(v.findings, finding(r, j, set, &answers[k]))
			}
		}
	}
	v.findings = yield(v.findings)
	return v
}

// answers asks one rule, unless it can have nothing to say.
func (c *checker) answers(ctx context.Context, i int, input *policy.Input) ([]policy.Answer, error) {
	if c.program.Silent(i, input) {
		return nil, nil
	}
	return c.program.Evaluate(ctx, i, input)
}

// apartFromDoubts takes the answers that say why the rule cannot tell out of the
// others.
func apartFromDoubts(answers []policy.Answer) (findings []policy.Answer, reasons []string) {
	for i := range answers {
		if answers[i].Undecided != "" {
			reasons = append(reasons, answers[i].Undecided)
			continue
		}
		findings = append(findings, answers[i])
	}
	return findings, reasons
}

// unlessElsewhere qualifies what is said about a missing setting when the file
// under the job is not known: the finding is then one step milder.
const unlessElsewhere = " (unless a spark-defaults.conf that is not here sets it)"

// finding turns an answer into a finding with a place.
func finding(r *Rule, j *conf.Job, set *facts.Set, a *policy.Answer) Finding {
	f := Finding{Rule: r, Case: a.Case, Severity: r.Severity, Job: j, Message: a.Message, Secret: a.Secret, Advice: r.Fix, answer: a}
	if milder, ok := source.ParseSeverity(a.Severity); ok {
		f.Severity = milder
	}
	if (r.AppliesTo.Complete || a.Absent) && !j.BaseKnown() {
		f.Severity = max(f.Severity, source.Warning) - 1
		f.Message += unlessElsewhere
	}
	place(&f, j, set, a.At)
	if len(a.Rename) > 0 && f.Assignment != nil {
		f.At = f.Assignment.KeyAt.Root() // it is the name that is wrong
	}
	for _, name := range a.Because {
		if fact := set.Get(name); fact != nil && fact.State == facts.Known {
			f.Because = append(f.Because, fact)
		}
	}
	noteProfile(&f)
	for _, name := range a.Notes {
		if s := j.Setting(name); s != nil && s.Effective() != nil {
			f.Notes = append(f.Notes, source.Note{Text: name + " = " + s.Effective().Value.Raw, At: valueOrKey(s.Effective())})
		}
	}
	return f
}

// yield drops the findings of rules that give way to another rule's finding on
// the same job: one root cause, one finding.
func yield(findings []Finding) []Finding {
	fired := map[string]bool{}
	for _, f := range findings {
		fired[f.Rule.ID] = true
	}
	return slices.DeleteFunc(findings, func(f Finding) bool {
		return slices.ContainsFunc(f.Rule.YieldsTo, func(id string) bool { return fired[id] })
	})
}

// add counts a verdict into the report.
func (r *Report) add(v *verdict) {
	r.Findings = append(r.Findings, v.findings...)
	r.Counts.Evaluated += v.evaluated
	r.Counts.NotApplicable += v.notApplicable
	r.Counts.Undecided += len(v.undecided)
	r.Counts.Errored += len(v.errored)
	if len(v.undecided) > 0 {
		r.Counts.UndecidedJobs++
	}
	r.Undecided = append(r.Undecided, v.undecided...)
	r.Errored = append(r.Errored, v.errored...)
}

// settle sorts the findings and says each thing once: the same words of the
// same rule about the same bytes, for many jobs or for a file and the jobs that
// lie on it, are one finding.
func settle(findings []Finding) []Finding {
	sort.SliceStable(findings, func(a, b int) bool { return findings[a].compare(&findings[b]) < 0 })
	kept := findings[:0]
	for _, f := range findings {
		if n := len(kept); n > 0 && f.repeats(&kept[n-1]) {
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// compare orders by source, offset, rule; complete jobs before the fragment
// they lie on.
func (f *Finding) compare(g *Finding) int {
	if c := f.At.Compare(g.At); c != 0 {
		return c
	}
	if c := strings.Compare(f.ID(), g.ID()); c != 0 {
		return c
	}
	if f.fragment() != g.fragment() {
		if g.fragment() {
			return -1
		}
		return 1
	}
	return strings.Compare(f.Message, g.Message)
}

func (f *Finding) fragment() bool { return f.Job != nil && !f.Job.Complete }

func (f *Finding) repeats(g *Finding) bool {
	return f.At == g.At && f.Rule == g.Rule && f.Case == g.Case && (f.Message == g.Message || f.fragment())
}

package engine

import (
	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// Rule is what is known of a rule without running it.
type Rule = policy.Rule

// Report is the outcome of a run, in a stable order.
type Report struct {
	// Files that were loaded, and PassedOver that turned out not to be Spark's.
	Files, PassedOver int
	Jobs              []*conf.Job
	// Rules that were loaded and selected, sorted by id.
	Rules []*Rule
	// Findings sorted by source, offset, rule.
	Findings []Finding
	Counts   Counts
	// Undecided rules, by job and rule.
	Undecided []Undecided
	// Errored rules: each is a fault of the policy, and fails the run.
	Errored []RuleError
	// Notices are what loaders noticed that is no finding.
	Notices []source.Diagnostic
}

// Counts says what became of the rules, over all jobs; Loaded counts rules,
// the others count a rule once per job.
type Counts struct {
	Loaded, Evaluated, NotApplicable, Undecided, Errored int
	// Jobs in which some rule was undecided.
	UndecidedJobs int
}

// Finding is one thing that a rule, or a loader, says about a job.
type Finding struct {
	Rule *Rule
	// Case of the rule; empty for a rule without cases.
	Case     string
	Severity source.Severity
	// Job that the finding is about; nil when a text could not be read.
	Job     *conf.Job
	Message string
	// Secret: what stands there must not be shown.
	Secret bool
	// Advice says what to do about it; the rule's fix, or a loader's detail.
	Advice string
	// At is the place, in the root source.
	At source.Span
	// Setting at that place, with its stack; nil when the place is none.
	Setting *conf.Setting
	// Assignment at that place; nil when the place is none.
	Assignment *conf.Assignment
	Because    []*facts.Fact
	Notes      []source.Note
	// Fix puts it right by edits; nil when only people can.
	Fix *Fix

	answer *policy.Answer // nil when no rule of a policy answered
}

// Fixable counts the findings that have a fix.
func (r *Report) Fixable() int {
	n := 0
	for _, f := range r.Findings {
		if f.Fix != nil {
			n++
		}
	}
	return n
}

// ID names what was found as --select and --ignore know it: the rule, and the
// case behind #.
func (f *Finding) ID() string {
	if f.Case == "" {
		return f.Rule.ID
	}
	return f.Rule.ID + caseMark + f.Case
}

// Undecided says that a rule could not be decided for a job.
type Undecided struct {
	Rule *Rule
	Job  *conf.Job
	// Reasons, one per thing that the rule reads and that could not be known.
	Reasons []string

	narrowed func() []string
}

// manyReasons are more than anybody would go through one by one.
const manyReasons = 16

// Decisive returns those reasons that alone keep the rule from being decided, or
// without which it would be; all, where several do so together, or where there
// are many. It works the job out again.
func (u *Undecided) Decisive() []string {
	if u.narrowed == nil || len(u.Reasons) < 2 || len(u.Reasons) > manyReasons {
		return u.Reasons
	}
	return u.narrowed()
}

// RuleError says that a rule failed on a job.
type RuleError struct {
	Rule *Rule
	Job  *conf.Job
	Err  error
}

// Worst returns the gravest severity among the findings; false when there are
// none.
func (r *Report) Worst() (source.Severity, bool) {
	worst := source.Info
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst, len(r.Findings) > 0
}

// Count returns the number of findings of a severity.
func (r *Report) Count(s source.Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

package facts

import "github.com/sparkvet/sparkvet/conf"

// Fact is a definition worked out for one job.
type Fact struct {
	Definition *Definition
	State      State
	// Reason says why the fact is not known; empty when it is.
	Reason conf.Reason
	// Value is set when the fact is known.
	Value Value
	// Uses are the settings that the formula names for this job, in its order,
	// and those that somebody wrote and that chose its branch; spark.master and
	// the deploy mode, which nearly all facts depend on, are not among them.
	Uses []Use

	set *Set
	// outside: the job is not within the definition's scope, or may not be.
	outside bool
}

// Use is a setting, or a value of the profile, that a fact reads, and where its value comes from: a place
// where somebody wrote it (Lookup.Setting), or Spark's default.
type Use struct {
	Key    string
	Lookup conf.Lookup
	// Profile is the value and its place where Key is one of the job's profile
	// and no setting; else nil.
	Profile *conf.ProfileValue
}

// Formula prints the formula along the branch that the job takes:
// ceil_to(spark.executor.memory + max(…), yarn step). Where the fact has no
// meaning for the job it is the definition's.
func (f *Fact) Formula() string { return f.print(words) }

// WithNumbers prints the formula with the job's numbers:
// ceil_to(16384 + max(384, trunc(0.1 × 16384)), 1024). What is unknown shows
// as a question mark.
func (f *Fact) WithNumbers() string { return f.print(numbers) }

func (f *Fact) print(s style) string {
	if f.outside || f.State == Inapplicable {
		return f.Definition.Formula()
	}
	e := explanation{set: f.set, style: s}
	f.Definition.Expr.explain(&e, loosest)
	return e.text.String()
}

// Any returns the value of a known fact as a plain Go value for JSON and Rego:
// int64, float64, bool, string or []string; nil when the fact is not known.
func (f *Fact) Any() any {
	if f.State != Known {
		return nil
	}
	return f.Value.plain()
}

// shown is the value in a formula with numbers.
func (f *Fact) shown() string {
	if f.State != Known {
		return "?"
	}
	return f.Value.String()
}

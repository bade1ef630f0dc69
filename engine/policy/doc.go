// Package policy compiles Rego rules and asks them about one job at a time. It
// and the package premise in it are the only ones that import OPA.
//
// A rule is one Rego package with METADATA and a partial set named deny. The
// program that Compile returns is immutable and shared by all workers: one
// prepared query per rule, so that a rule that errs takes no other with it,
// and a memory of answers by the values that a rule reads, so that ten
// thousand similar jobs cost little more than a few.
//
// Policies are pure: they see the input document and their parameters, and
// neither clock, network, environment, files nor randomness.
package policy

// Package facts works out what follows from a job: container sizes, memory
// regions, task slots, executor counts, JVM arguments. It stands between the
// model and the rules: text → conf.Job → facts → rules → findings.
//
// A fact is a formula (Expr) over settings and other facts, held in one table.
// The same tree computes the value, prints the formula along the branch that
// this job takes, and prints it with its numbers, so that an explanation
// cannot drift from the arithmetic. A new fact is one entry in a table.
//
// Values are three-valued. What depends on a setting that cannot be known, or
// that Spark refuses, is Undecided; what has no meaning for a job (a YARN
// container on Kubernetes) is Inapplicable. Both say why.
package facts

// Package premise works out, without running a policy, that it has nothing to
// say about a job. It stands before the evaluation of rules: most rules of a
// catalogue look for something that most jobs do not have, and a rule that is
// not asked need not be parsed or compiled either.
//
// A module's rules are translated once into expressions that keep what decides
// whether a clause can succeed, as text that may be shipped beside the module. An
// expression is evaluated with three kinds of results: a value, undefined, and
// unknown, which is what everything comes to that is not worth translating
// (what a comprehension collects, calls under another input). So a rule's
// premise fails only when its body would, and what it cannot tell it lets pass.
package premise

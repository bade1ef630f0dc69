// Package policies holds the built-in rules. A rule is three neighbours in the
// folder of its category: the rule (x.rego), its unit tests (x_test.rego) and
// its example (x.txtar: a bad input, what is reported, a good input), which is
// at the same time a test and the rule's page.
package policies

import "embed"

// Files holds every rule with its neighbours, at the path that is its id.
//
//go:embed */*.rego */*.txtar lib/*/*.rego
var Files embed.FS

// Outlines are what is known of the policies without parsing them, so that a
// run parses those that it needs. They are made by go test ./policies -update.
//
//go:embed outlines.json
var Outlines []byte

// Premises are what has to hold for each rule to have an answer, so that a run
// asks those that may have one. They are made with the outlines.
//
//go:embed premises.txt
var Premises []byte

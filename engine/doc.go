// Package engine turns jobs, facts and rules into findings.
//
// It builds the document that policies see, asks every rule that applies, and
// finds the place of each answer in the bytes: policies answer with the name of
// a setting, a fact, an assignment or an observation, never with a position.
// Every run counts how many rules were loaded, evaluated, not applicable,
// undecided and errored, and nothing that cannot be decided becomes a finding.
package engine

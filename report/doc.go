// Package report shows a run to people and machines: the last step of the flow,
// from findings to text, JSON, SARIF and annotations.
//
// A format is one small file with one function, named in the table of
// format.go. The views of sparkvet facts, explain and rules live here too, so
// that every byte that leaves sparkvet goes through the same masking of
// secrets (redact.go) and the same neutralising of control characters
// (snippet.go).
package report

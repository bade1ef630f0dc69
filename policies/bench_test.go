package policies_test

import (
	"testing"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/policies"
)

// BenchmarkCompile is most of a cold start: all rules parsed, typed against the
// schema and prepared.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := engine.Compile(engine.Bundle{Files: policies.Files, Root: "policies"}); err != nil {
			b.Fatal(err)
		}
	}
}

package policy

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// TestResult is the outcome of one Rego test.
type TestResult struct {
	// Name is the test's package and name: "policies.cores.x_test.test_denies".
	Name string
	File string
	Line int
	// Fault says why it did not pass; empty when it did.
	Fault string
}

// TestReport is the outcome of the Rego tests of a set of modules.
type TestReport struct {
	Results []TestResult
	// Uncovered lists the lines of rules, "file:line", that no test ran.
	Uncovered []string
}

// Test runs the Rego tests among the modules, with the rules' parameters at
// their defaults, and measures which lines of the rules they ran.
func Test(ctx context.Context, modules []Module) (*TestReport, error) {
	program, err := Compile(modules, Options{})
	if err != nil {
		return nil, err
	}
	parsed := map[string]*ast.Module{}
	for _, m := range modules {
		p, err := parseText(m)
		if err != nil {
			return nil, err
		}
		parsed[m.name()] = p
	}
	coverage := cover.New()
	runner := tester.NewRunner().SetStore(inmem.NewFromObject(map[string]any{"params": program.params()})).
		SetModules(parsed).SetCoverageQueryTracer(coverage)
	results, err := runner.RunTests(ctx, nil)
	if err != nil {
		return nil, err
	}
	report := &TestReport{}
	for r := range results {
		result := TestResult{Name: r.Package + "." + r.Name, File: r.Location.File, Line: r.Location.Row}
		switch {
		case r.Error != nil:
			result.Fault = r.Error.Error()
		case r.Fail:
			result.Fault = "the test's body is not true"
		case r.Skip:
			result.Fault = "the test is skipped"
		}
		report.Results = append(report.Results, result)
	}
	for name, file := range coverage.Report(parsed).Files {
		if strings.HasSuffix(name, "_test.rego") {
			continue
		}
		for _, span := range file.NotCovered {
			report.Uncovered = append(report.Uncovered, fmt.Sprintf("%s:%d", name, span.Start.Row))
		}
	}
	if len(report.Results) == 0 {
		return nil, errors.New("there are no tests")
	}
	return report, nil
}

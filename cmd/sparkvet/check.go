package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/report"
	"github.com/sparkvet/sparkvet/source"
)

const checkHelp = `Check finds what is wrong with the Spark settings in files and folders, the working directory by default; - reads
standard input. It looks into spark-defaults.conf and *.properties files, shell scripts that call spark-submit, and
*.spark.hcl job files, honours .gitignore, and checks each job with everything that lies under it.`

const checkExamples = `  sparkvet check
  sparkvet check jobs/ --defaults conf/spark-defaults.conf --spark-version 3.5
  sparkvet check -o text -o sarif=sparkvet.sarif --fail-on error
  echo 'spark-submit --executor-memory 16g app.jar' | sparkvet check -`

// checkFlags are the flags of check.
type checkFlags struct {
	inputs         inputs
	bundles        bundles
	outputs        outputs
	fixing         fixing
	failOn         choice
	minSeverity    choice
	unknown        choice
	selects, drops []string
	quiet, verbose bool
}

func newCheck() *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use: "check [PATH…]", Short: "Find what is wrong", Long: checkHelp, Example: checkExamples,
		RunE: func(c *cobra.Command, paths []string) error { return f.run(c, paths) },
	}
	f.register(c)
	c.Flags().BoolVar(&f.fixing.fix, "fix", false, "apply safe fixes, and report what remains")
	return c
}

// register adds the flags that check and fix share.
func (f *checkFlags) register(c *cobra.Command) {
	f.failOn = newChoice("warning", "error", "warning", "info", "never")
	f.minSeverity = newChoice("info", "error", "warning", "info")
	f.unknown = newChoice("ignore", "ignore", "warn", "fail")
	f.inputs.register(c)
	f.bundles.register(c)
	f.outputs.register(c, formatNames()...)
	f.failOn.register(c, "fail-on", "mildest severity that makes the exit code 1")
	f.minSeverity.register(c, "min-severity", "mildest severity that is shown")
	f.unknown.register(c, "unknown", "whether rules that cannot be decided are counted, listed, or make the exit code 1")
	c.Flags().StringSliceVar(&f.selects, "select", nil, "only these `RULES`: ids, cases (rule#case), categories, globs, default, advice or all; comma-separated, repeatable")
	c.Flags().StringSliceVar(&f.drops, "ignore", nil, "not these `RULES`, named as for --select")
	c.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "nothing but findings")
	c.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "also what was undecided or passed over, and why")
	f.fixing.register(c)
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func (f *checkFlags) run(c *cobra.Command, paths []string) error {
	program := background(f.bundles.compile)
	look := func(edited map[string][]byte) (view, error) { return f.look(c, paths, program, edited) }
	if f.fixing.wanted() {
		return f.mend(c, paths, look)
	}
	seen, err := look(nil)
	if err != nil {
		return err
	}
	if err := f.write(c, seen.report); err != nil {
		return err
	}
	return f.verdict(seen, paths)
}

// view is what a run saw of the texts as they stand, or would stand.
type view struct {
	loaded *loader.Result
	report *engine.Report
}

// look loads the texts and asks the rules about them.
func (f *checkFlags) look(c *cobra.Command, paths []string, program func() (*policy.Program, error), edited map[string][]byte) (view, error) {
	o, err := f.inputs.options(c)
	if err != nil {
		return view{}, err
	}
	o.Edited = edited
	if text, read := edited[standardInput]; read {
		o.Stdin = bytes.NewReader(text)
	}
	loaded, err := loader.Load(c.Context(), orHere(paths), o)
	if err != nil {
		return view{}, err
	}
	rules, err := program()
	if err != nil {
		return view{}, err
	}
	report, err := engine.Check(c.Context(), rules, loaded.Jobs, loaded.Diagnostics, engine.Options{
		Select: f.selects, Ignore: f.drops, Workers: int(f.inputs.workers), Editors: loader.Editors(o),
	})
	if err != nil {
		return view{}, err
	}
	report.Files, report.PassedOver = loaded.Files, loaded.PassedOver
	return view{loaded, report}, nil
}

// write writes the report in every format asked for.
func (f *checkFlags) write(c *cobra.Command, result *engine.Report) error {
	shown, _ := source.ParseSeverity(f.minSeverity.word)
	return f.outputs.write(c, func(w io.Writer, name string, s screen) error {
		format, _ := report.FormatNamed(name)
		return format.Write(w, result, report.Options{
			Version: version, MinSeverity: shown, Color: s.color, Quiet: f.quiet, Verbose: f.verbose || f.unknown.word != "ignore",
		})
	})
}

// verdict turns the report into the run's outcome.
func (f *checkFlags) verdict(seen view, paths []string) error {
	result, loaded := seen.report, seen.loaded
	if n := len(result.Errored); n > 0 {
		return fmt.Errorf("the result is not complete: rule %s failed on job %s (%d in all)", result.Errored[0].Rule.ID, result.Errored[0].Job.Name, n)
	}
	if err := f.inputs.found(loaded, paths); err != nil {
		return err
	}
	if f.unknown.word == "fail" && len(result.Undecided) > 0 {
		return errFindings
	}
	worst, any := result.Worst()
	if limit, ok := source.ParseSeverity(f.failOn.word); ok && any && worst >= limit {
		return errFindings
	}
	return nil
}

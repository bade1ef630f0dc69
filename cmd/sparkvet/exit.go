package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1 // findings at or above --fail-on
	exitFailed   = 2 // the run could not be done as asked
	exitDefect   = 3 // a defect of sparkvet
)

// errFindings says that findings at or above --fail-on were reported; it has
// no message of its own.
var errFindings = errors.New("findings")

// run runs a command line and returns its exit code. Whatever goes wrong is
// said on standard error.
func run(ctx context.Context, root *cobra.Command, s streams, args []string) (code int) {
	defer func() {
		if defect := recover(); defect != nil {
			code = exitDefect
			fmt.Fprintf(s.err, "sparkvet: defect: %v\n\n%s\nthis is a fault of sparkvet, not of your configuration; please report it with the command and these lines\n", defect, stackOf(defect))
		}
	}()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	var unusable *usageError
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "sparkvet: interrupted")
	case errors.As(err, &unusable):
		fmt.Fprintf(s.err, "sparkvet: %s\nrun %q for help\n", err, unusable.command+" --help")
	default:
		fmt.Fprintln(s.err, "sparkvet:", err)
	}
	return exitFailed
}

// stackOf returns where a defect happened.
func stackOf(defect any) []byte {
	if d, ok := defect.(carried); ok {
		return d.stack
	}
	return debug.Stack()
}

// usageError is a command line that cannot be understood.
type usageError struct {
	command string // whose help tells more
	message string
}

func (e *usageError) Error() string { return e.message }

func unusable(c *cobra.Command, format string, a ...any) error {
	return &usageError{c.CommandPath(), fmt.Sprintf(format, a...)}
}

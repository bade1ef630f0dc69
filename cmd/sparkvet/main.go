package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// ballast is memory that is never touched, and so takes none: it only makes the
// heap look larger, so that a run on a few files ends before the first garbage
// is collected, which was a good part of its time; a run on many collects as ever.
const ballast = 128 << 20

func main() {
	weight := make([]byte, ballast)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, newRoot(), streams{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:])
	stop()
	runtime.KeepAlive(weight)
	os.Exit(code)
}

// streams are the standard streams of a run.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

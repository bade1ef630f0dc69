package main

import (
	"fmt"
	"runtime/debug"
)

// carried is a defect on its way from the goroutine where it happened to the
// one that reports it.
type carried struct {
	defect any
	stack  []byte
}

func (c carried) String() string { return fmt.Sprint(c.defect) }

// background starts work and returns a function that waits for its result. A
// panic in the work comes out of that function.
func background[T any](work func() (T, error)) (wait func() (T, error)) {
	var (
		result T
		err    error
		defect any
		done   = make(chan struct{})
	)
	go func() {
		defer close(done)
		defer func() {
			if d := recover(); d != nil {
				defect = carried{d, debug.Stack()}
			}
		}()
		result, err = work()
	}()
	return func() (T, error) {
		<-done
		if defect != nil {
			panic(defect)
		}
		return result, err
	}
}

// Command sparkref is the Go part of sparkref.py: it makes questions, packs
// the answers of real Sparks into vectors, and compares. See README.md.
//
//	sparkref kinds                               names the kinds of question
//	sparkref questions KIND N SEED               writes questions to standard output, one a line
//	sparkref pack KIND QUESTIONS ANSWERS…        writes a file of vectors to standard output
//	sparkref compare KIND QUESTIONS ANSWERS…     prints how sparkvet's answers compare; fails where they differ
//
// An ANSWERS is a file named by its release, 3.5.9.jsonl. N is the number of
// random questions, or "sample" for as many as are checked in.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/tools/sparkref/vector"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "sparkref:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) == 1 && args[0] == "kinds" {
		for _, k := range vector.Kinds() {
			fmt.Fprintln(out, k.Name)
		}
		return nil
	}
	if len(args) < 4 {
		return errors.New("usage: see main.go")
	}
	k, err := vector.KindNamed(args[1])
	if err != nil {
		return err
	}
	switch args[0] {
	case "questions":
		return questions(k, args[2], args[3], out)
	case "pack":
		asked, err := readAnswers(args[2], args[3:])
		if err != nil {
			return err
		}
		return asked.pack(out)
	case "compare":
		asked, err := readAnswers(args[2], args[3:])
		if err != nil {
			return err
		}
		return asked.compare(k, out)
	}
	return fmt.Errorf("there is no command %q", args[0])
}

func questions(k *vector.Kind, n, seed string, out io.Writer) error {
	count, err := strconv.Atoi(n)
	if n == "sample" {
		count, err = k.Sample, nil
	}
	if err != nil {
		return err
	}
	s, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return err
	}
	all, err := k.Questions(count, s)
	if err != nil {
		return err
	}
	for _, q := range all {
		fmt.Fprintf(out, "%s\n", q)
	}
	return nil
}

// asked is what some releases answered to some questions.
type asked struct {
	questions []json.RawMessage
	releases  []string
	answers   [][]json.RawMessage
}

func readAnswers(questions string, answers []string) (*asked, error) {
	var a asked
	var err error
	if a.questions, err = readLines(questions); err != nil {
		return nil, err
	}
	for _, file := range answers {
		lines, err := readLines(file)
		if err != nil {
			return nil, err
		}
		if len(lines) != len(a.questions) {
			return nil, fmt.Errorf("%s: %d answers to %d questions", file, len(lines), len(a.questions))
		}
		a.releases = append(a.releases, strings.TrimSuffix(filepath.Base(file), ".jsonl"))
		a.answers = append(a.answers, lines)
	}
	return &a, nil
}

func readLines(file string) ([]json.RawMessage, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	lines, err := vector.ReadLines(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return lines, nil
}

func (a *asked) pack(out io.Writer) error {
	f, err := vector.Pack(a.releases, a.questions, a.answers)
	if err != nil {
		return err
	}
	return f.Write(out)
}

// shown is how many differences of a release are printed.
const shown = 10

func (a *asked) compare(k *vector.Kind, out io.Writer) error {
	differing := 0
	for i, release := range a.releases {
		t, err := k.Tally(vector.Line(release), a.questions, a.answers[i])
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%-12s %-8s%v\n", k.Name, release, t)
		if k.Rates != nil {
			rates, err := k.Rates(vector.Line(release), a.questions, a.answers[i])
			if err != nil {
				return err
			}
			fmt.Fprint(out, rates)
		}
		for _, reason := range slices.Sorted(maps.Keys(t.Excuses)) {
			fmt.Fprintf(out, "  excused %d: %s\n", t.Excuses[reason], reason)
		}
		for i, d := range t.Differing {
			if i < shown {
				fmt.Fprintln(out, d)
			}
		}
		differing += len(t.Differing)
	}
	if differing > 0 {
		return fmt.Errorf("%s: sparkvet differs from Spark in %d answers", k.Name, differing)
	}
	return nil
}

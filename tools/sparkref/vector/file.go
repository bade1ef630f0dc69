package vector

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
)

// Vector is a question and what each release answered.
type Vector struct {
	Question json.RawMessage `json:"question"`
	// Answers, oldest release first; one holds until the next.
	Answers []Answer `json:"answers"`
}

// Answer is what Spark says from a release line on.
type Answer struct {
	Since string          `json:"since"`
	Says  json.RawMessage `json:"says"`
}

// File is the vectors of one kind.
type File struct {
	// Releases that were asked, as "3.5.9", oldest first.
	Releases []string `json:"releases"`
	Vectors  []Vector `json:"-"`
}

// Pack puts questions and answers together; answers[i] are those of
// releases[i], in the order of the questions.
func Pack(releases []string, questions []json.RawMessage, answers [][]json.RawMessage) (*File, error) {
	f := &File{Releases: releases}
	for i, q := range questions {
		v := Vector{Question: q}
		for r, release := range releases {
			if len(answers[r]) != len(questions) {
				return nil, fmt.Errorf("%d answers of Spark %s to %d questions", len(answers[r]), release, len(questions))
			}
			says := answers[r][i]
			if n := len(v.Answers); n == 0 || !bytes.Equal(v.Answers[n-1].Says, says) {
				v.Answers = append(v.Answers, Answer{Since: Line(release), Says: says})
			}
		}
		f.Vectors = append(f.Vectors, v)
	}
	return f, nil
}

// Write writes the file: a line with its releases, then one for each vector,
// compressed with no name and no time, so that the same vectors give the same
// bytes.
func (f *File) Write(w io.Writer) error {
	zip, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(zip)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(f); err != nil {
		return err
	}
	for _, v := range f.Vectors {
		if err := lines.Encode(v); err != nil {
			return err
		}
	}
	return zip.Close()
}

// Read reads what Write wrote.
func Read(r io.Reader) (*File, error) {
	zip, err := gzip.NewReader(bufio.NewReader(r))
	if err != nil {
		return nil, err
	}
	lines := json.NewDecoder(zip)
	f := &File{}
	if err := lines.Decode(f); err != nil {
		return nil, err
	}
	for lines.More() {
		var v Vector
		if err := lines.Decode(&v); err != nil {
			return nil, err
		}
		f.Vectors = append(f.Vectors, v)
	}
	return f, nil
}

// ReadLines reads one JSON value a line.
func ReadLines(r io.Reader) ([]json.RawMessage, error) {
	var all []json.RawMessage
	lines := json.NewDecoder(bufio.NewReader(r))
	for lines.More() {
		var line json.RawMessage
		if err := lines.Decode(&line); err != nil {
			return nil, err
		}
		all = append(all, line)
	}
	return all, nil
}

// Command propertiesref compares loader/properties with java.util.Properties
// and Spark's trim on random files. See README.md.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/loader/properties"
	"github.com/sparkvet/sparkvet/source"
)

// vector is one file and what Spark reads from it.
type vector struct {
	Input    []byte      `json:"input"`
	Refused  bool        `json:"refused,omitempty"`
	Settings [][2]string `json:"settings,omitempty"`
}

func main() {
	files := flag.Int("files", 200_000, "how many files to compare")
	seed := flag.Uint64("seed", 1, "seed of the random files")
	jars := flag.String("jars", "", "folder of a Spark's jars, to read each file by Spark's own Utils too")
	sample := flag.String("write", "", "write the files and what was read from them to this `file`")
	flag.Parse()
	if err := run(*files, *seed, *jars, *sample); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(files int, seed uint64, jars, sample string) error {
	inputs := make([][]byte, files)
	random := rand.New(rand.NewPCG(seed, 0))
	for i := range inputs {
		inputs[i] = file(random)
	}
	vectors, err := reference(inputs, jars)
	if err != nil {
		return err
	}
	settings, refused, disagreements := 0, 0, 0
	for i := range vectors {
		settings += len(vectors[i].Settings)
		if vectors[i].Refused {
			refused++
		}
		if ours := load(vectors[i].Input); !equal(ours, vectors[i]) {
			if disagreements++; disagreements <= 10 {
				fmt.Printf("file %d %q\n  java  %q refused=%v\n  ours  %q refused=%v\n", i,
					vectors[i].Input, vectors[i].Settings, vectors[i].Refused, ours.Settings, ours.Refused)
			}
		}
	}
	fmt.Printf("%d files, %d settings, %d files refused: %d disagreements\n", files, settings, refused, disagreements)
	if disagreements > 0 {
		return fmt.Errorf("loader/properties is wrong about %d files", disagreements)
	}
	if sample != "" {
		return write(sample, vectors)
	}
	return nil
}

// load reads a file with the loader under test.
func load(text []byte) vector {
	layer, diagnostics := properties.Layer(source.New("random.conf", "", text), conf.PropertiesFileLayer)
	read := vector{Input: text}
	for _, d := range diagnostics {
		read.Refused = read.Refused || d.Severity == source.Error
	}
	if read.Refused {
		return read
	}
	for _, a := range layer.Assignments {
		read.Settings = append(read.Settings, [2]string{a.Key, a.Value.Raw})
	}
	return read
}

func equal(a, b vector) bool {
	return a.Refused == b.Refused && slices.Equal(a.Settings, b.Settings)
}

// reference has Reference.java read the files.
func reference(inputs [][]byte, jars string) ([]vector, error) {
	_, here, _, _ := runtime.Caller(0)
	arguments := []string{filepath.Join(filepath.Dir(here), "Reference.java")}
	if jars != "" {
		arguments = append([]string{"-cp", filepath.Join(jars, "*")}, arguments...)
	}
	java := exec.Command("java", arguments...)
	java.Stderr = os.Stderr
	stdin, err := java.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := java.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := java.Start(); err != nil {
		return nil, err
	}
	go func() {
		// A write fails only when the program has ended, which Wait reports.
		defer func() { _ = stdin.Close() }()
		buffered := bufio.NewWriter(stdin)
		for _, input := range inputs {
			_ = binary.Write(buffered, binary.BigEndian, int32(len(input)))
			_, _ = buffered.Write(input)
		}
		_ = buffered.Flush()
	}()
	vectors := make([]vector, len(inputs))
	answers := bufio.NewReader(stdout)
	for i := range vectors {
		vectors[i].Input = inputs[i]
		if err := answer(answers, &vectors[i]); err != nil {
			return nil, fmt.Errorf("reference: file %d: %w", i, errors.Join(err, java.Wait()))
		}
	}
	return vectors, java.Wait()
}

func answer(in io.Reader, v *vector) error {
	var count int32
	if err := binary.Read(in, binary.BigEndian, &count); err != nil {
		return err
	}
	v.Refused = count < 0
	for range count {
		var setting [2]string
		for k := range setting {
			var length int32
			if err := binary.Read(in, binary.BigEndian, &length); err != nil {
				return err
			}
			text := make([]byte, length)
			if _, err := io.ReadFull(in, text); err != nil {
				return err
			}
			setting[k] = string(text)
		}
		v.Settings = append(v.Settings, setting)
	}
	return nil
}

// write keeps the vectors as the sample that tests replay.
func write(path string, vectors []vector) error {
	var packed bytes.Buffer
	zipped, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(zipped)
	lines.SetEscapeHTML(false)
	for _, v := range vectors {
		if err := lines.Encode(v); err != nil {
			return err
		}
	}
	if err := zipped.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}

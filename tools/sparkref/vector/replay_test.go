package vector

import (
	"fmt"
	"os"
	"testing"
)

// TestSparkSaysTheSame replays the vectors of every kind and release.
func TestSparkSaysTheSame(t *testing.T) {
	for _, k := range Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			f := open(t, k.Name)
			if want := len(k.Fixed) + k.Sample; len(f.Vectors) != want {
				t.Errorf("there are %d vectors, want %d: run make sparkref", len(f.Vectors), want)
			}
			for _, version := range f.Releases {
				t.Run(version, func(t *testing.T) { replay(t, k, f, Line(version)) })
			}
		})
	}
}

func replay(t *testing.T, k *Kind, f *File, release string) {
	t.Parallel()
	questions, answers := f.Of(release)
	tally, err := k.Tally(release, questions, answers)
	if err != nil {
		t.Fatal(err)
	}
	if tally.Counts[Agrees] < tally.Counts[Undecided]+tally.Counts[Excused] {
		t.Errorf("most of it is undecided or excused:%v", tally)
	}
	if k.Rates != nil && testing.Verbose() {
		rates, err := k.Rates(release, questions, answers)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(rates)
	}
	for i, d := range tally.Differing {
		if i == 5 {
			t.Errorf("and %d more", len(tally.Differing)-i)
			break
		}
		t.Errorf("%v", d)
	}
}

// open reads the vectors of a kind.
func open(t *testing.T, name string) *File {
	t.Helper()
	r, err := os.Open(fmt.Sprintf("testdata/%s.jsonl.gz", name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	f, err := Read(r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

package source

import (
	"math/rand/v2"
	"testing"
)

func TestApply(t *testing.T) {
	s := New("a", "", []byte("one two three"))
	for _, test := range []struct {
		edits []Edit
		want  string
	}{
		{nil, "one two three"},
		{[]Edit{{s.Span(4, 7), "2"}}, "one 2 three"},
		{[]Edit{{s.Span(8, 13), "3"}, {s.Span(0, 3), "1"}}, "1 two 3"},
		{[]Edit{{s.Span(3, 3), ","}, {s.Span(3, 7), ""}}, "one, three"},
		{[]Edit{{s.Span(13, 13), "!"}}, "one two three!"},
	} {
		got, err := Apply(s, test.edits)
		if err != nil || string(got) != test.want {
			t.Errorf("%v gives %q, %v; want %q", test.edits, got, err, test.want)
		}
	}
	for name, edits := range map[string][]Edit{
		"overlap":        {{s.Span(0, 5), ""}, {s.Span(4, 7), ""}},
		"another source": {{New("b", "", []byte("one")).Span(0, 1), ""}},
		"outside":        {{Span{s, 10, 20}, ""}},
		"backwards":      {{Span{s, 5, 3}, ""}},
	} {
		if got, err := Apply(s, edits); err == nil {
			t.Errorf("%s gives %q", name, got)
		}
	}
}

// TestApplyUndoes holds the law that edits change nothing but their own bytes:
// random edits with the text that was there give the text back.
func TestApplyUndoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := []byte("spark.a 1\r\nspark.b\t2\n# größe\n")
	s := New("a", "", text)
	for range 500 {
		var edits []Edit
		for at := 0; at < len(text); {
			start := at + random.IntN(len(text)-at+1)
			end := start + random.IntN(len(text)-start+1)
			edits = append(edits, Edit{s.Span(start, end), string(text[start:end])})
			at = end + 1
		}
		random.Shuffle(len(edits), func(i, j int) { edits[i], edits[j] = edits[j], edits[i] })
		if got, err := Apply(s, edits); err != nil || string(got) != string(text) {
			t.Fatalf("%v gives %q, %v", edits, got, err)
		}
	}
}

func TestPatch(t *testing.T) {
	s, other := New("b", "", []byte("0123456789")), New("a", "", []byte("x"))
	var p Patch
	for i, test := range []struct {
		group []Edit
		want  bool
	}{
		{[]Edit{{s.Span(2, 4), "A"}, {other.Span(0, 1), "y"}}, true},
		{[]Edit{{s.Span(2, 4), "A"}, {s.Span(8, 9), "B"}}, true}, // the first is the same edit
		{[]Edit{{s.Span(2, 4), "C"}}, false},
		{[]Edit{{s.Span(0, 1), "D"}, {s.Span(4, 4), "E"}}, false}, // one touches: neither is taken
		{[]Edit{{s.Span(6, 6), "F"}}, true},
	} {
		if got := p.Add(test.group); got != test.want {
			t.Errorf("group %d: %v", i, got)
		}
	}
	sources := p.Sources()
	if len(sources) != 2 || sources[0] != other {
		t.Errorf("sources %v", sources)
	}
	if got, err := p.Text(s); err != nil || string(got) != "01A45F67B9" {
		t.Errorf("text %q, %v", got, err)
	}
}

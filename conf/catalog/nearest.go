package catalog

import (
	"math/bits"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/agext/levenshtein"
)

// farthest is the greatest distance of a name that is still a likely
// misspelling: two letters that changed places are two edits.
const farthest = 2

// maximumLikenesses is how many answers a catalogue remembers.
const maximumLikenesses = 4096

// likenesses finds keys that are spelt alike, and remembers what it found.
type likenesses struct {
	prepare    sync.Once
	candidates map[int][]candidate // by length
	longest    int
	found      sync.Map // name → likeness
	count      atomic.Int32
}

type candidate struct {
	lower   string
	letters uint64
	key     *Key
}

type likeness struct {
	key      *Key
	distance int
}

// Nearest returns the current, not internal key whose name is nearest to an
// unknown one, and their distance: how many characters are to insert, delete
// or replace, upper and lower case being the same, so that 0 means that only
// the case differs. It returns nil when no key is within a distance of two, or
// when two keys are equally near, for then neither is a good guess. Asking
// again for the same name costs a look-up.
func (c *Catalog) Nearest(name string) (key *Key, distance int) {
	l := &c.likenesses
	if found, ok := l.found.Load(name); ok {
		return found.(likeness).key, found.(likeness).distance
	}
	l.prepare.Do(func() { l.fill(c.keys) })
	if len(name) > (l.longest+farthest)*utf8.UTFMax {
		return nil, 0
	}
	found := l.search(strings.ToLower(name))
	if l.count.Load() < maximumLikenesses {
		if _, known := l.found.LoadOrStore(strings.Clone(name), found); !known {
			l.count.Add(1)
		}
	}
	return found.key, found.distance
}

func (l *likenesses) fill(keys []*Key) {
	l.candidates = make(map[int][]candidate)
	for _, key := range keys {
		if key.Internal {
			continue
		}
		lower := strings.ToLower(key.Name)
		l.candidates[len(lower)] = append(l.candidates[len(lower)], candidate{lower, lettersOf(lower), key})
		l.longest = max(l.longest, len(lower))
	}
}

// search compares a name with the keys that are about as long and have about
// the same letters.
func (l *likenesses) search(lower string) likeness {
	length, letters := utf8.RuneCountInString(lower), lettersOf(lower)
	best := likeness{distance: farthest + 1}
	for n := length - farthest; n <= length+farthest; n++ {
		for _, c := range l.candidates[n] {
			// An edit takes away one letter at most, and brings one at most.
			if bits.OnesCount64(c.letters^letters) > 2*farthest {
				continue
			}
			// Without MaxCost: with it, the library calls names near that are not.
			switch distance := levenshtein.Distance(c.lower, lower, nil); {
			case distance < best.distance:
				best = likeness{c.key, distance}
			case distance == best.distance:
				best.key = nil
			}
		}
	}
	if best.key == nil {
		return likeness{}
	}
	return best
}

// lettersOf is the set of a text's characters, some of them taken for the same.
func lettersOf(text string) uint64 {
	var set uint64
	for _, r := range text {
		set |= 1 << (uint(r) % 64)
	}
	return set
}

package policy

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/sparkvet/sparkvet/engine/policy/premise"
)

// Input is the document about one job that policies see, as plain values:
// map[string]any, []any, []string, string, bool, int64, float64. It must not change
// after the first evaluation. Not safe for concurrent use.
type Input struct {
	Document map[string]any
	// Unknown returns the parts of the document that cannot be known; nil when
	// all is.
	Unknown func() []Read

	term     *ast.Term
	open     *premise.Question
	question *premise.Question
	encoded  map[string]string // by path: many rules read the same parts
}

func (in *Input) value() (*ast.Term, error) {
	if in.term == nil {
		v, err := ast.InterfaceToValue(in.Document)
		if err != nil {
			return nil, err
		}
		in.term = ast.NewTerm(v)
	}
	return in.term, nil
}

// at returns the value at a path; nil when there is none.
func (in *Input) at(path Read) any {
	var v any = in.Document
	for _, part := range path {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[part]
	}
	return v
}

// Evaluate asks rule number i of Rules about a job. The error says that the
// rule itself failed: its answer is then not known.
func (p *Program) Evaluate(ctx context.Context, i int, in *Input) ([]Answer, error) {
	key := memoryKey(i, in, p.Rules[i].Reads)
	if known, ok := p.memory.recall(key); ok {
		return known.answers, known.err
	}
	answers, err := p.ask(ctx, i, in)
	if ctx.Err() == nil {
		p.memory.keep(key, remembered{answers, err})
	}
	return answers, err
}

func (p *Program) ask(ctx context.Context, i int, in *Input) ([]Answer, error) {
	if p.compiled[i].compiler == nil {
		return nil, fmt.Errorf("%s: the rule is asked before it is prepared", p.Rules[i].ID)
	}
	document, err := in.value()
	if err != nil {
		return nil, err
	}
	txn, err := p.read(ctx)
	if err != nil {
		return nil, err
	}
	defer p.store.Abort(ctx, txn)
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	var answers []Answer
	err = topdown.NewQuery(p.compiled[i].query).WithCompiler(p.compiled[i].compiler).WithStore(p.store).WithTransaction(txn).
		WithInput(document).WithStrictBuiltinErrors(true).WithCancel(cancel).
		Iter(ctx, func(result topdown.QueryResult) error {
			for _, set := range result {
				var err error
				answers, err = decodeAnswers(p.Rules[i], set.Value)
				return err
			}
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Rules[i].ID, err)
	}
	return answers, nil
}

// remembered is what a rule answered to some values.
type remembered struct {
	answers []Answer
	err     error
}

// memoryLimit bounds the number of remembered answers; beyond it rules are
// simply asked again.
const memoryLimit = 1 << 17

// memory keeps answers by the rule and the values it reads.
type memory struct {
	mu    sync.RWMutex
	known map[string]remembered
}

func (m *memory) recall(key string) (remembered, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	r, ok := m.known[key]
	return r, ok
}

func (m *memory) keep(key string, r remembered) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		m.known = map[string]remembered{}
	}
	if len(m.known) < memoryLimit {
		m.known[key] = r
	}
}

// memoryKey writes the rule and every value it reads, unambiguously.
func memoryKey(rule int, in *Input, reads []Read) string {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 128), uint32(rule))
	for _, read := range reads {
		b = append(b, in.encode(read)...)
	}
	return string(b)
}

// encode writes the value at a path, once; a long one is replaced by its
// digest, so that a huge job does not fill the memory of answers.
func (in *Input) encode(path Read) string {
	name := strings.Join(path, "\x00")
	known, ok := in.encoded[name]
	if ok {
		return known
	}
	b := appendValue(nil, in.at(path))
	if len(b) > 64 {
		digest := sha256.Sum256(b)
		b = append([]byte{digestTag}, digest[:]...)
	}
	if in.encoded == nil {
		in.encoded = map[string]string{}
	}
	in.encoded[name] = string(b)
	return in.encoded[name]
}

// digestTag tells a digest from a value that is written out.
const digestTag = 255

func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, 0)
	case bool:
		if v {
			return append(b, 1)
		}
		return append(b, 2)
	case int64:
		return binary.BigEndian.AppendUint64(append(b, 3), uint64(v))
	case float64:
		return binary.BigEndian.AppendUint64(append(b, 4), math.Float64bits(v))
	case string:
		return appendString(append(b, 5), v)
	case []string:
		b = binary.BigEndian.AppendUint32(append(b, 6), uint32(len(v)))
		for _, s := range v {
			b = appendString(b, s)
		}
		return b
	case []any:
		b = binary.BigEndian.AppendUint32(append(b, 7), uint32(len(v)))
		for _, e := range v {
			b = appendValue(b, e)
		}
		return b
	case map[string]any:
		b = binary.BigEndian.AppendUint32(append(b, 8), uint32(len(v)))
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			b = appendValue(appendString(b, name), v[name])
		}
		return b
	}
	panic(fmt.Sprintf("policy: the input document holds a %T", v))
}

func appendString(b []byte, s string) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}

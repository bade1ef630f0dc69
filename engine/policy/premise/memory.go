package premise

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// subject is one or two texts that something is asked about.
type subject [2]string

// memory keeps what follows from texts alone: keys and values repeat from file
// to file. It is safe for concurrent use.
type memory struct {
	mu    sync.RWMutex
	known map[subject]*ast.Term
}

// manyAnswers bounds a memory; beyond it begins anew.
const manyAnswers = 1 << 12

func (m *memory) recall(about subject) (t *ast.Term, known bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	t, known = m.known[about]
	return t, known
}

func (m *memory) keep(about subject, t *ast.Term) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= manyAnswers {
		m.known = map[subject]*ast.Term{}
	}
	m.known[about] = t
}

// textsOf are the operands, if they are one or two texts.
func textsOf(operands []*ast.Term) (about subject, ok bool) {
	if len(operands) == 0 || len(operands) > len(about) {
		return about, false
	}
	for i, t := range operands {
		text, ok := t.Value.(ast.String)
		if !ok || t == maybe {
			return about, false
		}
		about[i] = string(text)
	}
	return about, true
}

package policy

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/sparkvet/sparkvet/engine/policy/premise"
)

// Options of Compile.
type Options struct {
	// Schema returns the JSON schema of the input document, cut down to the
	// paths that the policies read. With none, types are not checked.
	Schema func(reads []Read) any
	// CheckReads says what is wrong with a path that a policy reads, such as a
	// Spark key that no release knows; nil when it may be read.
	CheckReads func(Read) error
}

// Program is a compiled set of rules. It is immutable but for its memory of
// answers, and safe for concurrent use.
type Program struct {
	// Rules, sorted by id.
	Rules []*Rule

	store    storage.Store
	modules  []*module
	compiled []compiled // one per rule
	premises *premise.Library
	memory   memory
}

// compiled is a rule ready to be asked; zero until it is prepared.
type compiled struct {
	compiler *ast.Compiler
	query    ast.Body
}

// Reads returns everything that any rule reads of the input document.
func (p *Program) Reads() []Read {
	var all []Read
	for _, r := range p.Rules {
		all = append(all, r.Reads...)
	}
	return unique(all)
}

// Compile parses and compiles the modules, tests left out. Anything wrong with
// any of them fails the whole: a policy that silently does not run is worse
// than none. The error joins one error per fault.
func Compile(modules []Module, o Options) (*Program, error) {
	parsed, err := parseAll(modules)
	if err != nil {
		return nil, err
	}
	if err := checkPackages(parsed); err != nil {
		return nil, err
	}
	p := &Program{}
	var faults []error
	for _, m := range parsed {
		if m.outline.Rule != nil {
			p.Rules = append(p.Rules, m.rule())
		}
	}
	sort.Slice(p.Rules, func(i, j int) bool { return p.Rules[i].ID < p.Rules[j].ID })
	faults = append(faults, p.findReads(parsed, o.CheckReads)...)
	p.findCases(parsed)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	if err := p.gatherPremises(parsed); err != nil {
		return nil, err
	}
	p.modules = parsed
	p.store = inmem.NewFromObject(map[string]any{"params": p.params()})
	p.compiled = make([]compiled, len(p.Rules))
	var all []int
	for i, r := range p.Rules {
		if !r.trusted {
			all = append(all, i)
		}
	}
	return p, p.compile(all, &o)
}

// Prepare compiles those of some rules, by their place in Rules, that are not
// compiled yet. It is called before they are asked, and not while others are.
func (p *Program) Prepare(rules []int) error {
	var fresh []int
	for _, i := range rules {
		if p.compiled[i].compiler == nil {
			fresh = append(fresh, i)
		}
	}
	return p.compile(fresh, nil)
}

// parseAll parses on all processors: parsing is most of a cold start.
func parseAll(modules []Module) ([]*module, error) {
	parsed := make([]*module, len(modules))
	faults := make([]error, len(modules))
	var wait sync.WaitGroup
	const workers = 4
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(modules); i += workers {
				if !modules[i].IsTest() {
					parsed[i], faults[i] = parse(modules[i])
				}
			}
		})
	}
	wait.Wait()
	kept := parsed[:0]
	for _, m := range parsed {
		if m != nil {
			kept = append(kept, m)
		}
	}
	return kept, errors.Join(faults...)
}

// checkPackages refuses two modules of one package, which OPA would merge
// without a word, and a package that no rule uses.
func checkPackages(modules []*module) error {
	owners := map[string]*module{}
	used := map[string]bool{}
	var faults []error
	for _, m := range modules {
		name := m.outline.Package
		if other := owners[name]; other != nil {
			faults = append(faults, fmt.Errorf("%s: package %s already stands in %s", m.name(), strings.TrimPrefix(name, "data."), other.name()))
			continue
		}
		owners[name] = m
		for _, p := range m.outline.Uses {
			if !within(p, name) {
				used[p] = true
			}
		}
	}
	for name, m := range owners {
		if m.outline.Rule != nil {
			continue
		}
		needed := false
		for p := range used {
			needed = needed || within(p, name)
		}
		if !needed {
			faults = append(faults, fmt.Errorf("%s: the package has no deny rule and no rule uses it", m.name()))
		}
	}
	sort.Slice(faults, func(i, j int) bool { return faults[i].Error() < faults[j].Error() })
	return errors.Join(faults...)
}

func within(ref, pkg string) bool {
	rest, ok := strings.CutPrefix(ref, pkg)
	return ok && (rest == "" || rest[0] == '.')
}

// findReads works out what each rule reads, through the packages it uses.
func (p *Program) findReads(modules []*module, check func(Read) error) []error {
	direct := map[string][]Read{}
	uses := map[string][]string{}
	mend := map[string]bool{}
	for _, m := range modules {
		name := m.outline.Package
		mend[name] = m.outline.Mends
		direct[name], uses[name] = m.outline.Reads, m.outline.Uses
	}
	used := map[string][]string{} // the packages behind what a package refers to
	for name, refs := range uses {
		for _, ref := range refs {
			for other := range direct {
				if within(ref, other) {
					used[name] = append(used[name], other)
				}
			}
		}
	}
	var faults []error
	for _, r := range p.Rules {
		seen := map[string]bool{}
		var reads []Read
		var visit func(name string)
		visit = func(name string) {
			if seen[name] {
				return
			}
			seen[name] = true
			r.Fixable = r.Fixable || mend[name]
			for _, read := range direct[name] {
				reads = append(reads, trim(read))
			}
			for _, other := range used[name] {
				visit(other)
			}
		}
		visit(r.packagePath)
		r.Reads, r.packages = unique(reads), seen
		for _, read := range r.Reads {
			if check == nil || r.trusted {
				continue
			}
			if err := check(read); err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", r.shownName, err))
			}
		}
	}
	return faults
}

// compile prepares one query per rule and, with options, checks what it
// compiles. A compiler works on one processor, so the rules are dealt out to
// several, each with the packages that its rules use.
func (p *Program) compile(rules []int, o *Options) error {
	shards := min(runtime.GOMAXPROCS(0), maximumShards, len(rules))
	faults := make([][]error, shards)
	var wait sync.WaitGroup
	for shard := range shards {
		var dealt []int
		for i := shard; i < len(rules); i += shards {
			dealt = append(dealt, rules[i])
		}
		wait.Go(func() { faults[shard] = p.compileShard(dealt, o) })
	}
	wait.Wait()
	return distinct(faults)
}

// maximumShards is how many compilers are worth their start.
const maximumShards = 4

// compileShard compiles some rules on one processor.
func (p *Program) compileShard(rules []int, o *Options) (faults []error) {
	needed := map[string]bool{}
	var reads []Read
	for _, i := range rules {
		reads = append(reads, p.Rules[i].Reads...)
		for name := range p.Rules[i].packages {
			needed[name] = true
		}
	}
	byName := make(map[string]*ast.Module, len(needed))
	for _, m := range p.modules {
		if !needed[m.outline.Package] {
			continue
		}
		parsed, err := m.parsed()
		if err != nil {
			return []error{err}
		}
		byName[m.name()] = parsed
	}
	compiler := ast.NewCompiler().WithCapabilities(capabilities).WithStrict(true)
	switch {
	case o == nil:
		compiler = compiler.WithSkipStages(checks...)
	case o.Schema != nil:
		set := ast.NewSchemaSet()
		set.Put(ast.SchemaRootRef, o.Schema(unique(reads)))
		compiler = compiler.WithSchemas(set)
	}
	compiler.Compile(byName)
	if compiler.Failed() {
		return brief(compiler.Errors)
	}
	for _, i := range rules {
		r := p.Rules[i]
		body := ast.NewBody(ast.Equality.Expr(ast.VarTerm("answers"), ast.NewTerm(ast.MustParseRef(r.packagePath+".deny"))))
		query, err := compiler.QueryCompiler().Compile(body)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", r.shownName, err))
		}
		p.compiled[i] = compiled{compiler, query}
	}
	return faults
}

// checks are the stages of the compiler that only refuse, or that pay off for
// longer comprehensions than rules have. Trusted modules have passed them before.
var checks = []ast.StageID{
	ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
	ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckRecursion, ast.StageCheckTypes,
	ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins, ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet,
	ast.StageBuildRequiredCapabilities, ast.StageBuildComprehensionIndices,
}

// distinct joins what the shards found, in a stable order; a fault in a package
// that several of them compiled is one.
func distinct(faults [][]error) error {
	all := slices.Concat(faults...)
	text := func(a, b error) int { return strings.Compare(a.Error(), b.Error()) }
	slices.SortFunc(all, text)
	return errors.Join(slices.CompactFunc(all, func(a, b error) bool { return text(a, b) == 0 })...)
}

// brief makes one error a fault, without the list of every Spark key that OPA
// adds to a reference that is none.
func brief(faults ast.Errors) []error {
	short := make([]error, len(faults))
	for i, f := range faults {
		message := f.Error()
		if at := strings.Index(message, "want (one of)"); at >= 0 {
			message = strings.TrimRight(message[:at], " \t\n")
		}
		short[i] = errors.New(message)
	}
	return short
}

// params is the document data.params: the rules' parameters by package path,
// without the built-in root.
func (p *Program) params() map[string]any {
	root := map[string]any{}
	for _, r := range p.Rules {
		if len(r.Params) == 0 {
			continue
		}
		at := root
		for _, part := range strings.Split(r.ID, "/") {
			next, ok := at[part].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[part] = next
			}
			at = next
		}
		for name, param := range r.Params {
			at[name] = param.Default
		}
	}
	return root
}

// read opens a read transaction on the parameters.
func (p *Program) read(ctx context.Context) (storage.Transaction, error) {
	return p.store.NewTransaction(ctx)
}

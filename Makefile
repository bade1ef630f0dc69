# make build | test | lint | fuzz | bench | update | sparkref | sparkref-fuzz
FUZZTIME ?= 30s
LDFLAGS := -s -w

.PHONY: build test lint fuzz bench update sparkref sparkref-fuzz
build:
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o sparkvet ./cmd/sparkvet

test:
	go test ./...

# The linters' versions are pinned in tools/lint/go.mod, apart from what the program itself needs.
lint:
	go vet ./...
	go tool -modfile=tools/lint/go.mod golangci-lint run ./...

# Every fuzz target of every loader, one after the other.
fuzz:
	@grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u | while read -r dir; do \
	  grep -ho '^func Fuzz[A-Za-z0-9_]*' $$dir/*_test.go | sed 's/^func //' | while read -r target; do \
	    echo "== $$dir $$target"; go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$dir || exit 1; \
	  done || exit 1; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...

# Rewrites every golden file, example and generated page from what the code does now; read the diff.
update:
	@grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u | xargs -I{} go test {} -update

# Asks real Spark releases, and writes the catalogue and the vectors (needs Python and a JDK).
sparkref:
	python3 tools/sparkref/sparkref.py all

# Puts N fresh random questions of each kind to every release, and prints how sparkvet's answers compare.
N ?= 5000
sparkref-fuzz:
	python3 tools/sparkref/sparkref.py fuzz --count $(N)

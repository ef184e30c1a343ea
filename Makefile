# Development tasks: `make help` lists them, `make check` is what CI runs.
# It needs bash, the Go that go.mod asks for, a C compiler (the race detector's), node and npm (what validates XML).

SHELL       := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS   += --no-print-directory

GO       ?= go
FUZZTIME ?= 5s

# Development tools are pinned in a module of their own, so that none of theirs reaches the program's go.mod.
LINT := $(GO) tool -modfile=internal/tools/go.mod golangci-lint
ACTIONLINT := $(GO) tool -modfile=internal/tools/actionlint/go.mod actionlint

# One build of each other system that a release is made for: the processor changes nothing that this code touches,
# and each costs half a minute on a machine that has built nothing yet.
SYSTEMS := linux/arm64 darwin/arm64 windows/amd64

# The rooms whose own tests must cover more than 90 % of them.
COVERED := scoring rules assessment internal/document

# Passes the output of `go test -cover` on, and fails where a room of COVERED is covered too little or missing.
COVERED_ENOUGH := awk -v covered='$(COVERED)' ' \
	{ print; fflush() } \
	$$4 == "coverage:" { sub(/.*\/eifcheck\//, "", $$2); percent[$$2] = $$5 + 0 } \
	$$1 == "FAIL" { failed = 1 } \
	END { \
		if (failed) exit 1; \
		count = split(covered, rooms); \
		for (i = 1; i <= count; i++) if (percent[rooms[i]] <= 90) { \
			low = 1; printf "%s: %.1f %% covered by its own tests, want more than 90 %%\n", rooms[i], percent[rooms[i]] \
		} \
		exit low + 0 \
	}'

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## Build bin/eifcheck
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/ ./cmd/eifcheck

.PHONY: test
test: ## Run the tests
	$(GO) test ./...

.PHONY: race
race: ## Run the tests in random order under the race detector
	$(GO) test -race -shuffle=on ./...

.PHONY: cover
cover: ## Run the tests of the rooms that must be well covered, and fail where one is not
	@$(GO) test -cover $(COVERED:%=./%) | $(COVERED_ENOUGH)

# Go's fuzzing can end a clean run with "context deadline exceeded" (golang/go#75804): that alone is no failure.
.PHONY: fuzz
fuzz: ## Fuzz each target for FUZZTIME (5s)
	@mkdir -p bin
	@$(GO) test -list '^Fuzz' $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -r -n 1 dirname | sort -u) \
	| awk '/^Fuzz/ { targets[count++] = $$1 } $$1 == "ok" { while (count) print $$2, targets[--count] }' \
	| while read -r package target; do \
		echo "$$target, $(FUZZTIME)"; \
		$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) "$$package" > bin/fuzz.log 2>&1 \
		|| { grep -qx ' *context deadline exceeded' bin/fuzz.log && ! grep -q 'Failing input' bin/fuzz.log; } \
		|| { cat bin/fuzz.log; exit 1; }; \
	done

.PHONY: bench
bench: ## Measure time and memory
	scripts/bench

.PHONY: fmt
fmt: ## Format the code
	$(LINT) fmt

.PHONY: lint
lint: ## Check style, formatting and likely mistakes
	$(LINT) run
	$(ACTIONLINT)

.PHONY: vet
vet: ## Compile everything and look for mistakes
	$(GO) vet ./...

.PHONY: verify
verify: ## Check the downloaded modules against go.sum
	$(GO) mod verify

.PHONY: generate
generate: ## Write the generated files and pages anew
	$(GO) run ./internal/generate
	$(GO) generate ./schemas
	$(GO) test ./cmd -run '^TestConfigSchemaIsCurrent$$' -update
	$(GO) test . -run '^Test(Rules|Questionnaire)PageIsCurrent$$' -update

.PHONY: generated-current
generated-current: ## Fail where a generated file is not what `make generate` writes
	$(GO) run ./internal/generate -check

.PHONY: cross
cross: ## Build for other systems, and throw the result away
	@for system in $(SYSTEMS); do \
		echo "build for $$system"; \
		CGO_ENABLED=0 GOOS=$${system%/*} GOARCH=$${system#*/} $(GO) build -trimpath -o /dev/null ./cmd/eifcheck; \
	done

# The race detector makes the largest files ten times as slow, so that their test leaves them out there.
.PHONY: worst
worst: ## Read the worst files within their limits
	$(GO) test -run '^TestHostile$$' ./internal/document

# The schemas and what validates with them come from packages, pinned in internal/formats. Without them this fails.
.PHONY: formats
formats: ## Hold the formats for machines to their official schemas (needs node and npm)
	@npm ci --prefix internal/formats/testdata --legacy-peer-deps --ignore-scripts --no-audit --no-fund --silent
	@cd internal/formats && $(GO) mod download && $(GO) vet ./... && $(GO) test -count=1 ./...

# What it needs is installed by the script: see there.
.PHONY: browser
browser: ## Look at the reports as readers do, in a browser (installs Chromium, Java and more where apt is)
	@scripts/browser

.PHONY: gallery
gallery: ## Write the pages of docs/gallery anew
	$(GO) test ./cmd -run '^TestGalleryIsCurrent$$' -count=1 -update

.PHONY: screenshots
screenshots: ## Write the pictures of the README anew
	@scripts/browser screenshots

# Cheap checks first. The tests run once, and last: their lines are what a reader sees at the end.
.PHONY: check
check: verify generated-current vet lint cross fuzz worst formats browser ## Everything that CI checks
	@$(GO) test -race -shuffle=on -cover ./... | $(COVERED_ENOUGH)

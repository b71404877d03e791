# « make run » opens the window, « make test » runs every check. Both install first what is missing: see .ci/need.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run

# The compiler that go.mod asks for, whatever the system has.
go := path=$$(bash .ci/go); export PATH="$$path";

# The modules, fetched without a word; what cannot be fetched is told by the next command, which needs it.
modules := go mod download >/dev/null 2>&1 || true;

# Nothing but app needs a C compiler: the checks of the sources do without one.
light := CGO_ENABLED=0

# A Mac and a PC always have a screen.
screen := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter-out Linux,$(shell uname -s)))

.PHONY: packages audit run build test lint race papers journey conformance bench torture fuzz generate clean

run:
ifneq ($(screen),)
	@bash .ci/need go window
	@$(go) $(modules) go run ./app
else
	@bash .ci/need go
	@$(go) $(modules) $(light) go run -tags ci ./app exporter -vers sortie exemple:riom
	@echo "Pas d’écran ici : la fenêtre ne peut pas s’ouvrir. Les documents de l’exemple « Riom » sont dans sortie/."
endif

# The program as it is given to people.
build:
	@bash .ci/need go window
	@$(go) $(modules) go build -trimpath -tags release,no_animations,no_emoji -o bin/appui-technique ./app
	@echo "bin/appui-technique"

# Everything that is given to people and can be made on Linux, in dist/; built twice, for the same bytes.
packages:
	@bash .ci/need go window packages
	@$(go) $(modules) bash .packages/build

test: lint race papers journey

# Pinned, and run without entering go.mod.
staticcheck := honnef.co/go/tools/cmd/staticcheck@v0.8.2

lint:
	@bash .ci/need go
	@$(go) $(modules) unformatted=$$(gofmt -l app assets model storage ui); \
	if [ -n "$$unformatted" ]; then echo "gofmt -w :" $$unformatted; exit 1; fi
	@$(go) $(light) go vet -tags ci ./...
	@$(go) $(light) GOOS=windows go vet -tags ci ./...
	@$(go) $(light) go run .ci/darwin.go
	@$(go) $(light) go run $(staticcheck) -tags ci ./...

race:
	@bash .ci/need go window papers
	@$(go) go test -race -timeout 20m ./...

# A thousand papers made at random, a paper of each of ten thousand dossiers, ten thousand steps
# and five hundred damages of the store, its work undone at random, every byte of a portable file flipped, every fiche and page
# gone through by Tab in both sizes of text: too slow under the race detector.
papers:
	@bash .ci/need go papers
	@$(go) $(light) go test -tags ci -timeout 20m ./ui/paper/typeset
	@$(go) $(light) go test -tags ci -timeout 20m -run OneFact ./model/document -dossiers 10000
	@$(go) $(light) go test -tags ci -timeout 20m -run 'Model|DamageAnywhere|RandomWork|NoFlippedByte' ./storage
	@$(go) $(light) go test -tags ci -timeout 20m -run 'TabGoesDown|PagesAreWorked' ./ui

# A real window on an invisible screen; alone, since it types at a person's pace.
journey:
	@bash .ci/need go window journey papers
	@$(go) go vet -tags journey ./app
	@$(go) go test -count=1 -tags journey -timeout 10m -run Journey ./app

# PDF/A and the syntax of every paper of the demonstration dossiers, by tools that are not ours.
conformance:
	@bash .ci/need go papers conformance
	@$(go) bash .ci/conformance

# What is known against the modules, and which have a newer version: asks the network, hence never a part of the tests.
govulncheck := golang.org/x/vuln/cmd/govulncheck@v1.1.4
audit:
	@bash .ci/need go window
	@$(go) $(modules) bash .ci/audit $(govulncheck)

bench:
	@bash .ci/need go window journey
	@bash .ci/need bench || echo "Sans LibreOffice ou Python, le programme n’est pas comparé à eux." >&2
	@$(go) $(modules) bash .ci/bench
	@$(go) bash .ci/stores

# What is too long for every day: a thousand kills of the store, five hundred damages, a hundred thousand steps, power cuts
# and a full disk, the text of a thousand papers made at random read back from their files, every paper of ten thousand
# dossiers, then the parsers of what people type, fed with noise for a minute each.
torture: storage-torture papers-torture fuzz

.PHONY: storage-torture papers-torture
storage-torture:
	@bash .ci/need go
	@$(go) $(light); export CGO_ENABLED; \
	STORAGE_TORTURE=1 go test -tags ci -count=1 -v -timeout 2h -run 'Kill|Damage|Model|Full' ./storage
	@$(go) $(light); export CGO_ENABLED; go run .ci/powercut.go

papers-torture:
	@bash .ci/need go papers
	@$(go) $(light); export CGO_ENABLED; \
	PAPER_LAYOUTS=1000 go test -tags ci -count=1 -timeout 1h -run 'Painted|EveryState' ./ui/paper/typeset
	@$(go) $(light) go test -tags ci -count=1 -timeout 2h -run OneFact ./model/document -dossiers 10000 -every-paper

fuzz_time ?= 1m
fuzz:
	@bash .ci/need go
	@$(go) $(light); export CGO_ENABLED; \
	for package in $$(go list -tags ci ./...); do \
		for target in $$(go test -tags ci -list '^Fuzz' "$$package" | grep '^Fuzz' || true); do \
			go test -tags ci -run '^$$' -fuzz "^$$target$$" -fuzztime $(fuzz_time) "$$package"; \
		done; \
	done

# The licences of what travels inside the program; and, where node_modules holds the npm package
# @etalab/decoupage-administratif 6.0.0, the table of the communes.
generate:
	@$(go) go run .ci/notices.go | gzip -9n >assets/notices.new && mv assets/notices.new assets/notices.txt.gz
	@$(go) if [ -d node_modules/@etalab ]; then go generate ./model/territory; fi

clean:
	@rm -rf bin dist sortie app/*.syso

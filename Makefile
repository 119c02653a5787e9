# Everything a person types. Needs python3 (3.11, 3.12 or 3.13) with its venv module, and make.
# Another Python: make site PYTHON=python3.13       Options of the build: make site FLAGS=--strict
# Without the engine that translates: make site EXTRAS=

PYTHON ?= python3
EXTRAS ?= translate
FLAGS ?=
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes

# A stamp is named after what it stands for: another Python makes a new environment, a changed lock installs again.
sum = $(shell cat $(1) | cksum | cut -d ' ' -f 1)
PYTHON_STAMP := $(VENV)/python-$(shell $(PYTHON) -c 'import platform; print(platform.python_version())')
SITE_LOCK := requirements$(if $(strip $(EXTRAS)),-$(strip $(EXTRAS))).txt
ifeq ($(wildcard $(SITE_LOCK)),)
$(error EXTRAS=$(EXTRAS) has no list of packages: it is EXTRAS=translate, or EXTRAS= for no translation)
endif
SITE_STAMP := $(VENV)/site-$(call sum,$(SITE_LOCK))
DEV_LOCKS := requirements-translate.txt requirements-dev.txt
DEV_STAMP := $(VENV)/dev-$(call sum,$(DEV_LOCKS))

WORKFLOWS := .github goftogu/archive_template/github/dot-github/workflows/pages.yml

GATES_STAMP := tools/node_modules/gates-$(call sum,tools/package.json tools/package-lock.json)
AUDITOR := .cache/auditor
AUDITOR_STAMP = $(AUDITOR)/audit-$(call sum,requirements-audit.txt)
SBOM ?= .cache/goftogu.cdx.json

JUDGES_STAMP := $(VENV)/judges-$(call sum,requirements-build.txt tools/requirements.txt)

.PHONY: site test check gates mutants audit sbom serve lock bench clean

site: $(SITE_STAMP) ## build the site into output/
	$(BIN)/python build.py build $(FLAGS)

test: $(DEV_STAMP) ## run every test, with coverage, several at once
	$(BIN)/python -m pytest --cov --numprocesses logical --maxprocesses 4 --dist worksteal $(FLAGS)

check: $(DEV_STAMP) ## format, lint, types, the tests of the documents, then a build and the check of its links
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet --persona pedantic $(WORKFLOWS)
	$(BIN)/python -m pytest --quiet $(wildcard tests/docs tests/test_docs.py)
	$(BIN)/python build.py build
	$(BIN)/python build.py check

gates: $(DEV_STAMP) $(GATES_STAMP) $(JUDGES_STAMP) ## let the built pages be judged by node and java tools
	$(BIN)/python tools/gates.py $(FLAGS)

mutants: $(DEV_STAMP) ## put small faults into a copy of the program, and show those that no test finds
	$(BIN)/python -m tools.mutants $(FLAGS)

audit: $(AUDITOR_STAMP) ## ask whether a locked package has a known fault; needs the network
	$(AUDITOR)/bin/pip-audit --strict --disable-pip --require-hashes $(patsubst %,-r %,$(wildcard requirements*.txt))

sbom: $(AUDITOR_STAMP) ## list what the program is made of, in the form of CycloneDX
	$(AUDITOR)/bin/cyclonedx-py requirements requirements-translate.txt --pyproject pyproject.toml --output-reproducible --output-file $(SBOM)

serve: $(SITE_STAMP) ## build, show the site on this machine and build again on every change
	$(BIN)/python build.py serve $(FLAGS)

bench: $(DEV_STAMP) ## measure against the targets
	$(BIN)/python -m bench $(FLAGS)

# Keeps every pin that still fits; `make lock UPGRADE=--upgrade` takes the newest, `UPGRADE='--upgrade-package jinja2'` one.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--custom-compile-command 'make lock' $(UPGRADE)

lock: $(DEV_STAMP) ## recompile the requirement files from pyproject.toml
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) pyproject.toml --extra translate --constraint requirements.txt --output-file requirements-translate.txt
	$(COMPILE) --group dev --constraint requirements-translate.txt --output-file requirements-dev.txt
	$(COMPILE) --no-config --group build --constraint requirements-dev.txt --output-file requirements-build.txt
	$(COMPILE) --no-config --group audit --constraint requirements-dev.txt --output-file requirements-audit.txt
	! command -v npm >/dev/null || (cd tools && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error)

clean: ## remove what was built and the caches of the tools; the environment stays
	find output -mindepth 1 ! -name .gitignore -delete
	rm -rf .cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(PYTHON_STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Goftogu needs Python 3.11, 3.12 or 3.13: make $(MAKECMDGOALS) PYTHON=python3.13")'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(SITE_STAMP): $(PYTHON_STAMP)
	@echo "Installing what the build needs (once) …"
	@rm -f $(VENV)/site-*
	$(PIP) -r $(SITE_LOCK)
	@touch $@

$(GATES_STAMP):
	@echo "Installing the judges of the pages (some 150 MB, once) …"
	cd tools && CHROMEDRIVER_SKIP_DOWNLOAD=true npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@rm -f tools/node_modules/gates-* && touch $@

$(JUDGES_STAMP): $(DEV_STAMP)
	@echo "Installing the judges of the books (some 35 MB, once) …"
	$(PIP) -r requirements-build.txt
	$(PIP) --no-build-isolation --use-pep517 -r tools/requirements.txt
	@rm -f $(VENV)/judges-* && touch $@

$(AUDITOR_STAMP):
	@echo "Installing what the audit needs (once) …"
	$(PYTHON) -m venv --clear $(AUDITOR)
	$(AUDITOR)/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes -r requirements-audit.txt
	@touch $@

$(DEV_STAMP): $(PYTHON_STAMP)
	@echo "Installing what the build and the tests need (once) …"
	@rm -f $(VENV)/dev-*
	$(PIP) $(addprefix -r ,$(DEV_LOCKS))
	@touch $@

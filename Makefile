# Everything is run through here. `make` alone says what there is.

PYTHON ?= python3
TOOLS := .tools
VENV := .venv
BIN := $(VENV)/bin
UV := $(TOOLS)/bin/uv
READY := $(VENV)/.ready
RUNS := $(VENV)/.runs
SYNC = UV_PROJECT_ENVIRONMENT=$(VENV) $(UV) sync --quiet --frozen --system-certs --python $(TOOLS)/bin/python
# One more than there are cores: many tests wait for a terminal, a server or the disk.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types contract content bench build lock clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUNS) ## Open the program
	@$(BIN)/edu-tui $(ARGS)

test: $(READY) ## Run every test
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

check: format lint types test content ## All that CI runs

format: $(READY) ## Check the layout of the code (mend it with: make format FIX=1)
	@$(BIN)/ruff format $(if $(FIX),,--check) edu_tui tests bench

lint: $(READY) ## Look for mistakes in the code
	@$(BIN)/ruff check edu_tui tests bench

types: $(READY) ## Check the types
	@$(BIN)/mypy

contract: $(READY) ## Check which package imports which (part of the tests too)
	@$(BIN)/lint-imports
	@$(BIN)/python .ci/circles

content: $(READY) ## Check the library that ships
	@$(BIN)/edu-tui check content

bench: $(READY) ## Measure speed and memory beside an empty Textual app
	@$(BIN)/python -m bench $(ARGS)

build: $(READY) ## Make the wheel and the source archive in dist/
	@$(UV) build --quiet --out-dir dist

lock: $(UV) ## Choose the newest versions of what is used, and write them to uv.lock
	@$(UV) lock --upgrade

clean: ## Remove what was made
	@rm -rf $(VENV) $(TOOLS) dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("edu-tui needs Python 3.11 or newer: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv module is not complete here; install it (Debian: apt install python3-venv)."; exit 1; }
	@echo "Making the environment (once) ..."
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.13"

# To run it takes a few megabytes; to test it a browser's driver and more.
$(RUNS): $(UV) pyproject.toml uv.lock
	@$(SYNC) --no-dev --inexact
	@touch $(RUNS)

$(READY): $(UV) pyproject.toml uv.lock
	@$(SYNC)
	@touch $(READY) $(RUNS)

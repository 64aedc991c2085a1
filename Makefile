# make demo   sets everything up and makes the dossier of examples/
# make test   sets everything up and runs every check that this machine can run
# Needs Python 3.11 or newer, git and make; everything else comes from the lock file.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := .tools/bin/uv
UV_VERSION := 0.13.9
BIN := .venv/bin
JOBS ?= 2
# What a test run must not leave out, for example REQUIRE=browser
REQUIRE ?=

export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON := $(PYTHON)

.PHONY: demo test setup check format docs picture bench changelog clean
.DEFAULT_GOAL := demo

demo: setup
	@mkdir -p out
	$(BIN)/quotepart dossier examples -o out/dossier.html
	@echo
	@echo "The dossier of the examples is here, open it in a browser:"
	@echo "  file://$(abspath out/dossier.html)"

test: setup check
	$(BIN)/pytest -n $(JOBS) $(foreach need,$(REQUIRE),--require $(need))

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: .venv/synced

.venv/synced: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet
	@touch $@

$(UV):
	@test -n "$(PYTHON)" || { echo "Quotepart needs Python 3.11 or newer; set PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Quotepart needs Python 3.11 or newer; set PYTHON=/path/to/python")'
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: setup
	$(BIN)/python docs/outputs.py

picture: setup
	$(BIN)/python docs/picture.py

changelog: setup
	$(BIN)/towncrier build --draft

# Its own environment: what Quotepart is compared with is not needed to use it.
bench: export UV_PROJECT_ENVIRONMENT := .venv-bench
bench: $(UV)
	$(UV) run --frozen --group bench python benchmarks/extraction.py
	$(UV) run --frozen --group bench python benchmarks/accounts.py
	$(UV) run --frozen --group bench python benchmarks/second_pass.py

clean:
	rm -rf .venv .venv-bench .tools out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

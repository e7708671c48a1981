# Two commands do everything on a fresh machine: `make run` and `make test`.
# They need Python 3.11 to 3.13, git and make; the environment goes into .venv/.

# The newest suitable Python; spaCy is two to three times faster on 3.12 and 3.13 than on 3.11.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export DVC_NO_ANALYTICS := 1
export DVC_SITE_CACHE_DIR := $(CURDIR)/.dvc/tmp/site

.PHONY: run test check bench docs ftm page lock audit clean
.DEFAULT_GOAL := run

run: .venv/.run ## Make the dataset from raw/ and say what it holds.
	$(BIN)/dvc repro
	$(BIN)/python -m pipeline summary

test: .venv/.test ## Run every test.
	$(BIN)/python -m pytest

check: .venv/.test ## Lint and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/.test ## A quick look at how fast it is; docs/performance.md has the figures of the longer runs.
	$(BIN)/python -m benchmarks run

docs: .venv/.run ## Write the generated pages of docs/ anew.
	$(BIN)/python -m pipeline docs

ftm: .venv/.test ## Install what `export --to ftm` needs; compiles PyICU: apt-get install libicu-dev pkg-config g++
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ftm.lock

page: ## Build the review page's program anew from pipeline/report/app/; needs Node.js 20 or newer.
	cd pipeline/report/app && npm ci --silent --no-audit --no-fund && npm run --silent check && npm run --silent build

lock: .venv/.test ## Pin the newest versions that pyproject.toml allows, with hashes, for every Python.
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --upgrade --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra export --extra dask --group dev --group notebook --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet \
		-c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --extra ftm --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet -c requirements-dev.lock -o requirements-ftm.lock

audit: .venv/.test ## Look up known vulnerabilities of the pinned packages; needs a network with the PyPI advisories.
	$(BIN)/pip install --quiet pip-audit
	$(BIN)/pip-audit --requirement requirements.lock --disable-pip

clean: ## Remove what was made, the environment included.
	rm -rf .venv output/dataset output/stages output/evaluation output/report.html

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "error: no Python 3.11, 3.12 or 3.13 found; install one, or name it: make run PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run: requirements.lock | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/.test: requirements-dev.lock | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/.run

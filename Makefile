# Panoh. `make` alone lists what there is; every target sets up what it needs.
PY ?= $(shell command -v python3.11 || command -v python3)
V := .venv
BIN := $(V)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
PIP_WITH := python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:
PIP := $(BIN)/$(PIP_WITH)

# What was compiled is kept: without it every process that is started, and the tests start many, compiles the whole house.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run serve check format types test test-fast test-postgres test-release test-spark test-browser test-fuzz sbom audit bench lock docs clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(V)/.base ## a living demo country on SQLite, served on this machine
	@exec $(BIN)/python -m panoh demo --serve $(ARGS)

serve: $(V)/.base ## a real installation: on an empty database it asks for the first administrator
	@exec $(BIN)/python -m panoh serve $(ARGS)

check: $(V)/.test sbom ## format, lint, types, floors, generated pages, translations, bill of materials
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m panoh reference --check
	$(BIN)/python -m panoh messages --check

format: $(V)/.test ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(V)/.test ## write the generated reference pages anew
	$(BIN)/python -m panoh reference

test: $(V)/.test $(V)/.audit $(V)/.release $(V)/.spark $(V)/.java $(V)/.postgres $(V)/.browser ## everything, on SQLite and PostgreSQL, on Spark and in real Chromium
	@$(MAKE) --no-print-directory -j2 --output-sync=target check test-release test-spark # each uses one core only
	@$(MAKE) --no-print-directory test-fast test-postgres test-browser

test-fast: $(V)/.test ## the tests on SQLite
	$(BIN)/pytest -n 2 --dist worksteal -m "not browser and not slow and not spark and not release"

test-postgres: $(V)/.test $(V)/.postgres ## the same tests on a throw-away PostgreSQL
	tests/with_postgres.sh $(BIN)/pytest -n 2 --dist worksteal -m "not browser and not slow and not spark and not release"

test-release: $(V)/.release ## public releases: real noise, real attacks on the tables
	$(BIN)/pytest -m "release and not slow" tests/exchange tests/statistics

test-fuzz: $(V)/.fuzz ## the long run: the whole API as every role, by Schemathesis; the compartment as every post
	$(BIN)/pytest -m slow tests/house

sbom: $(V)/.audit ## the bill of materials of what is locked, as CycloneDX
	$(V)/audit/bin/cyclonedx-py requirements requirements/base.txt --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.cdx.json

audit: sbom ## known flaws of what is locked (asks the service that knows them)
	$(V)/audit/bin/pip-audit --disable-pip --strict -r requirements/base.txt

test-spark: $(V)/.spark $(V)/.java ## the rule for lists on a real Spark cluster of two workers
	$(BIN)/pytest -m spark tests/exchange

# One name for both runs: each kind of page is held to the rules of accessibility once.
test-browser: export PANOH_BROWSER_RUN := $(shell date +%s)
test-browser: $(V)/.test $(V)/.postgres $(V)/.browser ## all pages in real Chromium on SQLite, the journeys on PostgreSQL too
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m browser tests/browser
	tests/with_postgres.sh $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m "browser and journey" tests/browser

bench: $(V)/.bench $(V)/.release $(V)/.postgres ## speed and memory, as tables
	$(BIN)/python -m bench

lock: ## resolve the dependencies anew (needs the network)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade pyproject.toml -o requirements/base.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade --extra test pyproject.toml -c requirements/base.txt -o requirements/test.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade --extra fuzz pyproject.toml -c requirements/test.txt -o requirements/fuzz.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade requirements/audit.in -c requirements/base.txt -o requirements/audit.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade --extra spark pyproject.toml -c requirements/base.txt -o requirements/spark.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade --extra release pyproject.toml -c requirements/base.txt -o requirements/release.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --upgrade --extra bench pyproject.toml -c requirements/test.txt -o requirements/bench.txt

clean: ## remove the environment, the demo country and caches; never a real installation's data
	rm -rf $(V) data/demo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@echo "Making the Python environment …"
	@$(PY) -m venv $(V) || { $(SUDO) apt-get install -y -qq python3-venv && $(PY) -m venv $(V); }

$(V)/.base: requirements/base.txt | $(BIN)/python
	@echo "Installing what Panoh needs …"
	@$(PIP) -r requirements/base.txt && touch $@

$(V)/.test: requirements/test.txt $(V)/.base
	@echo "Installing what the tests need …"
	@$(PIP) -r requirements/test.txt && touch $@

$(V)/.spark: requirements/spark.txt $(V)/.test
	@echo "Installing Apache Spark …"
	@$(PIP) --no-binary pyspark -r requirements/spark.txt && touch $@ # published as source only, nothing to compile

$(V)/.release: requirements/release.txt $(V)/.test
	@echo "Installing OpenDP and HiGHS …"
	@$(PIP) -r requirements/release.txt && touch $@

$(V)/.fuzz: requirements/fuzz.txt $(V)/.test
	@echo "Installing Schemathesis …"
	@$(PIP) -r requirements/fuzz.txt && touch $@

# In an environment of its own: a grammar it brings along would be compiled at every start of Panoh, three seconds each.
$(V)/.audit: requirements/audit.txt | $(BIN)/python
	@echo "Installing what makes the bill of materials …"
	@$(BIN)/python -m venv $(V)/audit
	@$(V)/audit/bin/$(PIP_WITH) -r requirements/audit.txt && touch $@

$(V)/.java: | $(BIN)/python
	@command -v java >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null; }
	@touch $@

$(V)/.bench: requirements/bench.txt $(V)/.test
	@echo "Installing the peers to measure against …"
	@pkg-config --exists icu-i18n 2>/dev/null && command -v c++ >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends libicu-dev pkg-config g++ >/dev/null; }
	@$(PIP) --no-binary pyicu -r requirements/bench.txt && touch $@ # pyicu is published as source only

$(V)/.postgres: | $(BIN)/python
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends postgresql >/dev/null; }
	@touch $@

$(V)/.browser: | $(BIN)/python
	@command -v chromium-headless-shell >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-dejavu-core >/dev/null; }
	@touch $@

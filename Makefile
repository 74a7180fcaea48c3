# leankeep. Every target sets up what it needs; `make help` lists them.
#
# There is one environment, .venv. `run` needs requirements.lock in it, all else requirements-dev.lock,
# which holds the same versions and more: whichever comes first, the other only adds to it.
# A stamp file beside each makes a second call do nothing until its lock changes.

PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# Schemathesis serves one drill, and takes seconds to load as a plugin.
PARALLEL := -n 2 --dist loadfile --inline-snapshot=disable -p no:schemathesis --ignore=tests/drills
SOURCES = $(wildcard app tests benchmarks)
CHROMIUM := /usr/bin/chromium

# uv is installed by pip, from the same hashed lock as everything else. It may not fetch interpreters.
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export UV_NO_PROGRESS := 1
# Compiled modules are kept beside their source, whatever the shell says: it saves seconds a run.
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1
EXPORT = $(BIN)/uv export --quiet --frozen --no-emit-project --no-header --no-annotate \
	--format requirements-txt

# An interpreter that has gone, as after an upgrade of the machine, means starting over.
ifeq ($(wildcard $(BIN)/python),)
$(shell rm -f .venv/*.stamp)
endif

# $(call apt,package): installs a Debian package where that can be done, and fails where it cannot.
apt = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1); }

# $(call install,lock): pip follows where uv cannot, since a machine's mirror may be known to pip alone.
install = @echo 'installing $(1)'; $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) \
	|| { echo 'uv could not install $(1); trying pip.' >&2; \
	     $(BIN)/python -m pip install --quiet --require-hashes -r $(1); }

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check format lint types imports spelling openapi openapi-check \
	format-check quick unit drills coverage browser bench mutants docker-lint lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: .venv/dev.stamp ## everything that the other targets need, and nothing else

# The service takes the place of the shell, so a signal reaches it. It stops cleanly, but make itself
# still ends as interrupted: 130 after Ctrl-C, 143 after SIGTERM, and it waits on a SIGINT sent to it alone.
run: .venv/run.stamp ## set up, migrate, serve on LEANKEEP_HOST:LEANKEEP_PORT
	@exec $(BIN)/python -m app.cli serve

test: unit drills ## set up and run every test: browser, PostgreSQL and drills too

check: format-check lint imports spelling types openapi-check quick ## all that a change must pass, slow tests and drills apart

quick: .venv/dev.stamp ## every test that is no drill and takes no seconds
	$(PYTEST) $(PARALLEL) -m 'not drill and not slow' $(ARGS)

unit: .venv/dev.stamp browser
	$(PYTEST) $(PARALLEL) -m 'not drill' $(ARGS)

drills: .venv/dev.stamp ## break things on purpose, one at a time; all of it with DRILL_SCALE=full
	$(if $(wildcard tests/drills/test_*.py),$(PYTEST) -m drill $(ARGS) tests/drills)

coverage: .venv/dev.stamp browser ## branch coverage; the domain must be whole
	$(PYTEST) $(PARALLEL) -m 'not drill' --cov --cov-report=
	$(BIN)/coverage report
	$(BIN)/coverage report --include='app/domain/*' --fail-under=100

format: .venv/dev.stamp ## lay out the code, and mend what can be mended
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

format-check: .venv/dev.stamp
	$(BIN)/ruff format --check .

lint: .venv/dev.stamp docker-lint ## ruff, deptry, vulture and hadolint
	$(BIN)/ruff check .
	$(BIN)/deptry .
	$(BIN)/vulture

imports: .venv/dev.stamp ## which layer may import which
	PYTHONPATH=. $(BIN)/lint-imports

spelling: .venv/dev.stamp
	$(BIN)/codespell

types: .venv/dev.stamp ## mypy --strict
	$(BIN)/mypy --strict $(SOURCES)

openapi: .venv/dev.stamp ## write openapi/openapi.json
	$(BIN)/python -m app.cli openapi

openapi-check: .venv/dev.stamp
	$(BIN)/python -m app.cli openapi --check

bench: .venv/dev.stamp ## the measured ratios
	$(BIN)/python -m benchmarks $(ARGS)

mutants: .venv/dev.stamp ## change the domain line by line: does a test notice?
	$(BIN)/mutmut run --max-children 1 'app.domain.decimals.*'  # writes them all, runs a few
	cd mutants && MUTANT_UNDER_TEST= PYTHONPATH=. ../$(BIN)/python tests/mutation.py $(ARGS)

docker-lint: .venv/dev.stamp ## hadolint over the Dockerfile
	$(BIN)/hadolint Dockerfile

lock: .venv/made.stamp ## the newest versions that pyproject.toml allows, hashed and without addresses
	$(BIN)/uv lock --upgrade
	$(EXPORT) --no-dev --extra batch --extra tracing -o requirements.lock >/dev/null
	$(EXPORT) --all-extras -o requirements-dev.lock >/dev/null

clean: ## remove what was made here, the database in var/ apart
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage mutants
	find app tests benchmarks alembic -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# A test that needs the browser fails, and says so, where this could not install it.
browser:
	@[ -x $(CHROMIUM) ] || $(call apt,chromium) \
		|| echo 'There is no $(CHROMIUM): the tests of the documentation page will fail. Install Debian'"'"'s chromium package.' >&2

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'leankeep needs Python 3.11 or newer, and "$(PYTHON)" is' \
			"$$($(PYTHON) -V 2>/dev/null || echo not there). Name another: make PYTHON=python3.13 $(MAKECMDGOALS)" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call apt,python3-venv) || { \
		echo '"$(PYTHON)" cannot make environments: install its venv module (Debian: python3-venv).' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@sed -n '/^uv==/,/^[^ ]/{/^uv==/p;/^ /p;}' requirements-dev.lock > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r .venv/uv.txt
	@touch $@

.venv/run.stamp: requirements.lock .venv/made.stamp
	$(call install,requirements.lock)
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/made.stamp
	$(call install,requirements-dev.lock)
	@touch $@

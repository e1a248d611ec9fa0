# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make example   writes examples/molenkwartier/plan.docx
#   make test      runs every check
# Four more are for whoever changes the code:
#   make quick     runs the tests that need no other program and little time, in about a minute
#   make fuzz      tries random input for ten minutes, and ends at what goes wrong
#   make lock      renews the versions in requirements/
#   make bench     measures how fast it is beside others, in some minutes, and keeps that in benchmarks/RESULTS.md
PYTHON ?= python3
VENV ?= .venv
CONSTRAINTS ?= requirements/lock.txt
BIN := $(VENV)/bin
EXAMPLES := molenkwartier stationsbuurt helmond
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint $(CONSTRAINTS)
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --extra test --annotation-style line --custom-compile-command 'make lock'

.PHONY: example examples docs test quick fuzz lock bench clean

example: $(VENV)/installed
	@$(BIN)/wijkplan genereer examples/molenkwartier/antwoorden.yaml
	@echo "The plan is in examples/molenkwartier/plan.docx"

examples: $(VENV)/installed
	@for place in $(EXAMPLES); do \
	  $(BIN)/wijkplan schema >examples/$$place/antwoorden.schema.json; \
	  $(BIN)/wijkplan genereer examples/$$place/antwoorden.yaml; done

docs: $(VENV)/installed
	@$(BIN)/python -m scripts.build_docs

test: $(VENV)/installed-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

quick: $(VENV)/installed-for-tests
	$(BIN)/pytest -n auto --dist loadfile -m "not chromium and not office and not sdk and not editor and not slow"

fuzz: $(VENV)/installed-for-tests
	$(BIN)/python -m scripts.fuzz 10

lock: $(VENV)/installed-for-tests
	$(COMPILE) --universal --python-version 3.11 --output-file requirements/lock.txt pyproject.toml
	$(COMPILE) --resolution lowest-direct --python-version 3.11 --output-file requirements/lowest.txt pyproject.toml

bench: $(VENV)/installed
	$(BIN)/python -m benchmarks.bench

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("wijkplan needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(CONSTRAINTS) | $(VENV)/bin/python
	$(INSTALL) --editable .
	touch $@

$(VENV)/installed-for-tests: pyproject.toml $(CONSTRAINTS) | $(VENV)/bin/python
	$(INSTALL) --editable '.[test]'
	touch $(VENV)/installed $@

clean:
	rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

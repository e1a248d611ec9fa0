# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make example   writes examples/molenkwartier/plan.docx
#   make test      runs every check
# and one more for whoever changes the code:
#   make quick     runs the tests that need no other program and little time, in about a minute
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := molenkwartier stationsbuurt

.PHONY: example examples docs test quick clean

example: $(VENV)/installed
	@$(BIN)/wijkplan genereer examples/molenkwartier/antwoorden.yaml
	@echo "The plan is in examples/molenkwartier/plan.docx"

examples: $(VENV)/installed
	@for place in $(EXAMPLES); do $(BIN)/wijkplan genereer examples/$$place/antwoorden.yaml; done

docs: $(VENV)/installed
	@$(BIN)/python -m scripts.build_docs

test: $(VENV)/installed-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

quick: $(VENV)/installed-for-tests
	$(BIN)/pytest -n auto --dist loadfile -m "not office and not sdk and not slow"

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("wijkplan needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

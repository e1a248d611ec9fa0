# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make example   writes examples/molenkwartier/plan.docx
#   make test      runs every check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := molenkwartier stationsbuurt

.PHONY: example examples docs test check clean

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

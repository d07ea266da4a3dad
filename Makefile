# `make serve` and `make test` do everything from a fresh clone; `make help` lists the rest.

SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
BUILT := src/ketenspiegel/build_hook.py src/ketenspiegel/forms/figure.js \
	$(wildcard src/ketenspiegel/locale/*/LC_MESSAGES/*.po) $(wildcard src/ketenspiegel/voila/*)
BOOK := _config.yml _toc.yml $(shell find book -type f) $(shell find src/ketenspiegel assessments -name '*.py' -o -name '*.yaml' -o -name '*.json')
APP := $(shell find src/ketenspiegel assessments -type f -not -name '*.pyc' -not -name '*.mo' -not -name '*.bundle.js' -not -path '*/site/*')
LITE := src/ketenspiegel/lite
PIN := $(BIN)/uv pip compile --quiet --no-annotate --custom-compile-command "make lock"
LOCK := $(PIN) --universal --python-version 3.11
HASHES := $(PIN) --no-deps --generate-hashes

.PHONY: help serve test try book benchmarks pdf links front examples lock format clean

help:  ## say what can be made
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /: /'

serve: book  ## build the site and serve it with the live assessments on this machine
	$(BIN)/python -m ketenspiegel.serve

test: .venv/tests book  ## install what tests need and run everything
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2

try: .venv/tests book  ## try the assessments of the built site in a browser, as they are published
	$(BIN)/pytest tests/browser/test_in_the_page.py

book: _build/html/.built  ## build the site in _build/html

benchmarks: .venv/tests book  ## measure speed against peers
	for each in benchmarks/*.py; do PYTHONPATH=. $(BIN)/python $$each; done

pdf: .venv/tests book  ## print the whole book as one PDF, _build/ketenspiegel.pdf
	$(BIN)/python -m tests.browser.book_pdf

links: .venv/installed _build/lite/.built  ## try every link in the book; needs the internet
	$(BIN)/jupyter-book build book --config _config.yml --toc $(CURDIR)/_toc.yml --path-output _build/links --builder linkcheck

front: .venv/tests book  ## write down anew which small files of the front end are sent as one
	$(BIN)/python -m tests.browser.front_files

examples: .venv/installed  ## make the invented example answers again
	$(BIN)/python assessments/voorbeelden/make_examples.py

lock: .venv/tests  ## pin all versions again, newest first
	echo "-e .[forms,tables,server,book,lite]" | $(LOCK) - -o requirements.txt
	grep -v '^-e' requirements.txt > .venv/constraints.txt
	$(LOCK) --group tests -c .venv/constraints.txt -o tests/requirements.txt
	$(HASHES) --universal --python-version 3.11 -c .venv/constraints.txt $(LITE)/tools.in -o $(LITE)/tools.txt
	grep -v '^jsonschema=' .venv/constraints.txt > .venv/constraints-browser.txt
	$(HASHES) --python-version 3.14 -c .venv/constraints-browser.txt $(LITE)/wheels.in -o $(LITE)/wheels.txt

format: .venv/tests  ## lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove everything that was made
	rm -rf .venv _build

# Files that say what has been done

_build/html/.built: .venv/installed _build/lite/.built $(BOOK)
	rm -rf _build/html _build/.doctrees
	KETENSPIEGEL_VOILA=$${KETENSPIEGEL_VOILA-voila/render/assessments} $(BIN)/jupyter-book build book \
		--config _config.yml --toc $(CURDIR)/_toc.yml --path-output . --warningiserror --keep-going --quiet
	cp -R _build/lite/. _build/html
	touch $@

_build/lite/.built: .venv/installed $(APP)
	$(BIN)/python -m ketenspiegel.lite _build/lite
	touch $@

.venv/made:
	.ci/venv "$(PYTHON)"
	touch $@

.venv/installed: .venv/made pyproject.toml requirements.txt $(LITE)/tools.txt $(BUILT)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(LITE)/tools.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/tests: .venv/installed tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	.ci/chromium
	touch $@

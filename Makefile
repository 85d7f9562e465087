# One task file. `make` alone lists the tasks.
PYTHON ?= python3
ARTICLES ?= articles/sample
OUTPUTS ?= outputs
ARTICLE ?=
LABEL ?=
MERGE ?= yes
PORT ?= 3000
ifeq ($(ARTICLES),articles/sample)
GOLD ?= articles/gold.json
PEOPLE ?= articles/people_gold.json
endif

BIN := .venv/bin
FOLDERS = --articles '$(ARTICLES)' --outputs '$(OUTPUTS)'
#: Sets of articles that the weights of deals were fitted on, beside the sample.
READ = second third fourth
MEASURED = $(if $(GOLD),--gold '$(GOLD)')
export DAGSTER_DISABLE_TELEMETRY := yes
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: help dataset show quality calibrate fit speed growth ui test check format lock clean

help:  ## List the tasks
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

dataset: .venv/ready  ## Make a release from ARTICLES (a folder) in OUTPUTS (a folder); MERGE=no: what each article says
	@$(BIN)/python -m pipelines dataset $(FOLDERS) $(MEASURED) --merge '$(MERGE)' $(if $(LABEL),--label '$(LABEL)')

show: .venv/ready  ## Print an article with the evidence of its rows marked: ARTICLE=d001.txt
	@test -n '$(ARTICLE)' || { echo 'Which article? Say, for one: make show ARTICLE=d001.txt'; exit 2; }
	@$(BIN)/python -m pipelines show $(FOLDERS) '$(ARTICLE)'

quality: .venv/ready  ## Measure the extraction of ARTICLES against GOLD (a file made by hand)
	@test -n '$(GOLD)' || { echo 'Measured against what? Name a file made by hand: make quality ARTICLES=… GOLD=…'; exit 2; }
	@$(BIN)/python -m pipelines quality --articles '$(ARTICLES)' $(MEASURED) $(if $(PEOPLE),--people '$(PEOPLE)')

calibrate: .venv/ready  ## Print reference/confidence.csv as measured on ARTICLES against GOLD
	@$(BIN)/python -m pipelines calibrate --articles '$(ARTICLES)' $(MEASURED)

fit: .venv/ready  ## Print reference/deal_weights.csv as fitted on the sample and some further sets
	@$(BIN)/python -m pipelines fit --articles $(addprefix articles/,sample $(READ)) \
	  --gold articles/gold.json $(addprefix articles/,$(addsuffix .json,$(READ)))

speed: .venv/ready  ## Measure how long each stage takes on ARTICLES, against bare spaCy
	@$(BIN)/python -m pipelines speed --articles '$(ARTICLES)'

growth: .venv/ready  ## Measure how resolution grows, on 10,000 and 100,000 made-up rows
	@$(BIN)/python -m pipelines growth

ui: .venv/ready  ## Open the graph of assets at http://localhost:3000 (or another PORT)
	@$(BIN)/python -m pipelines ui $(FOLDERS) $(MEASURED) --port '$(PORT)'

test: .venv/ready  ## Run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/ready  ## Lint, verify formatting, check types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: .venv/ready  ## Format the code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: .venv/ready  ## Renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile --upgrade --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
		--extra dev pyproject.toml -o requirements.lock

clean:  ## Remove the environment and caches; releases stay
	rm -rf .venv .dagster .tmp_dagster_home_* .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 ...")'
	@echo "Setting up .venv with the locked versions (once; about a quarter of a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements.lock
	@touch $@

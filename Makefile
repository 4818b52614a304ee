# Two commands: `make lab` opens your notebooks, `make test` checks everything. The rest is below.

PYTHON = python3
LABFLAGS =
NB =
FOLDER =
TO =

UV := $(shell command -v uv 2>/dev/null)
PY := .venv/bin/python
BENCH_PY := .bench/bin/python
SITE_PY := .site/bin/python

# A Python named on the command line makes .venv anew; otherwise the .venv that is there will do.
CREATED := .venv/created-with-$(subst /,_,$(PYTHON))
ifeq ($(origin PYTHON),file)
CREATED := $(firstword $(wildcard .venv/created-with-*) $(CREATED))
FOR_UV := >=3.10
else
FOR_UV := $(PYTHON)
endif

# The first files say that .venv, .bench and .site are complete: if the rest is interrupted, they
# have gone first.
OLD_VENV := .venv/installed .venv/class .venv/created-with-* .venv
OLD_BENCH := .bench/installed .bench
OLD_SITE := .site/installed .site

# A notebook's cells, and a module's fixtures, belong to one process; more than four take memory.
IN_PARALLEL = --numprocesses auto --maxprocesses 4 --dist loadfile

# The kernels of this .venv, even where the user has installed others.
export JUPYTER_PREFER_ENV_PATH = 1

.DEFAULT_GOAL := help
.PHONY: help lab fresh update report grade nbgrader edit playground site test notebooks course \
  new pictures reproduce bench lint format clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

lab: .venv/class ## open JupyterLab with your own copies of the notebooks, in my-notebooks/
	$(PY) -m labnet lab $(LABFLAGS)

fresh: .venv/class ## bring a clean copy of one notebook and keep your old one: make fresh NB=03
	$(PY) -m labnet fresh $(NB)

update: .venv/class ## get the new version of one notebook with your own cells in it: make update NB=03
	$(PY) -m labnet update $(NB)

report: .venv/class ## write your lab report, 08 or NB=name, as one HTML file to hand in
	$(PY) -m labnet report $(if $(NB),"$(NB)")

grade: .venv/class ## judge the notebooks of a class: make grade FOLDER=handed-in
	$(PY) -m labnet grade $(if $(FOLDER),"$(FOLDER)") $(if $(TO),--output "$(TO)")

nbgrader: .venv/installed ## write the notebooks as nbgrader's assignments, in nbgrader/ or TO=folder
	$(PY) -m labnet.nbgrader $(if $(TO),"$(TO)")

# Each remembers its own open tabs: elsewhere all JupyterLabs of a user share them.
lab: export JUPYTERLAB_WORKSPACES_DIR = $(CURDIR)/.venv/workspaces/lab
edit: export JUPYTERLAB_WORKSPACES_DIR = $(CURDIR)/.venv/workspaces/edit

edit: .venv/installed ## open the course's own notebooks, for those who change the course
	$(PY) -m jupyterlab notebooks $(LABFLAGS)

# PYODIDE=folder, on the command line or in the environment, takes Pyodide from there.
playground: .venv/installed ## build the explorer as one page, in site/play/ (needs Node)
	$(PY) -m labnet.browser playground

site: .site/installed ## build the notebooks as a site with a start page, in site/ (needs Node)
	$(SITE_PY) -m labnet.browser site

test: .venv/installed ## run the unit tests and every notebook, and compare what the notebooks print
	$(PY) -m pytest $(IN_PARALLEL)

notebooks: .venv/installed ## run the notebooks and store their outputs: all, or one with NB=03
	$(PY) tests/execute_notebooks.py $(NB)

course: .venv/installed ## make a course of some notebooks: make course NB="01 03 05" TO=folder
	$(PY) -m labnet.course.short "$(NB)" "$(TO)"

new: .venv/installed ## begin a notebook of your own, with its exercise and tests: make new NB=10
	$(PY) -m labnet.course.new $(NB)
	$(PY) tests/execute_notebooks.py $(firstword $(subst _, ,$(NB)))
	$(PY) tests/readme_pictures.py $(firstword $(subst _, ,$(NB)))

pictures: .venv/installed ## make the pictures of the README again (needs Chromium)
	$(PY) tests/readme_pictures.py

reproduce: .venv/installed ## train what the reports claim, over 40 seeds, and write the table of it
	$(PY) -m labnet.study
	$(PY) -m labnet.recorded

bench: .bench/installed ## measure labnet's speed beside its peers, and write tests/benchmarks/README.md
	cd tests && ../$(BENCH_PY) -m benchmarks

lint: .venv/installed ## look for mistakes in style, in modules, notebooks and JavaScript
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) tests/lint_javascript.py

format: .venv/installed ## put modules and notebooks into the common style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

clean: ## remove the environments and all caches, never your notebooks
	rm -rf $(OLD_VENV) $(OLD_BENCH) $(OLD_SITE)
	rm -rf site .nbgrader .pyodide .reproduce .screenshots .pytest_cache .ruff_cache .hypothesis build labnet.egg-info
	find labnet notebooks tests -name __pycache__ -prune -exec rm -rf {} +
	find labnet notebooks tests -name .ipynb_checkpoints -prune -exec rm -rf {} +

# Setting up. Each file is written as the last act of its step, so an interrupted step is done again.

.venv/class: $(CREATED) pyproject.toml
	@echo "Installing what a class needs: a minute, once."
ifdef UV
	@$(UV) pip install --quiet --python $(PY) -e .[lab]
else
	@$(PY) -m pip install --quiet --disable-pip-version-check -e .[lab]
endif
	@$(PY) -c "import matplotlib.font_manager" # builds Matplotlib's font cache, slow the first time
	@mkdir -p .venv/share/jupyter/lab/settings # JupyterLab asks about news on every page otherwise
	@echo '{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}' \
	  > .venv/share/jupyter/lab/settings/overrides.json
	@touch $@

# What the tests need besides.
.venv/installed: .venv/class requirements.txt
	@echo "Installing what requirements.txt lists: a minute or two, once."
ifdef UV
	@$(UV) pip install --quiet --python $(PY) -r requirements.txt
else
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
endif
	@touch $@

.bench/installed: $(CREATED) tests/benchmarks/requirements.txt pyproject.toml
	@echo "Installing labnet's peers, PyTorch and JAX among them: some GB and a few minutes, once."
	@rm -rf $(OLD_BENCH)
ifdef UV
	@$(UV) venv --quiet --python $(PY) .bench
	@$(UV) pip install --quiet --python $(BENCH_PY) -r tests/benchmarks/requirements.txt
else
	@$(PY) -m venv .bench
	@$(BENCH_PY) -m pip install --quiet --disable-pip-version-check \
	  -r tests/benchmarks/requirements.txt
endif
	@touch $@

# JupyterLite would put what it needs of JupyterLab into the one in .venv.
.site/installed: $(CREATED) pyproject.toml
	@echo "Installing JupyterLite: a minute, once."
	@rm -rf $(OLD_SITE)
ifdef UV
	@$(UV) venv --quiet --seed --python $(PY) .site
	@$(UV) pip install --quiet --python $(SITE_PY) -e .[site]
else
	@$(PY) -m venv .site
	@$(SITE_PY) -m pip install --quiet --disable-pip-version-check -e .[site]
endif
	@touch $@

define OLD_PYTHON
import sys
if sys.version_info < (3, 10):
    sys.exit("labnet needs Python 3.10 or newer, and $(PYTHON) is Python %d.%d: " % sys.version_info[:2]
             + "install a newer one and name it, as in make PYTHON=python3.12 lab")
endef
export OLD_PYTHON

NO_PYTHON = There is no $(PYTHON) here: install Python 3.10 or newer, or name the one you have, \
as in make PYTHON=python3.12 lab
NO_PIP = $(PYTHON) cannot make an environment with pip: on Debian and Ubuntu, \
apt install python3-venv adds what is missing

$(CREATED):
ifdef UV
	@$(UV) run --quiet --isolated --no-project --python "$(FOR_UV)" python -c "$$OLD_PYTHON"
	@rm -rf $(OLD_VENV)
	@$(UV) venv --quiet --seed --python "$(FOR_UV)" .venv || { rm -rf .venv; exit 1; }
else
	@command -v $(PYTHON) >/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }
	@$(PYTHON) -c "$$OLD_PYTHON"
	@$(PYTHON) -c "from ensurepip import bootstrap" 2>/dev/null || { echo "$(NO_PIP)" >&2; exit 1; }
	@rm -rf $(OLD_VENV)
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
endif
	@touch $@

# Everything runs from here; `make` alone says what there is. Needs Python 3.11 or newer, make and git.

PYTHON ?= python3
PORT ?= 8050
DATA ?= data
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help run test lint bench bench-load bench-hostile bench-hostile-bodies bench-statistics bench-resolve bench-kills bench-attack bench-packs bench-mentions bench-outreach bench-forget bench-serving

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r target text; do printf '  make %-21s %s\n' "$$target" "$$text"; done

# The environment, from the lock file: uv itself comes from the package index into .venv. Compiled once and for all, since
# every command would do it anew wherever Python may not write.
$(READY): pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv sync --frozen --quiet --compile-bytecode
	@$(BIN)/python -m compileall -q etl dashboard
	@touch $@

run: $(READY) ## Serve the dashboard at http://127.0.0.1:8050; with an invented campaign where nothing has been loaded
	@test -n "$$(ls $(DATA)/campaigns 2>/dev/null)" || $(BIN)/campaign-etl demo --data-dir $(DATA)
	@test -f $(DATA)/published/CURRENT || $(BIN)/campaign-etl run --data-dir $(DATA)
	@$(BIN)/campaign-dashboard serve --data-dir $(DATA) --port $(PORT)

# In the order of their names: those with the fewest tests, which come last otherwise, are the longest.
test: $(READY) ## Run all tests; those in a browser wherever a Chromium is found
	@$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(READY) ## Check style, types and who imports whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY) ## Measure, as ratios beside a bare part in the same run; writes bench/results.md
	@$(BIN)/python -m bench.report

bench-load: $(READY) ## Measure loading 1 and 10 million signatures; writes bench/growth.md
	@$(BIN)/python -m bench.growth

bench-hostile: $(READY) ## Load 10,000 damaged files: no traceback, no record lost in silence
	@$(BIN)/python -m bench.hostile

bench-hostile-bodies: $(READY) ## Send 10,000 hostile requests to the callbacks: no fault, no trace, refused at once; writes bench/hostile_bodies.md
	@$(BIN)/python -m bench.hostile_bodies

bench-statistics: $(READY) ## Simulate campaigns to check verdicts, forecasts and lifts; writes bench/statistics.md
	@$(BIN)/python -m bench.statistics

bench-resolve: $(READY) ## Compare typed affiliations with a labelled file, and time 200,000: make bench-resolve LABELLED=file.csv
	@test -n "$(LABELLED)" || { echo "Name a CSV with affiliation, country, type, confidence: make bench-resolve LABELLED=file.csv"; exit 2; }
	@$(BIN)/python -m bench.resolve "$(LABELLED)"

bench-kills: $(READY) ## Kill 1,000 loaders at every boundary and at random moments; load again and compare the books
	@$(BIN)/python -m bench.kills

bench-attack: $(READY) ## Attack 365 protected snapshots with linear programs, and say what protection costs; writes bench/attack.md
	@$(BIN)/python -m bench.attack_report

bench-packs: $(READY) ## Measure ten packs for a campaign of 1 million signatures; writes bench/packs.md
	@$(BIN)/python -m bench.packs

bench-mentions: $(READY) ## Measure loading 100,000 and 1 million mentions with their stories; writes bench/mentions.md
	@$(BIN)/python -m bench.mentions

bench-outreach: $(READY) ## Measure loading 1 million contact events; writes bench/outreach.md
	@$(BIN)/python -m bench.outreach

bench-forget: $(READY) ## Forget 1,000 people out of 1 million signatures, and search every byte for them
	@$(BIN)/python -m bench.forget

bench-serving: $(READY) ## Measure pages a second, and 200 readers during 50 publishes and 5 reloads; writes bench/serving.md
	@$(BIN)/python -m bench.serving

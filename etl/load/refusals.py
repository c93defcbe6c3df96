"""Which refusals were said before: a file that stays in the inbox is refused at every run, and said in full once."""

import json
from collections.abc import Sequence

from etl.data_dir import DataDir
from etl.load.job import Outcome

_FILE = "refused.json"  # beside the warehouse: the sentences of the last run


def said_before(data_dir: DataDir, outcomes: Sequence[Outcome]) -> set[str]:
    """The sentences among these refusals that the run before said too; from now on these are the last run's."""
    path = data_dir.warehouse / _FILE
    sentences = [outcome.message for outcome in outcomes if outcome.state == "refused"]
    before = set(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else set()
    path.write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
    return before & set(sentences)

"""The audit log: what was removed and when, in numbers; never whom it was about."""

import json
import os
from datetime import UTC, datetime

from etl.data_dir import DataDir


def write_audit(data_dir: DataDir, act: str, **numbers: int) -> None:
    """Add a line to audit.jsonl in the data directory, readable by its owner only."""
    line = json.dumps({"at": f"{datetime.now(UTC):%FT%TZ}", "act": act, **numbers})
    descriptor = os.open(data_dir.root / "audit.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(f"{line}\n")

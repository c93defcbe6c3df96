"""Do the numbers add up to the files?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number

_PARTS = ("accepted", "duplicate", "rejected", "pending")


def ledger(ask: Ask) -> Answer:
    """Rows: file, file_sha256, kind, format, loaded_at, rows_in, accepted, duplicate, rejected, pending, note."""
    rows = ask("ledger")
    counts = {part: rows[part].tolist() for part in ("rows_in", *_PARTS)}
    sums = {part: sum(each) for part, each in counts.items()}
    unbalanced = sum(rows_in != sum(parts) for rows_in, *parts in zip(*counts.values(), strict=True))
    sentence = "No file has been loaded for this campaign yet."
    if len(rows):
        parts = ", ".join(f"{number(sums[part])} {part}" for part in _PARTS)
        sentence = f"{count_of(sums['rows_in'], 'row')} in {count_of(len(rows), 'file')}: {parts}. " + (
            "Every file balances." if not unbalanced else f"{count_of(unbalanced, 'file')} not in balance."
        )
    return answer(ask, "ledger", {"files": len(rows), **sums, "unbalanced": unbalanced}, rows, sentence)

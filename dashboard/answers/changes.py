"""What has changed since a past snapshot, for the days that it knew?"""

from dataclasses import asdict, replace
from datetime import date

import pandas as pd

from dashboard.analysis.changes import Changes, FileChanges, changed_files, changed_totals
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, day, listed, number

_ROWS = ["changed", "told", "known", "difference"]


def changes(ask: Ask) -> Answer:
    """Rows: changed (a country, kind of institution or day whose number differs), told, known, difference.

    Both snapshots are asked with the same filters, up to the day on which the past one was put together. Summary as in
    dashboard.analysis.changes. No rows where no past snapshot is chosen.
    """
    if ask.latest is None or ask.latest.snapshot_id == ask.snapshot.snapshot_id:
        return answer(ask, "changes", {}, pd.DataFrame(columns=_ROWS), "No past snapshot is chosen to compare with.")
    then = ask.with_filters(as_of=ask.as_of)
    now = replace(then, snapshot=ask.latest)
    found, rows = changed_totals(then("signatures_each_way"), now("signatures_each_way"))
    aside = int(now("set_aside")["records"].sum()) - int(then("set_aside")["records"].sum())
    files = changed_files(then("ledger"), now("ledger"), aside)
    rows["changed"] = [_called(ask, *row) for row in rows[["aspect", "code"]].itertuples(index=False, name=None)]
    return answer(ask, "changes", asdict(found) | asdict(files), rows[_ROWS], _sentence(ask.as_of, found, files))


def _called(ask: Ask, aspect: str, code: str) -> str:
    if aspect == "country":
        return ask.known.country_name(code).capitalize() if code == "ZZ" else ask.known.country_name(code)
    return ask.known.type_label(code) if aspect == "institution_type" else day(date.fromisoformat(code))


def _sentence(until: date, found: Changes, files: FileChanges) -> str:
    told = f"Up to {day(until)}, {count_of(found.told, 'signature')} were told"
    differs = [
        *([f"{number(found.more)} more on some days"] if found.more else []),
        *([f"{number(found.fewer)} fewer on some days"] if found.fewer else []),
        *([f"at least {number(found.moved)} in another country"] if found.moved else []),
        *([f"at least {number(found.retyped)} under another kind of institution"] if found.retyped else []),
    ]
    if not differs:
        return f"{told}, and as many are known now: nothing has changed that totals show."
    reasons = [
        *([_loaded(files)] if files.loaded else []),
        *([f"{count_of(files.withdrawn, 'withdrawal')} listed"] if files.withdrawn else []),
        *([f"{count_of(files.taken_back, 'file')} taken back"] if files.taken_back else []),
        *([f"{count_of(files.duplicates, 'duplicate')} found in files loaded before"] if files.duplicates else []),
        *([f"{count_of(files.set_aside, 'record')} set aside"] if files.set_aside > 0 else []),
        *([f"{count_of(-files.set_aside, 'record')} counted again that were set aside"] if files.set_aside < 0 else []),
    ]
    why = f"Since then: {listed(reasons)}." if reasons else "No file came since: answers or reference data changed."
    return f"{told} and {number(found.known)} are known now: {listed(differs)}. {why}"


def _loaded(files: FileChanges) -> str:
    return f"{count_of(files.loaded, 'file')} loaded with {count_of(files.accepted, 'accepted row')}"

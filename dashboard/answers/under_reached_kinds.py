"""Which kinds of institution are missing, and in which member states?"""

import pandas as pd

from dashboard.analysis.state_kinds import judged_cells
from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, within

_FEWEST_NAMED = 5
_CELLS = ["iso2", "name", "institution_type", "label", "observed", "expected"]
_JUDGED = ["ratio", "ratio_low", "ratio_high", "verdict", "missing_to_parity"]


def under_reached_cells(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.state_kinds, one for each chosen member state and kind: those that miss most first.

    Summary: cells, under (below their share beyond chance, all judged together), without (no signature at all).
    """
    rows = _cells(ask).sort_values(["missing_to_parity", "name"], ascending=[False, True], ignore_index=True)
    rows = rows[[*_CELLS, *_JUDGED]]
    under = rows[rows["verdict"] == "under"]
    summary = {"cells": len(rows), "under": len(under), "without": int((rows["observed"] <= 0).sum())}
    if not len(under):
        said = "No kind of institution is below its share beyond chance in any member state."
    else:
        first = under.iloc[0]
        said = (
            f"{count_of(len(under), 'pair')} of state and kind {'is' if len(under) == 1 else 'are'} below the share "
            f"beyond chance; {number(first.missing_to_parity)} signatures are missing most, of {first.label.lower()} "
            f"in {within(first['name'])}."
        )
    return answer(ask, "under-reached-cells", summary, rows, said)


def under_reached_kinds(ask: Ask) -> Answer:
    """Rows: institution_type, label, observed, states_reached, verdict, missing_to_parity (where below), in_words.

    One for each kind that signed at all, among the chosen member states. verdict: 'under' where it is below its share
    in a state beyond chance (all states and kinds judged together), 'on_par' where it is at its share in all, else
    'too_little_evidence'. Summary: kinds, under.
    """
    cells = _cells(ask)
    rows = pd.DataFrame(
        [_kind(of_kind) for _, of_kind in cells.groupby("institution_type", sort=False)],
        columns=["institution_type", "label", "observed", "states_reached", "verdict", "missing_to_parity", "in_words"],
    ).sort_values(["missing_to_parity", "label"], ascending=[False, True], ignore_index=True)
    said = " ".join(rows["in_words"].head(1)) or "No kind of institution is known of any signature in this selection."
    summary = {"kinds": len(rows), "under": int((rows["verdict"] == "under").sum())}
    return answer(ask, "under-reached-kinds", summary, rows, said)


def _cells(ask: Ask) -> pd.DataFrame:
    cells = judged_cells(ask("state_kinds"), ask.filters.denominator)
    return cells[cells["is_chosen"]]


def _kind(cells: pd.DataFrame) -> tuple[object, ...]:
    first, under = cells.iloc[0], cells[cells["verdict"] == "under"]
    verdict = "on_par" if (cells["verdict"] == "on_par").all() else "too_little_evidence"
    return (
        first.institution_type,
        first.label,
        int(cells["observed"].sum()),
        int((cells["observed"] > 0).sum()),
        "under" if len(under) else verdict,
        int(under["missing_to_parity"].sum()),
        _in_words(first.label, cells, under.sort_values("missing_to_parity", ascending=False)),
    )


def _in_words(label: str, cells: pd.DataFrame, under: pd.DataFrame) -> str:
    none = cells[cells["observed"] <= 0].sort_values("expected", ascending=False)
    said = f"{label}: "
    said += f"none in {len(none)} of {len(cells)} states ({_named(none)})" if len(none) else "some in every state"
    known = none[none["institutions"] > 0].nlargest(1, "institutions")
    for _, most in known.iterrows():
        said += f", so none of the {number(most.institutions)} that the registry knows in {within(most['name'])}"
    if not len(under):
        return f"{said}; nowhere below the share beyond chance."
    missing = count_of(int(under["missing_to_parity"].sum()), "signature")
    return f"{said}; below the share beyond chance in {_named(under)}, {missing} missing there."


def _named(cells: pd.DataFrame) -> str:
    names = cells["name"].head(_FEWEST_NAMED).tolist()
    more = len(cells) - len(names)
    return listed([*names, f"{more} more"] if more else names)

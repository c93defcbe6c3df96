"""The line beneath a figure says what part of what it counts has a known country."""

from dataclasses import astuple
from pathlib import Path

import pytest

from dashboard.completeness import completeness
from dashboard.metric import metric
from dashboard.palette import DARK, LIGHT, on_paper
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish, signed

_WHERE: Row = {"campaign_id": "open-letter", "day": "2026-03-05"}
_ENTRY = _WHERE | {"institution_type": "company", "channel": "email", "wave": "", "stage": "contacted"}
_MENTION = _WHERE | {"language": "en", "outlet": "P", "outlet_type": "blog", "stories": 1}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("reach_by_country", "Known country 10 of 13 signatures · snapshot 2026"),
        ("outreach_by_stage", "Known country 4 of 6 log entries · snapshot 2026"),
        ("media_by_outlet", "Known country 7 of 8 mentions · snapshot 2026"),
        ("events", "Snapshot 2026"),
        ("ledger", "Snapshot 2026"),
    ],
)
def test_the_known_country_is_of_what_the_figure_counts(tmp_path: Path, question: str, said: str) -> None:
    publish(
        tmp_path,
        signature_daily=[signed("2026-03-05", 10, "MT"), signed("2026-03-05", 3, "ZZ")],
        outreach_daily=[_ENTRY | {"country": "DE", "contacts": 4}, _ENTRY | {"country": "ZZ", "contacts": 2}],
        media_daily=[_MENTION | {"country": "FR", "mentions": 7}, _MENTION | {"country": "ZZ", "mentions": 1}],
    )
    line = completeness(ask(tmp_path), metric(question))
    assert line.startswith(said)
    assert ask(tmp_path).snapshot.snapshot_id in line


def test_every_colour_of_the_dark_scheme_has_one_on_paper() -> None:
    paper = on_paper(DARK)
    assert paper[DARK.surface] == "#ffffff"
    assert (paper[DARK.text], paper[DARK.accent], paper[DARK.marker]) == (LIGHT.text, LIGHT.accent, LIGHT.marker)
    *roles, amounts = astuple(DARK)
    assert [paper[color] for color in (*roles, *amounts)] == [*astuple(LIGHT)[:-1], *LIGHT.amounts]

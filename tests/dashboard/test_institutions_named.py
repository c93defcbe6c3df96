"""The head figure that comes later: the institutions that signers named, equal to SQL under filters."""

from pathlib import Path

import pytest

from dashboard.pages.institutions_named import institutions_named
from tests.dashboard.asking import ask
from tests.dashboard.walking import parts
from tests.snapshots import publish, signed

_NAMED = [
    {"day": "2026-03-01", "country": "DE", "institution_type": "university", "institution_id": "a", "signatures": 2},
    {"day": "2026-03-02", "country": "DE", "institution_type": "university", "institution_id": "a", "signatures": 1},
    {"day": "2026-03-02", "country": "FR", "institution_type": "company", "institution_id": "b", "signatures": 4},
    {"day": "2026-03-02", "country": "FR", "institution_type": "company", "institution_id": "c", "signatures": 1,
     "signer_kind": "organisation"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("search", "said"),
    [("", "2"), ("?countries=FR", "1"), ("?to=2026-03-01", "1"), ("?from=2026-03-02", "2"), ("?types=university", "1")],
)
def test_an_institution_counts_once_and_organisations_stand_beside(tmp_path: Path, search: str, said: str) -> None:
    rows = [row | {"campaign_id": "open-letter", "institution": row["institution_id"]} for row in _NAMED]
    organisation = signed("2026-03-02", 1, "FR", "company") | {"signer_kind": "organisation"}
    publish(tmp_path, institution_daily=rows, signature_daily=[signed("2026-03-01", 8, "DE"), organisation])
    shown = [
        part.children for part in parts(institutions_named(ask(tmp_path, search))) if isinstance(part.children, str)
    ]
    besides = (
        "1 organisation signed too" if search in ("", "?countries=FR", "?from=2026-03-02") else "by those who signed"
    )
    assert said in shown
    assert besides in shown

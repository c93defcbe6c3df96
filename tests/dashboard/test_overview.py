"""The Overview shows each reader the briefs of the pages that they may open, and of no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.access.roles import Role
from dashboard.pages.overview import BRIEFS, layout
from tests.dashboard.asking import ask
from tests.dashboard.walking import parts, texts
from tests.snapshots import publish, signed


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("place", BRIEFS)
def test_a_brief_is_given_to_who_may_open_its_page(tmp_path: Path, place: str, role: Role) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-05", 30, "MT")])
    asked = replace(ask(tmp_path), role=role)
    path = place.replace("brief-of-", "/")
    shown = [part.id for part in parts(layout(asked)) if hasattr(part, "id")]
    assert ({"later": place} in shown) is role.may_open(path)
    assert any(texts(BRIEFS[place](asked))) is role.may_open(path)

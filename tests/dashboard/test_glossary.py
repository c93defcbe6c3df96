"""Every word and every number has its definition on one page."""

from pathlib import Path

import pytest
from dash import html

from dashboard.glossary import term_for, terms
from dashboard.metric import metric, metric_names
from dashboard.pages.listed import GLOSSARY, LATER, PAGES, Page
from dashboard.words import unbroken
from tests.dashboard.asking import ask
from tests.dashboard.walking import parts, texts
from tests.snapshots import campaign, publish, signed


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A campaign with a little of everything that pages count."""
    where = {"campaign_id": "open-letter", "day": "2026-03-05", "country": "MT"}
    publish(
        tmp_path,
        campaign=[campaign(goal=100)],
        signature_daily=[signed("2026-03-05", 30, "MT")],
        outreach_daily=[
            where | {"institution_type": "company", "channel": "email", "wave": "", "stage": "replied", "contacts": 3}
        ],
        media_daily=[where | {"language": "mt", "outlet": "P", "outlet_type": "blog", "mentions": 1, "stories": 1}],
    )
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_figure_of_a_page_is_defined_where_its_card_leads_to(published: Path, page: Page) -> None:
    asked = ask(published)
    defined = {part.id: " ".join(texts(part)) for part in parts(GLOSSARY.layout(asked)) if hasattr(part, "id")}
    shown = [page.layout(asked), *(cards(asked) for cards in LATER.values())]
    cards = [part for part in parts(shown) if str(getattr(part, "id", "")).endswith("-card")]
    assert cards
    for card in cards:
        (link,) = [one.href for one in parts(card) if "/glossary" in getattr(one, "href", "")]
        path, anchor = link.split("#")
        assert path == "/glossary?campaign=open-letter"
        explained = " ".join(texts(card))
        computed = unbroken(metric(anchor.removeprefix("computed-")).counted)
        assert computed in explained
        assert computed in defined[anchor]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_head_figure_has_a_word_that_explains_it(published: Path, page: Page) -> None:
    labels = [next(texts(part)) for part in parts(page.layout(ask(published))) if isinstance(part, html.Dt)]
    assert [label for label in labels if term_for(label) is None] == []


def test_a_hint_and_the_glossary_say_the_same(published: Path) -> None:
    asked = ask(published)
    defined = list(texts(GLOSSARY.layout(asked)))
    shown = [part for page in PAGES for part in parts(page.layout(asked))]
    hints = ["".join(texts(part.children)) for part in shown if getattr(part, "role", "") == "tooltip"]
    assert len(hints) > 10
    assert [meaning for meaning in hints if meaning not in defined] == []


def test_every_question_is_defined_once(published: Path) -> None:
    anchors = [
        part.id for part in parts(GLOSSARY.layout(ask(published))) if str(getattr(part, "id", "")).startswith("c")
    ]
    assert sorted(anchors) == [f"computed-{name}" for name in metric_names()]


def test_a_head_figure_is_explained_by_one_word_only() -> None:
    labels = [label for term in terms() for label in term.labels]
    assert len(labels) == len(set(labels))

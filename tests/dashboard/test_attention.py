"""Who reported first, and where stories travelled: five stories worked out by hand."""

from pathlib import Path

import pytest

from dashboard.answers.attention import echo_by_country, first_to_report
from dashboard.answers.media import media
from dashboard.pages.attention_cards import attention_cards
from dashboard.pages.media import layout
from tests.dashboard.asking import ask
from tests.snapshots import Row, campaign, publish

OURS = {"campaign_id": "open-letter"}


def mentioned(outlet: str, mentions: int, stories: int, picked_up: int, **other: object) -> Row:
    """A row of the table media_daily."""
    return OURS | {
        "day": "2026-03-10", "country": "DE", "language": "de", "outlet": outlet, "outlet_type": "newspaper",
        "mentions": mentions, "stories": stories, "picked_up": picked_up,
    } | other  # fmt: skip


def story(ident: str, *countries: str, at: str = "2026-03-10 12:00:00+00", **other: object) -> tuple[Row, list[Row]]:
    """A row of media_story, and those of media_story_country; it began in the first country."""
    known = {country for country in countries if country != "ZZ"}
    told = OURS | {"story_id": ident, "title": "A letter", "url": "https://post.example/1", "mentions": 2, "outlets": 2}
    told |= {"first_published_at": at} | other
    whole = told | {"countries": len(known), "languages": 1, "first_country": countries[0]}
    return whole, [told | {"country": country} for country in countries]


STORIES = [
    story("a", "DE", "FR", "MT"),
    story("b", "DE", "ZZ"),  # where else is not known
    story("c", "FR", "DE"),
    story("d", "ZZ", "MT"),
    story("e", "GR", at="2026-02-10 12:00:00+00"),
    story("x", "GR", "FR", campaign_id="other-letter"),
]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    publish(
        tmp_path,
        campaign=[campaign(), campaign("other-letter")],
        media_daily=[
            mentioned("Invented Post", 5, 3, 1),
            mentioned("Invented Post", 2, 2, 2, day="2026-03-11"),
            mentioned("Journal Inventé", 9, 4, 1, country="FR", outlet_type="tech_press", day_seen=2),
            mentioned("blog.example", 4, 1, 0, country="ZZ", outlet_type="unknown", day_seen=1),
            mentioned("Follower", 30, 0, 0),
            mentioned("Invented Post", 50, 50, 50, campaign_id="other-letter"),
        ],
        media_story=[whole for whole, _ in STORIES],
        media_story_country=[row for _, rows in STORIES for row in rows],
    )
    return tmp_path


def said(published: Path, search: str = "") -> str:
    return "".join(str(part.to_plotly_json()) for part in attention_cards(ask(published, search)))


def test_who_reported_first_and_was_followed(published: Path) -> None:
    found = first_to_report(ask(published))
    assert found.rows[["outlet", "stories", "picked_up"]].to_numpy().tolist() == [
        ["Invented Post", 5, 3],
        ["Journal Inventé", 4, 1],
        ["blog.example", 1, 0],
    ]
    assert found.sentence == "4 of 10 stories picked up by another outlet; Invented Post was first with 3 of them."
    one_day = first_to_report(ask(published, "?countries=DE&to=2026-03-10"))
    assert one_day.sentence == "1 of 3 stories picked up by another outlet; Invented Post was first with 1 of them."


def test_where_stories_began_and_where_they_were_told(published: Path) -> None:
    found = echo_by_country(ask(published))
    columns = ["iso2", "stories", "began", "travelled", "from_elsewhere"]
    assert found.rows[columns].to_numpy().tolist() == [
        ["DE", 3, 2, 1, 1],
        ["FR", 2, 1, 1, 1],
        ["MT", 2, 0, 0, 1],  # where the other began is not known
        ["GR", 1, 1, 0, 0],
        ["ZZ", 2, 1, 0, 0],
    ]
    assert found.sentence == "2 of 5 stories told in more than one country; 1 of them began in Germany."
    march = echo_by_country(ask(published, "?from=2026-03-01&countries=GR,FR"))
    assert march.rows[columns].to_numpy().tolist() == [["FR", 2, 1, 1, 1]]


def test_the_page_shows_both_and_the_kinds_of_outlet(published: Path) -> None:
    page = said(published, "?countries=MT")
    assert "2 of 5 stories told in more than one country" in page  # all countries stay in sight
    assert "No story was first reported in this selection." in page
    assert "countries=FR" in page
    kinds = ask(published)("media_by_outlet_type")
    assert kinds.to_numpy().tolist() == [["newspaper", 37, 5], ["tech press", 9, 4], ["kind unknown", 4, 1]]
    assert "Most mentions: newspaper" in said(published)


def test_mentions_that_count_on_the_day_they_were_seen_are_told(published: Path) -> None:
    assert media(ask(published)).summary["day_seen"] == 3
    told = "mentions have no usable date: the day of being seen counts."
    assert f"3 {told}" in str([part.to_plotly_json() for part in layout(ask(published))])
    assert told not in str([part.to_plotly_json() for part in layout(ask(published, "?countries=DE"))])


def test_without_a_story_nothing_is_made_up(tmp_path: Path) -> None:
    publish(tmp_path)
    assert first_to_report(ask(tmp_path)).sentence == "No story was first reported in this selection."
    assert echo_by_country(ask(tmp_path)).rows.empty
    assert "No story was told in this selection." in said(tmp_path)

"""The share of attention by source. Numbers are worked out by hand or in plain SQL on the snapshot."""

import random
from pathlib import Path

import pandas as pd
import pytest

from dashboard.answers.share_of_attention import share_of_attention, tells_totals
from dashboard.charts.share_of_attention import share_of_attention as drawn
from dashboard.pages.media import layout
from dashboard.pages.share_of_attention_card import share_of_attention_card
from dashboard.palette import LIGHT
from tests.dashboard.asking import ask
from tests.dashboard.at_random import COUNTRIES, at_random
from tests.snapshots import Row, campaign, publish


def seen(day: str, mentions: int, articles: int, source: str = "Media Cloud", country: str | None = None) -> Row:
    """A row of the table attention_daily."""
    return {
        "campaign_id": "open-letter", "day": day, "source": source, "country": country, "mentions": mentions,
        "articles": articles,
    }  # fmt: skip


SMALL = [
    seen("2026-03-10", 20, 500_000),
    seen("2026-03-17", 10, 250_000),
    seen("2026-03-18", 20, 250_000),
    seen("2026-03-20", 1, 1_000, "Archive", "DE"),
    seen("2026-03-20", 3, 1_000, "Archive", "FR"),
]


def said(published: Path, search: str = "") -> str:
    """The card, as text."""
    return str(share_of_attention_card(ask(published, search))[0].to_plotly_json())


def test_the_last_week_of_a_source_is_compared_with_the_one_before(tmp_path: Path) -> None:
    """30 of 500,000 are 6 of 100,000; Wilson, for so small a share: 30 + 1.92 ± 1.96 √(30 + 0.96) of them."""
    publish(tmp_path, attention_daily=SMALL)
    found = share_of_attention(ask(tmp_path))
    assert found.sentence == (
        "In the 7 days to 18 March 2026, 6 of 100,000 articles in Media Cloud mention the letter (4.2 to 8.57); in the "
        "7 days before it was 4 (2.59 to 6.18). Archive, to 20 March 2026: 200 (77.8 to 513)."
    )
    recent = found.summary["sources"]["Media Cloud"]["recent"]
    assert (recent["mentions"], recent["articles"], recent["per_100000"]) == (30, 500_000, 6)
    assert recent["per_100000_low"] == pytest.approx((30 + 1.92073 - 1.95996 * (30 + 0.96036) ** 0.5) / 5, rel=1e-3)
    assert recent["per_100000_high"] == pytest.approx((30 + 1.92073 + 1.95996 * (30 + 0.96036) ** 0.5) / 5, rel=1e-3)
    assert found.sentence in said(tmp_path)


def test_a_day_of_which_a_source_says_nothing_is_a_gap(tmp_path: Path) -> None:
    publish(tmp_path, attention_daily=[*SMALL[1:], seen("2026-03-19", 0, 0), seen("2026-03-21", 0, 200_000)])
    rows = share_of_attention(ask(tmp_path)).rows
    cloud = rows[rows["media_source"] == "Media Cloud"]
    assert cloud["period_from"].dt.day.tolist() == [17, 18, 19, 20, 21]
    assert cloud["per_100000"].fillna(-1).tolist() == [4, 8, -1, -1, 0]
    assert cloud["articles"].fillna(-1).tolist() == [250_000, 250_000, 0, -1, 200_000]
    figure = drawn(rows.assign(finished=True), LIGHT)
    assert [line["y"] for line in figure["data"]] == [[4, 8, None, None, 0], [200]]
    assert [line["line"]["color"] for line in figure["data"]] == [LIGHT.accent, LIGHT.marker]


def test_beyond_nine_weeks_a_row_is_a_week_and_adds_up_its_days(tmp_path: Path) -> None:
    publish(
        tmp_path, attention_daily=[seen("2026-01-05", 1, 1000), seen("2026-01-11", 2, 1000), seen("2026-03-20", 0, 9)]
    )
    rows = share_of_attention(ask(tmp_path)).rows
    assert rows["mentions"].fillna(-1).tolist() == [3, *[-1] * 9, 0]
    assert rows["per_100000"].iloc[0] == 150


def test_an_unfinished_day_is_in_no_sentence(tmp_path: Path) -> None:
    publish(tmp_path, attention_daily=[seen("2026-04-01", 9, 1000)])  # the snapshot is built on that day
    assert share_of_attention(ask(tmp_path)).sentence == "No day of which a source tells its total is over yet."
    publish(tmp_path, "20260401T110000Z-0000aaaa", attention_daily=[*SMALL, seen("2026-04-01", 9, 1000)])
    assert "In the 7 days to 18 March 2026, 6 of 100,000" in share_of_attention(ask(tmp_path)).sentence


def test_what_is_said_of_all_countries_counts_where_none_is_chosen_and_goes_before_single_ones(tmp_path: Path) -> None:
    both = [seen("2026-03-18", 1, 40_000, country="DE"), seen("2026-03-19", 5, 10_000, country="DE")]
    publish(tmp_path, attention_daily=[*SMALL, *both])
    rows = ask(tmp_path)("share_of_attention")
    cloud = rows[rows["media_source"] == "Media Cloud"].dropna()
    assert cloud["mentions"].tolist() == [20, 10, 20, 5]
    assert rows[rows["media_source"] == "Archive"]["mentions"].tolist() == [4]  # of single countries only: their sum
    chosen = ask(tmp_path, "?countries=DE")("share_of_attention").dropna()
    assert chosen["mentions"].tolist() == [1, 5, 1]
    assert "What a source says of all countries together is left out." in said(tmp_path, "?countries=DE")
    assert "is left out." not in said(tmp_path)


def test_a_filter_that_leaves_nothing_says_so_once(tmp_path: Path) -> None:
    publish(tmp_path, attention_daily=SMALL)
    assert said(tmp_path, "?countries=MT&types=company").count("No totals of a source from Malta.") == 1


def test_the_card_stands_on_the_page_only_where_a_source_tells_its_total(tmp_path: Path) -> None:
    publish(tmp_path)
    assert not tells_totals(ask(tmp_path))
    assert "Share of attention" not in str(layout(ask(tmp_path)))
    publish(tmp_path, "20260401T110000Z-0000aaaa", attention_daily=SMALL)
    assert "Share of attention" in str(layout(ask(tmp_path)))  # though no mention has been loaded


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two campaigns with three sources; each tells of all countries, or of single ones, on different days."""
    lot = random.Random(5)
    days = [(name, day) for name in ("open-letter", "other-letter") for day in range(2, 29)]
    rows = [
        seen(f"2026-03-{day:02}", lot.randint(0, 9), lot.randint(10, 999), source, country) | {"campaign_id": name}
        for name, day in days
        for source in ("A", "B", "C")
        if lot.random() < 0.8
        for country in lot.choice([[None], COUNTRIES, [None, *COUNTRIES], ["DE"]])
    ]
    folder = tmp_path_factory.mktemp("published")
    return publish(folder, campaign=[campaign(), campaign("other-letter")], attention_daily=rows).parent


@pytest.mark.parametrize("seed", range(20))
def test_every_number_equals_plain_sql_under_any_filter(published: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(published, address)
    plain = (
        "select source, sum(mentions) as mentions, sum(articles) as articles from attention_daily a"
        " where campaign_id = $campaign and day between $first::date and $last::date and "
    )
    if asked.filters.countries:
        plain += "country in $countries"
    else:
        plain += (
            "(country is null or not exists (from attention_daily b where b.campaign_id = a.campaign_id and"
            " b.source = a.source and b.day = a.day and b.country is null))"
        )
    expected = asked.snapshot.query(plain + " group by source order by source", parameters)
    for question in ("share_of_attention", "attention_totals"):
        found = asked(question).groupby("media_source", sort=True)[["mentions", "articles"]].sum()
        assert found.index.tolist() == expected["source"].tolist(), question
        pd.testing.assert_frame_equal(
            found.reset_index(drop=True).astype(int), expected[["mentions", "articles"]].astype(int), check_names=False
        )

"""Media: who wrote about the campaign, where, in which languages. Numbers are worked out by hand or in plain SQL."""

import random
from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.top import top_and_others
from dashboard.answers.media import media, media_by_language
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.languages import language_name
from dashboard.pages.media import layout
from dashboard.pages.media_cards import mentioned_cards, story_card
from dashboard.palette import LIGHT
from dashboard.story_list import story_list
from tests.dashboard.asking import ask
from tests.dashboard.at_random import COUNTRIES, at_random, plainly
from tests.snapshots import Row, campaign, publish


def mentioned(day: str, mentions: int = 1, stories: int = 0, country: str = "DE", **other: object) -> Row:
    """A row of the table media_daily."""
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "language": "de", "outlet": "Invented Post",
        "outlet_type": "newspaper", "mentions": mentions, "stories": stories,
    } | other  # fmt: skip


def story(ident: str, at: str, title: str = "A letter", url: str = "https://post.example/1", **other: object) -> Row:
    """A row of the table media_story."""
    return {
        "campaign_id": "open-letter", "story_id": ident, "first_published_at": at, "title": title, "url": url,
        "outlets": 2, "countries": 1, "languages": 1, "mentions": 3,
    } | other  # fmt: skip


SMALL = [
    mentioned("2026-03-03", 5, 2),
    mentioned("2026-03-20", 1, 1, "FR", language="fr", outlet="Journal Inventé"),
    mentioned("2026-03-30", 2, 0, "FR", language="fr", outlet="Journal Inventé"),
    mentioned("2026-03-31", 1, 1, "ZZ", language="", outlet="blog.example", outlet_type="unknown"),
]


def said(published: Path, search: str = "") -> str:
    """Everything on the page, as text."""
    asked = ask(published, search)
    return "".join(str(part.to_plotly_json()) for part in [*layout(asked), *mentioned_cards(asked), *story_card(asked)])


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two campaigns with a few hundred mentions, drawn with a fixed seed."""
    lot = random.Random(11)
    return publish(
        tmp_path_factory.mktemp("published"),
        campaign=[campaign(), campaign("other-letter")],
        media_daily=[
            mentioned(f"2026-03-{lot.randint(2, 28):02}", lot.randint(1, 5), lot.randint(0, 1), lot.choice(COUNTRIES))
            | {"campaign_id": lot.choice(["open-letter", "other-letter"])}
            | {"language": lot.choice(["de", "fr", ""]), "outlet": f"Outlet {lot.randint(1, 30)}"}
            for _ in range(300)
        ],
    ).parent


@pytest.mark.parametrize("seed", range(20))
def test_every_number_equals_plain_sql_under_any_filter(drawn: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(drawn, address)
    found = media(asked)
    for name in ("mentions", "stories"):
        total = plainly(asked, f"sum({name})", "media_daily", parameters, kinds=False)
        assert found.summary[name] == total
        for question in ("media_by_country", "media_by_language", "media_by_outlet", "media_over_time"):
            assert asked(question)[name].sum() == total, question
        assert top_and_others(found.rows, "outlet", 15)[name].sum() == total
    for name in ("country", "outlet"):
        what = f"count(distinct {name}) filter (where {name} <> 'ZZ')"
        counted = plainly(asked, what, "media_daily", parameters, kinds=False)
        assert found.summary["countries" if name == "country" else "outlets"] == counted


def test_the_sentence_says_what_the_figures_show(tmp_path: Path) -> None:
    stories = [story(f"s{n}", "2026-03-03 12:00:00+00") for n in range(4)]
    publish(tmp_path, media_daily=SMALL, media_story=stories)
    found = media(ask(tmp_path))
    assert found.sentence == (
        "9 mentions of 4 stories in 3 outlets and 2 countries; 3 in the last 7 finished days, 1 in the 7 before."
    )
    assert len(ask(tmp_path)("media_stories")) == found.summary["stories"]
    page = said(tmp_path)
    assert found.sentence in page
    assert "2.25 mentions for each" in page
    assert "the largest has 5 of 9 mentions" in page


def test_two_weeks_without_a_mention_are_left_out_of_the_sentence(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=[mentioned("2026-03-03", 1, 1)])
    assert media(ask(tmp_path)).sentence == "1 mention of 1 story in 1 outlet and 1 country."
    assert "1 mention for each" in said(tmp_path)


def test_member_states_without_a_mention_are_named(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=SMALL)
    page = said(tmp_path)
    assert "No mention in 2 of 4 member states" in page
    assert "Without a mention: Greece and Malta." in page
    assert "Without a mention: Greece and Malta." in said(tmp_path, "?countries=DE")  # all countries stay in sight


def test_the_unknown_country_comes_last(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=[*SMALL, mentioned("2026-03-04", 50, 1, "ZZ")])
    assert ask(tmp_path)("media_by_country")["iso2"].tolist() == ["DE", "FR", "GR", "MT", "ZZ"]


def test_a_bar_leads_to_its_country_alone_and_back(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=SMALL)
    assert "?campaign=open-letter&countries=FR'" in said(tmp_path)
    page = said(tmp_path, "?countries=FR")
    assert "countries=DE'" in page
    assert "'?campaign=open-letter'" in page
    assert "3 mentions of 1 story in 1 outlet and 1 country" in page


def test_kinds_of_institution_do_not_apply_and_the_page_says_so(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=SMALL)
    page = said(tmp_path, "?types=company")
    assert "9 mentions of 4 stories" in page
    assert page.count("Kinds of institution do not apply.") == 5
    assert "Kinds of institution do not apply." not in said(tmp_path)


def test_stories_are_those_first_reported_on_the_chosen_days_of_the_campaigns_clock(tmp_path: Path) -> None:
    late = "2026-03-09 23:30:00+00"  # half past midnight of the 10th in Brussels
    publish(tmp_path, media_daily=SMALL, media_story=[story("a", "2026-03-09 12:00:00+00"), story("b", late)])
    rows = ask(tmp_path, "?from=2026-03-10&to=2026-03-10")("media_stories")
    assert rows["first_day"].dt.strftime("%Y-%m-%d").tolist() == ["2026-03-10"]
    assert rows["story"].tolist() == ["A letter"]


def test_with_chosen_countries_stories_are_those_told_there_wherever_they_began(tmp_path: Path) -> None:
    places = {"a": ["DE", "FR"], "b": ["FR"], "c": ["ZZ"]}
    told = {"outlets": 1, "mentions": 1, "campaign_id": "open-letter", "url": "https://post.example/1"}
    told |= {"first_published_at": "2026-03-09 12:00:00+00"}
    publish(
        tmp_path,
        campaign=[campaign(), campaign("other-letter")],
        media_daily=SMALL,
        media_story=[story(ident, "2026-03-09 12:00:00+00", f"Story {ident}") for ident in places],
        media_story_country=[
            *(told | {"story_id": i, "title": "-", "country": place} for i, own in places.items() for place in own),
            told | {"story_id": "c", "title": "-", "country": "MT", "campaign_id": "other-letter"},
        ],
    )

    def listed(countries: str) -> list[str]:
        return ask(tmp_path, f"?countries={countries}")("media_stories")["story"].tolist()

    assert listed("") == ["Story a", "Story b", "Story c"]
    assert listed("FR") == ["Story a", "Story b"]
    assert listed("DE") == ["Story a"]
    assert listed("EU") == ["Story a", "Story b"]
    assert listed("DE,ZZ") == ["Story a", "Story c"]
    assert listed("MT") == []
    assert "Told in a chosen country, wherever they began." in said(tmp_path, "?countries=DE")


def stories_of(*urls: str, title: str = "A letter", older: int = 0) -> str:
    """The list of stories with these addresses, as text; older: how many are left out."""
    one = {"story": title, "first_day": pd.Timestamp("2026-03-09"), "outlets": 1, "countries": 0, "mentions": 2}
    rows = pd.DataFrame([one | {"url": url} for url in urls])
    return str(story_list(rows, len(urls) + older).to_plotly_json())


def test_only_addresses_of_the_web_become_links_and_they_give_nothing_away() -> None:
    assert "rel='noopener noreferrer'" in stories_of("https://post.example/1")
    assert "href='HTTP://post.example/1'" in stories_of("HTTP://post.example/1")
    for address in ("javascript:alert(1)", "data:text/html,http://x", "//post.example/1", "post.example/1", ""):
        assert "href" not in stories_of(address), address


def test_a_title_that_runs_from_right_to_left_keeps_its_direction() -> None:
    title = "رسالة مفتوحة"
    assert f"A(children='{title}', dir='auto'" in stories_of("https://post.example/1", title=title)
    assert f"Span(children='{title}', dir='auto'" in stories_of("", title=title)


def test_a_long_list_of_stories_says_how_many_more_there_are() -> None:
    assert "3 older stories: the CSV file has them all." in stories_of("https://post.example/1", older=3)


def test_many_outlets_end_in_one_row_of_others_in_grey(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=[mentioned("2026-03-03", 20 - n, 1, outlet=f"Outlet {n}") for n in range(18)])
    rows = top_and_others(media(ask(tmp_path)).rows, "outlet", 15)
    assert rows["outlet"].tolist()[-2:] == ["Outlet 14", "3 others"]
    assert rows["mentions"].tolist()[-2:] == [6, 5 + 4 + 3]
    assert rows["stories"].sum() == 18
    colors = ranked_bars(rows, LIGHT, name="outlet", whole="mentions", part="stories")["data"][0]["marker"]["color"]
    assert colors == [LIGHT.accent] * 15 + [LIGHT.context]


def test_a_long_name_is_shortened_on_the_axis_and_whole_in_the_hover_and_never_markup(tmp_path: Path) -> None:
    name = "<b>Invented</b> " + "Very " * 37 + "Long Post"
    publish(tmp_path, media_daily=[mentioned("2026-03-03", outlet=name)])
    rows = top_and_others(media(ask(tmp_path)).rows, "outlet", 15)
    figure = ranked_bars(rows, LIGHT, name="outlet", whole="mentions", part="stories")
    assert figure["layout"]["yaxis"]["ticktext"] == ["&lt;b&gt;Invented&lt;/b&gt; Very Very V…"]
    assert figure["data"][0]["hovertext"][0].startswith("<b>&lt;b&gt;Invented&lt;/b&gt; Very")
    assert "Long Post" in figure["data"][0]["hovertext"][0]


def test_a_long_name_goes_by_the_acronym_that_ends_it() -> None:
    rows = pd.DataFrame(
        {"outlet": ["Alliance of Invented Long Titles (AILT)", "Short (S1)"], "mentions": 1, "stories": 1}
    )
    figure = ranked_bars(rows, LIGHT, name="outlet", whole="mentions", part="stories")
    assert figure["layout"]["yaxis"]["ticktext"] == ["AILT", "Short (S1)"]


def test_languages_have_names(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=SMALL)
    rows = media_by_language(ask(tmp_path)).rows
    assert rows["language_name"].tolist() == ["German", "French", "Language unknown"]
    assert media_by_language(ask(tmp_path)).sentence == "Mentions in 2 languages."
    assert [language_name(code) for code in ("el", "ga", "qqq")] == ["Greek", "Irish", "qqq"]


def test_without_any_mention_the_page_says_what_fills_it(tmp_path: Path) -> None:
    publish(tmp_path)
    where, shown = "data/inbox/open-letter/media/", str(layout(ask(tmp_path)))
    assert f"No mentions have been loaded. A file in {where} and “campaign-etl run” fill this page." in shown
    assert shown.count("className='empty'") == 1


def test_a_filter_that_leaves_nothing_is_said_without_the_kinds_that_do_not_apply(tmp_path: Path) -> None:
    publish(tmp_path, media_daily=SMALL)
    page = said(tmp_path, "?countries=MT&types=company")
    assert "'No mentions from Malta.'" in page
    assert "none in this selection" in page

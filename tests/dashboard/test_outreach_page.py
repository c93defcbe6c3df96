"""Outreach: who was contacted, who answered, what is due. Numbers are worked out by hand or in plain SQL."""

import random
from pathlib import Path

import pytest

from dashboard.answers.by_period import by_period
from dashboard.answers.outreach import follow_ups, outreach
from dashboard.answers.questions import ask_by_name
from dashboard.charts.counted_over_time import counted_over_time
from dashboard.charts.outreach_by_stage import outreach_by_stage
from dashboard.pages.desk_cards import desk_cards
from dashboard.pages.outreach import layout
from dashboard.pages.outreach_cards import contacted_cards
from dashboard.palette import LIGHT
from tests.dashboard.asking import ask
from tests.dashboard.at_random import COUNTRIES, TYPES, at_random, plainly
from tests.snapshots import Row, campaign, publish, signed

STAGES = ["target", "contacted", "delivered", "replied", "committed", "signed", "declined"]


def logged(day: str, stage: str, count: int = 1, country: str = "DE", **other: object) -> Row:
    """A row of the table outreach_daily."""
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "institution_type": "university",
        "channel": "email", "wave": "", "stage": stage, "contacts": count,
    } | other  # fmt: skip


def waiting(due: str, organisation: str = "Invented Institute", contacted: str = "2026-03-02", **other: object) -> Row:
    """A row of the table open_contact."""
    return {
        "campaign_id": "open-letter", "contact_ref": "a1", "organisation": organisation, "contact_role": "Press desk",
        "country": "DE", "institution_type": "university", "channel": "email", "stage": "contacted",
        "last_contact_on": contacted, "follow_up_on": due, "team": "", "last_entry_at": f"{contacted} 10:00:00+00",
        "first_contact_on": contacted, "is_answered": False, "organisation_times": 1,
    } | other  # fmt: skip


SMALL = [
    logged("2026-03-02", "target", 20),
    logged("2026-03-03", "contacted", 7),
    logged("2026-03-29", "replied", 2, "FR"),
    logged("2026-03-31", "signed", 1, "FR", channel="phone", institution_type="company"),
]


def said(published: Path, search: str = "") -> str:
    """Everything on the page, as text, with ordinary spaces."""
    asked = ask(published, search)
    cards = [*layout(asked), *contacted_cards(asked), *desk_cards(asked)]
    return "".join(str(part.to_plotly_json()) for part in cards).replace(r"\xa0", " ")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two campaigns with a few hundred log entries, drawn with a fixed seed."""
    lot = random.Random(7)

    def anywhere() -> Row:
        name = lot.choice(["open-letter", "other-letter"])
        return {"campaign_id": name, "country": lot.choice(COUNTRIES), "institution_type": lot.choice(TYPES)}

    def day() -> str:
        return f"2026-03-{lot.randint(2, 28):02}"

    return publish(
        tmp_path_factory.mktemp("published"),
        campaign=[campaign(), campaign("other-letter")],
        outreach_daily=[
            logged(day(), lot.choice(STAGES), lot.randint(1, 9), channel=lot.choice(["email", "phone"])) | anywhere()
            for _ in range(300)
        ],
        open_contact=[waiting(f"2026-04-{lot.randint(1, 4):02}") | anywhere() for _ in range(80)],
        signature_daily=[signed(day(), 3) | anywhere() for _ in range(100)],
    ).parent


@pytest.mark.parametrize("seed", range(20))
def test_every_number_equals_plain_sql_under_any_filter(drawn: Path, seed: int) -> None:
    address, parameters = at_random(seed)
    asked = ask(drawn, address)

    def entries(condition: str) -> int:
        return plainly(asked, f"sum(contacts) filter (where {condition})", "outreach_daily", parameters)

    contacts = entries("stage <> 'target'")
    found = outreach(asked).summary
    assert found["contacts"] == contacts
    assert found["targets"] == entries("stage = 'target'")
    assert asked("outreach_by_stage")["contacts"].sum() == contacts + found["targets"]
    for question in ("outreach_by_country", "outreach_by_type"):
        assert asked(question)["targets"].sum() == found["targets"], question
    for question in ("outreach_by_country", "outreach_by_type", "outreach_by_channel", "outreach_over_time"):
        assert asked(question)["contacts"].sum() == contacts, question
        assert asked(question)["replied"].sum() == found["replied"] == entries("stage = 'replied'"), question
    for question in ("outreach_by_country", "outreach_by_type", "outreach_by_channel"):
        assert asked(question)["signed"].sum() == found["signed"] == entries("stage = 'signed'"), question
    signatures = plainly(asked, "sum(signatures)", "signature_daily", parameters)
    assert asked("outreach_over_time")["signatures"].sum() == signatures
    due = asked.snapshot.query(
        "select count(*) as due from follow_up where campaign_id = $campaign and country in $countries"
        " and institution_type in $types and follow_up_on <= date '2026-04-01'",
        parameters,
    )
    assert len(follow_ups(asked).rows) == found["follow_ups_due"] == due["due"].iloc[0]


def test_the_sentence_says_what_the_figures_show(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=SMALL, open_contact=[waiting("2026-03-20"), waiting("2026-04-01")])
    found = outreach(ask(tmp_path))
    assert found.sentence == (
        "10 entries in the contact log: 2 replied (20 %) and 1 signed (10 %). "
        "2 follow-ups are due, the oldest for 12 days."
    )
    assert outreach_by_stage(found.rows, LIGHT)["data"][0]["x"] == [20, 7, 2, 1]
    assert found.rows["stage"].tolist() == ["target", "contacted", "replied", "signed"]
    assert (found.summary["last_7_days"], found.summary["previous_7_days"]) == (3, 0)
    page = said(tmp_path)
    assert found.sentence in page
    assert "3 in the last 7 finished days, 0 in the 7 before" in page
    assert "20 % of 10 entries" in page


def test_a_follow_up_is_due_on_its_day_and_overdue_after_it(tmp_path: Path) -> None:
    publish(tmp_path, open_contact=[waiting("2026-03-10", "Second"), waiting("2026-03-08", "First")])

    def due(day: str) -> list[tuple[str, int]]:
        rows = follow_ups(ask(tmp_path, f"?as_of={day}")).rows
        return list(zip(rows["organisation"], rows["days_overdue"], strict=True))

    assert due("2026-03-07") == []
    assert due("2026-03-08") == [("First", 0)]
    assert due("2026-03-11") == [("First", 3), ("Second", 1)]
    assert follow_ups(ask(tmp_path, "?as_of=2026-03-08")).sentence == "1 follow-up is due today."
    assert follow_ups(ask(tmp_path, "?as_of=2026-03-09")).sentence == "1 follow-up has been due for 1 day."


def test_what_was_logged_later_is_not_known_on_an_earlier_day(tmp_path: Path) -> None:
    publish(tmp_path, open_contact=[waiting("2026-03-10", contacted="2026-03-09")])
    assert len(follow_ups(ask(tmp_path, "?as_of=2026-03-10")).rows) == 1
    publish(tmp_path, "20260402T100000Z-0000bbbb", open_contact=[waiting("2026-03-10", contacted="2026-03-11")])
    assert len(follow_ups(ask(tmp_path, "?as_of=2026-03-10")).rows) == 0


def test_chosen_days_do_not_hide_what_is_still_to_be_done(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=SMALL, open_contact=[waiting("2026-03-20")])
    assert len(follow_ups(ask(tmp_path, "?from=2026-03-30&to=2026-03-31")).rows) == 1


def test_targets_alone_are_no_contacts(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=[logged("2026-03-02", "target", 705)])
    page = said(tmp_path)
    assert "705 targets are listed; no contact is logged yet." in page
    assert "Nothing was tried in 4 of 4 member states" in page
    assert "' 705 targets'" in page
    assert page.count("Nothing in this selection.") == 2  # channels and time


def test_without_a_contact_log_the_page_says_what_fills_it(tmp_path: Path) -> None:
    publish(tmp_path)
    where = "data/inbox/open-letter/outreach/"
    shown = str(layout(ask(tmp_path)))
    assert f"No contacts have been loaded. A file in {where} and “campaign-etl run” fill this page." in shown
    assert shown.count("className='empty'") == 1


def test_a_filter_that_leaves_nothing_is_said_with_its_words(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=SMALL)
    assert "No contacts from Malta, University." in said(tmp_path, "?countries=MT&types=university")


def test_one_entry_makes_a_whole_page(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=[logged("2026-03-31", "contacted")])
    page = said(tmp_path)
    assert "1 entry in the contact log: 0 replied (0 %) and 0 signed (0 %). No follow-up is due." in page
    assert "Nothing was tried in 3 of 4 member states" in page


def test_every_member_state_and_known_kind_has_a_row_also_where_nothing_was_tried(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=[*SMALL, logged("2026-03-04", "contacted", 9, "ZZ")])
    asked = ask(tmp_path)
    assert asked("outreach_by_country")["iso2"].tolist() == ["DE", "FR", "GR", "MT", "ZZ"]
    assert asked("outreach_by_country")["contacts"].tolist() == [7, 3, 0, 0, 9]
    assert asked("outreach_by_type")["institution_type"].tolist() == ["university", "company"]
    assert ask(tmp_path, "?types=company")("outreach_by_type")["contacts"].tolist() == [1]


def test_a_bar_leads_to_its_country_alone_and_back(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=SMALL)
    assert "?campaign=open-letter&countries=FR'" in said(tmp_path)
    page = said(tmp_path, "?countries=FR")
    assert "countries=DE'" in page  # all countries stay in sight
    assert "'?campaign=open-letter'" in page
    assert "3 entries in the contact log" in page


def test_few_weeks_are_shown_by_day_and_many_by_week_without_gaps(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=[logged("2026-03-02", "contacted", 4), logged("2026-03-05", "replied", 2)])
    asked = ask(tmp_path)
    assert by_period(asked, "outreach_over_time")["contacts"].tolist() == [4, 0, 0, 2]
    early = logged("2025-12-30", "contacted", 3)  # a Tuesday
    publish(tmp_path, "20260402T100000Z-0000bbbb", outreach_daily=[*SMALL, early])
    weeks = by_period(ask(tmp_path), "outreach_over_time")
    assert weeks["period_from"].dt.strftime("%Y-%m-%d").tolist()[:2] == ["2025-12-29", "2026-01-05"]
    assert weeks["contacts"].tolist() == [3, *[0] * 8, 7, 0, 0, 2, 1]
    assert (weeks["period_to"] - weeks["period_from"]).dt.days.unique().tolist() == [6]


def test_a_week_that_is_not_over_is_drawn_open(tmp_path: Path) -> None:
    publish(tmp_path, outreach_daily=[*SMALL, logged("2025-12-30", "contacted", 3)])
    weeks = by_period(ask(tmp_path), "outreach_over_time").tail(2).assign(finished=[True, False])
    figure = counted_over_time(weeks, LIGHT, whole="contacts", part="replied", context="signatures")
    assert figure["data"][0]["marker"]["color"] == [LIGHT.accent, "rgba(0,0,0,0)"]
    assert "not over yet" in figure["data"][0]["hovertext"][1]
    assert len(figure["data"]) == 3


def test_a_long_name_of_an_organisation_stays_whole_in_the_table_and_the_file(tmp_path: Path) -> None:
    name = "Invented " + "Very " * 35 + "Long Institute"
    publish(tmp_path, outreach_daily=SMALL, open_contact=[waiting("2026-03-20", name), waiting("2026-03-21", "")])
    assert name in said(tmp_path)
    assert ask_by_name("follow-ups", ask(tmp_path)).rows["organisation"].tolist() == [name, "Not named"]

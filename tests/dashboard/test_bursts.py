"""What stands out: planted bursts and what they coincide with, quiet campaigns, and every figure without a burst."""

import re
from pathlib import Path

import numpy as np
import pytest

from dashboard.analysis.bursts import bursts as found_bursts
from dashboard.answers.beside import beside
from dashboard.answers.bursts import bursts
from dashboard.answers.momentum import momentum
from dashboard.answers.reach import reach
from dashboard.metric import metric, metric_names
from dashboard.pages.burst_card import burst_card
from dashboard.shell import banners
from tests.dashboard.asking import ask
from tests.dashboard.walking import texts
from tests.snapshots import Row, campaign, days, publish, signed

OURS: Row = {"campaign_id": "open-letter"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """30 a day from Germany by form; after a talk, 100 more on two days from Malta through a list; one great hour."""
    list_of_malta = [signed(f"2026-03-{number}", 100, "MT", channel="list", kind="company") for number in (16, 17)]
    great = {(25, 9): 30}
    hours = [
        OURS | {"day": f"2026-03-{day:02}", "hour": hour, "country": "DE", "signatures": great.get((day, hour), 1)}
        for day in range(2, 32)
        for hour in range(24)
    ]
    named = [
        OURS | {"institution_id": name, "institution": name, "day": f"2026-03-{day}", "country": "MT",
                "institution_type": "company", "signatures": count}
        for name, day, count in (("Example Works", 16, 90), ("Example Works", 17, 90), ("Other Works", 10, 20))
    ]  # fmt: skip
    return publish(
        tmp_path_factory.mktemp("bursts"),
        campaign=[campaign(), campaign("quiet")],
        signature_daily=[
            *days("2026-03-02", [30] * 30),
            *list_of_malta,
            *[row | {"campaign_id": "quiet"} for row in days("2026-03-02", [30, 20, 40] * 10)],
        ],
        signature_hourly=hours,
        institution_daily=named,
        email_domain_daily=[
            OURS | {"day": f"2026-03-{day:02}", "country": country, "domain_number": domain, "signatures": count}
            for day, country, domain, count in ((10, "DE", 1, 15), (16, "MT", 2, 80), (17, "MT", 2, 78))
        ],
        event=[OURS | {"event_id": "e1", "day": "2026-03-15", "kind": "talk", "title": "A talk", "country": None}],
        media_daily=[
            OURS | {"day": day, "country": "MT", "language": "en", "outlet": "P", "outlet_type": "press",
                    "mentions": count, "stories": count}
            for day, count in (("2026-03-03", 1), ("2026-03-16", 9), ("2026-03-30", 1))
        ],
    ).parent  # fmt: skip


def test_a_planted_burst_is_found_with_what_it_coincides_with(published: Path) -> None:
    days_found = bursts(ask(published)).rows.iloc[0]
    assert (days_found.from_day.day, days_found.to_day.day, days_found.hours) == (16, 17, "")
    assert (days_found.signatures, days_found.usual) == (260, 60)
    assert days_found.coincides == (
        "in the 72 hours after “A talk” (15 March 2026); 9 articles, 14 – 17 March 2026, where 0.3 would be usual; 77 %"
        " from Malta, usually 0.3 %; 77 % through the channel list, usually 0 %; 69 % from Example Works, usually 0 %; "
        "61 % from one e-mail domain, usually 0 %"
    )


def test_an_hour_stands_out_on_a_day_that_does_not(published: Path) -> None:
    found = bursts(ask(published))
    hour = found.rows.iloc[1]
    assert (hour.from_day.day, hour.hours, hour.signatures, hour.usual) == (25, "9 – 10 h", 30, 1)
    assert found.summary == {"days": 1, "hours": 1, "signatures": 290}
    assert found.sentence == (
        "2 bursts stand out; the largest (16 – 17 March 2026) brought 260 signatures where 60 would be usual."
    )


def test_every_figure_can_be_shown_without_a_burst(published: Path) -> None:
    assert bursts(ask(published)).rows["without"].iloc[0] == "2026-03-16..2026-03-17,MT"
    without = ask(published, "?without=2026-03-16..2026-03-17,MT")
    assert momentum(without).summary["signatures"] == 900
    assert reach(without).summary["member_states"] == 1
    assert without.institutions == 1
    assert len(bursts(without).rows) == 1
    said = " ".join(texts(banners(without, ())))
    assert "What if: every figure is without Malta on 16 – 17 March 2026. Nothing has been removed; " in said
    assert "campaign-etl set-aside --from 2026-03-16 --to 2026-03-17 --country MT" in said
    assert momentum(ask(published, "?without=2026-03-16..2026-03-17")).summary["signatures"] == 840


def test_the_card_leads_to_the_figures_without_it_and_the_address_keeps_them(published: Path) -> None:
    asked = ask(published)
    drawn = str(burst_card(asked))
    assert '<a href="?campaign=open-letter&amp;without=2026-03-16..2026-03-17,MT">Without Malta</a>' in drawn
    assert '<a href="?campaign=open-letter&amp;without=2026-03-25..2026-03-25">Without it</a>' in drawn
    filters = ask(published, "?without=2026-03-16..2026-03-17,MT").filters
    assert filters.to_address() == "?campaign=open-letter&without=2026-03-16..2026-03-17,MT"
    assert dict(filters.pieces(asked.known)) == {"without Malta on 16 – 17 March 2026": asked.filters}


def test_another_campaign_beside_keeps_its_signatures(published: Path) -> None:
    asked = ask(published, "?without=2026-03-02..2026-03-31&beside=quiet")
    assert beside(asked).summary["beside_signatures"] == 900
    assert beside(asked).summary["signatures"] == 0


def test_a_quiet_campaign_has_no_burst(published: Path) -> None:
    found = bursts(ask(published, "?campaign=quiet"))
    assert found.sentence == "No day and no hour stands out beyond chance from those around it."
    assert found.sentence in list(texts(burst_card(ask(published, "?campaign=quiet"))))


def test_campaigns_of_chance_alone_seldom_show_a_burst() -> None:
    random = np.random.default_rng(9)
    alarms = [
        len(found_bursts(random.poisson(random.uniform(1, 100), (120, 1)).astype(np.float64))) > 0 for _ in range(200)
    ]
    assert np.mean(alarms) <= 0.05


def test_a_launch_that_decays_is_no_burst_after_its_first_days() -> None:
    decaying = np.round(1000 * 0.85 ** np.arange(60))[:, None]
    assert not (found_bursts(decaying)["last"] > 2).any()


@pytest.mark.parametrize("name", metric_names())
def test_every_question_about_signatures_can_leave_some_out(name: str) -> None:
    sql = metric(name).sql
    told = "signatures|people|organisations|institutions|networks|hours|email_domains|credits"
    asked = len(re.findall(rf"\b(?:{told})_in\(|\bis_left_out\(", sql))
    assert sql.count("$left_out") == asked

"""Mailings: what became of each, by contact, and what it brought."""

import json
from datetime import date, timedelta

import pytest

from dashboard.answers.questions import ask_by_name
from dashboard.pages.mailing_card import mailing_card
from tests.dashboard.asking import ask
from tests.installation import Installation

LOG = "occurred_at,organisation,channel,stage,wave\n"
STEPS = (
    "2023-05-02,Invented A,email,contacted,First letter\n"
    "2023-05-02,Invented B,email,contacted,First letter\n"
    "2023-05-02,Invented C,email,contacted,First letter\n"
    "2023-05-02,Invented C,email,bounced,First letter\n"  # at the same moment: another fact
    "2023-05-02,Invented D,email,contacted,First letter\n"
    "2023-05-03,Invented A,email,clicked,First letter\n"
    "2023-05-04,Invented A,email,clicked,First letter\n"  # once more: the same contact
    "2023-05-03,Invented B,email,delivered,First letter\n"
    "2023-05-03,Invented D,email,unsubscribed,First letter\n"
    "2023-05-02,Invented E,phone,contacted,First letter\n"  # by phone: no mailing
    "2023-05-02,Invented F,email,contacted,\n"  # a letter of its own
)
LISTMONK = "campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name"


def loaded(installation: Installation) -> Installation:
    """Two mailings: a log that tells everything, and listmonk's views and clicks, which tell of no sending."""
    reader = "2,u,Second letter,{n},s{n},reader{n}@invented.example,Reader {n}"
    views = "".join(f"{reader.format(n=n)},2023-05-20 08:00:00+00:00\n" for n in range(4))
    click = f"{reader.format(n=1)},https://letter.example/,2023-05-20T09:00:00Z\n"
    installation.load(
        installation.write("log.csv", LOG + STEPS),
        installation.write("views.csv", f"{LISTMONK},created_at\n{views}"),
        installation.write("clicks.csv", f"{LISTMONK},url,created_at\n{click}"),
    )
    return installation


def test_every_contact_counts_once_for_each_outcome(installation: Installation) -> None:
    found = ask_by_name("mailings", ask(loaded(installation).root / "published"))
    names = ["wave", "sent", "delivered", "bounced", "clicked", "unsubscribed"]
    first, second = found.rows[names].astype(object).where(found.rows[names].notna(), None).values.tolist()
    assert first == ["First letter", 4, 3, 1, 1, 1]
    assert second == ["Second letter", None, 4, 0, 1, 0]
    # Wilson: 1 of 4 lies between 4.6 and 69.9 %, which holds the third of the mailing before.
    assert found.sentence == (
        "2 mailings; the last, Second letter on 20 May 2023: of 4 delivered 1 clicked (25 %, between 4.6 and 70 %), "
        "about as many as of those before (33 %)."
    )


def test_what_a_mailing_brought_is_judged_like_an_event(installation: Installation) -> None:
    days = [date(2023, 4, 28) + timedelta(days=n) for n in range(40)]
    brought = {date(2023, 5, 20): 30, date(2023, 5, 21): 20, date(2023, 5, 22): 10}  # beside five every day
    rows = [f"{on},Signer {on} {n},FR\n" for on in days for n in range(5 + brought.get(on, 0))]
    loaded(installation).load(installation.write("signed.csv", "signed_at,name,country\n" + "".join(rows)))
    asked = ask(installation.root / "published")
    first, second = ask_by_name("mailings", asked).rows.to_dict("records")
    assert first["verdict"] == "cannot_tell"  # no week lies before
    assert second["verdict"] == "lift"
    assert second["lift"] == pytest.approx(60, abs=6)
    assert len(mailing_card(asked)) == 1


def test_a_bounce_is_a_contact_and_an_unsubscription_an_answer(installation: Installation) -> None:
    query = """
        select step, sum(contacts) from contact_step_daily
        where wave = 'First letter' and channel = 'email' group by step"""
    steps = dict(loaded(installation).ask(query))
    assert (steps["contacted"], steps["delivered"], steps["clicked"], steps["declined"]) == (4, 3, 2, 1)


def test_mailchimp_s_activity_tells_of_bounces_and_unsubscriptions(installation: Installation) -> None:
    activity = [{"action": action, "timestamp": "2023-05-04T08:00:00Z"} for action in ("click", "unsub")]
    bounced = [{"action": "bounce", "timestamp": "2023-05-04T08:00:00Z"}]
    emails = [
        {"email_address": "ada@invented.example", "campaign_id": "c1", "activity": activity},
        {"email_address": "bob@invented.example", "campaign_id": "c1", "activity": bounced},
    ]
    (entry,) = installation.load(installation.write("activity.json", json.dumps({"emails": emails})))["files"]
    assert entry["accepted"] == 3
    assert installation.ask("select wave, outcome, sum(contacts) from mailing_daily group by all order by all") == [
        ("c1", "bounced", 1),
        ("c1", "clicked", 1),
        ("c1", "delivered", 1),
        ("c1", "seen", 2),
        ("c1", "sent", 2),
        ("c1", "unsubscribed", 1),
    ]

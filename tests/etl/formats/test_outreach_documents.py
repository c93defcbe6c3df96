"""Outreach out of OSDI, listmonk and Mailchimp."""

import json

from tests.installation import Installation

DAILY = "select cast(day as varchar), channel, wave, stage, contacts from outreach_daily order by all"


def test_an_osdi_outreach_is_one_step_with_each_of_its_targets(installation: Installation) -> None:
    outreaches = [
        {
            "action_date": "2023-05-01T10:00:00Z",
            "type": "postal mail",
            "subject": "quuxsubject",
            "targets": [
                {
                    "title": "Minister",
                    "given_name": "Ada",
                    "family_name": "Invented",
                    "organization": "Invented Ministry",
                },
                {
                    "title": "Rector",
                    "given_name": "Bob",
                    "family_name": "Invented",
                    "organization": "Invented University",
                },
            ],
        },
        {"action_date": "2023-05-02T10:00:00Z", "type": "phone", "targets": []},
        {"action_date": "2023-05-03T10:00:00Z", "type": "email"},
    ]
    text = json.dumps({"_embedded": {"osdi:outreaches": outreaches}})
    (entry,) = installation.load(installation.write("outreach.json", text))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["rejected"]) == ("osdi_outreach", 4, 2, 2)
    assert installation.ask("select channel, stage, sum(contacts) from outreach_daily group by all") == [
        ("postal mail", "contacted", 2)
    ]
    rejected = installation.etl("rejects", "--json").json
    assert [(r["line"], r["reason"]) for r in rejected] == [
        (3, "nothing in it to count"),
        (4, "nothing in it to count"),
    ]


LISTMONK = "campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name"
READER = "1,u-1,First mailing,7,s-7,ada@invented.example,Ada Invented"


def test_listmonk_s_opens_are_no_more_than_delivered_and_clicks_are_clicks(installation: Installation) -> None:
    views = installation.write("views.csv", f"{LISTMONK},created_at\n{READER},2023-05-01 08:00:00.123456+00:00\n")
    clicks = f"{LISTMONK},url,created_at\n{READER},https://letter.example/,2023-05-01T09:00:00Z\n"
    subscribers = (
        "uuid,email,name,attributes,status,created_at,updated_at\n"
        's-7,ada@invented.example,Ada Invented,"{""city"": ""x""}",enabled,2023-04-01T09:00:00Z,2023-04-01T09:00:00Z\n'
        "s-8,bob@invented.example,Bob Invented,{},blocklisted,2023-04-02T09:00:00Z,2023-04-03T09:00:00Z\n"
    )
    entries = installation.load(
        views, installation.write("clicks.csv", clicks), installation.write("subscribers.csv", subscribers)
    )["files"]
    assert [entry["format"] for entry in entries] == ["listmonk_views", "listmonk_clicks", "listmonk_subscribers"]
    assert "opens are inflated" in entries[0]["message"]
    assert installation.ask(DAILY) == [
        ("2023-04-01", "email", "", "target", 1),
        ("2023-04-02", "email", "", "declined", 1),
        ("2023-05-01", "email", "First mailing", "clicked", 1),
        ("2023-05-01", "email", "First mailing", "delivered", 1),
    ]


def test_mailchimp_s_recipients_have_no_day_and_other_columns_than_last_time(installation: Installation) -> None:
    rows = (
        "Email Address,First Name,Last Name,Company,Member Rating,Opens,Clicks\n"
        "ada@invented.example,Ada,Invented,Invented Forum,2,3,1\n"
    )
    (entry,) = installation.load(installation.write("opened.csv", rows), "--dated", "2023-05-04")["files"]
    assert (entry["format"], entry["accepted"]) == ("mailchimp_recipients", 1)
    assert installation.ask(DAILY) == [("2023-05-04", "email", "", "delivered", 1)]


def test_mailchimp_s_activity_is_one_record_for_each_action(installation: Installation) -> None:
    opened = {"action": "open", "timestamp": "2023-05-01T08:00:00+00:00"}
    clicked = {"action": "click", "timestamp": "2023-05-01T08:01:00+00:00", "url": "https://letter.example/"}
    emails = [
        {"email_address": "ada@invented.example", "activity": [opened, clicked]},
        {"email_address": "bob@invented.example", "activity": []},
        {"email_address": "eve@invented.example", "activity": [opened | {"action": "forward"}]},
    ]
    (entry,) = installation.load(installation.write("activity.json", json.dumps({"emails": emails})))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"]) == ("mailchimp_activity", 3, 2)
    assert installation.ask(DAILY) == [
        ("2023-05-01", "email", "", "clicked", 1),
        ("2023-05-01", "email", "", "delivered", 1),
    ]
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["column"], rejected["value"]) == (3, "action", "forward")

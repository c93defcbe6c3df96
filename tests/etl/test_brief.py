"""The tables of the snapshot that follow from others: every load and the protected snapshot fill them too."""

import duckdb

from tests.installation import Installation

LOG = """\
occurred_at,organisation,country,institution_type,channel,stage,owner,wave,email
2023-05-01,Invented University,DE,university,email,contacted,Ann,first,one@example.org
2023-05-01,Invented College,DE,university,email,contacted,Bo,second,two@example.org
2023-05-03,Invented University,DE,university,email,replied,Ann,first,one@example.org
2023-05-03,Invented Union,FR,ngo,phone,contacted,Ann,,three@example.org
"""
MENTIONS = """\
published_at,outlet,url,title,language,country,outlet_type
2023-05-01T23:30:00+02:00,First,https://first.example/1,Researchers sign an open letter to Europe,en,IE,blog
2023-05-02T00:30:00+02:00,Second,https://second.example/1,Researchers sign an open letter to Europe,en,MT,blog
2023-05-02T00:40:00+02:00,Third,https://third.example/1,Researchers sign an open letter to Europe,en,MT,blog
2023-05-02T09:00:00+02:00,Third,https://third.example/2,Something else that happened on the same day,en,MT,blog
"""


def test_entries_and_steps_are_added_up_over_waves_channels_and_teams(installation: Installation) -> None:
    installation.load(installation.write("log.csv", LOG))
    entries = """select cast(day as varchar), country, institution_type, channel, stage, contacts
               from outreach_daily_brief order by all"""
    assert installation.ask(entries) == [
        ("2023-05-01", "DE", "university", "email", "contacted", 2),
        ("2023-05-03", "DE", "university", "email", "replied", 1),
        ("2023-05-03", "FR", "ngo", "phone", "contacted", 1),
    ]
    steps = """select cast(contacted_on as varchar), cast(reached_on as varchar), country, institution_type, contacts
               from contact_step_daily_brief where step = 'contacted' order by all"""
    assert installation.ask(steps) == [
        ("2023-05-01", "2023-05-01", "DE", "university", 2),
        ("2023-05-03", "2023-05-03", "FR", "ngo", 1),
    ]


def test_stories_have_the_day_and_the_countries_in_which_they_were_told(installation: Installation) -> None:
    installation.load(installation.write("mentions.csv", MENTIONS))
    daily = """select cast(day as varchar), country, stories, began, travelled, from_elsewhere
               from media_story_daily order by all"""
    told = "select cast(first_day as varchar), list(country order by country) from media_story_told "
    told += "join media_story_combination using (combination) group by story_id, first_day order by all"
    beside = installation.snapshot()
    beside = beside.with_name(beside.name.replace("snapshot-", "protected-"))
    for snapshot in (installation.snapshot(), beside):
        with duckdb.connect(str(snapshot), read_only=True) as connection:
            assert connection.execute(daily).fetchall() == [
                ("2023-05-01", "IE", 1, 1, 1, 0),
                ("2023-05-02", "MT", 2, 1, 0, 1),
            ]
            assert connection.execute(told).fetchall() == [("2023-05-01", ["IE", "MT"]), ("2023-05-02", ["MT"])]
            mentions = "select country, mentions, stories from media_daily_brief order by all"
            assert connection.execute(mentions).fetchall() == [("IE", 1, 1), ("MT", 3, 1)]

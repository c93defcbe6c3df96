"""The share of attention as Media Cloud and GDELT export it."""

import json

from tests.installation import Installation

CLOUD = "date,count,total_count,ratio\n"
DAYS = "select cast(day as varchar), source, country, mentions, articles from attention_daily order by all"


def timeline(resolution: str, *points: tuple[str, int, int]) -> str:
    """GDELT's answer in the mode TimelineVolRaw."""
    data = [{"date": date, "value": value, "norm": norm} for date, value, norm in points]
    about = {"title": "open letter", "date_resolution": resolution}
    return json.dumps({"query_details": about, "timeline": [{"series": "Article Count", "data": data}]})


def test_a_day_of_media_cloud_is_a_row_and_the_ratio_is_left_aside(installation: Installation) -> None:
    rows = "2023-05-01,3,1000,0.003\n2023-05-02 00:00:00,0,2000,0.0\n"
    file = installation.write("mc-onlinenews-mediacloud-20230501120000-counts.csv", CLOUD + rows)
    (entry,) = installation.load(file)["files"]
    assert (entry["kind"], entry["format"]) == ("attention", "mediacloud_attention")
    assert installation.ask(DAYS) == [
        ("2023-05-01", "Media Cloud", None, 3, 1000),
        ("2023-05-02", "Media Cloud", None, 0, 2000),
    ]


def test_an_export_without_totals_is_refused_and_says_so(installation: Installation) -> None:
    assert installation.refuse(installation.write("counts.csv", "date,count\n2023-05-01,3\n")) == (
        "counts.csv: no known format has the columns date, count. Nearest is mediacloud_attention: it has no column "
        "total_count (the totals of all articles are missing, and without them there is no share). Name one with "
        "--format, or describe yours in a TOML file under sources/ (docs/sources.md)."
    )
    percentages = {"timeline": [{"series": "Volume Intensity", "data": [{"date": "20230501T000000Z", "value": 0.3}]}]}
    assert "no known format has" in installation.refuse(installation.write("vol.json", json.dumps(percentages)))


def test_quarters_of_an_hour_add_up_to_the_day_of_gdelt_s_clock(installation: Installation) -> None:
    points = ("20230501T234500Z", 1, 100), ("20230501T231500Z", 2, 200), ("20230502T000000Z", 4, 50)
    (entry,) = installation.load(installation.write("quarters.json", timeline("15m", *points)))["files"]
    assert (entry["format"], entry["accepted"]) == ("gdelt_attention_json", 3)
    assert installation.ask(DAYS) == [("2023-05-01", "GDELT", None, 3, 300), ("2023-05-02", "GDELT", None, 4, 50)]


def test_a_day_told_in_hours_and_as_a_whole_counts_once_by_the_fuller(installation: Installation) -> None:
    installation.load(
        installation.write("day.json", timeline("day", ("20230501T000000Z", 5, 900))),
        installation.write("hours.json", timeline("hour", ("20230501T000000Z", 3, 500), ("20230501T010000Z", 1, 300))),
    )
    assert installation.ask(DAYS) == [("2023-05-01", "GDELT", None, 5, 900)]
    assert installation.counts("hours.json") == (2, 0, 2, 0, 0)
    more = timeline("hour", ("20230501T000000Z", 3, 500), ("20230501T010000Z", 1, 300), ("20230501T020000Z", 2, 400))
    installation.load(installation.write("more-hours.json", more))
    assert installation.ask(DAYS) == [("2023-05-01", "GDELT", None, 6, 1200)]
    assert installation.counts("day.json") == (1, 0, 1, 0, 0)
    files = "hours.json", "more-hours.json"
    assert sum(installation.counts(file)[1] for file in files) == 3

"""What the menus of the filter bar offer: above all spans of days."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from dashboard.controls import spans
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish

# The snapshot is built on 1 April 2026, the letter was launched on 2 March.


def offered(published: Path, search: str = "") -> dict[str, tuple[date, date]]:
    """First and last day under the words that are shown."""
    found: dict[str, tuple[date, date]] = {}
    for link in spans(ask(published, search)).children[1:]:
        given = parse_qs(urlsplit(link.href).query)
        found[link.children] = (date.fromisoformat(given["from"][0]), date.fromisoformat(given["to"][0]))
    return found


def event(day: str, title: str) -> Row:
    return {"campaign_id": "open-letter", "event_id": title, "day": day, "kind": "mailing", "title": title}


def test_a_day_that_is_not_over_is_not_among_the_last_seven(tmp_path: Path) -> None:
    publish(tmp_path)
    found = offered(tmp_path)
    assert found["Last 7 finished days"] == (date(2026, 3, 25), date(2026, 3, 31))
    assert found["Last 30 finished days"] == (date(2026, 3, 2), date(2026, 3, 31))
    assert found["Since the launch"] == (date(2026, 3, 2), date(2026, 4, 1))


def test_the_days_since_an_event_and_between_two_can_be_chosen(tmp_path: Path) -> None:
    publish(tmp_path, event=[event("2026-03-05", "First mailing"), event("2026-03-19", "Talk in Paris")])
    assert list(offered(tmp_path).items())[3:] == [
        ("Since Talk in Paris", (date(2026, 3, 19), date(2026, 4, 1))),
        ("First mailing – Talk in Paris", (date(2026, 3, 5), date(2026, 3, 19))),
    ]


def test_an_event_to_come_and_a_second_one_on_the_same_day_give_no_span(tmp_path: Path) -> None:
    same_day = [event("2026-03-05", "A"), event("2026-03-05", "B"), event("2026-05-01", "To come")]
    publish(tmp_path, event=same_day)
    assert list(offered(tmp_path))[3:] == ["Since B"]


def test_only_the_last_few_events_are_offered_in_few_letters(tmp_path: Path) -> None:
    publish(tmp_path, event=[event(f"2026-03-{day:02}", f"{day}, and a very long explanation") for day in range(3, 10)])
    found = list(offered(tmp_path))[3:]
    assert found[0] == "Since 9, and a very long explanat…"
    assert len(found) == 4


def test_the_days_that_are_shown_do_not_change_what_is_offered(tmp_path: Path) -> None:
    publish(tmp_path, event=[event("2026-03-05", "First mailing")])
    assert offered(tmp_path, "?from=2026-03-20&countries=MT") == offered(tmp_path)


def test_all_days_takes_a_span_off_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path)
    every_day, *_ = spans(ask(tmp_path, "?from=2026-03-20&to=2026-03-21&countries=MT")).children
    assert (every_day.children, every_day.href) == ("All days", "?campaign=open-letter&countries=MT")

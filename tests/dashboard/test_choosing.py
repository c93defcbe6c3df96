"""What is chosen in a picture becomes the filter, and the same choice takes it off."""

from pathlib import Path

from dashboard.choosing import choosable_events
from tests.dashboard.asking import ask
from tests.snapshots import Row, days, publish


def event(day: str, title: str) -> Row:
    """A row of the table event."""
    return {"campaign_id": "open-letter", "event_id": title, "day": day, "kind": "talk", "title": title}


def test_an_event_chooses_the_days_up_to_the_next_and_takes_them_off_again(tmp_path: Path) -> None:
    told = [event("2026-03-05", "a"), event("2026-03-05", "b"), event("2026-03-09", "c")]
    publish(tmp_path, signature_daily=days("2026-03-02", [1] * 30), event=told)
    asked = ask(tmp_path)
    links = choosable_events(asked, asked("events"))["link"].tolist()
    first = "?campaign=open-letter&from=2026-03-05&to=2026-03-08"
    assert links == [first, first, "?campaign=open-letter&from=2026-03-09&to=2026-04-01"]
    chosen = ask(tmp_path, first)
    assert choosable_events(chosen, chosen("events"))["link"].tolist() == ["?campaign=open-letter"] * 2

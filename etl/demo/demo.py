"""Writes the invented campaign into a data directory, as an organiser would have it before the first load."""

from datetime import date
from pathlib import Path
from random import Random

from etl.demo.attention import write_attention
from etl.demo.exports import write_csv
from etl.demo.media import published_mentions, write_media
from etl.demo.outreach import write_contact_log
from etl.demo.plan import DURATION, TIME_ZONE, Event, planned_events, signing_moments
from etl.demo.signatures import write_first_signers, write_web_form_exports

CAMPAIGN_ID = "demo"


def write_demo(data_dir: Path, ends_on: date, seed: int = 2023) -> list[Path]:
    """Write an invented campaign, 75 days old and still running on ``ends_on``, and its exports into the inbox.

    Files of an earlier demo are overwritten. The same seed and day give the same bytes.

    Returns:
        The files written: campaign.toml and events.csv first, then the exports of signatures, outreach, media and
        attention.
    """
    launched_on = ends_on - DURATION
    folder = data_dir / "campaigns" / CAMPAIGN_ID
    inbox = data_dir / "inbox" / CAMPAIGN_ID
    events = planned_events(launched_on)
    # Each part draws from a stream of its own: a change to one leaves the others as they were.
    moments = signing_moments(launched_on, events, Random(f"{seed} moments"))
    of_media = Random(f"{seed} media")
    published = published_mentions(events, of_media)
    return [
        _write_description(folder / "campaign.toml", launched_on),
        _write_events(folder / "events.csv", events),
        *write_web_form_exports(inbox / "signatures", moments, Random(f"{seed} form")),
        write_first_signers(inbox / "signatures" / "first-signers.md", Random(f"{seed} letter")),
        write_contact_log(inbox / "outreach" / "contact-log.csv", launched_on, Random(f"{seed} outreach")),
        *write_media(inbox / "media", published, of_media),
        write_attention(
            inbox / "attention" / "attention-over-time.csv", published, launched_on, Random(f"{seed} attention")
        ),
    ]


def _write_description(path: Path, launched_on: date) -> Path:
    lines = [
        'title = "Invented campaign: Open models for Europe"',
        f"launched_on = {launched_on.isoformat()}",
        "goal = 10000",
        f'time_zone = "{TIME_ZONE.key}"',
        'addressee = "European Parliament"',
        "is_demo = true",
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _write_events(path: Path, events: list[Event]) -> Path:
    rows = [[event.event_id, event.day.isoformat(), event.kind, event.title, event.country or ""] for event in events]
    return write_csv(path, ("event_id", "day", "kind", "title", "country"), rows)

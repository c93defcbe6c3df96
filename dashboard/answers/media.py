"""Who wrote about the campaign, where and in which languages?"""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.answers.answer import Answer, answer
from dashboard.answers.nothing import nothing, where_any
from dashboard.answers.two_weeks import TwoWeeks, two_weeks
from dashboard.ask import Ask
from dashboard.languages import language_name
from dashboard.words import count_of, listed

_COUNTED = ("mentions", "stories", "countries", "day_seen")


def media(ask: Ask) -> Answer:
    """Rows: outlet, outlet_type, mentions, stories, first_day, last_day; the most mentions first.

    Summary: mentions, stories, outlets, most_mentions (of the outlet that has the most), countries (known ones),
    day_seen (mentions without a usable date of publication, which count on the day they were seen), last_7_days and
    previous_7_days (mentions).
    """
    return replace(media_in_brief(ask), rows=ask("media_by_outlet"))


def media_in_brief(ask: Ask) -> Answer:
    """The same without the outlets, of which there may be thousands. Rows: one, with their number."""
    asked = where_any(ask, "media_by_language")
    outlets, totals = asked("outlets"), asked.records("media_totals")[0]
    recent = two_weeks(ask, "media_over_time", "mentions")
    counted = {name: int(totals[name]) for name in _COUNTED} | {
        str(name): int(n) for name, n in outlets.iloc[0].items()
    }
    summary = counted | {"last_7_days": recent.recent, "previous_7_days": recent.previous}
    return answer(ask, "media", summary, outlets, _sentence(counted, recent) if counted["outlets"] else _nothing(ask))


def media_by_language(ask: Ask) -> Answer:
    """Rows: language (ISO 639), language_name, mentions, stories; the most mentions first."""
    counted = ask("media_by_language")
    rows = counted[["language"]].assign(
        language_name=counted["language"].map(language_name), mentions=counted["mentions"], stories=counted["stories"]
    )
    known = int((rows["language"] != "").sum())
    sentence = f"Mentions in {count_of(known, 'language')}." if len(rows) else _nothing(ask)
    return answer(ask, "media-by-language", {"languages": known}, rows, sentence)


def _sentence(counted: Mapping[str, int], recent: TwoWeeks) -> str:
    places = [count_of(counted["outlets"], "outlet")]
    if counted["countries"]:
        places.append(count_of(counted["countries"], "country", "countries"))
    said = f"{count_of(counted['mentions'], 'mention')} of {count_of(counted['stories'], 'story', 'stories')}"
    lately = f"; {recent.in_words}" if recent.recent or recent.previous else ""
    return f"{said} in {listed(places)}{lately}."


def _nothing(ask: Ask) -> str:
    apart = ask.with_filters(institution_types=())  # they do not apply to media
    return nothing(apart, "media_by_language", "mentions", "media")

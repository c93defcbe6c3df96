"""What changed since the last report, or since four weeks before where there was none."""

from dashboard.reports.facts import Facts
from dashboard.reports.language import later

# More, fewer and as many as at another time.
_SINCE_LAST = (
    later("That is %(number)s more than in the last report, which ended on %(day)s."),
    later("That is %(number)s fewer than in the last report, which ended on %(day)s."),
    later("In the last report, which ended on %(day)s, there were as many."),
)
_SINCE_THEN = (
    later("That is %(number)s more than on %(day)s."),
    later("That is %(number)s fewer than on %(day)s."),
    later("On %(day)s there were as many."),
)


def change(facts: Facts, people: int, before: int) -> str:
    """How many more or fewer these are than those before."""
    said, more = facts.language, people - before
    texts = _SINCE_LAST if facts.since_last else _SINCE_THEN
    text = texts[0] if more > 0 else texts[1] if more < 0 else texts[2]
    return said.say(text, number=said.number(abs(more)), day=said.day(facts.earlier.as_of))

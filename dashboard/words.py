"""Numbers, days and ages as readers write them."""

from datetime import date, timedelta

_WITH_ARTICLE = frozenset({"Netherlands", "Philippines", "United Arab Emirates", "United Kingdom", "United States"})


def number(value: float) -> str:
    """A whole number in full: 1,234."""
    return f"{value:,.0f}"


def amount(value: float) -> str:
    """A number that may be a fraction: 1,234 or 20.5."""
    return number(value) if value == round(value) else f"{value:,.1f}"


def rounded(value: float) -> str:
    """At most three significant digits, for sentences: 112, 4.3, 0.25, 12,300."""
    return f"{float(f'{value:.3g}'):,.10g}"


def count_of(value: float, singular: str, plural: str | None = None) -> str:
    """'1 signature', '1,234 signatures', '20.5 signatures'."""
    return f"{amount(value)} {singular if value == 1 else plural or singular + 's'}"


def percent(share: float) -> str:
    """A share as a percentage: 18 %, 0.4 %."""
    value = share * 100
    return f"{value:,.0f} %" if abs(value) >= 10 or value == round(value) else f"{value:.1f} %"


def unbroken(text: str) -> str:
    """The same text, in which a number and its % stay on one line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")


def day(value: date) -> str:
    """3 May 2023."""
    return f"{value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """3 May 2023 with at most three letters of the month, for tables: 10 Sep 2026."""
    return f"{value.day} {value:%b %Y}"


def span(first: date | None, last: date | None) -> str:
    """12 April – 3 May 2023; since 12 April 2023; until 3 May 2023; empty where neither is given."""
    if first and last:
        if first == last:
            return day(first)
        if first.year != last.year:
            return f"{day(first)} – {day(last)}"
        if first.month != last.month:
            return f"{first.day} {first:%B} – {day(last)}"
        return f"{first.day} – {day(last)}"
    if first:
        return f"since {day(first)}"
    return f"until {day(last)}" if last else ""


def age(elapsed: timedelta) -> str:
    """How long ago: 'just now', '5 minutes ago', '3 hours ago', '2 days ago'."""
    minutes = int(elapsed.total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{count_of(minutes, 'minute')} ago"
    if minutes < 48 * 60:
        return f"{count_of(minutes // 60, 'hour')} ago"
    return f"{count_of(minutes // (24 * 60), 'day')} ago"


def within(name: str) -> str:
    """A name as it stands within a sentence: the Netherlands."""
    return f"the {name}" if name in _WITH_ARTICLE else name


def listed(words: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'; each as within a sentence."""
    words = [within(word) for word in words]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""

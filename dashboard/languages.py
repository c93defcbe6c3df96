"""What readers call a language."""

from functools import cache

from babel import Locale


@cache
def language_name(code: str) -> str:
    """The English name of an ISO 639 code, from Unicode CLDR: 'Greek' for el; the code itself where it is not known."""
    if not code:
        return "Language unknown"
    return str(Locale("en").languages.get(code, code))

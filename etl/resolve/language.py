"""Languages as sources write them: codes with or without a region, or English names."""

from functools import cache

from babel import Locale


def language_code(text: str) -> str | None:
    """The ISO 639 code: ``en-UK`` and ``English`` are ``en``; None where it is no language."""
    names = _codes_by_name()
    word = text.strip().lower()
    return names.get(word) or names.get(word.replace("_", "-").partition("-")[0])


@cache
def _codes_by_name() -> dict[str, str]:
    languages = {code: name for code, name in Locale("en").languages.items() if len(code) <= 3}
    return {**{name.lower(): code for code, name in languages.items()}, **{code: code for code in languages}}

"""Codes of countries other than those of ISO 3166, for sources that use them: the same letters mean another country."""

from dataclasses import dataclass

from etl.resolve.reference import Reference


@dataclass(frozen=True)
class _Code:
    code: str
    iso2: str


def country_codes(reference: Reference, file: str) -> list[tuple[str, str]]:
    """Every code of a reference file, in lower case, with its country in ISO 3166 alpha-2."""
    return [(row.code.lower(), row.iso2) for row in reference.rows(file, _Code)]

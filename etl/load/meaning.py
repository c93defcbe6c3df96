"""What the texts of a file mean, asked once for each distinct text and remembered in the warehouse."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl.resolve.affiliation import Affiliation, Resolver
from etl.resolve.country import countries_of
from etl.resolve.country_codes import country_codes
from etl.resolve.institution_type import StatedTypes
from etl.resolve.language import language_code
from etl.resolve.reference import Reference
from etl.sql import append, run_file

_UNKNOWN_TEXTS = """
select about, text from texts_asked
where not exists (from meaning m where m.about = texts_asked.about and m.text = texts_asked.text)
  and not (about = 'affiliation' and exists (from affiliation a where a.text = texts_asked.text))
order by all
"""


class Meanings:
    """The rules of ``resolve/`` at work on the texts of the warehouse."""

    def __init__(self, find: Callable[[str], Path]) -> None:
        """``find`` gives the path of a reference file by its name."""
        self._reference = reference = Reference(find)
        countries = countries_of(reference)
        self._resolver = Resolver(reference)
        self._codes: dict[str, Callable[[str], str | None]] = {
            "country": countries.code,
            "domain": countries.domain_country,
            "institution_type": StatedTypes(reference).code,
            "language": language_code,
        }

    @property
    def fingerprint(self) -> str:
        """Of the rules: another one means that every text is to be typed again."""
        return self._resolver.fingerprint

    def country_codes(self, file: str) -> list[tuple[str, str]]:
        """Codes in lower case that are not those of ISO 3166, with the country they mean."""
        return country_codes(self._reference, file)

    def learn(self, connection: duckdb.DuckDBPyConnection) -> int:
        """Resolve what the view ``texts_asked`` (about, text) names and the warehouse does not know; how many."""
        return self._remember(connection, connection.execute(_UNKNOWN_TEXTS).fetchall())

    def learn_again(self, connection: duckdb.DuckDBPyConnection) -> int:
        """Resolve every text of the warehouse anew, where the rules are others than last time; how many."""
        known = connection.execute("select rules_fingerprint from warehouse").fetchone()
        if known == (self.fingerprint,):
            return 0
        texts = connection.execute(
            "select about, text from meaning union all select 'affiliation', text from affiliation"
        ).fetchall()
        run_file(connection, "warehouse/meanings.sql")
        connection.execute("update warehouse set rules_fingerprint = $rules", {"rules": self.fingerprint})
        return self._remember(connection, texts)

    def _remember(self, connection: duckdb.DuckDBPyConnection, asked: list[tuple[str, str]]) -> int:
        texts = defaultdict(list)
        for about, text in asked:
            texts[about].append(text)
        found = self._resolver.resolve(texts.pop("affiliation", []))
        append(connection, "affiliation", Affiliation._fields, found)
        others = [(one.text, place, *kind) for one in found for place, kind in enumerate(one.others, start=2)]
        append(connection, "other_affiliation", ["text", "place", "country", "institution_type"], others)
        codes = [(about, text, self._codes[about](text)) for about in texts for text in texts[about]]
        append(connection, "meaning", ["about", "text", "code"], codes)
        return len(asked)

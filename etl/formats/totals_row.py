"""The sum at the end of an export, which is no record."""

import re

# "Total", "sum" and "together" in the languages of the Union, in lower case.
_WORDS = {
    "total", "totals", "sum", "grand total", "summe", "gesamt", "insgesamt", "gesamtsumme", "totaal", "totale", "somme",
    "suma", "soma", "razem", "celkem", "spolu", "összesen", "yhteensä", "summa", "totalt", "i alt", "ukupno", "skupaj",
    "общо", "σύνολο", "kokku", "kopā", "iš viso",
}  # fmt: skip
_NUMBER = re.compile(r"[-+]?\d[\d.,'\s]*%?")


def is_totals_row(cells: list[str]) -> bool:
    """Whether the first cell with something in it is a word for a sum, and the others hold numbers at most."""
    first, *others = [cell.strip() for cell in cells if cell.strip()] or [""]
    return first.rstrip(":").strip().lower() in _WORDS and all(_NUMBER.fullmatch(cell) for cell in others)

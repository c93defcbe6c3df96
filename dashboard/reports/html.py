"""A report as one HTML file that needs nothing else: figures, their library and the style are inside."""

import json
import re
from functools import cache
from pathlib import Path

import jinja2
import pandas as pd
from markupsafe import Markup

from dashboard.columns import COLUMNS
from dashboard.reports.language import Language, language, later
from dashboard.reports.parts import Report, ReportTable

_HERE = Path(__file__).parent
_ASSETS = _HERE.parent / "assets"
# What stands at the end of the page of what the pack is about.
_ABOUT = {
    "campaign": later("Campaign"),
    "counts": later("Counts"),
    "licence": later("Licence"),
    "compared_with": later("Compared with"),
    "snapshot_id": later("Snapshot"),
    "content_sha256": later("Mark of its content"),
    "built_at": later("Published at"),
}


def html(report: Report) -> str:
    """The page, the same bytes for the same report."""
    said = language(report.requested.language)
    figures = {figure.ident: figure.figure for figure in report.figures}
    return _template().render(
        report=report,
        said=said,
        about=_ABOUT,
        table=lambda shown: _table(shown, said),
        style=Markup((_HERE / "report.css").read_text(encoding="utf-8")),
        scripts=Markup(_scripts()),
        boundaries=Markup(_boundaries()),
        figures=Markup(_in_script(figures)),
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["css_text"] = _css_text
    return environment.get_template("report.html")


def _css_text(text: str) -> Markup:
    """A text as a string of CSS that ends neither itself nor the style."""
    return Markup('"{}"').format(re.sub(r'["\\<\n]', " ", text))


@cache
def _scripts() -> str:
    """Plotly, and what keeps its maps from asking a server."""
    return "\n".join((_ASSETS / name).read_text(encoding="utf-8") for name in ("plotly-geo.js", "vendor/plotly.min.js"))


@cache
def _boundaries() -> str:
    return (_ASSETS / "europe.geojson").read_text(encoding="utf-8")


def _in_script(value: object) -> str:
    """JSON that cannot end the script it stands in."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False, default=_plain).replace(
        "<", "\\u003c"
    )


def _plain(value: object) -> object:
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"{type(value).__name__} has no place in a figure")


def _table(shown: ReportTable, said: Language) -> Markup:
    """The rows as a table under headings in the reader's language."""
    names = [str(name) for name in shown.rows.columns]
    head = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(COLUMNS[name].css_class, said.say(COLUMNS[name].label))
        for name in names
    )
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup('<td class="{}">{}</td>').format(COLUMNS[name].css_class, cell(value, name, said))
                for name, value in zip(names, row, strict=True)
            )
        )
        for row in shown.rows.itertuples(index=False, name=None)
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, rows)


def cell(value: object, name: str, said: Language) -> str:
    """A value as readers of that language write it; a missing one is an en dash."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # any scalar of a data frame
        return "–"
    if isinstance(value, pd.Timestamp):
        return said.short(value.date())
    if COLUMNS[name].kind == "share":
        return said.percent(float(value))  # type: ignore[arg-type]  # a share is a number
    return said.number(float(value)) if COLUMNS[name].is_number else str(value)  # type: ignore[arg-type]  # as above

"""A report on one page of Markdown, to be pasted into an e-mail."""

import re

from dashboard.reports.parts import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_MOST_SENTENCES = 4  # of a chapter; the pack says the rest


def markdown(report: Report) -> str:
    """Title, chapters with their first sentences, source."""
    lines = [f"# {_plain(report.title)}", _plain(report.subtitle)]
    if report.marks:
        lines.append(f"**{_plain(' · '.join(report.marks))}**")
    for section in report.sections:
        lines.append(f"## {_plain(section.title)}")
        lines.append("\n".join(f"- {_plain(sentence)}" for sentence in section.sentences[:_MOST_SENTENCES]))
    return "\n\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Names come from files: nothing in them is markup."""
    return _SPECIAL.sub(r"\\\1", text)

"""Do the numbers add up to the files, how fresh are they, and what is known from what?"""

from collections.abc import Mapping

import pandas as pd
from dash.development.base_component import Component

from dashboard.answers.changes import changes
from dashboard.answers.ledger import ledger
from dashboard.ask import Ask
from dashboard.cards import card, sentence
from dashboard.head_figures import HeadFigure, head_figures, part_of
from dashboard.words import count_of, number, percent

PATH = "/data"
TITLE = "Data"


def layout(ask: Ask) -> list[Component]:
    """The page for the chosen campaign; only the head figures on country and kind follow the other filters."""
    found = ledger(ask)
    rows_in, questions = found.summary["rows_in"], ask("open_questions")
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found.summary), ask),
        *_changes(ask),
        card(
            ask,
            "ledger",
            title="Files that were loaded",
            subtitle="Rows: in = accepted + duplicate + rejected + pending. The whole campaign, whatever is filtered.",
            rows=_local(ask, found.rows, "loaded_at"),
            empty="No file has been loaded for this campaign yet.",
            span="wide",
        ),
        card(
            ask,
            "rejections",
            title="Rows that were rejected, by reason",
            subtitle=f"Rows, of {number(rows_in)} read in the whole campaign",
            rows=ask("rejections"),
            empty="No row has been rejected.",
        ),
        *_set_aside(ask),
        card(
            ask,
            "freshness",
            title="How fresh each kind of data is",
            subtitle=f"Last day with an entry, and last loading ({ask.campaign.time_zone})",
            rows=_local(ask, ask("freshness"), "last_loaded_at"),
            empty="No file has been loaded for this campaign yet.",
        ),
        card(
            ask,
            "resolution",
            title="What country and kind of institution rest on",
            subtitle="Signatures of the whole campaign, by source, and their share",
            rows=ask("resolution"),
            empty="Nothing has been counted yet.",
        ),
        card(
            ask,
            "open-questions",
            title="What ten answers would settle",
            subtitle=_review(questions),
            rows=questions,
            empty="No affiliation text leaves a question open.",
        ),
    ]


def _changes(ask: Ask) -> list[Component]:
    """What is different today, where a past snapshot is shown."""
    if not ask.filters.snapshot_id:
        return []
    found = changes(ask)
    return [
        card(
            ask,
            "changes",
            title="What has changed since",
            subtitle=f"{found.sentence} Signatures of the same days, by country, kind of institution and day.",
            rows=found.rows,
            defined_by="signatures_each_way",
            empty=found.sentence,
            span="wide",
        )
    ]


def _set_aside(ask: Ask) -> list[Component]:
    """What the organisers left out of every total, where they did."""
    acts = ask("set_aside")
    if not len(acts):
        return []
    return [
        card(
            ask,
            "set-aside",
            title="What was set aside",
            subtitle=f"{count_of(int(acts['records'].sum()), 'record')} of signatures in no total, by decision;"
            " campaign-etl set-aside --undo NUMBER counts them again",
            rows=_local(ask, acts, "set_aside_at"),
        )
    ]


def _review(questions: pd.DataFrame) -> str:
    how = "Signatures; campaign-etl review --export lists the texts, which are private"
    if not len(questions):
        return how
    last = questions.iloc[-1]
    answers = count_of(len(questions), "answer")
    return f"{answers} would settle {count_of(int(last.settled), 'signature')} ({percent(last.settled_share)}). {how}."


def _local(ask: Ask, rows: pd.DataFrame, moment: str) -> pd.DataFrame:
    """Moments on the clock of the campaign."""
    return rows.assign(**{moment: rows[moment].dt.tz_convert(ask.campaign.time_zone)})


def _heads(ask: Ask, summary: Mapping[str, int]) -> list[HeadFigure]:
    totals, rows_in = ask.totals, summary["rows_in"]
    return [
        HeadFigure("Files", number(summary["files"]), f"{number(rows_in)} rows in all"),
        part_of("Rows accepted", summary["accepted"], rows_in, "rows"),
        part_of("Country known", int(totals.known_country), int(totals.signatures), "signatures"),
        part_of("Kind of institution known", int(totals.known_type), int(totals.signatures), "signatures"),
    ]

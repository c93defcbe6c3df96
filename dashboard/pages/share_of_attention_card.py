"""The card on the share of attention, on the page on media."""

from dash.development.base_component import Component

from dashboard.analysis.periods import period_name, with_finished
from dashboard.answers.share_of_attention import share_of_attention
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.share_of_attention import share_of_attention as drawn
from dashboard.later import shape

_TITLE = "Share of attention"
SHARE_OF_ATTENTION = [shape(_TITLE, 440, "wide")]  # pixels, of what usually comes


def share_of_attention_card(ask: Ask) -> list[Component]:
    """One card: a line for each source that tells how many articles it saw."""
    found = share_of_attention(ask)
    rows = with_finished(found.rows, ask.last_finished_day)
    of_all = " What a source says of all countries together is left out." if ask.filters.countries else ""
    read = (
        f" Of 100,000 articles that the source saw in a {period_name(rows)}, those that mention the letter; upright "
        "lines hold the true share in 95 %. A break: the source says nothing; open: not over yet."
    )
    return [
        card(
            ask,
            "share-of-attention",
            title=_TITLE,
            subtitle=f"{found.sentence}{read if len(rows) else ''}{of_all}",
            rows=rows,
            picture=lambda: graph(drawn(rows, ask.palette), "share-of-attention", found.sentence),
            empty=f"{found.sentence}{of_all}",
            span="wide",
        )
    ]

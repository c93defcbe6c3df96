"""Who wrote about the campaign, where and in which languages?"""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.periods import with_finished
from dashboard.answers.answer import Answer
from dashboard.answers.by_period import by_period
from dashboard.answers.media import media_in_brief
from dashboard.answers.nothing import ever
from dashboard.answers.share_of_attention import tells_totals
from dashboard.answers.two_weeks import TwoWeeks
from dashboard.ask import Ask
from dashboard.cards import sentence
from dashboard.head_figures import HeadFigure, head_figures
from dashboard.later import later
from dashboard.pages.attention_cards import ATTENTION
from dashboard.pages.coverage_cards import COVERAGE
from dashboard.pages.media_cards import MENTIONED, STORIES, over_time
from dashboard.pages.share_of_attention_card import SHARE_OF_ATTENTION
from dashboard.words import count_of, number, rounded

PATH = "/media"
TITLE = "Media"


def layout(ask: Ask) -> list[Component]:
    """The page for what is asked."""
    found = media_in_brief(ask)
    share = [later("share-of-attention", SHARE_OF_ATTENTION)] if tells_totals(ask) else []
    if not ever(ask, "media_by_language"):
        return [sentence(found.sentence), over_time(ask, found, by_period(ask, "media_over_time")), *share]
    time = with_finished(by_period(ask, "media_over_time"), ask.last_finished_day)
    return [
        sentence(found.sentence),
        head_figures(_heads(ask, found, time), ask),
        over_time(ask, found, time),
        *share,
        later("coverage", COVERAGE),
        later("mentioned", MENTIONED),
        later("attention", ATTENTION),
        later("stories", STORIES),
    ]


def _heads(ask: Ask, found: Answer, time: pd.DataFrame) -> list[HeadFigure]:
    summary = found.summary
    mentions, stories = summary["mentions"], summary["stories"]
    mentioned = ask("media_by_country").loc[lambda countries: countries["is_member_state"], "mentions"]
    reached = int((mentioned > 0).sum())
    in_view = "in view" if ask.filters.countries else "in the Union"
    return [
        HeadFigure(
            "Mentions",
            number(mentions),
            TwoWeeks(summary["last_7_days"], summary["previous_7_days"]).in_words,
            line=time.loc[time["finished"], "mentions"].tolist(),
        ),
        HeadFigure(
            "Stories",
            number(stories),
            f"{rounded(mentions / stories)} {'mention' if mentions == stories else 'mentions'} for each"
            if stories
            else "none first reported here",
        ),
        HeadFigure(
            "Member states with a mention",
            number(reached),
            f"of {len(mentioned)} {in_view}",
            share=reached / max(len(mentioned), 1),
        ),
        HeadFigure(
            "Outlets",
            number(summary["outlets"]),
            f"the largest has {number(summary['most_mentions'])} of {count_of(mentions, 'mention')}"
            if mentions
            else "none in this selection",
        ),
    ]

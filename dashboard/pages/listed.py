"""The pages in their order. To add one: a module with PATH, TITLE and layout(ask), and its name here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.pages import data, glossary, media, momentum, outreach, overview, reach, reports, under_reached
from dashboard.pages.attention_cards import attention_cards
from dashboard.pages.burst_card import burst_card
from dashboard.pages.by_country_card import by_country_card
from dashboard.pages.coverage_cards import coverage_cards
from dashboard.pages.credit_card import credit_card
from dashboard.pages.desk_cards import desk_cards
from dashboard.pages.event_card import event_card
from dashboard.pages.forecast_cards import backtest_card, forecast_card
from dashboard.pages.institutions_named import institutions_named
from dashboard.pages.mailing_card import mailing_card
from dashboard.pages.media_cards import mentioned_cards, story_card
from dashboard.pages.member_cards import member_cards
from dashboard.pages.momentum_cards import milestone_card, so_far
from dashboard.pages.next_steps import kinds_card, next_steps
from dashboard.pages.outreach_cards import contacted_cards
from dashboard.pages.parity_cards import against_share, spread_card
from dashboard.pages.reach_cards import by_country_and_type, ranking
from dashboard.pages.share_of_attention_card import share_of_attention_card
from dashboard.pages.signer_cards import signer_cards
from dashboard.pages.tried_cards import initiative_card, tried_card


@dataclass(frozen=True)
class Page:
    """A page: where it is, what it is called, and what it shows for what is asked."""

    path: str
    title: str
    layout: Callable[[Ask], list[Component]]


PAGES = tuple(
    Page(module.PATH, module.TITLE, module.layout)
    for module in (overview, momentum, reach, under_reached, outreach, media, reports, data)
)

# Not in the navigation: links lead to it from every page.
GLOSSARY = Page(glossary.PATH, glossary.TITLE, glossary.layout)

# Cards that take longer than the rest of their page, by the name of their place (dashboard.later).
LATER: Mapping[str, Callable[[Ask], list[Component]]] = {
    **overview.BRIEFS,
    "institutions-named": institutions_named,
    "forecast": forecast_card,
    "backtest": backtest_card,
    "by-country": by_country_card,
    "so-far": so_far,
    "milestones": milestone_card,
    "events": event_card,
    "bursts": burst_card,
    "reach-by-kind": by_country_and_type,
    "ranking": ranking,
    "signers": signer_cards,
    "contacted": contacted_cards,
    "credit": credit_card,
    "desk": desk_cards,
    "initiative": initiative_card,
    "against-share": against_share,
    "spread": spread_card,
    "tried": tried_card,
    "kinds": kinds_card,
    "next-steps": next_steps,
    "mailings": mailing_card,
    "members": member_cards,
    "share-of-attention": share_of_attention_card,
    "coverage": coverage_cards,
    "mentioned": mentioned_cards,
    "attention": attention_cards,
    "stories": story_card,
}

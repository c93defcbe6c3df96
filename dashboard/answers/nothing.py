"""Why there is nothing to show: nothing was loaded, or nothing is left by the filters."""

from dataclasses import replace

from dashboard.ask import Ask
from dashboard.filters import Filters


def nothing(ask: Ask, question: str, what: str, kind: str) -> str:
    """The sentence for a question without rows. what: what its rows count. kind: of the files that would hold it."""
    if ever(ask, question):
        return ask.filters.nothing(ask.known, what)
    folder = f"data/inbox/{ask.filters.campaign_id}/{kind}/"
    return f"No {what} have been loaded. A file in {folder} and “campaign-etl run” fill this page."


def where_any(ask: Ask, question: str) -> Ask:
    """The same reader; without filters where the question has no rows in the whole campaign, since what is empty under
    all filters need not be asked under each."""
    return ask if ever(ask, question) else replace(ask, filters=Filters(ask.filters.campaign_id))


def ever(ask: Ask, question: str) -> bool:
    """Whether the question has any rows in the whole campaign."""
    return bool(len(replace(ask, filters=Filters(ask.filters.campaign_id))(question)))

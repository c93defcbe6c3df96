"""Stories as a list of links."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from dash.development.base_component import Component

from dashboard.aria import aria
from dashboard.elements import html
from dashboard.words import count_of, day

MOST_STORIES = 100


def story_list(stories: pd.DataFrame, all_stories: int) -> Component:
    """The latest stories, each a link to its first report.

    stories: story (its title), url, first_day, outlets, countries, mentions; the latest first. all_stories: how many
    there are with those that are left out.
    """
    lines = [_line(story) for story in stories.to_dict("records")]
    rest = all_stories - len(lines)
    older = f"{count_of(rest, 'older story', 'older stories')}: the CSV file has them all." if rest else ""
    unmarked = html.Ul(lines, className="plain", style={"listStyle": "none", "margin": 0, "padding": 0})
    inside = [unmarked, html.P(older, className="subtitle")]
    return html.Div(inside, className="table", tabIndex=0, role="region", **aria(label="Stories"))


def _line(story: Mapping[Hashable, Any]) -> Component:
    said = [
        f"first on {day(story['first_day'])}",
        count_of(int(story["mentions"]), "mention"),
        count_of(int(story["outlets"]), "outlet"),
    ]
    if story["countries"]:
        said.append(count_of(int(story["countries"]), "country", "countries"))
    return html.Li([_linked(story["story"], story["url"]), html.P(", ".join(said), className="subtitle")])


def _linked(title: str, url: str) -> Component:
    """Files may hold any address: only one of the web becomes a link. A title runs in the direction of its letters."""
    if not url.lower().startswith(("http://", "https://")):
        return html.Span(title, dir="auto")
    return html.A(title, href=url, target="_blank", rel="noopener noreferrer", dir="auto")

"""What the campaign reached in all: headline, countries and kinds, pace, articles and events."""

from dataclasses import replace

import pandas as pd

from dashboard.analysis.pace import DAYS
from dashboard.charts.cumulative_signatures import cumulative_signatures
from dashboard.charts.ranked_bars import ranked_bars
from dashboard.charts.reach_by_country import reach_by_country
from dashboard.charts.reach_map import reach_map
from dashboard.metric import metric
from dashboard.palette import LIGHT
from dashboard.reports.facts import Facts
from dashboard.reports.figures import spoken
from dashboard.reports.language import later
from dashboard.reports.parts import ReportTable, Section
from dashboard.reports.since import change

_MOST_STORIES = 12


def headline(facts: Facts) -> Section:
    """How many signed, and how many more than at the last report."""
    said, until = facts.language, facts.language.day(facts.until)
    states, of = facts.reach.summary["member_states"], facts.reach.summary["member_states_shown"]
    by = later("By %(day)s the campaign had been signed by %(people)s, in %(states)s of %(all)s member states.")
    if facts.is_protected and states < of:
        by = later(
            "By %(day)s the campaign had been signed by %(people)s, in at least %(states)s of %(all)s member states."
        )
    sentences = [
        said.say(
            by, day=until, people=facts.count(facts.people), states=said.number(states), all=said.number(of),
        ),
        change(facts, facts.people, facts.people_before),
    ]  # fmt: skip
    if goal := facts.ask.campaign.goal:
        share, whole = said.percent(facts.people / goal), said.number(goal)
        sentences.append(said.say("That is %(share)s of the goal of %(goal)s.", share=share, goal=whole))
    if organisations := int(facts.ask.totals.organisations):
        sentences.append(
            said.count(
                "%(n)s organisation signed in its own name.",
                "%(n)s organisations signed in their own name.",
                organisations,
            )
        )
    return Section("headline", said.say("In short"), tuple(sentences))


def reach(facts: Facts) -> Section:
    """Where the signatures come from, and from which kinds of institution."""
    said, rows = facts.language, facts.countries
    countries = (rows[rows["signatures"] > 0] if facts.is_protected else rows).assign(link="", outlined=False)
    states = countries[countries["is_member_state"]].assign(chosen=True)
    most = states[states["signatures"] > 0].nlargest(3, "signatures")
    known, people = facts.reach.summary["known_country"], max(facts.people, 1)
    sentences = [said.say("The country is known of %(share)s of the people.", share=said.percent(known / people))]
    if len(most):
        names, share = said.listed(most["name"].tolist()), said.percent(most["signatures"].sum() / max(known, 1))
        text = later("Of those whose country is known, %(share)s come from %(countries)s.")
        sentences.append(said.say(text, share=share, countries=names))
    kinds = facts.kinds
    bars = ranked_bars(kinds, LIGHT, name="label", whole="signatures", part="signatures")
    titles = [
        said.say("Signatures per million inhabitants"),
        said.say("Member states, with what chance alone would allow"),
        said.say("Signatures by kind of institution"),
    ]
    drawn = [reach_map(countries, "per_million", LIGHT), reach_by_country(states, "per_million", LIGHT), bars]
    idents = ["reach-map", "reach-by-country", "reach-by-kind"] if len(kinds) else ["reach-map", "reach-by-country"]
    columns = ["name", "signatures", "share", "per_million", "population"]
    told = facts.told(rows, "signatures", "share", "per_million")
    return Section(
        "reach",
        said.say("Countries and kinds of institution"),
        tuple(sentences),
        tuple(spoken(*given, said) for given in zip(idents, titles, drawn, strict=False)),
        (
            _table("reach-by-country", said.say("Signatures by country"), "reach_by_country", told[columns]),
            _table("reach-by-kind", titles[2], "reach_by_type", kinds[["label", "signatures"]], is_on_page=False),
        ),
    )


def momentum(facts: Facts) -> Section:
    """The pace of the last week against the week before."""
    said, found = facts.language, facts.momentum.summary
    sentences = [said.say(_PACE[found["verdict"]])]
    if found["change_low"] is not None and found["change_high"] is not None:
        sentences.append(
            said.say(
                "In the %(days)s days up to %(day)s %(recent)s people signed, after %(before)s in the week before: a "
                "change between %(low)s and %(high)s.",
                days=said.number(DAYS), day=said.day(found["last_finished_day"]),
                recent=said.number(found["last_7_days"]), before=said.number(found["previous_7_days"]),
                low=said.percent(found["change_low"]), high=said.percent(found["change_high"]),
            )
        )  # fmt: skip
    if facts.forecast.summary["verdict"] == "forecast":
        ahead = facts.forecast.rows.iloc[-1]
        sentences.append(
            said.say(
                "If it goes on as it did so far, between %(low)s and %(high)s people will have signed by %(day)s, "
                "with a chance of %(chance)s.",
                low=said.number(ahead["p10"]), high=said.number(ahead["p90"]), day=said.day(ahead["day"].date()),
                chance=said.percent(0.8),
            )
        )  # fmt: skip
    days = facts.momentum.rows
    title = said.say("Signatures so far")
    figures = (spoken("signatures-so-far", title, cumulative_signatures(days, None, LIGHT), said),) if len(days) else ()
    columns = ["day", "signatures", "cumulative"]
    table = ReportTable(
        "signatures-by-day", title, metric("signatures_by_day").counted, days[columns], is_on_page=False
    )
    return Section("momentum", said.say("Pace"), tuple(sentences), figures, (table,))


def echo(facts: Facts) -> Section:
    """Articles, and what happened."""
    said, found = facts.language, facts.media.summary
    mentions = said.count("%(n)s article", "%(n)s articles", found["mentions"])
    outlets = said.count("%(n)s outlet", "%(n)s outlets", found["outlets"])
    sentences = [said.say("%(articles)s in %(outlets)s are known.", articles=mentions, outlets=outlets)]
    events = facts.ask("events")
    on = [said.day(day.date()) for day in events["day"]]
    sentences += [f"{day}: {title}" for day, title in zip(on, events["title"], strict=True)]
    stories = replace(facts.ask, most=_MOST_STORIES)("media_stories")
    stories = stories[["story", "first_day", "outlets", "mentions", "url"]]
    table = _table("articles", said.say("The latest articles"), "media_stories", stories)
    return Section("echo", said.say("Articles and events"), tuple(sentences), (), (table,))


def _table(ident: str, title: str, metric_name: str, rows: pd.DataFrame, *, is_on_page: bool = True) -> ReportTable:
    return ReportTable(ident, title, metric(metric_name).counted, rows, is_on_page)


_PACE = {
    "accelerating": later("The campaign is gaining pace."),
    "steady": later("The campaign keeps its pace."),
    "slowing": later("The campaign is losing pace."),
    "too_early": later("It is too early to say whether the pace is changing."),
}

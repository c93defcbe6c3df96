"""What the network itself reached, and what it could do next."""

import pandas as pd

from dashboard.charts.ranked_bars import ranked_bars
from dashboard.metric import metric
from dashboard.palette import LIGHT
from dashboard.reports.facts import Facts
from dashboard.reports.figures import spoken
from dashboard.reports.language import later
from dashboard.reports.parts import ReportTable, Section
from dashboard.reports.since import change

_MOST_NAMED = 25


def members(facts: Facts) -> Section:
    """Sites that are reached and sites that are missing, by country, and the institutions that may be named."""
    said, rows = facts.language, facts.members
    sites, reached = int(rows["sites"].sum()), int(rows["sites_reached"].sum())
    people = int(rows["signatures"].sum())
    sentences = [
        said.say(
            "Among the members of %(network)s the campaign was signed by %(people)s.",
            network=facts.network_title, people=facts.count(people),
        ),
        change(facts, people, facts.members_before),
    ]  # fmt: skip
    if sites:
        text = later("%(reached)s of its %(sites)s sites have a signature.")
        if facts.is_protected:
            text = later("%(reached)s of its %(sites)s sites are known to have ten signers or more.")
        sentences.append(said.say(text, reached=said.number(reached), sites=said.number(sites)))
    else:
        sentences.append(said.say("The sites of this network are not known yet."))
    if names := facts.institutions["institution"].head(_MOST_NAMED).tolist():
        sentences.append(said.say("Signers come from %(institutions)s.", institutions=said.listed(names)))
    title = said.say("Sites by country, those with a signature filled")
    if facts.is_protected:
        title = said.say("Sites by country, those known to have ten signers or more filled")
    filled, others = _site_columns(facts)
    told = facts.told(_sites_told(facts, rows), "signatures")
    shown = told[told["sites"] > 0].assign(link="")
    bars = ranked_bars(shown, LIGHT, name="country_name", whole="sites", part=filled)
    columns = ["country_name", "sites", filled, "signatures", others]
    table = ReportTable(
        "members-by-country", said.say("Members by country"), metric("members_by_country").counted, told[columns]
    )
    figures = (spoken("members-by-country", title, bars, said),) if len(shown) else ()
    return Section(
        "members", said.say("Members of the network"), tuple(sentences), figures, (table, _institutions(facts))
    )


def _institutions(facts: Facts) -> ReportTable:
    """All institutions that may be named; of protected ones it is only known that they have ten signers or more."""
    columns = ["institution", "country_name", *([] if facts.is_protected else ["signatures"])]
    title, counted = facts.language.say("Institutions of the network"), metric("members_named").counted
    return ReportTable("members-named", title, counted, facts.institutions[columns], is_on_page=False)


def next_steps(facts: Facts) -> Section:
    """Member states below their share, and the network's sites there that have no signature yet."""
    said = facts.language
    under = facts.named(facts.under_reached.rows.query("verdict == 'under'"), "name")
    missing = facts.members.set_index("iso2")[["sites", "not_reached"]]
    rows = under.join(missing, on="iso2").fillna({"sites": 0, "not_reached": ""})
    rows = rows.sort_values(["sites", "missing_to_parity", "name"], ascending=[False, False, True])
    sentences = [_first(facts, rows)]
    for state in rows[rows["not_reached"] != ""].itertuples():
        text = later("In %(country)s, ask your members in %(sites)s to sign and to pass the letter on.")
        sentences.append(said.say(text, country=str(state.name), sites=str(state.not_reached)))
    if len(rows) and not (rows["not_reached"] != "").any():
        sentences.append(
            said.say("The network has no other site there to ask: partners in these states could pass the letter on.")
        )
    told = facts.told(_sites_told(facts, rows), "observed")
    columns = ["name", "observed", "expected", "missing_to_parity", "sites", _site_columns(facts)[1]]
    table = ReportTable(
        "under-reached", said.say("Member states below their share"), metric("member_states").counted, told[columns]
    )
    return Section("next", said.say("What the network could do next"), tuple(sentences), (), (table,))


def _first(facts: Facts, rows: pd.DataFrame) -> str:
    said = facts.language
    if not len(rows):
        return said.say("No member state is below its share of the population beyond chance.")
    names = said.listed(rows["name"].tolist())
    text = later("Below their share of the population, by more than chance: %(countries)s.")
    if facts.is_protected:
        text = later("By the numbers shown, below their share of the population by more than chance: %(countries)s.")
    return said.say(text, countries=names)


def _site_columns(facts: Facts) -> tuple[str, str]:
    """What the counts and names of sites are called: of protected counts it is not known which sites have nobody."""
    return ("sites_known", "sites_other") if facts.is_protected else ("sites_reached", "not_reached")


def _sites_told(facts: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.rename(columns=dict(zip(("sites_reached", "not_reached"), _site_columns(facts), strict=True)))

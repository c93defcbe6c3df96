"""How the numbers were made, what was hidden and why, and how complete the data is."""

from dashboard.reports.facts import Facts
from dashboard.reports.parts import Section


def method(facts: Facts) -> Section:
    """Rules of counting, protection, completeness, source."""
    said = facts.language
    known = facts.reach.summary["known_country"] / max(facts.people, 1)
    counted_from = said.say("Everybody counts once in the campaign, on the day on which they signed first.")
    completeness = said.say(
        "The country is known of %(share)s of the people; everybody else is in the totals alone.",
        share=said.percent(known),
    )
    source = said.say(
        "Source: the campaign's own files, snapshot %(snapshot)s, up to %(day)s.",
        snapshot=facts.ask.snapshot.snapshot_id, day=said.day(facts.until),
    )  # fmt: skip
    chance = said.say(
        "“Beyond chance” means: by a test at the level of 5 % over all member states together. "
        "Intervals are those of 95 %."
    )
    parity = said.say("“At parity” means: as many signatures as a state had if all were shared out by population.")
    told = (counted_from, *protection(facts), completeness, parity, chance, source)
    return Section("method", said.say("How this was counted"), told)


def protection(facts: Facts) -> tuple[str, ...]:
    """What was done so that nobody can be recognised, or why nothing had to be done."""
    said = facts.language
    if facts.are_public:
        return (said.say("The signers of this campaign are published by name: its counts need no protection."),)
    if not facts.is_protected:
        return (said.say("Internal: exact counts, which can give single people away. Do not pass this on."),)
    return (
        said.say(
            "So that nobody can be recognised, groups of fewer than ten people are hidden, none like one to nine, and "
            "all others are rounded to five; sums are those of the rounded numbers and therefore a little low."
        ),
        said.say("An en dash or an empty cell stands for what is hidden."),
        said.say("Institutions are named from ten signers on. Organisations that signed are named. People never are."),
    )

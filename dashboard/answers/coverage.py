"""Where is it written about without people signing, and where do people sign without being written about?"""

from typing import Any

import pandas as pd

from dashboard.analysis.coverage import BOTH, CORNERS, NEITHER, OPEN, SIGNING_ONLY, WRITTEN_ONLY
from dashboard.analysis.coverage import coverage as compared
from dashboard.answers.answer import Answer, answer
from dashboard.answers.member_states import all_states
from dashboard.ask import Ask
from dashboard.words import count_of, listed, number, rounded

_FEWEST_NAMED = 5
_CALLS_FOR = {
    WRITTEN_ONLY: "Readers have heard of the letter and do not sign: ask the outlets to link to it, see that it stands"
    " in their language, and have someone they know ask them.",
    SIGNING_ONLY: "People sign without the press: offer local outlets the signers who may be named, as a story of their"
    " own.",
    NEITHER: "Little is written and few sign: find a partner or a network there first, the press follows a local"
    " voice.",
    BOTH: "Press and signatures go together: thank both, keep them informed, and spend new effort elsewhere.",
    OPEN: "Too few stories or signatures to tell: decide nothing on it, and look again after the next wave.",
}
_SAID = {
    WRITTEN_ONLY: "written about without signing",
    SIGNING_ONLY: "signing without being written about",
    NEITHER: "neither",
    BOTH: "both",
}


def coverage(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.coverage, with in_words and calls_for; one for each member state in view.

    Both shares are among all member states, so choosing countries changes which rows are shown and none of them.
    Summary: stories and signatures (of all states; a story counts once in each), denominator, and the number of states
    in view by corner.
    """
    return coverage_in_view(ask, member_state_coverage(ask))


def member_state_coverage(ask: Ask) -> pd.DataFrame:
    """Rows as coverage has them, of all member states."""
    rows = compared(ask("member_state_coverage"), all_states(ask), ask.filters.denominator)
    in_words = [_in_words(row) for row in rows.itertuples()]
    return rows.assign(calls_for=rows["corner"].map(_CALLS_FOR), in_words=in_words)


def coverage_in_view(ask: Ask, states: pd.DataFrame) -> Answer:
    """The answer coverage of states, which are those of member_state_coverage."""
    stories, signatures = int(states["stories"].sum()), int(states["observed"].clip(lower=0).sum())
    chosen = ask.known.codes(ask.filters.countries)
    rows = states[states["iso2"].isin(chosen)].reset_index(drop=True) if chosen else states
    in_corner = {corner: int((rows["corner"] == corner).sum()) for corner in CORNERS}
    known = {"stories": stories, "signatures": signatures, "denominator": ask.filters.denominator}
    shown = rows if stories and signatures else rows.head(0)
    return answer(ask, "coverage", known | in_corner, shown, _sentence(rows, stories, signatures))


def coverage_corners(ask: Ask) -> Answer:
    """Rows: corner, states (how many), names (which), calls_for (what that usually asks for); summary as coverage."""
    return coverage_corners_in_view(ask, member_state_coverage(ask))


def coverage_corners_in_view(ask: Ask, states: pd.DataFrame) -> Answer:
    """The answer coverage-corners of states, which are those of member_state_coverage."""
    found = coverage_in_view(ask, states)
    named = {corner: found.rows.loc[found.rows["corner"] == corner, "name"] for corner in CORNERS}
    rows = pd.DataFrame(
        [
            {"corner": corner, "states": len(names), "names": listed(names.tolist()) if len(names) else "none",
             "calls_for": _CALLS_FOR[corner]}
            for corner, names in named.items()
        ]
    )  # fmt: skip
    shown = rows if len(found.rows) else rows.head(0)
    return answer(ask, "coverage-corners", found.summary, shown, found.sentence)


def _in_words(row: Any) -> str:
    if pd.isna(row.coverage) or pd.isna(row.ratio):
        return "Nothing to compare."
    return (
        f"{count_of(int(row.stories), 'story', 'stories')}, {_of_share(row.stories_expected, row.coverage)}, could be "
        f"anything between {row.coverage_low:.2f} and {row.coverage_high:.2f}. "
        f"{count_of(int(row.observed), 'signature')}, {_of_share(row.expected, row.ratio)}, could be anything between "
        f"{row.ratio_low:.2f} and {row.ratio_high:.2f}."
    )


def _of_share(expected: float, ratio: float) -> str:
    return f"{rounded(expected)} at its share: {ratio:.2f} of it"


def _sentence(rows: pd.DataFrame, stories: int, signatures: int) -> str:
    if not stories:
        return "No story from a member state in this selection, so nothing to hold signatures against."
    if not signatures:
        return "No signatures from member states in this selection, so nothing to hold stories against."
    told = [
        f"{_SAID[corner]}: {_named(rows.loc[rows['corner'] == corner, 'name'].tolist())}"
        for corner in _SAID
        if (rows["corner"] == corner).any()
    ]
    without = int((rows["corner"] == OPEN).sum())
    if not told:
        return (
            f"Too little evidence: {count_of(stories, 'story', 'stories')} and {count_of(signatures, 'signature')} "
            "cannot show where press and signatures part."
        )
    more = f"; too little evidence for {number(without)} of {number(len(rows))}" if without else ""
    first, *others = told
    return "; ".join([first[0].upper() + first[1:], *others]) + more + "."


def _named(names: list[str]) -> str:
    rest = len(names) - _FEWEST_NAMED
    return listed([*names[:_FEWEST_NAMED], f"{rest} more"] if rest > 0 else names)

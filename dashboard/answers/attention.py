"""Who reported first, who was followed, and between which countries did stories travel?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number, within

_NOTHING = "No story was first reported in this selection."


def first_to_report(ask: Ask) -> Answer:
    """Rows: outlet, outlet_type, stories (first reported there), picked_up (of these, told by another outlet too).

    The most picked up first. Summary: stories, picked_up.
    """
    rows = ask("first_to_report")
    stories, picked_up = int(rows["stories"].sum()), int(rows["picked_up"].sum())
    sentence = f"{number(picked_up)} of {count_of(stories, 'story', 'stories')} picked up by another outlet"
    if picked_up:
        sentence += f"; {rows['outlet'].iloc[0]} was first with {number(rows['picked_up'].iloc[0])} of them"
    known = {"stories": stories, "picked_up": picked_up}
    return answer(ask, "first-to-report", known, rows, f"{sentence}." if stories else _NOTHING)


def echo_by_country(ask: Ask) -> Answer:
    """Rows: iso2, name, is_member_state, stories (told there), began, travelled (of these), from_elsewhere.

    The most stories first. Summary: stories (that began in this selection), travelled (of these, told in several known
    countries).
    """
    rows = ask("echo_by_country")
    stories, travelled = int(rows["began"].sum()), int(rows["travelled"].sum())
    sentence = f"{number(travelled)} of {count_of(stories, 'story', 'stories')} told in more than one country"
    if travelled:
        furthest = rows.nlargest(1, "travelled").iloc[0]
        sentence += f"; {number(furthest['travelled'])} of them began in {within(furthest['name'])}"
    known = {"stories": stories, "travelled": travelled}
    return answer(ask, "echo-by-country", known, rows, f"{sentence}." if stories else _NOTHING)

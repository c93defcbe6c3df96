"""Who waits for us, for whom do we wait, and whom did we contact too often?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number


def desk(ask: Ask) -> Answer:
    """Rows: the contacts of the part of the desk that is chosen, as the question desk gives them.

    Summary: how many are in each part: all, overdue, due, no_answer, too_often.
    """
    summary = ask.records("desk_counts")[0]
    said = (
        f"{count_of(summary['overdue'], 'follow-up is', 'follow-ups are')} overdue and {number(summary['due'])} due "
        f"today; {count_of(summary['no_answer'], 'contact has', 'contacts have')} not answered."
    )
    return answer(ask, "desk", summary, ask("desk"), said)

"""Who has signed an earlier campaign already?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, number


def returners(ask: Ask) -> Answer:
    """Rows: campaign_title, standing, people, changed_institution. The sentence: the latest earlier campaign."""
    rows = ask("returners")
    if rows.empty:
        return answer(ask, "returners", {}, rows, "No earlier campaign has single signatures.")
    title = rows["campaign_title"].iloc[0]
    latest = rows[rows["campaign_title"] == title].set_index("standing")
    people = {standing: int(count) for standing, count in latest["people"].items()}
    summary = {
        "earlier_campaign": title,
        "returned": people.get("returned", 0),
        "likely_returned": people.get("likely returned", 0),
        "new": people.get("new", 0),
        "not_come_back": people.get("not come back", 0),
        "changed_institution": int(latest["changed_institution"].sum()),
    }
    sentence = (
        f"{count_of(summary['returned'] + summary['likely_returned'], 'person', 'people')} signed {title} before, "
        f"{number(summary['likely_returned'])} of them by name alone; {number(summary['new'])} are new, "
        f"{number(summary['not_come_back'])} have not come back."
    )
    return answer(ask, "returners", summary, rows, sentence)

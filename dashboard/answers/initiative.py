"""Would it pass as a European citizens' initiative?"""

from dashboard.analysis.initiative import STATES, TOTAL, chance_to_pass, seats_on, thresholds
from dashboard.answers.answer import Answer, answer
from dashboard.answers.member_states import all_states
from dashboard.answers.reach import by_country
from dashboard.ask import Ask
from dashboard.words import count_of, number, percent


def initiative(ask: Ask) -> Answer:
    """Rows as in dashboard.analysis.initiative.thresholds, for all member states.

    Summary: members (of the Parliament when the campaign was launched), states_reached, signatures (of member states
    and of unknown country), chance_to_pass (a share, when 10 to 25 % prove invalid).
    """
    known = all_states(ask)
    seats = seats_on(ask.campaign.launched_on)
    if known[seats].isna().any():
        return answer(ask, "initiative", {}, known.head(0), "The seats of the European Parliament are not known.")
    rows = thresholds(known, seats)
    everywhere = by_country(ask.with_filters(countries=(), by="first"))
    total = int(everywhere.loc[everywhere["is_member_state"] | (everywhere["iso2"] == "ZZ"), "signatures"].sum())
    reached, chance = int(rows["reached"].sum()), chance_to_pass(rows, total)
    summary = {
        "members": int(known[seats].sum()),
        "states_reached": reached,
        "signatures": total,
        "chance_to_pass": chance,
    }
    sentence = (
        f"As a citizens' initiative: {number(total)} of {number(TOTAL)} signatures, {count_of(reached, 'threshold')}"
        f" of {STATES} reached; if 10 to 25 % prove invalid it passes in {percent(chance)} of cases."
    )
    return answer(ask, "initiative", summary, rows, sentence)

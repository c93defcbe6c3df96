"""What would close the gap of states that lag, and whom to ask next; all numbers worked out by hand."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.gap_plan import gap_plan as planned
from dashboard.answers.gap_plan import gap_plan
from dashboard.answers.next_contacts import next_contacts
from tests.dashboard.asking import ask
from tests.snapshots import Row, publish, signed

# Of 80, 60, 10 and 0.5 million people. Signatures of member states: 3010.
GREECE_LAGS = [
    signed("2026-03-02", 1600),
    signed("2026-03-02", 1350, country="FR"),
    signed("2026-03-02", 50, country="GR"),
    signed("2026-03-02", 10, country="MT"),
]


def contacted(day: str, stage: str, contacts: int, country: str = "DE", **other: object) -> Row:
    return {
        "campaign_id": "open-letter", "day": day, "country": country, "institution_type": "university",
        "channel": "email", "wave": "", "stage": stage, "contacts": contacts,
    } | other  # fmt: skip


def reached(step: str, contacts: int, channel: str = "email", kind: str = "university") -> Row:
    """A row of the table contact_step_daily: contacts of 1 March."""
    return {
        "campaign_id": "open-letter", "contacted_on": "2026-03-01", "reached_on": "2026-03-03", "step": step,
        "country": "DE", "institution_type": kind, "channel": channel, "wave": "", "team": "", "contacts": contacts,
    }  # fmt: skip


def states(observed: list[int], share: list[float]) -> pd.DataFrame:
    expected = [sum(observed) * part for part in share]
    return pd.DataFrame({"name": list("abcd")[: len(share)], "observed": observed, "expected": expected})


def test_every_added_signature_raises_the_share_of_all() -> None:
    # a needs half of the total: 90 others, so 90 of its own and not the 40 that it misses of 100.
    plan = planned(states([10, 90], [0.5, 0.5]), pd.Series([True, False]))
    assert plan.values.tolist() == [[1, "a", 80]]


def test_the_plan_takes_the_states_that_need_fewest_and_not_those_furthest_behind() -> None:
    # b: 5 of 100 where 10 % are its share: x >= 0.1 (100 + x) - 5, so 6. a: x >= 0.4 (100 + x) - 10, so 50.
    # Both: x >= 0.5 (100 + x) - 15, so 70.
    plan = planned(states([10, 5, 85], [0.4, 0.1, 0.5]), pd.Series([True, True, False]))
    assert plan.values.tolist() == [[1, "b", 6], [2, "b, a", 70]]


@pytest.mark.parametrize("shares", [[0.3, 0.2, 0.1, 0.4], [0.05, 0.3, 0.25, 0.4], [0.45, 0.01, 0.04, 0.5]])
def test_no_smaller_number_would_do(shares: list[float]) -> None:
    observed = [3, 2, 1, 194]
    plan = planned(states(observed, shares), pd.Series([True, True, True, False]))

    def lifted(added: int) -> int:
        """How many states a so large number can lift, by trying it."""
        needs = sorted(max(0.0, p * (200 + added) - n) for p, n in zip(shares[:3], observed[:3], strict=True))
        whole = [-(-need // 1) for need in needs]
        return max((k for k in (1, 2, 3) if sum(whole[:k]) <= added), default=0)

    for k, _, additional in plan.itertuples(index=False):
        assert lifted(additional) >= k
        assert all(lifted(fewer) < k for fewer in range(additional))


def test_contacts_follow_from_the_best_channel_with_its_interval(tmp_path: Path) -> None:
    steps = [
        *(reached("contacted", 100), reached("signed", 20)),
        *(reached("contacted", 1, "phone"), reached("signed", 1, "phone")),
    ]
    publish(tmp_path, signature_daily=GREECE_LAGS, contact_step_daily=steps)
    found = gap_plan(ask(tmp_path))
    # Greece: x >= (3010 + x) 10 / 150.5 - 50, so 161. A fifth of 100 signed (13.3 to 28.9 %); 1 of 1 says nothing.
    assert found.summary == {
        "lifted": 1, "additional": 161, "contacts_needed": 805,
        "contacts_needed_low": 558, "contacts_needed_high": 1208,
        "channel": "email", "contacted": 100, "signed": 20,
    }  # fmt: skip
    assert found.sentence == (
        "161 more signatures would lift Greece to its share: about 805 more contacts at the rate of your best channel, "
        "email (20 % of 100 signed); could be anything between 558 and 1,210."
    )


def test_without_contacts_there_is_no_funnel_data_yet(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=GREECE_LAGS)
    found = gap_plan(ask(tmp_path))
    assert found.rows["contacts_needed"].isna().all()
    assert found.sentence.endswith("How many contacts that takes cannot be said: no funnel data yet.")


def test_contacts_of_whom_none_signed_give_only_the_fewest(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=GREECE_LAGS, contact_step_daily=[reached("contacted", 40)])
    # Of 40, none: at most 8.76 % (Wilson); 161 / 0.0876 = 1838.
    said = "none of 40 contacts by email has signed yet, so that takes 1,840 contacts at least."
    assert gap_plan(ask(tmp_path)).sentence.endswith(said)


def test_29_signatures_have_no_gap_to_plan_for(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-02", 16), signed("2026-03-02", 13, "FR")])
    assert gap_plan(ask(tmp_path)).summary == {"lifted": 0, "additional": 0}


def test_whom_to_ask_next_is_where_most_is_to_expect_and_not_where_somebody_was_asked_this_week(tmp_path: Path) -> None:
    publish(
        tmp_path,
        signature_daily=[*GREECE_LAGS, signed("2026-03-02", 301, kind="company")],
        outreach_daily=[
            contacted("2026-03-20", "contacted", 1, "FR", institution_type="company"),
            contacted("2026-03-28", "contacted", 1, "GR", institution_type="unknown"),
        ],
        contact_step_daily=[
            *(reached("contacted", 60), reached("signed", 30)),
            *(reached("contacted", 20, kind="company"), reached("contacted", 2, kind="unknown")),
        ],
    )
    found = next_contacts(ask(tmp_path))
    rows = found.rows.assign(asked=[str(day)[:10] for day in found.rows["last_contact_on"]])
    # 301 companies: 120 are France's share, 20 Greece's, 1 Malta's; of 3010 from universities 200 Greece's.
    # Greece was asked on 28 March by a contact of unknown kind, four days before 1 April; from 4 April it may be again.
    assert rows[["name", "label", "missing_to_parity", "asked"]].values.tolist() == [
        ["France", "Company", 120, "2026-03-20"],
        ["Malta", "Company", 1, "NaT"],
        ["Greece", "University", 150, "2026-03-28"],
        ["Greece", "Company", 20, "2026-03-28"],
    ]
    assert [str(day)[:10] for day in rows["ask_from"]] == ["NaT", "NaT", "2026-04-04", "2026-04-04"]
    # 30 of 82 contacts signed: a rate of 0.3659. Companies: (0 + 20 x 0.3659) / (20 + 20) = 0.1829.
    assert rows["gain"].iloc[0] == pytest.approx(120 * 0.18293, rel=1e-3)
    assert found.summary == {"places": 4, "waiting": 2}


def test_whom_to_ask_is_seen_from_the_end_of_the_chosen_days(tmp_path: Path) -> None:
    log = [contacted("2026-03-04", "contacted", 1, "GR"), contacted("2026-03-20", "contacted", 1, "GR")]
    publish(tmp_path, signature_daily=GREECE_LAGS, outreach_daily=log)
    rows = next_contacts(ask(tmp_path, "?to=2026-03-10&countries=GR")).rows
    assert [str(day)[:10] for day in rows["ask_from"]] == ["2026-03-11"]

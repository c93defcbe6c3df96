"""What did signatures come through?"""

from dashboard.answers.answer import Answer, answer
from dashboard.ask import Ask
from dashboard.words import count_of, listed, percent

UNKNOWN = "Unknown"


def credit(ask: Ask) -> Answer:
    """Rows: credited_by (channel, partner, campaign tag), credited_to, signatures, share (of all signatures); the
    unknown last and always there, so that the shares of each way are the whole.

    Summary: signatures, and how many of them tell each.
    """
    rows = ask("credit")
    whole = rows.groupby("credited_by")["signatures"].transform("sum")
    signatures = int(whole.max()) if len(rows) else 0
    known = rows.dropna(subset="credited_to").groupby("credited_by")["signatures"].sum()
    told = {way: int(known.get(way, 0)) for way in rows["credited_by"].unique()}
    rows = rows.assign(
        credited_to=rows["credited_to"].fillna(UNKNOWN), share=rows["signatures"] / whole.where(whole > 0)
    )
    return answer(ask, "credit", {"signatures": signatures, **told}, rows, _sentence(signatures, told))


def _sentence(signatures: int, told: dict[str, int]) -> str:
    if not signatures:
        return "No signatures in this selection."
    (first, n), *others = told.items()
    known = [f"a {way} for {percent(n / signatures)}" for way, n in others]
    whole = f"{percent(n / signatures)} of {count_of(signatures, 'signature')}"
    return f"A {first} is known for {listed([whole, *known])}."

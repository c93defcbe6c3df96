"""Answers are kept so that giving them again, in whatever portions, changes nothing."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.publish.overrides import Answers, Override

LETTER = Campaign(campaign_id="letter", title="An invented letter", launched_on=date(2023, 4, 28))
TEXTS = st.sampled_from(["Quux Society", "QUUX  society", "Zorbax, Quuxly", 'Zorbax "Quuxly"', "Société Quux"])
TEXTS |= st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
ANSWERS = st.builds(
    Override,
    affiliation=TEXTS,
    country=st.sampled_from(["MT", "EE", "ZZ"]),
    institution_type=st.sampled_from(["", "ngo", "company", "unknown"]),
    institution=st.sampled_from(["", "Quux Society"]),
)


@settings(max_examples=30)
@given(st.lists(st.lists(ANSWERS, min_size=1, max_size=4), min_size=1, max_size=3))
def test_answers_given_again_change_nothing_and_portions_make_no_difference(portions: list[list[Override]]) -> None:
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "campaigns" / "letter" / "overrides.csv"
        kept.parent.mkdir(parents=True)
        answers = Answers(DataDir(Path(folder)))
        for portion in portions:
            answers.add(LETTER, portion)
        once, known = kept.read_bytes(), answers.of(LETTER)
        assert answers.add(LETTER, portions[-1]) == 0
        assert answers.add(LETTER, known) == 0
        assert kept.read_bytes() == once
        kept.unlink()
        answers.add(LETTER, [answer for portion in portions for answer in portion])
        assert answers.of(LETTER) == known

"""The page Data says what country and kind of institution rest on, and how much answers would settle."""

from pathlib import Path

from dashboard.pages import data
from tests.dashboard.asking import ask
from tests.dashboard.walking import texts
from tests.snapshots import Row, publish, signed


def questions(*signatures: int) -> list[Row]:
    return [
        {"campaign_id": "open-letter", "place": place, "signatures": count}
        for place, count in enumerate(signatures, start=1)
    ]


def test_answers_are_said_to_settle_what_they_would(tmp_path: Path) -> None:
    published = publish(
        tmp_path / "published", signature_daily=[signed("2026-03-02", 200)], open_question=questions(30, 20)
    ).parent
    asked = ask(published)
    rows = asked("open_questions")
    assert rows[["settled", "settled_share"]].to_numpy().tolist() == [[30, 0.15], [50, 0.25]]
    said = " ".join(texts(data.layout(asked))).replace("\N{NO-BREAK SPACE}", " ")
    assert "2 answers would settle 50 signatures (25 %)." in said


def test_what_is_stated_stands_before_what_is_guessed(tmp_path: Path) -> None:
    sources = [("guess", "word", 10), ("rule", "place", 50), ("stated", "stated", 40)]
    resolution: list[Row] = [
        {"campaign_id": "open-letter", "aspect": "country", "basis": basis, "source": source, "signatures": count}
        for basis, source, count in sources
    ]
    asked = ask(publish(tmp_path / "published", resolution=resolution).parent)
    rows = asked("resolution")[["basis", "signatures", "share"]].to_numpy().tolist()
    assert rows == [["stated", 40, 0.4], ["rule", 50, 0.5], ["guess", 10, 0.1]]

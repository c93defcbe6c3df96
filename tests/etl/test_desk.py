"""The desk: what there is to do, and the list that is worked through and loaded again."""

import shutil
import tempfile
from pathlib import Path

from dashboard.answers.questions import ask_by_name
from dashboard.ask import Ask
from dashboard.csv_file import csv_file
from tests.dashboard.asking import ask
from tests.installation import Installation

LOG = "occurred_at,organisation,contact_role,country,institution_type,channel,stage,owner,wave,email,follow_up_on\n"
ROWS = (
    "2023-05-01T09:30+02:00,Invented University,rector,DE,university,email,contacted,north,first,a@u.eu,2023-05-08\n"
    "2023-05-02T09:30+02:00,Invented University,dean,DE,university,phone,contacted,north,first,,2023-05-10\n"
    "2023-05-03,=Invented Union,chair,FR,ngo,phone,contacted,,first,,\n"
    "2023-05-04,Invented Forum,chair,FR,ngo,phone,contacted,,,,2023-05-06\n"
    "2023-05-05,Invented Forum,chair,FR,ngo,phone,declined,,,,\n"
    "2023-05-05,Invented College,dean,FR,university,phone,replied,,,,2023-05-09\n"
)


def loaded(installation: Installation) -> Path:
    """The folder of snapshots: three organisations ask for something on 9 May, one has declined."""
    toml = next((installation.root / "campaigns").glob("*/campaign.toml"))
    toml.write_text(toml.read_text() + 'contact_cap = 1\nteams = ["north"]\n')
    installation.load(installation.write("log.csv", LOG + ROWS))
    return installation.root / "published"


def seen(published: Path, search: str) -> Ask:
    """Ask a copy: one process cannot read a snapshot as the dashboard does and publish beside it."""
    copied = Path(tempfile.mkdtemp(dir=published.parent.parent)) / "published"
    shutil.copytree(published, copied)
    return ask(copied, search)


def test_every_part_of_the_desk_holds_what_asks_for_it(installation: Installation) -> None:
    published = loaded(installation)

    def roles(part: str) -> list[str]:
        return ask_by_name("desk", seen(published, f"?as_of=2023-05-09&desk={part}")).rows["contact_role"].tolist()

    assert roles("overdue") == ["rector"]
    assert roles("due") == ["dean"]  # of the College
    assert roles("no_answer") == ["rector", "dean", "chair"]  # the longest wait first
    assert roles("too_often") == ["rector", "dean"]  # of one University, contacted twice, where once is the cap
    assert roles("all") == ["rector", "dean", "dean", "chair"]
    found = ask_by_name("desk", seen(published, "?as_of=2023-05-09"))
    assert found.summary == {"all": 4, "overdue": 1, "due": 1, "no_answer": 3, "too_often": 2}
    assert found.sentence == "1 follow-up is overdue and 1 due today; 3 contacts have not answered."
    assert found.rows["days_overdue"].tolist()[:2] == [1, 0]


def test_answers_and_waiting_are_told_by_their_days(installation: Installation) -> None:
    rows = seen(loaded(installation), "?as_of=2023-05-09")("answers_by_age")
    assert dict(zip(rows["age"], zip(rows["answered"], rows["unanswered"], strict=True), strict=True)) == {
        "the same day": (1, 0),  # the College
        "1 to 2": (1, 0),  # the Forum, by declining
        "3 to 7": (0, 2),
        "8 to 14": (0, 1),
    }


def test_the_list_as_it_was_exported_changes_nothing_and_a_new_step_counts(installation: Installation) -> None:
    published = loaded(installation)
    before = installation.ask("from outreach_daily order by all")
    exported = csv_file(ask_by_name("desk", seen(published, "?as_of=2023-05-11")).rows)
    (entry,) = installation.load(installation.write("desk.csv", exported))["files"]
    assert (entry["format"], entry["accepted"], entry["duplicate"]) == ("desk_csv", 0, 4)
    assert installation.ask("from outreach_daily order by all") == before
    head, *lines = exported.splitlines()
    (rector,) = [line for line in lines if "rector" in line]
    done = rector.replace("2023-05-01 ", "2023-05-12 ").replace("contacted", "replied").replace("2023-05-08", "")
    assert done != rector
    installation.load(installation.write("worked.csv", f"{head}\r\n{done}\r\n"))
    asked = seen(published, "?as_of=2023-05-12")
    assert ask_by_name("desk", asked).summary["overdue"] == 2  # the Dean and the College
    assert ask_by_name("contact-funnel", asked).summary["replied"] == 3


def test_the_list_read_before_the_log_says_the_same(installation: Installation) -> None:
    published = loaded(installation)
    exported = csv_file(ask_by_name("desk", seen(published, "?as_of=2023-05-11")).rows)
    expected = installation.ask("from contact_step_daily order by all")
    (log,) = installation.load(installation.write("log.csv", LOG + ROWS))["files"]
    installation.etl("unload", log["file_sha256"], "--yes")
    installation.load(installation.write("desk.csv", exported))
    installation.load(installation.write("log.csv", LOG + ROWS))
    assert installation.ask("from contact_step_daily order by all") == expected

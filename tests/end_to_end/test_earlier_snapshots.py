"""An earlier snapshot after somebody was forgotten: it opens as before, without the institution that told of them."""

import json
import subprocess
import sys

import duckdb

from tests.installation import Installation

SIGNED = (
    "signed_at,name,email,affiliation,country\n"
    "2023-05-01,Ada Invented,ada@uni.example,University of Turku,FI\n"
    "2023-05-02,Bob Invented,bob@uni.example,University of Vienna,AT\n"
)


def test_an_earlier_snapshot_opens_without_the_institution_of_somebody_forgotten(installation: Installation) -> None:
    installation.load(installation.write("signed.csv", SIGNED))
    earlier = installation.snapshot()
    named = "select institution from institution order by 1"
    assert installation.ask(named) == [("University of Turku",), ("University of Vienna",)]
    forgotten = installation.write("forget.txt", "ada@uni.example")
    assert installation.etl("forget", "--from", forgotten, "--yes").status == 0
    with duckdb.connect(str(earlier), read_only=True) as connection:
        assert connection.execute(named).fetchall() == [("University of Vienna",)]
    snapshot_id = earlier.stem.removeprefix("snapshot-")
    asked = ("show", "reach", "--snapshot", snapshot_id, "--json", "--data-dir", str(installation.root))
    shown = subprocess.run([sys.executable, "-m", "dashboard", *asked], capture_output=True, text=True, check=True)
    told = {row["iso2"]: row["signatures"] for row in json.loads(shown.stdout)["rows"] if row["signatures"]}
    assert told == {"FI": 1, "AT": 1}  # totals by country stay as they were told

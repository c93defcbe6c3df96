"""What an earlier version left behind is refused in a sentence that says what to do."""

import duckdb

from tests.installation import Installation

EXPORT = "signed_at,name,email,affiliation,country\n2023-05-01,Ada Invented,ada@uni.example,,DE\n"


def make_earlier(installation: Installation, statement: str) -> None:
    (path,) = (installation.root / "warehouse").glob("warehouse-*.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


def test_a_warehouse_of_an_earlier_version_is_refused_by_every_command_and_stays(installation: Installation) -> None:
    export = installation.write("monday.csv", EXPORT)
    installation.load(export)
    before = installation.snapshot()
    make_earlier(installation, "alter table signature drop column is_confirmed")
    for command in (["load", installation.write("tuesday.csv", EXPORT + "2023-05-02,B,b@x.example,,FR\n")],
                    ["run"], ["publish"], ["status"], ["unload", "0" * 64]):  # fmt: skip
        ended = installation.etl(*command)
        assert ended.status == 2, command
        said = " ".join((ended.err + ended.out).split())
        assert f"{installation.root / 'warehouse'} was made by an earlier version: move that folder away" in said
        assert "'campaign-etl run', others with 'campaign-etl load FILE'. It holds monday.csv." in said
    assert installation.snapshot() == before


def test_its_files_loaded_again_give_the_same_totals(installation: Installation) -> None:
    export = installation.write("monday.csv", EXPORT)
    installation.load(export)
    content = "select content_sha256 from snapshot"
    before = installation.ask(content)
    make_earlier(installation, "drop table rejection")
    (installation.root / "warehouse").rename(installation.root / "earlier-warehouse")
    installation.load(export)
    assert installation.ask(content) == before

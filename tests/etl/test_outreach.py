"""Outreach: contact logs and lists of whom one may contact."""

from tests.installation import Installation

HEADER = "occurred_at,organisation,contact_role,country,institution_type,channel,stage,owner,wave,follow_up_on,notes\n"


def test_log_entries_are_counted_by_day_country_type_channel_and_stage(installation: Installation) -> None:
    rows = (
        "2023-05-01,Invented University,rector,DE,university,email,contacted,Ann,first,2023-05-08,secret\n"
        "2023-05-03,Invented University,rector,DE,university,email,Replied,Ann,first,,\n"
        "2023-05-03,Invented Union,chair,FR,ngo,phone,contacted,Ann,,,\n"
    )
    installation.load(installation.write("log.csv", HEADER + rows))
    columns = "cast(day as varchar), country, institution_type, channel, wave, stage, contacts"
    assert installation.ask(f"select {columns} from outreach_daily order by all") == [
        ("2023-05-01", "DE", "university", "email", "first", "contacted", 1),
        ("2023-05-03", "DE", "university", "email", "first", "replied", 1),
        ("2023-05-03", "FR", "ngo", "phone", "", "contacted", 1),
    ]


def test_the_same_step_in_two_files_counts_once(installation: Installation) -> None:
    row = "2023-05-01,Invented University,rector,DE,university,email,contacted,,,,\n"
    installation.load(installation.write("a.csv", HEADER + row))
    installation.load(installation.write("b.csv", HEADER + row + row.replace("05-01", "05-02")))
    assert installation.ask("select sum(contacts) from outreach_daily") == [(2,)]
    assert sorted(installation.ask("select accepted + duplicate, rows_in from load_ledger")) == [(1, 1), (2, 2)]


def test_a_follow_up_is_open_until_the_contact_signs_declines_or_has_a_later_entry(installation: Installation) -> None:
    rows = (
        "2023-05-01,A,chair,DE,ngo,email,contacted,,,2023-05-08,\n"
        "2023-05-02,B,chair,DE,ngo,email,contacted,,,2023-05-09,\n"
        "2023-05-05,B,chair,DE,ngo,email,signed,,,,\n"
        "2023-05-03,C,chair,DE,ngo,email,contacted,,,2023-05-10,\n"
        "2023-05-06,C,chair,DE,ngo,phone,replied,,,2023-05-20,\n"
    )
    installation.load(installation.write("log.csv", HEADER + rows))
    columns = "organisation, stage, channel, cast(last_contact_on as varchar), cast(follow_up_on as varchar)"
    assert installation.ask(f"select {columns} from follow_up order by all") == [
        ("A", "contacted", "email", "2023-05-01", "2023-05-08"),
        ("C", "replied", "phone", "2023-05-06", "2023-05-20"),
    ]


def test_a_word_that_is_no_stage_and_a_follow_up_that_is_no_day_are_rejected(installation: Installation) -> None:
    rows = "2023-05-01,A,,,,,maybe,,,,\n2023-05-01,B,,,,,contacted,,,soon,\n"
    installation.load(installation.write("log.csv", HEADER + rows))
    assert installation.counts("log.csv") == (2, 0, 0, 2, 0)
    assert [r["column"] for r in installation.etl("rejects", "--json").json] == ["stage", "follow_up_on"]


def test_members_of_the_parliament_are_targets(installation: Installation) -> None:
    members = (
        "epid,country,first_name,last_name,eugroup,party,since,ITRE,LIBE\n"
        "1,el,Ada,INVENTED,NA,Invented Party,2024-07-16,M,\n"
        "2,fr,Bob,INVENTED,EPP,Invented Union,2024-07-16,,C\n"
    )
    installation.load(installation.write("members.csv", members))
    assert installation.counts("members.csv") == (2, 2, 0, 0, 0)
    assert installation.ask("select country, institution_type, stage from outreach_daily order by all") == [
        ("FR", "government", "target"),
        ("GR", "government", "target"),
    ]


def test_neither_owner_nor_notes_reach_warehouse_or_snapshot(installation: Installation) -> None:
    row = "2023-05-01,Invented University,rector,DE,university,email,contacted,Zebulonia,,,quuxnote\n"
    installation.load(installation.write("log.csv", HEADER + row))
    for path in installation.root.rglob("*.duckdb"):
        content = path.read_bytes()
        assert b"Zebulonia" not in content
        assert b"quuxnote" not in content

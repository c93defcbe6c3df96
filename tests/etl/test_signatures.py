"""Signatures: from a file to totals, everybody counted once."""

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation,country,institution_type,confirmed\n"


def test_totals_by_day_and_country_are_those_of_the_file(installation: Installation) -> None:
    file = installation.write(
        "form.csv",
        HEADER
        + "2023-05-01T10:00:00+02:00,Ada Invented,ada@uni.example,,Germany,university,yes\n"
        + "2023-05-01T23:30:00Z,Bob Invented,bob@uni.example,,FR,ngo,yes\n"  # half past one on 2 May in Brussels
        + "2023-05-02,Cem Invented,cem@uni.example,,Griechenland,,\n",
    )
    installation.load(file)
    assert installation.counts("form.csv") == (3, 3, 0, 0, 0)
    assert installation.ask("select cast(day as varchar), country, signatures from signature_daily order by all") == [
        ("2023-05-01", "DE", 1),
        ("2023-05-02", "FR", 1),
        ("2023-05-02", "GR", 1),
    ]


def test_hours_are_those_of_the_campaigns_clock_where_a_time_of_day_is_known(installation: Installation) -> None:
    file = installation.write(
        "form.csv",
        HEADER
        + "2023-05-01T23:30:00Z,Bob Invented,bob@uni.example,,FR,ngo,yes\n"  # half past one on 2 May in Brussels
        + "2023-05-02T01:10:00+02:00,Dee Invented,dee@uni.example,,FR,ngo,yes\n"
        + "2023-05-02,Cem Invented,cem@uni.example,,FR,,\n",
    )
    installation.load(file)
    hours = installation.ask("select cast(day as varchar), hour, country, signatures from signature_hourly")
    assert hours == [("2023-05-02", 1, "FR", 2)]


def test_a_person_counts_once_however_the_name_and_address_are_written(installation: Installation) -> None:
    file = installation.write(
        "form.csv",
        HEADER
        + "2023-05-01,Ada Invented,ada@uni.example,,,,\n"
        + "2023-05-02,A. Invented, ADA@Uni.Example ,,,,\n"
        + "2023-05-03,Prof. Dr. Zoé Öztürk,,University of Invention,,,\n"
        + "2023-05-04,ÖZTÜRK Zoe,,university of invention,,,\n"
        + "2023-05-05,Zoe Ozturk,,Another Place,,,\n",
    )
    installation.load(file)
    assert installation.counts("form.csv") == (5, 3, 2, 0, 0)


def test_the_earliest_signature_counts_whatever_the_order_of_loading(installation: Installation) -> None:
    late = installation.write("late.csv", HEADER + "2023-05-09,Ada,ada@uni.example,,DE,,\n")
    early = installation.write("early.csv", HEADER + "2023-05-01,Ada,ada@uni.example,,FR,,\n")
    installation.load(late)
    installation.load(early)
    assert installation.ask("select cast(day as varchar), country from signature_daily") == [("2023-05-01", "FR")]
    assert installation.counts("late.csv") == (1, 0, 1, 0, 0)
    assert installation.counts("early.csv") == (1, 1, 0, 0, 0)


def test_unconfirmed_signatures_wait_and_do_not_count(installation: Installation) -> None:
    file = installation.write(
        "form.csv", HEADER + "2023-05-01,Ada,ada@uni.example,,,,no\n2023-05-01,Bob,bob@uni.example,,,,yes\n"
    )
    installation.load(file)
    assert installation.counts("form.csv") == (2, 1, 0, 0, 1)
    assert installation.ask("select sum(signatures) from signature_daily") == [(1,)]


def test_a_confirmed_signature_counts_beside_the_same_person_s_unconfirmed_one(installation: Installation) -> None:
    rows = "2023-05-01,Ada,ada@uni.example,,,,no\n2023-05-02,Ada,ada@uni.example,,,,yes\n"
    installation.load(installation.write("form.csv", HEADER + rows))
    assert installation.counts("form.csv") == (2, 1, 0, 0, 1)


def test_each_rejected_record_says_where_and_why(installation: Installation) -> None:
    file = installation.write(
        "form.csv",
        HEADER
        + "2023-05-01,Ada,ada@uni.example,,,,yes\n"
        + "2023-13-01,Bob,bob@uni.example,,,,yes\n"
        + ",Cem,cem@uni.example,,,,yes\n"
        + "2023-05-01,,not an address,,,,yes\n"
        + "2023-05-01,Dee,dee@uni.example,,,,perhaps\n"
        + "2023-05-01,Eve\n"
        + "0203-05-01,Fay,fay@uni.example,,,,yes\n",
    )
    installation.load(file)
    assert installation.counts("form.csv") == (7, 1, 0, 6, 0)
    found = [(r["line"], r["column"], r["value"], r["reason"]) for r in installation.etl("rejects", "--json").json]
    assert found == [
        (3, "signed_at", "2023-13-01", "not a date in a declared form"),
        (4, "signed_at", "", "no date"),
        (5, "name", "", "neither a name nor an e-mail address"),
        (6, "confirmed", "perhaps", "neither yes nor no"),
        (7, "", "2023-05-01,Eve", "too few columns"),
        (8, "signed_at", "0203-05-01", "a year before 1990 or after 2100"),
    ]
    assert installation.ask("select sum(rows) from rejection") == [(6,)]


def test_records_without_a_date_count_on_the_day_given_and_the_ledger_says_so(installation: Installation) -> None:
    letter = installation.write("letter.md", "- **Ada Invented**: University of Invention\n")
    installation.load(letter, "--dated", "2023-05-03")
    assert installation.ask("select cast(day as varchar), channel from signature_daily") == [("2023-05-03", "letter")]
    assert installation.ask("select note from load_ledger") == [("records without a date count on 3 May 2023",)]


def test_records_without_a_date_count_on_the_launch_day_else(installation: Installation) -> None:
    installation.load(installation.write("letter.md", "- **Ada Invented**: University of Invention\n"))
    assert installation.ask("select cast(day as varchar) from signature_daily") == [("2023-04-28",)]
    assert installation.ask("select note from load_ledger") == [("records without a date count on 28 April 2023",)]


def test_an_unknown_country_word_leaves_the_signature_counted_under_unknown(installation: Installation) -> None:
    installation.load(installation.write("form.csv", HEADER + "2023-05-01,Ada,a@uni.example,,Narnia,,\n"))
    assert installation.ask("select country, signatures from signature_daily") == [("ZZ", 1)]


def test_no_name_and_no_address_reaches_warehouse_or_snapshot(installation: Installation) -> None:
    file = installation.write("form.csv", HEADER + "2023-05-01,Zebulonia Quux,zebulonia@quux.example,,DE,,\n")
    installation.load(file)
    for path in installation.root.rglob("*.duckdb"):
        content = path.read_bytes().lower()
        assert b"zebulonia" not in content
        assert b"quux" not in content


def test_a_text_that_no_rule_takes_for_an_institution_is_not_published(installation: Installation) -> None:
    rows = "2023-05-01,Ada,a@uni.example,Zebulonia Quux,,,\n2023-05-01,Bob,b@uni.example,University of Vienna,,,\n"
    installation.load(installation.write("form.csv", HEADER + rows))
    assert installation.ask("select count(*) from institution_daily where institution ilike '%zebulonia%'") == [(0,)]
    assert installation.ask("select country, signatures from institution_daily") == [("AT", 1)]


def test_signatures_of_a_day_are_told_by_e_mail_domain_where_ten_share_it_and_never_by_its_name(
    installation: Installation,
) -> None:
    signed = [
        ("uni.example", 10, "DE"),
        ("club.example", 6, "MT"),
        ("club.example", 6, "DE"),
        ("rare.example", 9, "DE"),
    ]
    rows = [
        f"2023-05-0{day},Person {place} Invented,p{place}.{day}@{domain},{country}"
        for day, (domain, count, country) in enumerate(signed, start=1)
        for place in range(count)
    ]
    installation.load(installation.write("a.csv", "\n".join(["signed_at,name,email,country", *rows])))
    told = installation.ask("select domain_number, cast(day as varchar), country, signatures from email_domain_daily")
    assert sorted(told) == [(1, "2023-05-02", "MT", 6), (1, "2023-05-03", "DE", 6), (2, "2023-05-01", "DE", 10)]
    assert not any(b"club.example" in path.read_bytes() for path in installation.root.rglob("*.duckdb"))

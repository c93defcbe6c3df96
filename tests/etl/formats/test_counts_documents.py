"""Totals of European Citizens' Initiatives and of Decidim: the source's own, to the last signature."""

import json

from tests.installation import Installation

TOTAL = "select sum(signatures) from signature_daily"
BY_COUNTRY = "select country, sum(signatures) from signature_daily group by all order by all"


def test_the_map_of_an_initiative_has_codes_in_lower_case(installation: Installation) -> None:
    states = [
        {
            "countryCode": "de",
            "totalCount": 1200,
            "formCount": 1100,
            "eidCount": 100,
            "treshold": 67680,
            "percentage": 1.8,
        },
        {"countryCode": "el", "totalCount": 7, "formCount": 7, "eidCount": 0, "treshold": 14805, "percentage": 0.1},
        {"countryCode": "gr", "totalCount": 7, "formCount": 7, "eidCount": 0, "treshold": 14805, "percentage": 0.1},
    ]
    text = json.dumps({"signatureCountryCount": states, "lastUpdate": "2023-05-01T18:00:00Z"})
    (entry,) = installation.load(installation.write("map.json", text))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["duplicate"]) == ("eci_map_json", 3, 2, 1)
    assert installation.ask(BY_COUNTRY) == [("DE", 1200), ("GR", 7)]


def test_certificates_that_came_late_are_listed_and_not_part_of_the_register_s_total(
    installation: Installation,
) -> None:
    entries = [
        {"countryCodeType": "DE", "total": 1000, "afterSubmission": False},
        {"countryCodeType": "GR", "total": 50, "afterSubmission": False},
        {"countryCodeType": "FR", "total": 300, "afterSubmission": True},
    ]
    report = {"totalSignatures": 1055, "updateDate": "01/05/2023 18:00", "entry": entries, "footnoteType": "LATE"}
    (entry,) = installation.load(installation.write("register.json", json.dumps({"sosReport": report})))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["pending"]) == ("eci_register_json", 4, 3, 1)
    assert installation.ask(BY_COUNTRY) == [("DE", 1000), ("GR", 50), ("ZZ", 5)]
    assert installation.ask(TOTAL) == [(1055,)]


INITIATIVES = (
    "registration_number,title,country,statements_of_support,threshold,percentage\n"
    '2012/000003,Invented water,Germany,"1,236,455","74,250","1,665.26%"\n'
    '2012/000003,Invented water,Greece,"33,220","16,500",201.33%\n'
    '2012/000003,Invented water,France,"20,000*","54,000",37.04%\n'
    '2012/000007,Invented bread,Germany,"12,34","74,250",0.00%\n'
)


def test_one_initiative_is_picked_out_of_many_and_a_starred_count_is_pending(installation: Installation) -> None:
    file = installation.write("initiatives.csv", INITIATIVES)
    sentence = installation.refuse(file)
    assert sentence == ("initiatives.csv: holds 2 campaigns (2012/000003, 2012/000007); choose one with --only VALUE.")
    assert "(there are 2012/000003, 2012/000007)" in installation.refuse(file, "--only", "2012/3")
    installation.load(file, "--only", "2012/000003", "--dated", "2013-09-09")
    assert installation.counts("initiatives.csv") == (3, 2, 0, 0, 1)
    assert installation.ask(BY_COUNTRY) == [("DE", 1236455), ("GR", 33220)]
    assert installation.ask("select distinct cast(day as varchar) from signature_daily") == [("2013-09-09",)]
    assert installation.ask("select note from load_ledger") == [
        ("records without a date count on 9 September 2013; only 2012/000003",)
    ]


def test_commas_that_are_not_between_thousands_are_reported(installation: Installation) -> None:
    installation.load(installation.write("initiatives.csv", INITIATIVES), "--only", "2012/000007")
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["value"], rejected["reason"]) == (5, "12,34", "not a whole number")


def test_only_is_refused_where_a_format_holds_one_campaign(installation: Installation) -> None:
    file = installation.write("counts.csv", "observed_at,country,total\n2023-05-01,DE,5\n")
    assert "a file of the format counts_csv holds one campaign" in installation.refuse(file, "--only", "x")


def test_a_decidim_scope_that_is_no_country_counts_under_zz(installation: Installation) -> None:
    rows = (
        "reference,title,signatures,scope,area,state\nINV-1,An invented initiative,412,Invented District,,published\n"
    )
    (entry,) = installation.load(installation.write("initiatives.csv", rows), "--dated", "2023-05-01")["files"]
    assert (entry["format"], entry["accepted"]) == ("decidim", 1)
    assert installation.ask(BY_COUNTRY) == [("ZZ", 412)]

"""People of an earlier campaign who sign again."""

from tests.installation import Installation

HEADER = "signed_at,name,email,affiliation\n"
STANDINGS = "select standing, people, changed_institution from returner where campaign_id = 'second' order by all"


def two_letters(installation: Installation, first: str, second: str) -> None:
    installation.etl("campaign", "new", "second", "--title", "A second letter", "--launched-on", "2023-09-21")
    installation.load(installation.write("first.csv", HEADER + first), "--campaign", "letter")
    installation.load(installation.write("second.csv", HEADER + second), "--campaign", "second")


def test_people_come_back_for_certain_or_likely_or_are_new_or_stay_away(installation: Installation) -> None:
    first = (
        "2023-05-01,Ada Invented,ada@uni.example,KU Leuven\n"
        "2023-05-01,Bob Invented,,University of Vienna\n"
        "2023-05-01,Cem Invented,,University of Turku\n"
        "2023-05-01,Dee Invented,dee@uni.example,\n"
        "2023-05-01,Eve Invented,eve@uni.example,\n"
    )
    second = (
        "2023-10-01,Ada Invented,ada+again@uni.example,Lund University\n"  # for certain, elsewhere
        "2023-10-01,Prof. Robert Invented,robert@home.example,Universität Wien\n"  # for certain, at the same place
        "2023-10-01,Cem Invented,,Leiden University\n"  # likely, elsewhere
        "2023-10-01,Dee Invented,,\n"  # likely, place unknown
        "2023-10-01,Fay Invented,fay@uni.example,\n"
    )
    two_letters(installation, first, second)
    assert installation.ask(STANDINGS) == [
        ("likely_returned", 2, 1),
        ("new", 1, 0),
        ("not_come_back", 1, 0),
        ("returned", 2, 1),
    ]


def test_a_name_that_two_people_bear_tells_nobody(installation: Installation) -> None:
    first = "2023-05-01,Ada Invented,ada@uni.example,\n2023-05-01,Ada Invented,ada@home.example,\n"
    two_letters(installation, first, "2023-10-01,Ada Invented,ada@new.example,\n")
    assert installation.ask(STANDINGS) == [("new", 1, 0), ("not_come_back", 2, 0)]


def test_an_invented_campaign_is_no_earlier_one(installation: Installation) -> None:
    installation.etl("demo", "--ends-on", "2023-03-31")
    installation.etl("run")
    installation.load(
        installation.write("first.csv", HEADER + "2023-05-01,Ada,ada@uni.example,\n"), "--campaign", "letter"
    )
    assert installation.ask("select count(*) from returner") == [(0,)]


def test_a_member_of_a_network_has_not_changed_the_affiliation(installation: Installation) -> None:
    first = "2023-05-01,Ada Invented,ada@uni.example,KU Leuven\n"
    two_letters(installation, first, "2023-10-01,Ada Invented,ada@uni.example,Board of ELLIS\n")
    assert ("returned", 1, 0) in installation.ask(STANDINGS)

"""Members of the European Parliament: a list of targets, the logs that reach them, and what is told of both."""

from dashboard.answers.questions import ask_by_name
from dashboard.pages.member_cards import member_cards
from tests.dashboard.asking import ask
from tests.installation import Installation

LIST = "epid,country,first_name,last_name,eugroup,party,since,ENVI,ITRE,JURI\n"
MEMBERS = (
    "901,fr,Ada,INVENTÉE,Red,Parti Inventé,2024-07-16,M,,S\n"
    "902,fr,Bruno,FICTIF,NA,Indépendant,2024-07-16,,C,\n"
    "903,mt,Carla,MADEUP,Red,Invented Party,2024-07-16,S,V,\n"
    "904,gr,Dora,Plasti,Blue,Invented Party,2024-07-16,M,M,\n"
)
LOG = "occurred_at,organisation,name,contact_role,country,institution_type,channel,stage,contact_ref\n"
STEPS = (
    "2025-01-10,European Parliament,Ada Inventée,,FR,government,email,contacted,\n"  # by name
    "2025-01-12,Office of the member,,,,,phone,replied,901\n"  # the same, by reference
    "2025-01-11,Invented Party,,,,,email,contacted,903\n"
    "2025-01-11,Invented University,Dora Plasti,professor,GR,university,email,contacted,\n"  # a namesake
    "2025-01-11,Invented Party,Dora Plasti,,BG,,email,contacted,\n"  # another country, so another person
    "2025-01-13,Invented Party,Emil Gone,MEP,MT,,email,contacted,\n"  # no longer in the list
)


def loaded(installation: Installation) -> Installation:
    """Four members of three states; two of them and one former one were contacted, one has answered."""
    toml = next((installation.root / "campaigns").glob("*/campaign.toml"))
    toml.write_text(toml.read_text() + 'lead_committees = ["ITRE"]\n')
    installation.load(installation.write("members.csv", LIST + MEMBERS))
    installation.load(installation.write("log.csv", LOG + STEPS))
    return installation


def test_a_member_is_found_by_reference_or_name_and_a_namesake_is_not(installation: Installation) -> None:
    query = """
        select country, member_group, in_lead_committee, step, sum(members) from member_step_daily
        where step in ('listed', 'contacted', 'replied') group by all order by all"""
    assert loaded(installation).ask(query) == [
        ("FR", "NA", True, "listed", 1),
        ("FR", "Red", False, "contacted", 1),
        ("FR", "Red", False, "listed", 1),
        ("FR", "Red", False, "replied", 1),
        ("GR", "Blue", True, "listed", 1),
        ("MT", "", False, "contacted", 1),
        ("MT", "Red", True, "contacted", 1),
        ("MT", "Red", True, "listed", 1),
    ]


def test_chairs_and_vice_chairs_are_members_of_their_committee(installation: Installation) -> None:
    query = """
        select committee, seat, sum(members) from member_step_daily_committee where step = 'listed'
        group by all order by all"""
    assert loaded(installation).ask(query) == [
        ("ENVI", "member", 2),
        ("ENVI", "substitute", 1),
        ("ITRE", "member", 3),
        ("JURI", "substitute", 1),
    ]


def test_a_seat_that_is_none_is_rejected(installation: Installation) -> None:
    wrong = MEMBERS.splitlines()[0].replace(",M,", ",X,")
    (entry,) = installation.load(installation.write("members.csv", f"{LIST}{wrong}\n"))["files"]
    assert (entry["accepted"], entry["rejected"]) == (0, 1)
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["value"], rejected["reason"].split(" (")[0]) == ("ENVI: X; JURI: S", "not a seat in a committee")


def test_coverage_is_told_by_state_group_and_committee_and_impossible_numbers_are_named(
    installation: Installation,
) -> None:
    loaded(installation)
    crowd = "".join(f"2025-01-14,Invented Party,Invented {n},MEP,MT,,email,contacted,\n" for n in "abcde")
    signed = "signed_at,name,country\n" + "".join(f"2024-11-01,Signer {n},DE\n" for n in range(400))
    installation.load(
        installation.write("more.csv", LOG + crowd), installation.write("signed.csv", signed + "2024-11-01,One,GR\n")
    )
    asked = ask(installation.root / "published")
    found = ask_by_name("members", asked)
    names = ["listed", "contacted_members", "replied", "lead_listed", "lead_contacted"]
    by_state = {row["name"]: tuple(row[names]) for _, row in found.rows.iterrows()}
    assert len(by_state) == 27
    assert by_state["France"] == (2, 1, 1, 1, 0)
    assert by_state["Malta"] == (1, 7, 0, 1, 1)
    assert by_state["Greece"] == (1, 0, 0, 1, 0)
    assert (
        found.sentence == "8 members of 4 listed contacted, 1 replied. Of 3 members of the lead committees, 1 (33 %). "
        "Few signers, and members in the lead committees: France (1) and Greece (1). "
        "Data to look at: Malta has 6 seats, and 7 members are contacted."
    )
    groups = asked("members_by_group")[["member_group", "listed", "contacted_members"]]
    assert groups.values.tolist() == [["Red", 2, 2], ["Blue", 1, 0], ["NA", 1, 0], ["In no list", 0, 6]]
    committees = asked("members_by_committee")[["committee", "is_lead", "listed", "contacted_members", "substitutes"]]
    assert committees.values.tolist() == [["ITRE", True, 3, 1, 0], ["ENVI", False, 2, 1, 1], ["JURI", False, 0, 0, 1]]
    assert len(member_cards(asked)) == 3

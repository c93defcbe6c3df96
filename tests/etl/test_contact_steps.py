"""How far contacts came: worked out by hand for a small invented campaign. Signed is measured, never typed."""

from pathlib import Path

from dashboard.answers.contact_funnel import contact_funnel, contact_funnel_by
from tests.dashboard.asking import ask
from tests.installation import Installation

LOG = "occurred_at,organisation,contact_role,country,institution_type,channel,stage,owner,wave,name,email,contact_ref\n"
SIGNED = "signed_at,name,email,affiliation,signer_kind\n"

# Who                      was contacted  how far, says the log  signed                            so came as far as
# rector@ (DE, email)      1 May          replied 3 May          9 May, by the same address        signed
# ada@ (DE, email)         1 May          clicked 2 May          20 April: before the contact      clicked
# Invented Union (FR)      2 May          contacted              8 May, in its own name            signed
# Invented Institute (FR)  2 May          "signed" 4 May         nobody who names it               committed
# C-17 (FR, phone)         3 May          declined 6 May         no                                replied, declined
# Bob Invented (no org.)   3 May          contacted              another Bob, of a company         contacted
# Invented College (DE)    only listed    target                 5 May                             is no contact
LOG_ROWS = (
    "2023-05-01,Invented University,rector,DE,university,email,contacted,team north,first,,Rector@uni.example,\n"
    "2023-05-03,Invented University,rector,DE,university,email,replied,team north,first,,rector@uni.example,\n"
    "2023-05-01,Invented University,,DE,university,email,contacted,Zebulonia,first,,ada@uni.example,\n"
    "2023-05-02,Invented University,,DE,university,email,clicked,Zebulonia,first,,ada@uni.example,\n"
    "2023-05-02,Invented Union,chair,FR,ngo,phone,contacted,Team North,second,,,\n"
    "2023-05-02,Invented Institute,director,FR,research_institute,phone,contacted,,second,,,\n"
    "2023-05-04,Invented Institute,director,FR,research_institute,phone,signed,,second,,,\n"
    "2023-05-03,Invented Forum,,FR,ngo,phone,contacted,,second,,,C-17\n"
    "2023-05-06,Invented Forum e.V.,press,FR,ngo,email,declined,,,,,C-17\n"
    "2023-05-03,,,,,phone,contacted,,,Bob Invented,,\n"
    "2023-05-01,Invented College,dean,DE,university,email,target,,first,,,\n"
)
SIGNATURES = (
    "2023-05-09,The Rector,rector@uni.example,,person\n"
    "2023-04-20,Ada Invented,ada@uni.example,Invented University,person\n"
    "2023-05-08,Invented Union,,Invented Union,organisation\n"
    "2023-05-09,Bob Invented,,Invented GmbH,person\n"
    "2023-05-05,Eve Invented,,Invented College,person\n"
)


def loaded(installation: Installation) -> Path:
    """The folder of snapshots of the small campaign above."""
    toml = next((installation.root / "campaigns").glob("*/campaign.toml"))
    toml.write_text(toml.read_text() + 'teams = ["team north"]\n')
    installation.load(
        installation.write("log.csv", LOG + LOG_ROWS), installation.write("signed.csv", SIGNED + SIGNATURES)
    )
    return installation.root / "published"


def test_the_funnel_is_the_one_worked_out_by_hand(installation: Installation) -> None:
    published = loaded(installation)
    found = contact_funnel(ask(published))
    steps = ["contacted", "delivered", "clicked", "replied", "committed", "signed", "declined"]
    assert found.rows["step"].tolist() == steps
    assert found.rows["contact_count"].tolist() == [6, 5, 5, 4, 3, 2, 1]
    assert found.summary == dict(zip(steps, [6, 5, 5, 4, 3, 2, 1], strict=True))
    signed = found.rows.iloc[5]
    # Wilson for 2 of 6: (1/3 + z²/12 ± z √(2/54 + z²/144)) / (1 + z²/6) with z = 1.96
    assert [round(signed[name], 3) for name in ("share", "share_low", "share_high")] == [0.333, 0.097, 0.7]
    assert round(signed["of_previous"], 3) == 0.667
    assert found.sentence == (
        "Of 6 contacts, 4 (67 %, between 30 and 90 %) got as far as a reply "
        "and 2 (33 %, between 9.7 and 70 %) as far as a signature."
    )


def test_every_group_has_its_funnel_and_no_step_has_more_than_the_one_before(installation: Installation) -> None:
    rows = contact_funnel_by(ask(loaded(installation))).rows
    courses = rows.groupby(["grouped_by", "group_name"])["contact_count"].agg(list)
    assert courses["country"].to_dict() == {
        "Germany": [2, 2, 2, 1, 1, 1, 0],
        "France": [3, 3, 3, 3, 2, 1, 1],
        "Unknown country": [1, 0, 0, 0, 0, 0, 0],
    }
    assert courses["channel"].to_dict() == {"email": [2, 2, 2, 1, 1, 1, 0], "phone": [4, 3, 3, 3, 2, 1, 1]}
    assert courses["wave"].to_dict() == {
        "first": [2, 2, 2, 1, 1, 1, 0], "second": [3, 3, 3, 3, 2, 1, 1], "Not named": [1, 0, 0, 0, 0, 0, 0],
    }  # fmt: skip
    assert courses["team"].to_dict() == {"team north": [2, 2, 2, 2, 2, 2, 0], "Not named": [4, 3, 3, 2, 1, 0, 1]}
    assert all(course[:6] == sorted(course[:6], reverse=True) for course in courses)


def test_on_an_earlier_day_contacts_had_not_come_further_than_they_had(installation: Installation) -> None:
    published = loaded(installation)
    assert contact_funnel(ask(published, "?as_of=2023-05-03")).rows["contact_count"].tolist() == [6, 2, 2, 1, 0, 0, 0]
    assert contact_funnel(ask(published, "?from=2023-05-02")).summary["contacted"] == 4
    assert contact_funnel(ask(published, "?countries=DE")).summary["signed"] == 1


def test_without_single_signatures_the_log_s_own_word_counts(installation: Installation) -> None:
    installation.load(installation.write("log.csv", LOG + LOG_ROWS))
    assert contact_funnel(ask(installation.root / "published")).summary["signed"] == 1


def test_a_contact_of_a_member_site_counts_in_the_network(installation: Installation) -> None:
    folder = installation.root / "reference" / "networks"
    folder.mkdir(parents=True)
    shipped = Path(__file__).parents[2] / "data" / "reference" / "networks" / "ellis.csv"
    header = shipped.read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",")[:2] == ["site", "country"], header
    (folder / "ellis.csv").write_text(f"{header}\nInvented Town,DE,Invented University\n")
    rows = contact_funnel_by(ask(loaded(installation))).rows
    network = rows[rows["grouped_by"] == "network"]
    assert network["contact_count"].tolist() == [2, 2, 2, 1, 1, 1, 0]


def test_an_address_in_place_of_a_reference_is_rejected(installation: Installation) -> None:
    row = "2023-05-01,Invented Union,,FR,ngo,phone,contacted,,,,,chair@union.example\n"
    installation.load(installation.write("log.csv", LOG + row))
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["column"], rejected["reason"]) == ("contact_ref", "an e-mail address, not a reference")


def test_neither_names_nor_addresses_of_contacts_are_kept(installation: Installation) -> None:
    loaded(installation)
    for path in installation.root.rglob("*.duckdb"):
        content = path.read_bytes()
        for word in (b"Zebulonia", b"uni.example", b"Bob Invented"):
            assert word not in content

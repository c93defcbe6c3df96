"""Exports of petition platforms: each is recognised, and what it does to a careless reader does not happen."""

from tests.installation import Installation

DAYS = "select cast(day as varchar), country, channel, signatures from signature_daily order by all"


def test_action_network_with_the_columns_of_any_account(installation: Installation) -> None:
    fixed = (
        "uuid,first_name,last_name,email,zip_code,can2_phone,can2_user_address,can2_user_city,can2_user_state,can2_county,"
        "can2_state_abbreviated,can2_user_tags,can2_subscription_status,can2_subscription_date,can2_sms_status,"
        "can2_lifetime_value"
    )
    row = 'u1,Ada,Invented,ada@uni.example,,,,,,,,"Donor, Press / Research",subscribed,2023-05-01 22:30:00 UTC,,'
    one = installation.write("one.csv", f"{fixed},Your institution\n{row},University of Vienna\n")
    other = installation.write(
        "other.csv", fixed.replace("can2_phone", "Phone Number") + f',Q1,Q2\n{row.replace("ada@", "bob@")},"a, b",\n'
    )
    installation.load(one, other)
    assert installation.ask("select format from load_ledger group by all") == [("action_network",)]
    # Half past ten in UTC is half past midnight in Brussels.
    assert installation.ask(DAYS) == [("2023-05-02", "ZZ", "action network", 2)]


def test_change_org_counts_by_the_country_named(installation: Installation) -> None:
    rows = "Name,City,State,Postal Code,Country,Signed On\nAda Invented,Graz,,8010,Austria,2023-05-01\n"
    installation.load(installation.write("change.csv", rows))
    assert installation.ask(DAYS) == [("2023-05-01", "AT", "change.org", 1)]


def test_civicrm_counts_only_status_2(installation: Installation) -> None:
    header = (
        "id,survey_id,contact_id,activity_date_time,activity_type_id,status_id,first_name,last_name,sort_name,"
        "organization_name,country_id,country_iso,country\n"
    )
    people = [("2", "Ada"), ("1", "Bob"), ("3", "Cem"), ("", "Dee")]
    rows = [
        f'{n},7,{n},2023-05-01 10:00:00,32,{status},{name},Invented,"Invented, {name}",,1152,NL,Netherlands\n'
        for n, (status, name) in enumerate(people)
    ]
    installation.load(installation.write("civicrm.csv", header + "".join(rows)))
    assert installation.counts("civicrm.csv") == (4, 1, 0, 2, 1)
    assert installation.ask(DAYS) == [("2023-05-01", "NL", "civicrm", 1)]


def test_the_three_layouts_of_the_action_center_are_told_apart_by_their_header(installation: Installation) -> None:
    files = {
        "a.csv": "first_name,last_name,email,zipcode,country_code,created_at\nA,I,a@x.example,1,IT,2023-05-01T10:00Z\n",
        "b.csv": "full_name,email,city,state,country\nBob I,bob@x.example,Rome,,Italy\n",
        "c.csv": "full_name,institution,affiliation_type\nCem I,University of Vienna,University\n",
    }
    installation.load(*(installation.write(name, text) for name, text in files.items()))
    assert installation.ask("select file, format from load_ledger order by file") == [
        ("a.csv", "eff_action_center"), ("b.csv", "eff_action_center_places"),
        ("c.csv", "eff_action_center_affiliations"),
    ]  # fmt: skip
    assert installation.ask(DAYS) == [
        ("2023-04-28", "AT", "action center", 1),  # the launch day
        ("2023-04-28", "IT", "action center", 1),
        ("2023-05-01", "IT", "action center", 1),
    ]


def test_unknown_is_missing_in_both_exports_of_proca(installation: Installation) -> None:
    simplified = (
        "id,firstname,country,email,type,date,campaign,widget_id,widget,comment,provider,utm_medium,utm_source,"
        "utm_campaign,utm_content\n"
        "1,Ada,FR,ada@x.example,petition,2023-05-01T10:00:00Z,c,1,w,,p,email,unknown,unknown,unknown\n"
        "2,unknown,unknown,unknown,petition,2023-05-01T10:00:00Z,c,1,w,,p,unknown,unknown,unknown,unknown\n"
    )
    legacy = (
        "page,campaign,firstname,lastname,email,postcode,country,date,id,optin\n"
        "p,c,Bob,Invented,bob@x.example,unknown,unknown,2023-05-02,3,true\n"
    )
    installation.load(installation.write("new.csv", simplified), installation.write("old.csv", legacy))
    assert installation.ask("select file, format, accepted, rejected from load_ledger order by file") == [
        ("new.csv", "proca", 1, 1), ("old.csv", "proca_legacy", 1, 0),
    ]  # fmt: skip
    assert installation.ask(DAYS) == [("2023-05-01", "FR", "email", 1), ("2023-05-02", "ZZ", "proca", 1)]


def test_pytition_has_no_days_and_waits_for_confirmation(installation: Installation) -> None:
    rows = (
        "first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed\n"
        "Ada,Invented,,ada@uni.fr,False,True\nBob,Invented,,bob@uni.fr,True,False\n"
        "first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed\n"
    )
    installation.load(installation.write("pytition.csv", rows), "--dated", "2023-05-03")
    assert installation.counts("pytition.csv") == (3, 1, 0, 1, 1)  # the header stands there twice
    assert installation.ask(DAYS) == [("2023-05-03", "FR", "pytition", 1)]


def test_petities_is_read_in_three_spellings_and_below_its_summary(installation: Installation) -> None:
    row = "{},Invented,Graz,1,2023-05-01 23:30:00\n"
    plain = "person_name,person_function,person_city,visible,confirmed_at\n" + row.format("Ada")
    english = "Petition:,An invented one\nSignature count:,1\n\nName,Function,City,Visible,Confirmed at\n" + row.format(
        "Bob"
    )
    dutch = "Naam,Functie,Woonplaats,Zichtbaar,Bevestigd op\n" + row.format("Cem")
    installation.load(*(installation.write(f"{n}.csv", text) for n, text in enumerate((plain, english, dutch))))
    assert installation.ask("select format, accepted, rejected from load_ledger order by file") == [
        ("petities", 1, 0), ("petities_en", 1, 2), ("petities_nl", 1, 0),
    ]  # fmt: skip
    assert installation.ask(DAYS) == [("2023-05-01", "ZZ", "petities.nl", 3)]  # half past eleven in Amsterdam

"""What signatures came through: from files to the shares that the page shows, worked out by hand and by SQL."""

from dashboard.answers.credit import credit
from tests.dashboard.asking import ask
from tests.installation import Installation

FORM = (
    "signed_at,name,email,country,channel,partner,campaign_tag\n"
    "2023-05-01,A,a@x.example,DE,form,Invented Union,may mailing\n"
    "2023-05-01,B,b@x.example,DE,form,invented union,\n"
    "2023-05-02,C,c@x.example,FR,newsletter,,May mailing\n"
    "2023-05-03,D,d@x.example,FR,,,\n"
    "2023-05-03,E,e@x.example,FR,form,person@x.example,\n"  # somebody's address is no partner
    "2023-05-04,A,a@x.example,DE,social,Somebody Else,later\n"  # A has signed before
)
PROCA = (
    "id,firstname,country,email,type,date,campaign,widget_id,widget,comment,provider,utm_medium,utm_source,"
    "utm_campaign,utm_content\n"
    "1,F,FR,f@x.example,petition,2023-05-01T10:00:00Z,c,1,w,,p,social,figment,may mailing,unknown\n"
    "2,G,FR,g@x.example,petition,2023-05-01T10:00:00Z,c,1,w,,p,unknown,unknown,unknown,unknown\n"
)


def test_every_signature_has_its_part_and_unknown_is_the_rest(installation: Installation) -> None:
    installation.load(installation.write("form.csv", FORM), installation.write("proca.csv", PROCA))
    ((total,),) = installation.ask("select sum(signatures)::bigint from signature_daily")
    by_channel = installation.ask("select channel, sum(signatures)::bigint from signature_daily group by all")
    by_partner = installation.ask(
        "select partner, sum(signatures)::bigint from signature_daily_credit where partner <> '' group by 1 order by 1"
    )
    found = credit(ask(installation.root / "published"))
    rows = {
        way: list(zip(parts["credited_to"], parts["signatures"], strict=True))
        for way, parts in found.rows.groupby("credited_by", sort=False)
    }
    assert rows == {
        "channel": [("form", 3), ("newsletter", 1), ("social", 1), ("Unknown", 2)],
        "partner": [("invented union", 2), ("figment", 1), ("Unknown", 4)],
        "campaign tag": [("may mailing", 3), ("Unknown", 4)],
    }
    assert total == 7
    assert dict(by_channel) == {"form": 3, "newsletter": 1, "social": 1, "unknown": 2}
    assert by_partner == [("figment", 1), ("invented union", 2)]
    assert found.rows.groupby("credited_by")["share"].sum().round(12).tolist() == [1.0, 1.0, 1.0]
    assert found.sentence == (
        "A channel is known for 71 % of 7 signatures, a partner for 43 % and a campaign tag for 43 %."
    )


def test_filters_choose_from_all_parts_alike(installation: Installation) -> None:
    installation.load(installation.write("form.csv", FORM))
    found = credit(ask(installation.root / "published", "?countries=DE&from=2023-05-01&to=2023-05-03"))
    assert found.summary == {"signatures": 2, "channel": 2, "partner": 2, "campaign tag": 1}
    assert found.rows["credited_to"].tolist() == [
        "form",
        "Unknown",
        "invented union",
        "Unknown",
        "may mailing",
        "Unknown",
    ]
    assert found.rows["share"].tolist() == [1, 0, 1, 0, 0.5, 0.5]


def test_nobody_is_credited_for_nothing(installation: Installation) -> None:
    installation.load(installation.write("form.csv", FORM))
    found = credit(ask(installation.root / "published", "?countries=MT"))
    assert found.sentence == "No signatures in this selection."

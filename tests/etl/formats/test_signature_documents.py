"""Signatures out of OSDI, Proca's queue and lists of organisations."""

import json

from tests.installation import Installation


def osdi(*signatures: dict[str, object]) -> str:
    return json.dumps({"total_pages": 1, "_embedded": {"osdi:signatures": list(signatures)}})


def signature(day: str, person: str, **embedded: object) -> dict[str, object]:
    """An invented signature; ``embedded``: what is told of the person beside the link."""
    return {
        "origin_system": "Invented",
        "action_date": f"{day}T10:00:00Z",
        "comments": "quuxcomment",
        "referrer_data": {"source": "mailing-1", "referrer": "invented", "website": "", "url": ""},
        "_links": {"osdi:person": {"href": f"https://osdi.example/people/{person}"}},
        **({"_embedded": {"osdi:person": embedded}} if embedded else {}),
    }


def test_people_who_are_only_linked_are_told_apart_by_the_link(installation: Installation) -> None:
    text = osdi(signature("2023-05-01", "1"), signature("2023-05-02", "1"), signature("2023-05-03", "2"))
    (entry,) = installation.load(installation.write("signatures.json", text))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["duplicate"]) == ("osdi", 3, 2, 1)
    columns = "cast(day as varchar), channel, signatures"
    assert installation.ask(f"select {columns} from signature_daily order by all") == [
        ("2023-05-01", "mailing-1", 1),
        ("2023-05-03", "mailing-1", 1),
    ]


def test_an_embedded_person_counts_as_the_same_person_of_another_source(installation: Installation) -> None:
    ada = {"given_name": "Ada", "family_name": "Invented", "email_addresses": [{"address": "Ada@invented.example"}]}
    text = osdi(signature("2023-05-02", "1", **ada, postal_addresses=[{"country": "NO"}]))
    rows = "signed_at,name,email\n2023-05-03,Ada Invented,ada@invented.example\n"
    installation.load(installation.write("s.json", text), installation.write("s.csv", rows))
    assert installation.ask("select country, signatures from signature_daily") == [("NO", 1)]
    for path in installation.root.rglob("*.duckdb"):
        assert b"quuxcomment" not in path.read_bytes()


def message(campaign: str, **values: object) -> str:
    """A line of an invented Proca queue."""
    given = {
        "action.createdAt": "2023-05-01T10:00:00Z",
        "action.testing": False,
        "contact.contactRef": "ref-1",
    } | values
    content: dict[str, object] = {"schema": "proca:action:2", "actionId": 1, "campaign": {"name": campaign}}
    for path, value in given.items():
        part, _, name = path.partition(".")
        content[part] = {**content.get(part, {}), name: value}  # type: ignore[dict-item]  # all parts are objects
    return json.dumps(content)


def test_a_proca_queue_holds_tests_unknown_countries_and_lines_that_are_torn(installation: Installation) -> None:
    lines = [
        message("peace", **{"contact.email": "a@invented.example", "contact.country": "unknown", "contact.area": "FR"}),
        message("peace", **{"contact.email": "b@invented.example", "contact.area": "NO", "tracking.source": "unknown"}),
        message("peace", **{"contact.contactRef": "ref-9", "contact.area": "unknown"}),
        message("peace", **{"contact.email": "c@invented.example", "action.testing": True}),
        '{"schema": "proca:action:2", "actionId": 5',
        "",
        message("other", **{"contact.email": "d@invented.example"}),
    ]
    file = installation.write("queue.jsonl", "\n".join(lines))
    assert "holds 2 campaigns (other, peace); choose one with --only VALUE" in installation.refuse(file)
    (entry,) = installation.load(file, "--only", "peace")["files"]
    assert entry["format"] == "proca_queue"
    assert installation.counts("queue.jsonl") == (5, 3, 0, 1, 1)
    assert installation.ask("select country, sum(signatures) from signature_daily group by all order by all") == [
        ("FR", 1),
        ("NO", 1),
        ("ZZ", 1),
    ]
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["reason"][:8]) == (5, "not JSON")


YAML = """# An invented list
- {organization: "Invented Forum", url: forum.example, region: NO}
- organization: Null
  url: null.example
- organization: "007"
  url:
  region: ~
- url: nameless.example
  region: DE
- just a text
"""


def test_norway_is_no_falsehood_and_every_entry_stands_in_its_line(installation: Installation) -> None:
    (entry,) = installation.load(installation.write("organisations.yaml", YAML))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["rejected"]) == ("organisations_yaml", 5, 3, 2)
    assert installation.ask("select country, signer_kind, signatures from signature_daily order by all") == [
        ("NO", "organisation", 1),
        ("ZZ", "organisation", 2),
    ]
    rejected = installation.etl("rejects", "--json").json
    assert [(r["line"], r["value"], r["reason"]) for r in rejected] == [
        (8, "", "neither a name nor an e-mail address"),
        (10, "just a text", "not an object with fields"),
    ]

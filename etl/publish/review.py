"""Counting signatures with the organisers' answers, and the questions that are still open."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from etl.campaign import Campaign, all_campaigns
from etl.data_dir import DataDir
from etl.publish.overrides import Answers, Override
from etl.resolve.affiliation import Resolver
from etl.resolve.country import countries_of
from etl.resolve.reference import Reference
from etl.sql import append_records, run_file
from etl.warehouse.warehouse import open_for_reading

_QUESTIONS = """
select q.affiliation, q.signatures, coalesce(a.country, ''), a.institution_type, coalesce(a.institution, ''),
       a.confidence, a.why
from open_question q join affiliation a on a.text = q.affiliation
where campaign_id = $campaign
order by q.signatures * (1 - a.confidence) desc, q.affiliation
"""


@dataclass(frozen=True)
class Question:
    """An affiliation text that the rules are not sure of, with what they propose and why.

    ``signatures``: counted signatures that an answer would settle. ``confidence``: 0 (nothing is known) to 1.
    """

    affiliation: str
    signatures: int
    country: str
    institution_type: str
    institution: str
    confidence: float
    why: str


def open_questions(data_dir: DataDir, campaign: Campaign) -> list[Question]:
    """The open questions of a campaign, uncertain and frequent ones first."""
    with open_for_reading(data_dir.warehouse) as connection:
        count_signatures(connection, data_dir, all_campaigns(data_dir))
        found = connection.execute(_QUESTIONS, {"campaign": campaign.campaign_id}).fetchall()
    return [Question(*row) for row in found]


def count_signatures(connection: duckdb.DuckDBPyConnection, data_dir: DataDir, campaigns: list[Campaign]) -> None:
    """Make the views counted_signature and open_question over the warehouse in use.

    Raises:
        Refused: a campaign's overrides.csv cannot be read.
    """
    run_file(connection, "load/folded.sql")
    run_file(connection, "publish/answer.sql")
    answers = Answers(data_dir)
    rows = [row for campaign in campaigns for row in _answers(data_dir, campaign, answers.of(campaign))]
    append_records(connection, "answer", rows)
    run_file(connection, "publish/answered.sql")
    run_file(connection, "publish/counted_signature.sql")
    run_file(connection, "publish/open_questions.sql")


def _answers(data_dir: DataDir, campaign: Campaign, overrides: list[Override]) -> Iterator[dict[str, str | None]]:
    """Rows of the table answer. An institution that is named brings its id, and what the answer leaves open of it."""
    reference = Reference(data_dir.reference)
    names = {country.iso2: country.name for country in countries_of(reference).table()} if overrides else {}
    named = [override for override in overrides if override.institution]
    texts = [", ".join(filter(None, (override.institution, names.get(override.country, "")))) for override in named]
    meant = dict(zip(named, Resolver(reference).resolve(texts), strict=True))
    for override in overrides:
        found = meant.get(override)
        known_type = found.institution_type if found and found.type_from in ("institution", "rule") else None
        yield {
            "campaign_id": campaign.campaign_id,
            "text": override.affiliation,
            "country": override.country or (found.country if found else None),
            "institution_type": override.institution_type or known_type,
            "institution": (found.institution or override.institution) if found else None,
            "institution_id": (found.institution_id or override.institution.lower()) if found else None,
        }

"""Invented signatures: two overlapping exports of a web form, and the first signers as a list in Markdown."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from etl.demo.exports import Row, cut_short, repeated, with_a_column_too_many, with_faults, write_csv, written_as
from etl.demo.people import Inventor, Signer
from etl.demo.plan import TIME_ZONE, Moment
from etl.demo.words import institutions, places

_HEADER = (
    *("signed_at", "name", "email", "affiliation", "country", "institution_type", "channel", "confirmed"),
    *("partner", "campaign_tag"),
)
_CHANNELS, _CHANNEL_WEIGHTS = ("form", "newsletter", "social", "event"), (60, 20, 16, 4)
_CREDITS = {  # of a channel: the partner who brought its signatures, the campaign tag
    "newsletter": ("Alliance of Invented Libraries", "first newsletter"),
    "social": ("", "spring posts"),
    "event": ("Made-Up Society for Open Science", ""),
}
_FIRST_EXPORT_ENDS, _SECOND_EXPORT_BEGINS = timedelta(days=45), timedelta(days=30)  # after the launch
_FAULTS = (
    written_as("31.02.2026 25:61", 0),
    written_as("yesterday", 0),
    written_as("", 1),
    written_as("", 1, 2),
    written_as("Atlantis", 4),
    written_as("n/a", 4),
    repeated,
    cut_short,
    with_a_column_too_many,
)
_SOCIETIES = (
    "- Alliance of Invented Libraries (AIL) - A federation of invented libraries in twelve member states",
    "- Made-Up Society for Open Science (MSOS) - A society of invented researchers",
    "- Figment Developers Europe (FDE) - More than 400 invented companies",
)


def write_web_form_exports(folder: Path, moments: list[Moment], rng: Random) -> list[Path]:
    """Write the form's two exports in the layout signatures_csv; fifteen days stand in both of them."""
    rows = [_row(moment, signer, rng) for moment, signer in zip(moments, _signers(moments, rng), strict=True)]
    launched_on = moments[0].day
    first_ends, second_begins = launched_on + _FIRST_EXPORT_ENDS, launched_on + _SECOND_EXPORT_BEGINS
    exports = {
        "web-form-1.csv": [row for row, moment in zip(rows, moments, strict=True) if moment.day <= first_ends],
        "web-form-2.csv": [row for row, moment in zip(rows, moments, strict=True) if moment.day >= second_begins],
    }
    return [
        write_csv(folder / name, _HEADER, with_faults(sorted(chosen), _FAULTS, 0.008, rng))
        for name, chosen in exports.items()
    ]


def write_first_signers(path: Path, rng: Random) -> Path:
    """Write the list of first signers in the layout letter_markdown: three societies and 24 invented professors."""
    inventor = Inventor(rng)
    country_names = {place.iso2: place.spellings[1] for place in places()}
    universities = [institution for institution in institutions() if institution.institution_type == "university"]
    professors = [
        f"- **Prof. {inventor.name()}**: Professor at {university.spellings[0]}, {country_names[university.country]}"
        for university in rng.sample(universities, 24)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["## First signers", "", *_SOCIETIES, *professors, ""]), encoding="utf-8")
    return path


def _signers(moments: list[Moment], rng: Random) -> list[Signer]:
    """Who signs at each moment; one in fifty has signed before and now puts the affiliation differently."""
    inventor = Inventor(rng)
    known = places()
    weights = [place.weight for place in known]
    signers: list[Signer] = []
    for number, moment in enumerate(moments):
        if signers and rng.random() < 0.02:
            before = rng.choice(signers)
            signers.append(replace(before, affiliation=inventor.affiliation(before.place)))
            continue
        # What happens in one country moves people in others as well, but one in four only.
        here = [place for place in known if place.iso2 == moment.country and rng.random() < 0.75]
        signers.append(inventor.signer(number, here[0] if here else rng.choices(known, weights)[0]))
    return signers


def _row(moment: Moment, signer: Signer, rng: Random) -> Row:
    signed_at = datetime.combine(moment.day, time(moment.hour, rng.randrange(60), rng.randrange(60)), TIME_ZONE)
    country = rng.choice(signer.place.spellings) if rng.random() < 0.55 else ""
    kind = signer.affiliation.institution_type if rng.random() < 0.45 else ""
    (channel,) = rng.choices(_CHANNELS, _CHANNEL_WEIGHTS)
    return [
        signed_at.isoformat(),
        signer.name,
        signer.email,
        signer.affiliation.text,
        country,
        kind,
        channel,
        "no" if rng.random() < 0.03 else "yes",
        *_CREDITS.get(channel, ("", "")),
    ]

"""What the card "Load a file" says in each of its states: waiting, looking, inspected, loading, ended."""

from pathlib import Path
from typing import IO

import pandas as pd
from flask import render_template

from dashboard.catalogue import catalogue
from dashboard.errors import NoSnapshotError
from dashboard.loading import job
from dashboard.loading.documents import Choices, Inspected, LoadedFile
from dashboard.loading.uploads import Upload, Uploads
from dashboard.snapshot import Published
from dashboard.tables import table_html
from dashboard.words import count_of, listed, number

LARGEST_FILE = 50_000_000  # bytes


class Desk:
    """Takes the files of one data directory and answers with the card's HTML; what it knows stands in the uploads."""

    def __init__(self, data_dir: Path, published: Published) -> None:
        self._data_dir, self._published, self._uploads = data_dir, published, Uploads(data_dir)
        self.too_large = (
            f"This page takes files of up to {LARGEST_FILE // 1_000_000} MB. "
            f"Load a larger one in a terminal: campaign-etl load FILE --data-dir {data_dir}"
        )

    def welcome(self, said: str = "") -> str:
        """The card without a file. said: why it is so."""
        self._uploads.sweep()
        return render_template("waiting.html", said=said, too_large=self.too_large, largest=LARGEST_FILE)

    def take(self, name: str, content: IO[bytes]) -> str:
        """Keep a file; the card asks for the rest at once."""
        self._uploads.sweep()
        upload = self._uploads.keep(name, content)
        return render_template("looking.html", upload=upload)

    def show(self, ident: str, choices: Choices) -> str:
        """What there is to say of a file now: what loading would do, how far it is, or how it ended."""
        upload = self._uploads.find(ident)
        found = job.progress(upload)
        if found is None:
            return self._inspected(upload, choices)
        if found.running:
            return render_template("loading.html", upload=upload, lines=found.lines)
        if found.file is None or found.file.state == "refused":
            return render_template("ended.html", upload=upload, file=found.file, lines=found.lines)
        row = table_html(_ledger_row(found.file))
        return render_template("ended.html", upload=upload, file=found.file, sums=_sums(found.file), row=row)

    def describe(self, ident: str, choices: Choices) -> str:
        """Keep the reader's description of a file, and look at it again."""
        upload = self._uploads.find(ident)
        try:
            job.describe(self._data_dir, upload, choices.description)
        except job.RefusedError as refusal:
            return self._refused(upload, choices, refusal)
        return self._inspected(upload, choices.model_copy(update={"kind": ""}))  # the description says it

    def load(self, ident: str, choices: Choices) -> str:
        """Begin to load a file."""
        job.start(self._data_dir, self._uploads.find(ident), choices)
        return self.show(ident, choices)

    def discard(self, ident: str) -> str:
        """Put a file away."""
        self._uploads.find(ident).discard()
        return self.welcome()

    def _inspected(self, upload: Upload, choices: Choices) -> str:
        choices = self._of_a_campaign(choices)
        try:
            found = job.inspect(self._data_dir, upload, choices)
        except job.RefusedError as refusal:
            return self._refused(upload, choices, refusal)
        headings, first = _first_rows(found)
        rows = count_of(found.rows_in, "row")
        return render_template(
            "inspected.html", found=found, rows=rows, headings=headings, first=first, number=number, upload=upload,
            choices=choices, campaigns=self._campaigns(),
        )  # fmt: skip

    def _refused(self, upload: Upload, choices: Choices, refusal: job.RefusedError) -> str:
        return render_template(
            "refused.html", sentence=str(refusal), description=choices.description or refusal.description,
            upload=upload, choices=self._of_a_campaign(choices), campaigns=self._campaigns(),
        )  # fmt: skip

    def _of_a_campaign(self, choices: Choices) -> Choices:
        """The same choices with the first campaign, where none is chosen that there is."""
        campaigns = self._campaigns()
        if choices.campaign in campaigns:
            return choices
        return choices.model_copy(update={"campaign": next(iter(campaigns), "")})

    def _campaigns(self) -> dict[str, str]:
        """Id → title of every campaign of the installation; one that has not been published is called by its id."""
        try:
            known = catalogue(self._published.current()).campaigns
        except NoSnapshotError:
            known = ()
        titles = {campaign.campaign_id: campaign.title for campaign in known}
        ids = sorted(path.parent.name for path in self._data_dir.glob("campaigns/*/campaign.toml"))
        return {ident: titles.get(ident, ident) for ident in ids}


def _first_rows(found: Inspected) -> tuple[list[str], list[list[str]]]:
    """Headings and cells of what the first records hold. A moment is a date as it was understood."""
    held = [name for record in found.records for name, value in record.items() if value is not None and name != "part"]
    fields = list(dict.fromkeys(held))
    headings = [name.replace("_moment", ", as read").replace("_", " ").capitalize() for name in fields]
    return headings, [[_cell(name, record[name]) for name in fields] for record in found.records]


def _cell(field: str, value: str | int | None) -> str:
    if value is None:
        return "–"
    return str(value)[:16].replace("T", " ") if field.endswith("_moment") else str(value)


def _sums(file: LoadedFile) -> str:
    parts = {"accepted": file.accepted, "duplicate": file.duplicate, "rejected": file.rejected, "pending": file.pending}
    return f"{count_of(file.rows_in, 'row')}, {listed([f'{number(rows)} {part}' for part, rows in parts.items()])}"


def _ledger_row(file: LoadedFile) -> pd.DataFrame:
    row = file.model_dump(exclude={"state", "message"} if file.note else {"state", "message", "note"})
    return pd.DataFrame([row])

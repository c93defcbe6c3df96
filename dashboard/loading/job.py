"""The jobs of etl on an uploaded file, each a process of its own: look at it, load it, see how far that is."""

import fcntl
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from pydantic import ValidationError

from dashboard.errors import DashboardError
from dashboard.loading.documents import Choices, Inspected, Loaded, LoadedFile, Refusal
from dashboard.loading.uploads import NoSuchUploadError, Upload

LOOKING_SECONDS = 120


class RefusedError(DashboardError):
    """The file cannot be loaded; the sentence is the loader's own. description: a first one, where no format fits."""

    def __init__(self, sentence: str, description: str = "") -> None:
        super().__init__(sentence)
        self.description = description


class LookingError(RefusedError):
    """The file could not be looked at."""


@dataclass(frozen=True)
class Progress:
    """How far loading is. lines: what the loader said; file: what became of it, None while running or if it failed."""

    running: bool
    lines: list[str]
    file: LoadedFile | None = None


def inspect(data_dir: Path, upload: Upload, choices: Choices) -> Inspected:
    """Say what loading would do; nothing changes. Raises RefusedError and NoSuchUploadError."""
    ended = _ended(_command("inspect", data_dir, upload, choices))
    try:
        if ended.returncode == 2:
            refusal = Refusal.model_validate_json(ended.stdout)
            raise RefusedError(refusal.refused, refusal.description)
        return Inspected.model_validate_json(ended.stdout)
    except ValidationError as strange:
        said = ended.stderr.decode(errors="replace").strip()
        raise LookingError(f"This file could not be looked at. {said}") from strange


def describe(data_dir: Path, upload: Upload, description: str) -> None:
    """Keep a description among the sources of the installation. Raises RefusedError where it is wrong."""
    upload.description.write_text(description, encoding="utf-8")
    command = [sys.executable, "-m", "etl", "formats", "--replace", f"--add={upload.description}"]
    ended = _ended([*command, f"--data-dir={data_dir.resolve()}"])
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip()
        raise RefusedError(f"The description: {said.removeprefix(f'{upload.description}: ')}", description)


def start(data_dir: Path, upload: Upload, choices: Choices) -> None:
    """Begin to load. A load that has begun is left alone, however often it is asked for."""
    command = _command("load", data_dir, upload, choices)
    try:
        said = upload.said.open("xb")
    except FileExistsError:
        return
    with said, upload.outcome.open("xb") as outcome:
        fcntl.flock(said, fcntl.LOCK_EX)  # the loader inherits it: it is gone when the loader is, however that ends
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=outcome, stderr=said,
            start_new_session=True,  # stopping the server does not stop a load
        )  # fmt: skip
    Thread(target=_tidy, args=(process, upload), daemon=True).start()


def progress(upload: Upload) -> Progress | None:
    """How far the load is, asked from any process; None before it has begun."""
    if not upload.said.exists():
        return None
    with upload.said.open(encoding="utf-8", errors="replace") as said:
        try:
            fcntl.flock(said, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return Progress(running=True, lines=said.read().splitlines())
        lines = said.read().splitlines()
    try:
        loaded = Loaded.model_validate_json(upload.outcome.read_bytes())
    except ValidationError:  # it ended before it could print
        return Progress(running=False, lines=lines)
    return Progress(running=False, lines=lines, file=loaded.files[0])


def _ended(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=LOOKING_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise LookingError("This file takes too long to look at here: load it in a terminal.") from slow


def _command(name: str, data_dir: Path, upload: Upload, choices: Choices) -> list[str]:
    if upload.file is None:
        raise NoSuchUploadError("This file is no longer here: choose it again.")
    to = f"--data-dir={data_dir.resolve()}"
    return [sys.executable, "-m", "etl", name, "--json", to, *choices.options(), "--", str(upload.file.resolve())]


def _tidy(process: subprocess.Popen[bytes], upload: Upload) -> None:
    """Once the loader has ended nobody needs the uploaded file; what became of it stays to be read."""
    process.wait()
    if file := upload.file:
        file.unlink(missing_ok=True)

"""Runs a command and says what it took."""

import os
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter


class CommandFailed(Exception):
    """A measured command ended with an error; the message holds the command and what it said."""


@dataclass(frozen=True)
class Measurement:
    """``seconds``: wall clock with the start of the process; ``cpu_seconds``: what all processors spent on it, however
    busy they are; ``peak_mib``: its largest resident memory."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def measured(*arguments: str) -> Measurement:
    """Run ``python -m`` with the arguments, in a process of its own so that memory is not mixed with ours.

    Raises:
        CommandFailed: it ended with an error.
    """
    command = [sys.executable, "-m", *arguments]
    # Compiled once and kept, as on any machine that is not told otherwise.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None  # PIPE was asked for
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}: {output.strip()}")
    bytes_per_unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, KiB on Linux
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * bytes_per_unit / 2**20, output)

"""A server in a process of its own, for as long as a block lasts."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE_SECONDS = 60


class DidNotStart(Exception):
    """The server ended, or did not answer within a minute; the message holds the command."""


@dataclass(frozen=True)
class Served:
    """Where a server answers, and the process that was started."""

    address: str
    pid: int


def free_port() -> int:
    """A port of the loopback address that nobody listens on at this moment."""
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        port: int = candidate.getsockname()[1]
    return port


@contextmanager
def serving(port: int, *arguments: str) -> Iterator[str]:
    """As ``served``, where only the address is of interest."""
    with served(port, *arguments) as server:
        yield server.address


@contextmanager
def served(port: int, *arguments: str) -> Iterator[Served]:
    """Run ``python -m`` with the arguments until the block ends; gives the server once it answers.

    Raises:
        DidNotStart: it ended or stayed silent.
    """
    command = [sys.executable, "-m", *arguments]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = monotonic() + _PATIENCE_SECONDS
            while not _answers(address):
                if process.poll() is not None or monotonic() > deadline:
                    raise DidNotStart(" ".join(command))
                sleep(0.1)
            yield Served(address, process.pid)
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as response:
            return int(response.status) == 200
    except (URLError, ConnectionError, TimeoutError):
        return False

"""Send hostile bodies to the callbacks of a real server: python -m bench.hostile_bodies [BODIES].

What a page itself would send is bent in ways that were seen elsewhere: types swapped, unknown ids, NaN, deep and broken
JSON, 30 MB, SQL, HTML, naughty strings. No answer may be a fault, or say how the server is made. What was answered is
written to bench/hostile_bodies.md.
"""

import copy
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from bench.machine import machine, software
from bench.server import free_port, serving

DEFAULT_BODIES = 10_000
_LARGEST, _EVERY = 30_000_000, 2_500  # bytes of one in so many bodies
_RESULTS = Path(__file__).with_name("hostile_bodies.md")
_REPORT = """\
# Hostile bodies

Written by `python -m bench.hostile_bodies {count}` on {day}: what a page would post to the callbacks, bent, sent to a
server on loopback one after the other. 400 is the answer to what no page would send, 413 to what is too large.

- Machine: {machine}
- Software: {software}

{answers}
"""
_NAUGHTY = Path(__file__).parents[1] / "tests" / "etl" / "naughty_texts.json"
_TRACES = (b"Traceback", b'File "', b"duckdb.", b"pandas", b"site-packages", b"werkzeug")
_VALUES: list[Any] = [
    None, True, 7, -1, 1e308, float("nan"), float("inf"), [], {}, [None, {"b": []}], {"$ne": None}, {"a": {"b": 1}},
    "'; drop table event; --", "' or 1=1 --", "1); attach '/etc/passwd' as x; --", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "{{7*7}}", "../../etc/passwd", "\x00", "\ud800", "x" * 5_000, ["x"] * 500,
    "?campaign=a&campaign=b&from=x&to=\x00&countries=" + ",".join(["DE"] * 900), "2026-02-30", ["2026-13-01", None],
]  # fmt: skip
Body = dict[str, Any]


@dataclass
class HostileBodies:
    """How many bodies were answered with which status, what was wrong, and how long the answers took."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The result in Markdown."""
        counted = ", ".join(f"{status}: {count}" for status, count in sorted(self.statuses.items()))
        ordered = sorted(self.milliseconds)
        return [
            f"{sum(self.statuses.values())} hostile bodies, by status: {counted}.",
            f"Median {median(ordered):.1f} ms, 99th percentile {ordered[len(ordered) * 99 // 100]:.1f} ms.",
            *([f"{len(self.faults)} faults:", *self.faults[:20]] if self.faults else ["No fault, no trace."]),
        ]

    def judge(self, body: bytes, status: int, answer: bytes) -> None:
        """Note an answer, and what is wrong with it."""
        self.statuses[status] += 1
        said = [trace.decode() for trace in _TRACES if trace in answer]
        if status >= 500 or said or (status >= 400 and len(answer) > 200):
            self.faults.append(f"{status} ({', '.join(said)}) for {body[:300]!r}: {answer[:300]!r}")


def own_bodies(dependencies: list[Body]) -> list[Body]:
    """What a page sends to each callback that runs on the server, from what the server says of its callbacks."""
    values = {"address.pathname": "/reach", "address.search": "?countries=MT", "follow.n_intervals": 1}
    bodies: list[Body] = []
    for spec in dependencies:
        if spec.get("clientside_function"):
            continue
        later = "later" in spec["output"]
        ident: Any = {"later": "forecast"}
        places = [one.rsplit(".", 1) for one in spec["output"].strip(".").split("...")]
        outputs = [{"id": ident if later else one, "property": what} for one, what in places]
        given = {
            kind: [
                {"id": ident, "property": "id", "value": ident}
                if one["id"].startswith("{")
                else {**one, "value": values.get(f"{one['id']}.{one['property']}")}
                for one in spec[kind]
            ]
            for kind in ("inputs", "state")
        }
        several = spec["output"].startswith("..")
        bodies.append(
            {"output": spec["output"], "outputs": outputs if several else outputs[0], "changedPropIds": [], **given}
        )
    return bodies


def hostile_bodies(own: list[Body], count: int, seed: int) -> Iterator[bytes]:
    """So many bodies, always the same ones for a seed."""
    chance = Random(seed)
    naughty = [text for texts in json.loads(_NAUGHTY.read_text(encoding="utf-8")).values() for text in texts]
    for number in range(count):
        if number % _EVERY == _EVERY - 1:
            yield b'{"output":"' + b"x" * _LARGEST + b'"}'
            continue
        yield _bent(copy.deepcopy(chance.choice(own)), naughty, chance)


def _bent(body: Body, naughty: list[str], chance: Random) -> bytes:
    given = [*body["inputs"], *body["state"]]
    wrong = chance.choice([chance.choice(_VALUES), chance.choice(naughty)])
    match chance.randrange(12):
        case 0 | 1 | 2 | 3:
            chance.choice(given)["value"] = wrong
        case 4:
            chance.choice(given)[chance.choice(["id", "property"])] = wrong
        case 5:
            body[chance.choice([*body, "extra"])] = wrong
        case 6:
            body.pop(chance.choice(list(body)))
        case 7:
            body["output"] = chance.choice(["page.children", "..page.children...", "__proto__.x", "x" * 5_000])
        case 8:
            body[chance.choice(["inputs", "state", "changedPropIds"])] = [wrong] * chance.randrange(1, 600)
        case 9:
            deep = chance.randrange(10, 20_000)
            return json.dumps(body).replace('"value"', '"value": ' + "[" * deep + "]" * deep + ', "x"', 1).encode()
        case 10:
            text = json.dumps(body).encode()
            return text[: chance.randrange(len(text))]
        case _:
            return chance.choice([b"", b"null", b"[]", b"7", b"\xff\xfe{}", b"NaN", json.dumps(wrong).encode()])
    return json.dumps(body).encode()


def benchmark_hostile_bodies(count: int, data_dir: Path) -> HostileBodies:
    """Serve an installation on loopback and send it so many bodies, one after the other."""
    result, port = HostileBodies(), free_port()
    with serving(port, "dashboard", "serve", "--data-dir", str(data_dir), "--port", str(port)) as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        connection.request("GET", "/_dash-dependencies")
        own = own_bodies(json.loads(connection.getresponse().read()))
        for body in hostile_bodies(own, count, seed=1):
            began = perf_counter()
            try:
                connection.request("POST", "/_dash-update-component", body, {"Content-Type": "application/json"})
                response = connection.getresponse()
                result.judge(body, response.status, response.read())
                if response.status == 413:  # its body was not read: nothing can follow it on this connection
                    connection.close()
            except (HTTPException, OSError) as ended:
                if len(body) < _LARGEST:  # a server may hang up on what is too large
                    result.faults.append(f"no answer ({ended!r}) to {body[:300]!r}")
                result.statuses[413] += 1
                connection.close()
            result.milliseconds.append((perf_counter() - began) * 1000)
        connection.close()
    return result


def write_report(count: int) -> HostileBodies:
    """Send so many bodies to a server of the invented campaign, and write down what it answered."""
    with TemporaryDirectory() as folder:
        for command in ("demo", "run"):
            subprocess.run(
                [sys.executable, "-m", "etl", command, "--data-dir", folder], check=True, stdout=subprocess.DEVNULL
            )
        found = benchmark_hostile_bodies(count, Path(folder))
    report = _REPORT.format(
        count=count, day=f"{datetime.now(UTC):%Y-%m-%d}", machine=machine(), software=software(),
        answers="\n\n".join(found.lines()),
    )  # fmt: skip
    _RESULTS.write_text(report, encoding="utf-8")
    return found


if __name__ == "__main__":
    answered = write_report(int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_BODIES)
    print(_RESULTS.read_text(encoding="utf-8"))
    sys.exit(1 if answered.faults else 0)

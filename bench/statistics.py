"""Runs the simulations of statistics and writes bench/statistics.md: python -m bench.statistics"""

from pathlib import Path

from bench import forecast, lift, verdicts

_RESULTS = Path(__file__).with_name("statistics.md")
_REPORT = """\
# Do the statistics hold what they promise?

Written by `python -m bench.statistics`, on invented campaigns with fixed seeds: the numbers are the same everywhere.

## Verdicts on member states

{verdicts}

## Forecasts

Shares of outcomes within the bands, and the pinball loss as a share of what came, beside that of others.

{forecast}

## Lifts of events

{lift}
"""


def write_report() -> Path:
    """Simulate all and write it down."""
    report = _REPORT.format(
        verdicts="\n".join(verdicts.lines(verdicts.benchmark_verdicts())),
        forecast="\n".join(forecast.lines(forecast.benchmark_forecast())),
        lift="\n".join(lift.lines(lift.benchmark_lift())),
    )
    _RESULTS.write_text(report, encoding="utf-8")
    return _RESULTS


if __name__ == "__main__":
    print(write_report().read_text(encoding="utf-8"))

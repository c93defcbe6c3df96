"""What may come, and how right such forecasts were, on the page on momentum."""

from dataclasses import replace

import pandas as pd
from dash.development.base_component import Component

from dashboard.answers.forecast import backtest, forecast
from dashboard.answers.momentum import days_of_period
from dashboard.ask import Ask
from dashboard.cards import card, graph
from dashboard.charts.forecast import forecast as forecast_chart
from dashboard.later import shape
from dashboard.switch import switch

_FORECAST = "What may come"
_BACKTEST = "How right were such forecasts?"
FORECAST, BACKTEST = [shape(_FORECAST, 530)], [shape(_BACKTEST, 345)]
_SPANS = {"4 weeks": 28, "3 months": 91, "A year": 365}
_DAYS_BEFORE = 60  # that lead up to a forecast


def forecast_card(ask: Ask) -> list[Component]:
    """One card: the fan."""
    told, series = forecast(ask), days_of_period(ask)
    past = series[series["day"] <= pd.Timestamp(told.summary["last_finished_day"])].tail(_DAYS_BEFORE)
    shown = told.rows if told.summary["verdict"] == "forecast" and len(past) else told.rows.head(0)
    spans = [(words, replace(ask.filters, horizon=days)) for words, days in _SPANS.items()]
    return [
        card(
            ask,
            "forecast",
            title=_FORECAST,
            subtitle=f"{told.sentence} Dark to light: 50, 80 and 95 % of what may come. Dashed: the straight line"
            " through the last seven days.",
            rows=shown,
            picture=lambda: graph(
                forecast_chart(_from_total(past, told.summary["signatures"]), shown, ask.palette),
                "forecast",
                told.sentence,
            ),
            tools=switch("How far the forecast looks ahead", spans, ask.filters),
            defined_by="signatures_by_day",
            empty=told.sentence,
        )
    ]


def backtest_card(ask: Ask) -> list[Component]:
    """One card: the forecasts of the past beside what came."""
    tested = backtest(ask)
    return [
        card(
            ask,
            "backtest",
            title=_BACKTEST,
            subtitle=f"{tested.sentence} A miss is how far the middle of the forecast was from what came, in"
            " signatures; half of them were smaller. The pinball loss counts the bands too: less is better.",
            rows=tested.rows,
            defined_by="signatures_by_day",
            empty=tested.sentence,
        )
    ]


def _from_total(past: pd.DataFrame, total: int) -> pd.DataFrame:
    """The days before, ending at the total also where the chosen period begins later than the campaign."""
    return past.assign(cumulative=past["cumulative"] + total - past["cumulative"].iloc[-1])

"""All signatures up to each day, with the goal where it is near enough to be drawn."""

import pandas as pd

from dashboard.charts.iso_days import iso_days
from dashboard.charts.theme import Figure, fixed_axes, layout
from dashboard.palette import Palette
from dashboard.words import number

_HEIGHT = 360
_GOAL_IN_SIGHT = 0.25  # a goal more than four times as high would flatten the line


def cumulative_signatures(days: pd.DataFrame, goal: int | None, palette: Palette) -> Figure:
    """days: day, cumulative, finished. The part that is not over yet is dotted."""
    total = int(days["cumulative"].iloc[-1])
    finished = days[days["finished"]]
    end = days.iloc[max(len(finished) - 1, 0) :]
    shown_goal = goal if goal and total >= _GOAL_IN_SIGHT * goal else None
    line = {"type": "scatter", "mode": "lines", "hovertemplate": "%{x|%-d %B %Y}<br>%{y:,} signatures<extra></extra>"}
    return {
        "data": [
            line
            | {
                "x": iso_days(part["day"]),
                "y": part["cumulative"].tolist(),
                "line": {"color": palette.accent, "width": 2.5, "shape": "hv", "dash": dash},
            }
            for part, dash in ((finished, "solid"), (end, "dot"))
        ]
        + [
            {
                "type": "scatter",
                "mode": "markers",
                "x": iso_days(end["day"].tail(1)),
                "y": [total],
                "marker": {"color": palette.accent, "size": 7},
                "hovertemplate": "%{x|%-d %B %Y}<br>%{y:,} signatures<extra></extra>",
            }
        ],
        "layout": layout(
            palette,
            _HEIGHT,
            **fixed_axes(days["day"], days["cumulative"], [0, max(total, shown_goal or 0, 1) * 1.12], palette),
            shapes=_goal_line(shown_goal, palette),
            annotations=[
                {
                    "x": days["day"].iloc[-1].strftime("%Y-%m-%d"),
                    "y": total,
                    "text": f"<b>{number(total)}</b>",
                    "showarrow": False,
                    "xanchor": "right",
                    "yanchor": "bottom",
                    "yshift": 4,
                    "font": {"size": 14, "color": palette.text},
                },
                *_goal_label(shown_goal, palette),
            ],
        ),
    }


def _goal_line(goal: int | None, palette: Palette) -> list[dict[str, object]]:
    line = {"color": palette.context, "width": 1.5, "dash": "dash"}
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": goal, "y1": goal, "line": line}] if goal else []


def _goal_label(goal: int | None, palette: Palette) -> list[dict[str, object]]:
    if not goal:
        return []
    place = {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": goal,
        "yanchor": "bottom",
        "xshift": 8,
        "showarrow": False,
    }
    return [place | {"text": f"goal {number(goal)}", "font": {"color": palette.muted}}]

"""Log entries by stage, in the order in which contacts go through them; who is only listed stands apart above."""

import pandas as pd

from dashboard.charts.theme import Figure, axis, layout
from dashboard.palette import Palette
from dashboard.words import count_of, number

_ROW = 34
_GAP = 0.5  # rows between the targets and those who were contacted
_ROOM = 1.15


def outreach_by_stage(stages: pd.DataFrame, palette: Palette) -> Figure:
    """stages: stage, contacts, countries; in their order."""
    listed_only = (stages["stage"] == "target").tolist()
    apart = _GAP if any(listed_only) and not all(listed_only) else 0.0
    places = [place + (0 if target else apart) for place, target in enumerate(listed_only)]
    names = [stage.capitalize() for stage in stages["stage"]]
    rows = len(stages) + apart
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "width": 0.72,
                "x": stages["contacts"].tolist(),
                "y": places,
                "text": [f"{number(n)}" for n in stages["contacts"]],
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"color": palette.text, "size": 13},
                "hovertext": [
                    f"<b>{name}</b><br>{count_of(n, 'entry', 'entries')}<br>{count_of(c, 'country', 'countries')}"
                    for name, n, c in zip(names, stages["contacts"], stages["countries"], strict=True)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {"color": [palette.context if target else palette.accent for target in listed_only]},
            }
        ],
        "layout": layout(
            palette,
            16 + round(_ROW * rows),
            xaxis=axis(
                palette, showgrid=False, showticklabels=False, range=[0, _ROOM * max(int(stages["contacts"].max()), 1)]
            ),
            yaxis=axis(
                palette,
                showgrid=False,
                range=[rows - 0.5, -0.5],
                tickvals=places,
                ticktext=names,
                ticklabelstandoff=6,
                tickfont={"color": palette.text, "size": 13},
            ),
        ),
    }

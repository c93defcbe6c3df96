"""The colours of figures, for both schemes. Roles, not hues: a colour means one thing everywhere.

Hues are from Okabe and Ito, "Color Universal Design" (2008), lightened for the dark scheme where 3:1 asks for it.
"""

from dataclasses import astuple, dataclass
from functools import cache


@dataclass(frozen=True)
class Palette:
    """accent: the campaign. context: what it is compared with. amounts: from little to much."""

    text: str
    muted: str
    grid: str
    surface: str
    land: str
    accent: str
    context: str
    marker: str
    amounts: tuple[str, ...]


LIGHT = Palette(
    text="#1f2933",
    muted="#5b6673",
    grid="#e6e9ed",
    surface="#ffffff",
    land="#e9ecef",
    accent="#0072b2",
    context="#8a94a0",
    marker="#a34700",
    amounts=("#e3eef6", "#a6cbe3", "#5fa3cd", "#0072b2", "#00405f"),
)

DARK = Palette(
    text="#e6e9ed",
    muted="#a3adb8",
    grid="#343a42",
    surface="#1d2126",
    land="#2b3138",
    accent="#56b4e9",
    context="#7d8894",
    marker="#e69f00",
    amounts=("#1f3342", "#1f4d6b", "#266c9b", "#56b4e9", "#c4e6fa"),
)


@cache
def on_paper(palette: Palette) -> dict[str, str]:
    """For each colour of a scheme the one that means the same on white, for images that leave the screen."""
    *roles, amounts = astuple(palette)
    *paper_roles, paper_amounts = astuple(LIGHT)
    return dict(zip((*amounts, *roles), (*paper_amounts, *paper_roles), strict=True))

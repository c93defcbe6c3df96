"""Names beside points, where none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass

_LETTER, _LINE = 6.0, 13.0  # pixels, about, of a letter at the size of labels
_GAP, _POINT = 6.0, 4.0  # pixels between a point and its name; half a point
_ABOVE = ("top center", "top right", "top left", "middle right", "middle left", "bottom right", "bottom left")
_BELOW = ("bottom center", "bottom right", "bottom left", "middle right", "middle left", "top right", "top left")
_SIDES = {"left": -1, "center": 0, "right": 1, "top": -1, "middle": 0, "bottom": 1}

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Label:
    """A name and its place as Plotly calls it. text is empty where there was no room."""

    text: str
    place: str


def beside_points(points: Sequence[tuple[float, float]], names: Sequence[str], above: Sequence[bool]) -> list[Label]:
    """points: in pixels from the upper left. names: empty for a point without one. above: where they should be."""
    marks = [(x - _POINT, y - _POINT, x + _POINT, y + _POINT) for x, y in points]
    taken: list[Box] = []
    labels: list[Label] = []
    for (x, y), name, prefers_above in zip(points, names, above, strict=True):
        places = _ABOVE if prefers_above else _BELOW
        found = Label("", places[0])
        for place in places if name else ():
            box = _box(x, y, name, place)
            if not any(_overlap(box, other) for other in [*marks, *taken]):
                found = Label(name, place)
                taken.append(box)
                break
        labels.append(found)
    return labels


def _box(x: float, y: float, name: str, place: str) -> Box:
    down, along = (_SIDES[word] for word in place.split())
    width = _LETTER * len(name)
    left = x + along * _GAP + (along - 1) / 2 * width
    top = y + down * _GAP + (down - 1) / 2 * _LINE
    return (left, top, left + width, top + _LINE)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

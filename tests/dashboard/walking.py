"""What is in a page, and what it says, without a browser."""

from collections.abc import Iterator

from dash.development.base_component import Component


def parts(tree: object) -> Iterator[Component]:
    """Every component in a page, outer ones first."""
    if isinstance(tree, Component):
        yield tree
        yield from parts(list(tree.to_plotly_json()["props"].values()))
    elif isinstance(tree, list | tuple):
        for one in tree:
            yield from parts(one)


def texts(tree: object) -> Iterator[str]:
    """Everything that a page says to a reader: its words, its labels, and the words in its figures."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Component):
        yield from texts(tree.to_plotly_json()["props"])
    elif isinstance(tree, dict | list | tuple):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from texts(one)

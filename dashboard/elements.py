"""Dash's HTML elements and links, made without its look at each of their properties, which takes most of the time of a
page's two hundred: the type checker, for which they are Dash's own, has looked."""

from typing import TYPE_CHECKING, Any

import dash
from dash.development.base_component import Component

if TYPE_CHECKING:
    from dash import html as html
    from dash.dcc import Link as Link
else:

    def _made(element: Component, children: Any = None, **given: Any) -> None:
        vars(element).update(given, children=children)

    def _without_a_look(kind: type[Component], **needed: str) -> type[Component]:
        """The same kind of component. needed: properties without which Dash makes none."""
        own = {name: value for name, value in vars(kind(**needed)).items() if name not in ("children", *needed)}
        listed = {name: getattr(kind, name) for name in ("__module__", "_namespace", "_children_props")}  # by Dash
        return type(kind.__name__, (kind,), own | listed | {"__init__": _made})

    class _Html:
        """Every element under its name, as in dash.html."""

        def __getattr__(self, name: str) -> type[Component]:
            vars(self)[name] = _without_a_look(getattr(dash.html, name))
            return vars(self)[name]

    html = _Html()
    Link = _without_a_look(dash.dcc.Link, href="")

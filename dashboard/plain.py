"""Components as the values that their JSON is made of: Dash itself looks for each property that a component could have,
and most have three of thirty."""

from typing import Any

from dash.development.base_component import Component


def plain(tree: Any) -> Any:
    """The same tree with a dict in the place of each component."""
    if isinstance(tree, list | tuple):
        return [plain(one) for one in tree]
    if not isinstance(tree, Component):
        return tree
    known = tree._prop_names
    props = {name: value for name, value in vars(tree).items() if name in known or "-" in name}
    if "children" in props:  # no other property holds components
        props["children"] = plain(props["children"])
    return {"props": props, "type": tree._type, "namespace": tree._namespace}

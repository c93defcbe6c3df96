"""Names for people who do not see the page."""

from typing import Any


def aria(**named: str) -> dict[str, Any]:
    """Attributes of a component: aria(label="Pages") gives aria-label. Dash takes them by keyword only."""
    return {f"aria-{name}": value for name, value in named.items()}

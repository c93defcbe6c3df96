"""Files that every browser fetches, and where it finds them."""

from hashlib import sha256
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"


def asset_address(name: str) -> str:
    """The address of a file of that folder. It changes with the content, so that browsers may keep what they have."""
    return f"/assets/{name}?m={sha256((ASSETS / name).read_bytes()).hexdigest()[:12]}"

"""Files that outlive a loss of power."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until what was written to a file, or which names a folder holds, has reached the disk (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

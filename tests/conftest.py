"""Fixtures that the tests of all parts share."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.installation import Installation, with_letter

settings.register_profile("no-deadline", deadline=None)  # how long an example takes says nothing of the code
settings.load_profile("no-deadline")


@pytest.fixture(autouse=True)
def person_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person key of the test's own: the user's configuration is never touched."""
    path = tmp_path / "configuration" / "person-key"
    monkeypatch.setenv("CAMPAIGN_KEY_FILE", str(path))
    monkeypatch.delenv("CAMPAIGN_DATA_DIR", raising=False)
    return path


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An empty data directory with one campaign, ``letter``, launched on 28 April 2023."""
    return with_letter(tmp_path)

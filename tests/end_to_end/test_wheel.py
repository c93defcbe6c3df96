"""A wheel built from the repository works outside the clone, with reference data and source descriptions inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([_uv(), "build", "--wheel", "--quiet", "--out-dir", folder, ROOT], check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_reference_data_sources_sql_and_assets_and_no_working_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "etl/data/reference/member_states.csv",
        "etl/data/sources/signatures_csv.toml",
        "etl/publish/schema.sql",
        "dashboard/assets/europe.geojson",
        "dashboard/metrics/reach_by_country.sql",
    ):
        assert needed in names
    assert not [name for name in names if name.endswith((".duckdb", ".geojson.bak")) or "/inbox/" in name]


def test_an_installed_wheel_loads_and_shows_outside_the_clone(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    subprocess.run([_uv(), "venv", "--quiet", "--python", sys.executable, environment], check=True)
    python = environment / "bin" / "python"
    subprocess.run([_uv(), "pip", "install", "--quiet", "--python", python, wheel], check=True)
    variables = {"PATH": os.environ["PATH"], "CAMPAIGN_KEY_FILE": str(tmp_path / "key"), "HOME": str(tmp_path)}

    def run(command: str, *arguments: str) -> str:
        ended = subprocess.run(
            [environment / "bin" / command, *arguments], cwd=tmp_path, env=variables, capture_output=True, text=True
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    letter = tmp_path / "letter.md"
    letter.write_text("- **Ada Invented**: University of Invention, Germany\n")
    run("campaign-etl", "campaign", "new", "letter", "--title", "An invented letter")
    run("campaign-etl", "load", str(letter))
    assert "signatures_csv" in run("campaign-etl", "formats")
    assert '"sentence"' in run("campaign-dashboard", "show", "reach", "--json")


def _uv() -> str:
    return str(Path(sys.executable).parent / "uv")

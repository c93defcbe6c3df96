"""What the documentation lists is what there is."""

import re
from pathlib import Path

import typer

import dashboard.__main__
import etl.__main__
from etl.data_dir import DataDir
from etl.formats.source import FIELDS, all_sources

DOCS = Path(__file__).parents[1] / "docs"


def commands(app: typer.Typer) -> set[str]:
    """Names of an app's commands, those of its groups behind the group's name."""
    group = typer.main.get_command(app)
    found: set[str] = set()
    for name, command in getattr(group, "commands", {}).items():
        inside = getattr(command, "commands", None)
        found |= {f"{name} {sub}" for sub in inside} if inside else {name}
    return found


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    text = (DOCS / "commands.md").read_text()
    for program, app in (("campaign-etl", etl.__main__.app), ("campaign-dashboard", dashboard.__main__.app)):
        documented = set(
            re.findall(rf"^\| `{program} ((?:(?:campaign|reference|account|key) )?[a-z-]+)", text, re.MULTILINE)
        )
        assert documented == commands(app)


def test_every_format_and_every_field_is_documented(tmp_path: Path) -> None:
    text = (DOCS / "sources.md").read_text()
    named = set(re.findall(r"`([a-z0-9_]+)`", text))
    assert {source.format for source in all_sources(DataDir(tmp_path))} - named == set()
    assert {field for fields in FIELDS.values() for field in fields} - named == set()


def test_links_in_the_documentation_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"

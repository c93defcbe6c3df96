"""The inbox: files lie in inbox/<campaign>/<kind>/ until they are loaded, and stay there."""

from pathlib import Path

from etl.campaign import chosen_campaign
from etl.data_dir import DataDir
from etl.formats.source import KINDS
from etl.load.reading import Task


def inbox_tasks(data_dir: DataDir, campaign_id: str | None = None) -> list[Task]:
    """One task for every file in the inbox, sorted by path; hidden files and descriptions (TOML) are left alone.

    Raises:
        Refused: a folder is named after no campaign.
    """
    tasks: list[Task] = []
    for folder in sorted(path for path in data_dir.inbox.glob("*/*") if path.is_dir() and path.name in KINDS):
        if campaign_id in (None, folder.parent.name):
            campaign = chosen_campaign(data_dir, folder.parent.name)
            tasks += [Task(path, campaign, kind=folder.name) for path in sorted(_files(folder))]
    return tasks


def _files(folder: Path) -> list[Path]:
    return [
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".") and path.suffix != ".toml"
    ]

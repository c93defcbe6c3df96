"""What a downloaded file is called."""

from dashboard.ask import Ask


def file_name(ask: Ask, what: str) -> str:
    """<campaign>-<what>-<snapshot>, without an extension; it says first when the data are invented."""
    invented = "invented-data-" if ask.campaign.is_demo else ""
    return f"{invented}{ask.campaign.campaign_id}-{what}-{ask.snapshot.snapshot_id}"

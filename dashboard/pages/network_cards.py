"""The networks that support the campaign, on the page on reach."""

from dash.development.base_component import Component

from dashboard.ask import Ask
from dashboard.cards import card


def network_cards(ask: Ask) -> list[Component]:
    """How many sites of the networks have a signer, and which have none; nothing where no network is looked at."""
    networks = ask("networks")
    if not len(networks):
        return []
    return [
        card(
            ask,
            "networks",
            title="Networks, by their sites",
            subtitle="Sites with at least one signature, their share, and signatures; networks overlap",
            rows=networks,
        ),
        card(
            ask,
            "network-sites",
            title="Sites of networks without a signature",
            subtitle="Sites by country, member states first",
            rows=ask("network_sites"),
            span="wide",
        ),
    ]

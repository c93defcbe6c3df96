"""Networks and their sites: which campaign looks at which, and which institutions stand behind a site."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from etl.campaign import Campaign
from etl.data_dir import DataDir
from etl.errors import Refused
from etl.resolve.fold import phrase
from etl.resolve.institution import Institution
from etl.resolve.once import Once
from etl.resolve.reference import Reference
from etl.sql import append_records


@dataclass(frozen=True)
class Network:
    """A row of networks.csv."""

    network_id: str
    title: str
    kind: str


@dataclass(frozen=True)
class _Site:
    """A row of networks/<network_id>.csv. ``institutions``: names or ids, joined by bars."""

    site: str
    country: str
    institutions: str


def fill_networks(connection: duckdb.DuckDBPyConnection, data_dir: DataDir, campaigns: list[Campaign]) -> None:
    """Fill network, network_site, network_site_name and campaign_network of the database in use.

    A campaign that names no networks looks at all whose sites are known.

    Raises:
        Refused: campaign.toml names a network that networks.csv has not.
    """
    reference = Reference(data_dir.reference)
    networks = reference.rows("networks.csv", Network)
    known = [network.network_id for network in networks]
    sites = [(network_id, site) for network_id in known for site in _sites(data_dir, reference, network_id)]
    with_sites = [network_id for network_id in known if network_id in {owner for owner, _ in sites}]
    ids = _ids_by_name(reference) if sites else {}
    tables: dict[str, list[dict[str, str]]] = {
        "network": [vars(network) for network in networks],
        "network_site": [
            {"network_id": network_id, "site": row.site, "country": row.country} for network_id, row in sites
        ],
        "network_site_name": [
            {"network_id": network_id, "site": row.site, "name": ids.get(phrase(name), name.strip())}
            for network_id, row in sites
            for name in row.institutions.split("|")
        ],
        "campaign_network": [
            {"campaign_id": campaign.campaign_id, "network_id": network_id}
            for campaign in campaigns
            for network_id in (_chosen(campaign, known) or with_sites)
        ],
    }
    for table, rows in tables.items():
        append_records(connection, table, rows)


def _by_name(reference: Reference) -> dict[str, str]:
    return {
        phrase(name.removeprefix("=")): row.institution_id
        for row in reference.rows("institutions.csv", Institution)
        for name in (*row.names.split("|"), row.name)
    }


_ids_by_name = Once(_by_name, ["institutions.csv"])


def _sites(data_dir: DataDir, reference: Reference, network_id: str) -> Iterator[_Site]:
    name = f"networks/{network_id}.csv"
    if data_dir.reference(name).exists():
        yield from reference.rows(name, _Site)


def _chosen(campaign: Campaign, known: list[str]) -> list[str]:
    for network_id in campaign.networks:
        if network_id not in known:
            raise Refused(
                f"campaigns/{campaign.campaign_id}/campaign.toml: key 'networks': there is no network '{network_id}'; "
                f"networks.csv has {', '.join(known)}."
            )
    return campaign.networks

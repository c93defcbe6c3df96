"""An invented campaign to attack: people by day, country, kind and institution, and its snapshots day by day."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from etl.publish.protected import build_protected

KINDS = ["university", "research_institute", "company", "ngo", "government", "unknown"]
_TOLD_APART = KINDS[:4]
_NETWORKS = ["north", "south", "everywhere"]
_INSTITUTIONS = 6  # in every country
_LARGE, _SMALL = 20_000_000, 2_000_000  # inhabitants
_FIRST_DAY = pd.Timestamp("2026-01-01")
CELL = ["country", "shown_kind", "networks"]


@dataclass(frozen=True)
class AttackedCampaign:
    """``signed``: day (a number), country, kind, institution (0: none), signatures. ``networks``: who is in which."""

    signed: pd.DataFrame
    countries: pd.DataFrame
    networks: pd.DataFrame

    def cells(self, days: int) -> pd.DataFrame:
        """People so far: a row for each cell of the fixed division that ever has somebody, a column for each day.

        The division is written down here once more, apart from the SQL that is put to the test.
        """
        sets = self.networks.groupby("institution")["network_id"].agg(lambda ids: " ".join(sorted(ids)))
        large = self.countries.loc[self.countries["population"] >= 10_000_000, "iso2"]
        told_apart = self.signed["kind"].isin(_TOLD_APART) & self.signed["country"].isin(large)
        labelled = self.signed.assign(
            shown_kind=self.signed["kind"].where(told_apart, "not_shown"),
            networks=self.signed["institution"].map(sets).fillna(""),
        )
        by_day = labelled.pivot_table("signatures", CELL, "day", "sum", fill_value=0)
        return by_day.reindex(columns=range(days), fill_value=0).cumsum(axis=1)

    def protected(self, last_day: int, folder: Path) -> Path:
        """The protected snapshot as it is published at the end of a day."""
        exact, path = folder / "exact.duckdb", folder / f"protected-{last_day}.duckdb"
        exact.unlink(missing_ok=True)
        so_far = self.signed[self.signed["day"] <= last_day]
        dated = so_far.assign(
            campaign_id="attacked",
            day=_FIRST_DAY + pd.to_timedelta(so_far["day"], unit="D"),
            institution_type=so_far["kind"],
            institution_number=so_far["institution"],
        )
        with duckdb.connect(str(exact)) as connection:
            connection.execute(files("etl.publish").joinpath("schema.sql").read_text(encoding="utf-8"))
            for table, rows in self._tables(dated).items():
                connection.append(table, rows, by_name=True)
        build_protected(exact, path)
        return path

    def _tables(self, dated: pd.DataFrame) -> dict[str, pd.DataFrame]:
        numbers = self.networks["institution"].unique()
        campaign = {
            "campaign_id": "attacked", "title": "Attacked", "launched_on": _FIRST_DAY, "time_zone": "Europe/Brussels",
            "is_demo": True, "signers_are_public": False, "max_age_hours": 48,
        }  # fmt: skip
        key = ["campaign_id", "day", "country", "institution_type"]
        named = dated[dated["institution"].isin(numbers)]
        return {
            "campaign": pd.DataFrame([campaign]),
            "country": self.countries,
            "network": pd.DataFrame({"network_id": _NETWORKS, "title": _NETWORKS, "kind": "invented"}),
            "campaign_network": pd.DataFrame({"campaign_id": "attacked", "network_id": _NETWORKS}),
            "institution": pd.DataFrame(
                {
                    "institution_number": numbers,
                    "institution_id": numbers.astype(str),
                    "institution": numbers.astype(str),
                }
            ),
            "network_site_institution": pd.DataFrame(
                {
                    "network_id": self.networks["network_id"],
                    "site": self.networks["institution"].astype(str),
                    "institution_id": self.networks["institution"].astype(str),
                }
            ),
            "signature_daily": dated.groupby(key, as_index=False)["signatures"]
            .sum()
            .assign(channel="form", covers_many_days=False),
            "institution_number_daily": named[[*key, "institution_number", "signatures"]],
        }


def attacked_campaign(random: np.random.Generator, people: int, countries: int, days: int) -> AttackedCampaign:
    """So many people sign on random days; a few countries have most of them; networks overlap."""
    codes = [f"C{number:02d}" for number in range(countries)]
    population = [_LARGE if number % 2 == 0 else _SMALL for number in range(countries)]
    weights = 1 / np.arange(1, countries + 1)
    country = random.choice(countries, people, p=weights / weights.sum())
    kind = random.choice(len(KINDS), people, p=[0.3, 0.15, 0.2, 0.1, 0.05, 0.2])
    at_one = (kind < 3) & (random.random(people) < 0.6)
    institution = np.where(at_one, 1 + country * _INSTITUTIONS + 2 * kind + random.integers(0, 2, people), 0)
    signed = pd.DataFrame(
        {
            "day": np.floor(days * random.random(people) ** 2).astype(int),  # most come early
            "country": np.array(codes)[country],
            "kind": np.array(KINDS)[kind],
            "institution": institution,
            "signatures": 1,
        }
    )
    members = [
        (number, network)
        for number in range(1, 1 + countries * _INSTITUTIONS)
        for network in _NETWORKS
        if random.random() < 0.4
    ]
    return AttackedCampaign(
        signed.groupby(["day", "country", "kind", "institution"])["signatures"].sum().reset_index(),
        pd.DataFrame({"iso2": codes, "name": codes, "is_member_state": True, "population": population}),
        pd.DataFrame(members, columns=["institution", "network_id"]),
    )

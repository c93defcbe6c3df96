"""Stories: mentions of one page, of one item of a wire, or under near-equal titles within days, are one story."""

import duckdb
import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from etl.sql import run_file

_SAME_SPELLING = 80  # of 100: 'labelled' and 'labeled', 'open source' and 'opensource'; not 'Slovakia' and 'Slovenia'
_SHORTEST = 4  # letters: a shorter rest is found in any word

# What two headlines have beyond each other. Where one says all that the other says they are near-equal as they stand;
# where either names a number of its own they are not.
_NEAR = """
select run, other, own, others
from near_run
where own <> '' and others <> '' and least(length(own), length(others)) >= $shortest
  and not (regexp_matches(own, '\\d') and regexp_matches(others, '\\d'))
"""


def tell_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary tables ``told`` (one row: one counted mention) and ``story_of_mention`` (mention, story).

    ``story`` is a number that the mentions of one story share. Needs the view ``counted`` and the macro ``folded``.
    """
    run_file(connection, "publish/headline.sql")
    run_file(connection, "publish/story_links.sql")
    respelt = _respelt(connection.execute(_NEAR, {"shortest": _SHORTEST}).df())
    connection.append("story_link", respelt, by_name=True)
    ((mentions,),) = connection.execute("select count(*) from told").fetchall()
    links = connection.execute("select mention, other from story_link").df()
    stories = pd.DataFrame({"mention": np.arange(mentions), "story": _components(links, mentions)})
    connection.append("story_of_mention", stories, by_name=True)


def _respelt(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs (run, other) whose rests (own, others) differ in their spelling only."""
    alike = process.cpdist(
        pairs["own"], pairs["others"], scorer=fuzz.partial_ratio, score_cutoff=_SAME_SPELLING, workers=-1
    )
    return pairs.loc[alike > 0, ["run", "other"]].rename(columns={"run": "mention"})


def _components(links: pd.DataFrame, size: int) -> np.ndarray:
    """For each of ``size`` mentions the number of what it is linked with, over the pairs (mention, other)."""
    ends = (links["mention"].to_numpy(), links["other"].to_numpy())
    linked = coo_array((np.ones(len(links), dtype=bool), ends), shape=(size, size))
    return connected_components(linked, directed=False)[1]

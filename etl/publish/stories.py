"""Stories: mentions of one page, of one item of a wire, or under near-equal titles within days, are one story."""

import duckdb

from etl.sql import run_file

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

    ``story`` is a number that the mentions of one story share. Needs the table ``repeated`` and the macro ``folded``.
    """
    run_file(connection, "publish/headline.sql")
    run_file(connection, "publish/story_links.sql")
    ((mentions,),) = connection.execute("select count(*) from told").fetchall()
    if not mentions:
        return
    # Read only for mentions: pandas and scipy take a good part of a second.
    from etl.publish.same_story import respelt, stories

    pairs = connection.execute(_NEAR, {"shortest": _SHORTEST}).df()
    connection.append("story_link", respelt(pairs), by_name=True)
    links = connection.execute("select mention, other from story_link").df()
    connection.append("story_of_mention", stories(links, mentions), by_name=True)

"""One page has one address: sixty pairs of invented addresses of the same page, or of two."""

from collections.abc import Iterator

import duckdb
import pytest

from etl.load.person_name import ascii_domain
from etl.sql import run_file

PAGE = "https://daily.example/news/open-letter"
GOOGLE = "https://www.google.com/url?rct=j&sa=t&url="
# Two addresses of one page.
SAME = [
    (PAGE, "http://daily.example/news/open-letter"),
    (PAGE, "https://www.daily.example/news/open-letter"),
    (PAGE, "HTTPS://Daily.Example/news/open-letter"),
    (PAGE, "https://daily.example/news/open-letter/"),
    (PAGE, "https://daily.example//news/open-letter"),
    (PAGE, "https://daily.example:443/news/open-letter"),
    (PAGE, "http://daily.example:80/news/open-letter"),
    (PAGE, "https://reader@daily.example/news/open-letter"),
    (PAGE, "https://daily.example./news/open-letter"),
    (PAGE, f"{PAGE}#comments"),
    (PAGE, f"{PAGE}#:~:text=open%20letter"),
    (PAGE, f"{PAGE}?"),
    (PAGE, f"{PAGE}?utm_source=newsletter&utm_medium=email&utm_campaign=may"),
    (PAGE, f"{PAGE}?fbclid=IwAR0Invented"),
    (PAGE, f"{PAGE}?gclid=Cj0Invented&gbraid=1"),
    (PAGE, f"{PAGE}?msclkid=77"),
    (PAGE, f"{PAGE}?mc_cid=12&mc_eid=34"),
    (PAGE, f"{PAGE}?xtor=RSS-3"),
    (PAGE, f"{PAGE}?at_medium=RSS&at_campaign=KARANGA"),
    (PAGE, f"{PAGE}?src=rss"),
    (PAGE, f"{PAGE}?ref=home&CMP=share_btn_tw"),
    (PAGE, f"{PAGE}?guccounter=1&guce_referrer=aHR0cHM"),
    (PAGE, f"{PAGE};jsessionid=8F2A"),
    (PAGE, f"{PAGE}/index.html"),
    (PAGE, f"{PAGE}?print=true"),
    (PAGE, "https://m.daily.example/news/open-letter"),
    (PAGE, "https://mobile.daily.example/news/open-letter"),
    (PAGE, "https://amp.daily.example/news/open-letter"),
    (PAGE, f"{PAGE}/amp"),
    (PAGE, f"{PAGE}/amp/?utm_source=x"),
    (PAGE, "https://daily.example/amp/news/open-letter"),
    (PAGE, f"{PAGE}?outputType=amp"),
    (PAGE, f"{PAGE}?amp=1"),
    (f"{PAGE}.html", f"{PAGE}.amp.html"),
    (PAGE, "https://www.google.com/amp/s/daily.example/news/open-letter"),
    (PAGE, "https://daily-example.cdn.ampproject.org/c/s/daily.example/news/open-letter"),
    (PAGE, f"{GOOGLE}https://daily.example/news/open-letter&ct=ga&cd=CAEYACo&usg=AOv"),
    (PAGE, f"{GOOGLE}https%3A%2F%2Famp.daily.example%2Fnews%2Fopen-letter%3Futm_source%3Dx&ct=ga"),
    (PAGE, "https://l.facebook.com/l.php?u=https%3A%2F%2Fdaily.example%2Fnews%2Fopen-letter&h=AT0"),
    (PAGE, "https://daily-example.translate.goog/news/open-letter?_x_tr_sl=en&_x_tr_tl=de"),
    ("https://daily.example/a?id=7&page=2", "https://daily.example/a?page=2&utm_term=x&id=7"),
    ("https://daily.example/dopis-otev%C5%99en%C3%BD", "https://daily.example/dopis-otevřený"),
    ("https://žurnál.example/a", "https://xn--urnl-7na25g.example/a"),
    ("https://en.wiki.example/Open_letter", "https://en.m.wiki.example/Open_letter"),
]
# Addresses of two pages.
DIFFERENT = [
    (PAGE, "https://daily.example/news/open-letter-2"),
    (PAGE, "https://evening.example/news/open-letter"),
    (PAGE, "https://blog.daily.example/news/open-letter"),
    (PAGE, "https://daily.example:8443/news/open-letter"),
    (PAGE, "https://daily.example/de/news/open-letter"),
    (PAGE, "https://daily.example/News/Open-Letter"),
    (PAGE, "https://daily.example/news"),
    ("https://daily.example/a?id=7", "https://daily.example/a?id=8"),
    ("https://daily.example/a?id=7", "https://daily.example/a"),
    ("https://daily.example/a?p=1&utm_id=2", "https://daily.example/a?p=2&utm_id=1"),
    ("https://daily.example/a?page=1", "https://daily.example/a?page=2"),
    ("https://daily.example/#!/story/1", "https://daily.example/#!/story/2"),
    ("https://daily.example/ampere", "https://daily.example/ere"),
    ("https://daily.example/amplify", "https://daily.example/lify"),
    (f"{GOOGLE}https://daily.example/one&ct=ga", f"{GOOGLE}https://daily.example/two&ct=ga"),
    ("https://www.google.com/search?q=letter", "https://www.google.com/search?q=open"),
]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.create_function("ascii_domain", ascii_domain)
        run_file(connection, "load/media/addresses.sql")
        yield connection


def canonical(connection: duckdb.DuckDBPyConnection, address: str) -> str:
    ((found,),) = connection.execute("select canonical_address($address)", {"address": address}).fetchall()
    return str(found)


def test_there_are_sixty_pairs() -> None:
    assert len(SAME) + len(DIFFERENT) == 60


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_addresses_of_one_page_are_one(connection: duckdb.DuckDBPyConnection, one: str, other: str) -> None:
    assert canonical(connection, one) == canonical(connection, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_addresses_of_two_pages_are_two(connection: duckdb.DuckDBPyConnection, one: str, other: str) -> None:
    assert canonical(connection, one) != canonical(connection, other)


@pytest.mark.parametrize(
    "address", ["https://", "https://x.example/%zz", "https://x.example/%", "ftp:/nowhere", "?&&#"]
)
def test_no_text_stops_the_comparison(connection: duckdb.DuckDBPyConnection, address: str) -> None:
    assert connection.execute("select canonical_address($address)", {"address": address}).fetchall()

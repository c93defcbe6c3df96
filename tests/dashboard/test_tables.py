"""Tables: values as readers see them, what they are sorted by, and where a name leads."""

import pandas as pd
import pytest

from dashboard.tables import MOST_ROWS, table_html


def test_a_cell_shows_the_written_value_and_carries_the_exact_one() -> None:
    rows = pd.DataFrame({"signatures": [1234], "share": [0.5], "day": [pd.Timestamp("2026-03-05")]})
    text = table_html(rows)
    assert '<td class="number" data-value="1234">1,234</td>' in text
    assert '<td class="number" data-value="0.5">50 %</td>' in text
    assert 'data-value="2026-03-05 00:00:00">5 Mar 2026</td>' in text


def test_a_missing_value_has_nothing_to_sort_by() -> None:
    assert '<td class="number">–</td>' in table_html(pd.DataFrame({"per_million": [float("nan")]}))


def test_a_name_leads_to_its_address_and_markup_in_either_stays_text() -> None:
    rows = pd.DataFrame({"name": ["<b>Malta</b>"], "signatures": [3]})
    links = {"name": ['?countries=MT&"onclick="x']}
    text = table_html(rows, links)
    assert '<a href="?countries=MT&amp;&quot;onclick=&quot;x">&lt;b&gt;Malta&lt;/b&gt;</a>' in text


def test_a_column_without_a_name_for_readers_is_not_shown() -> None:
    assert "MT" not in table_html(pd.DataFrame({"iso2": ["MT"], "signatures": [3]}))


@pytest.mark.parametrize(("count", "searched"), [(12, False), (13, True)])
def test_a_table_that_is_not_seen_at_a_glance_can_be_searched(count: int, searched: bool) -> None:
    assert ('type="search"' in table_html(pd.DataFrame({"signatures": range(count)}))) is searched


def test_a_long_table_says_that_it_is_cut() -> None:
    text = table_html(pd.DataFrame({"signatures": range(MOST_ROWS + 5)}))
    assert text.count("<tr>") == MOST_ROWS + 1
    assert f"The first {MOST_ROWS} rows: the CSV file has all." in text

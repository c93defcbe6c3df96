"""Which mentions tell the same story, measured on a labelled set and said case by case."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from etl.publish.stories import tell_stories
from etl.sql import run_file
from etl.warehouse.warehouse import open_for_reading
from tests.etl.near_duplicates import labelled_mentions
from tests.installation import Installation

HEADER = "published_at,outlet,url,title,language,country,credit\n"
TITLE = "Scientists defend open models in an open letter"


def b_cubed_f1(found: dict[str, str], labels: dict[str, str]) -> float:
    """B-cubed F1 of a clustering (Bagga and Baldwin, 1998): item → cluster, item → label."""
    both = Counter((found[item], labels[item]) for item in labels)
    clusters, stories = Counter(found.values()), Counter(labels.values())
    shared = [both[found[item], labels[item]] for item in labels]
    precision = sum(n / clusters[found[item]] for n, item in zip(shared, labels, strict=True)) / len(labels)
    recall = sum(n / stories[labels[item]] for n, item in zip(shared, labels, strict=True)) / len(labels)
    return 2 * precision * recall / (precision + recall)


def test_b_cubed_by_hand() -> None:
    labels = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed_f1(labels, labels) == 1
    # All in one: precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1.
    assert b_cubed_f1(dict.fromkeys(labels, "x"), labels) == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def told(installation: Installation) -> dict[str, str]:
    """Address → story, of all mentions that count."""
    with open_for_reading(installation.root / "warehouse") as connection:
        run_file(connection, "load/folded.sql")
        run_file(connection, "warehouse/views.sql")
        tell_stories(connection)
        found = connection.execute(
            "select url, story from told join mention using (file_id, line, part) join story_of_mention using (mention)"
        ).fetchall()
    return {url: str(story) for url, story in found}


def load(installation: Installation, *rows: str, name: str = "mentions.csv") -> None:
    installation.load(installation.write(name, HEADER + "".join(f"{row}\n" for row in rows)))


def joined(installation: Installation) -> set[str]:
    """The stories of several mentions: the outlets (the hosts without .example) of each."""
    stories: dict[str, list[str]] = {}
    for url, story in told(installation).items():
        stories.setdefault(story, []).append(url.split("/")[2].removesuffix(".example"))
    return {" ".join(sorted(outlets)) for outlets in stories.values() if len(outlets) > 1}


def test_stories_are_found_in_seven_languages(installation: Installation) -> None:
    mentions = labelled_mentions(seed=7)
    load(installation, *(f'{m.day},{m.outlet},{m.url},"{m.title}",{m.language},,' for m in mentions))
    labels = {mention.url: mention.story for mention in mentions}
    assert b_cubed_f1(told(installation), labels) >= 0.95
    ((stories, total),) = installation.ask("select count(*), sum(mentions) from media_story")
    assert (stories, total) == (len(set(told(installation).values())), len(mentions))


def test_what_one_story_is_and_what_it_is_not(installation: Installation) -> None:
    other = "A minister answers the researchers of Europe"
    load(
        installation,
        f"2023-05-01,,https://a.example/1,{TITLE},en,,",
        f"2023-05-06,,https://b.example/1,{TITLE.upper()}!,en,,",  # five days later
        f"2023-05-12,,https://c.example/1,{TITLE},en,,",  # six days after that: told anew
        f"2023-05-02,,https://d.example/1,{TITLE},de,,",  # the same words in another language
        f"2023-05-02,,https://e.example/1,{other},en,,",
        "2023-05-09,,https://www.e.example/1/amp?utm_source=x,Updated: nothing alike,fr,,",  # the page of e
        "2023-05-03,,https://f.example/1,Eine Übersetzung mit Angabe der Quelle,de,,https://m.e.example/1",
        "2023-05-03,,https://g.example/1,Wire text in one language here,en,,AFP 20230503-77",
        "2023-05-03,,https://h.example/1,Texte d’agence en français ici,fr,,afp 20230503/77",
        "2023-05-03,,https://i.example/1,Another text of the wire alone,en,,AFP",  # a wire, no item
        "2023-05-03,,https://j.example/1,Yet something else that it sent,en,,AFP",
        "2023-05-03,,https://k.example/1,Open letter,en,,",  # too short to tell
        "2023-05-03,,https://l.example/1,Open letter,en,,",
    )
    assert joined(installation) == {"a b", "e f www.e", "g h"}


def test_a_title_without_a_language_may_be_of_any(installation: Installation) -> None:
    load(installation, f"2023-05-01,,https://a.example/,{TITLE},,,", f"2023-05-02,,https://b.example/,{TITLE},en,,")
    assert joined(installation) == {"a b"}


def test_numbers_and_names_that_differ_tell_two_stories(installation: Installation) -> None:
    titles = [
        "Signatures under the open letter pass 1,000 in Europe",
        "Signatures under the open letter pass 2,000 in Europe",
        "Slovakia supports the open letter of the researchers",
        "Slovenia supports the open letter of the researchers",
    ]
    load(installation, *(f'2023-05-01,,https://{n}.example/,"{title}",en,,' for n, title in enumerate(titles)))
    assert joined(installation) == set()


def test_campaigns_do_not_share_stories(installation: Installation) -> None:
    installation.etl("campaign", "new", "other", "--title", "Another invented letter", "--launched-on", "2023-04-28")
    row = f"2023-05-01,,https://a.example/1,{TITLE},en,,\n"
    installation.load(installation.write("one.csv", HEADER + row), "--campaign", "letter")
    installation.load(installation.write("two.csv", HEADER + row), "--campaign", "other")
    assert installation.ask("select campaign_id, mentions from media_story order by all") == [
        ("letter", 1),
        ("other", 1),
    ]


def test_the_order_of_loading_does_not_matter(installation: Installation, tmp_path: Path) -> None:
    mentions = labelled_mentions(seed=8)[::3]
    rows = [f'{m.day},{m.outlet},{m.url},"{m.title}",{m.language},,' for m in mentions]
    other = Installation(tmp_path / "other" / "data")
    other.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
    for place, parts in ((installation, (rows[:30], rows[30:])), (other, (rows[30:], rows[:30]))):
        for part in parts:
            load(place, *part, name=f"{len(part)}.csv")
    assert len(rows) > 60
    for table in ("media_daily", "media_story", "media_story_country"):
        question = f"select * from {table} order by all"
        assert installation.ask(question) == other.ask(question)


def test_in_a_crowd_of_like_titles_the_same_ones_are_found_all_the_same(installation: Installation) -> None:
    """More than ten of a block are compared with their neighbours and the shortest only."""
    letters = "abcdefghij"
    added = [a + b + c for a in letters for b in letters for c in "xy"]  # two hundred outlets that add their names
    load(installation, *(f"2023-05-01,,https://o{name}.example/,{TITLE} {name},en,," for name in ["", *added]))
    assert installation.ask("select mentions, outlets from media_story") == [(201, 201)]


def test_a_story_is_listed_in_each_country_with_its_first_report_there(installation: Installation) -> None:
    load(
        installation,
        f"2023-05-01,First,https://first.example/1,{TITLE},en,IE,",
        f"2023-05-02,Second,https://second.example/1,{TITLE} today,en,MT,",
        f"2023-05-03,Third,https://third.example/1,{TITLE},en,MT,",
    )
    assert installation.ask("select mentions, outlets, countries, first_country from media_story") == [(3, 3, 2, "IE")]
    columns = "country, title, url, outlets, mentions"
    assert installation.ask(f"select {columns} from media_story_country order by all") == [
        ("IE", TITLE, "https://first.example/1", 1, 1),
        ("MT", f"{TITLE} today", "https://second.example/1", 2, 2),
    ]
    columns = "outlet, mentions, stories, picked_up"
    assert installation.ask(f"select {columns} from media_daily order by all") == [
        ("First", 1, 1, 1),
        ("Second", 1, 0, 0),
        ("Third", 1, 0, 0),
    ]


def test_a_load_without_mentions_needs_neither_pandas_nor_scipy(installation: Installation) -> None:
    script = """
import atexit, sys
from etl.__main__ import main
atexit.register(lambda: print({'pandas', 'scipy'} & set(sys.modules)))
main()
"""
    command = [sys.executable, "-c", script, "publish", "--data-dir", str(installation.root)]
    assert subprocess.check_output(command, text=True).splitlines()[-1] == "set()"

"""Media mentions from the plain layout, Media Cloud and lists of feeds."""

from tests.installation import Installation

PLAIN = "published_at,outlet,url,title,language,country,outlet_type\n"
CLOUD = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
FEED = "date_published,title,link,source_feed,language\n"
LONG = "Parliament debates open models once more"


def test_mentions_are_counted_by_day_country_language_and_outlet(installation: Installation) -> None:
    rows = f"2023-05-01,Daily Invention,https://daily.example/a,{LONG},English,Ireland,newspaper\n"
    installation.load(installation.write("mentions.csv", PLAIN + rows))
    columns = "cast(day as varchar), country, language, outlet, outlet_type, mentions, stories"
    assert installation.ask(f"select {columns} from media_daily") == [
        ("2023-05-01", "IE", "en", "Daily Invention", "newspaper", 1, 1)
    ]


def test_one_story_in_two_outlets_is_two_mentions_and_counts_where_it_stood_first(installation: Installation) -> None:
    rows = (
        f"2023-05-02,Later,https://later.example/x,{LONG.upper()},en,FR,\n"
        f"2023-05-01,First,https://first.example/y,{LONG},en,DE,\n"
    )
    installation.load(installation.write("mentions.csv", PLAIN + rows))
    assert installation.ask("select outlet, mentions, stories from media_daily order by all") == [
        ("First", 1, 1),
        ("Later", 1, 0),
    ]
    assert installation.ask("select title, url, outlets, mentions from media_story") == [
        (LONG, "https://first.example/y", 2, 2)
    ]


def test_the_same_page_of_the_same_day_is_one_mention(installation: Installation) -> None:
    rows = (
        f"2023-05-01,A,https://www.daily.example/a?utm_source=x,{LONG},en,,\n"
        f"2023-05-01,A,http://daily.example/a/,{LONG},en,,\n"
    )
    installation.load(installation.write("mentions.csv", PLAIN + rows))
    assert installation.counts("mentions.csv") == (2, 1, 1, 0, 0)


def test_a_missing_or_absurd_publication_date_is_replaced_by_the_day_it_was_seen(installation: Installation) -> None:
    rows = (
        f"a,2025-12-15 05:24:36.429942+00:00,pt,x.example,x.example,2020-12-14,{LONG} one,https://x.example/1\n"
        f"b,2025-12-15 05:24:36.429942+00:00,pt,x.example,x.example,,{LONG} two,https://x.example/2\n"
        f"c,2025-12-15 05:24:36.429942+00:00,pt,x.example,x.example,2025-12-13,{LONG} three,https://x.example/3\n"
    )
    installation.load(installation.write("stories.csv", CLOUD + rows))
    assert installation.ask(
        "select cast(day as varchar), sum(mentions) from media_daily group by all order by all"
    ) == [
        ("2025-12-13", 1),
        ("2025-12-15", 2),
    ]


def test_a_feed_list_takes_outlet_and_country_from_the_address(installation: Installation) -> None:
    rows = (
        f"2023-04-02 18:41:42+00:00,{LONG},https://www.gazeta.pl/a,https://feed.example/,pl-PL\n"
        f"2023-04-02 18:41:42.123456+00:00,{LONG} again,https://news.example.com/b,https://feed.example/,en-UK\n"
    )
    installation.load(installation.write("feeds.csv", FEED + rows))
    assert installation.ask("select outlet, country, language from media_daily order by all") == [
        ("gazeta.pl", "PL", "pl"),
        ("news.example.com", "ZZ", "en"),
    ]


def test_a_mention_without_date_or_with_a_wrong_address_is_rejected(installation: Installation) -> None:
    rows = f",A,https://a.example/,{LONG},,,\n2023-05-01,A,ftp:/nowhere,{LONG},,,\n"
    installation.load(installation.write("mentions.csv", PLAIN + rows))
    assert installation.counts("mentions.csv") == (2, 0, 0, 2, 0)
    assert [r["reason"] for r in installation.etl("rejects", "--json").json] == ["no date", "not a web address"]

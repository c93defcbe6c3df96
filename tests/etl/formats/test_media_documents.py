"""Media mentions out of feeds, GDELT and Cision."""

import json

from tests.installation import Installation

LONG = "An invented parliament debates open models"

ALERTS = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id>
  <title>Google Alert - invented letter</title>
  <entry>
    <id>tag:google.com,2013:googlealerts/feed:1</id>
    <title type="html">{LONG} in an &lt;b&gt;open letter&lt;/b&gt; &amp;amp; more</title>
    <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.invented.fr/a%3Fid%3D7&amp;ct=ga"></link>
    <published>2023-05-03T21:30:00Z</published>
    <updated>2023-05-04T21:30:00Z</updated>
  </entry>
</feed>
"""


def feed(*items: str, language: str = "en-UK") -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Invented</title><language>{language}</language>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def test_a_google_alert_leads_to_the_real_address_and_its_title_has_no_tags(installation: Installation) -> None:
    (entry,) = installation.load(installation.write("alert.xml", ALERTS))["files"]
    assert entry["format"] == "google_alerts"
    assert installation.ask("select title, url from media_story") == [
        (f"{LONG} in an open letter & more", "https://news.invented.fr/a?id=7")
    ]
    columns = "cast(day as varchar), outlet, country"
    assert installation.ask(f"select {columns} from media_daily") == [("2023-05-03", "news.invented.fr", "FR")]


def test_a_feed_may_spell_its_dates_in_two_ways_and_its_language_oddly(installation: Installation) -> None:
    text = feed(
        f"<title>{LONG}</title><link>https://a.example.de/1</link><pubDate>Wed, 03 May 2023 23:30:00 +0200</pubDate>",
        "<title>An invented ministry closes its archive</title><link>https://b.example.org/2</link><pubDate>2023-05-03</pubDate>",
        f"<title>{LONG}</title><link>https://c.example.org/3</link><pubDate>2023-05-04T10:00:00Z</pubDate>"
        '<source url="https://wire.example/">Invented Wire</source>',
        f"<title>{LONG} without a day</title><link>https://d.example.org/4</link>",
    )
    (entry,) = installation.load(installation.write("feed.rss", text))["files"]
    assert (entry["format"], entry["rows_in"], entry["accepted"], entry["rejected"]) == ("rss", 4, 3, 1)
    columns = "cast(day as varchar), outlet, language, mentions, stories"
    assert installation.ask(f"select {columns} from media_daily order by all") == [
        ("2023-05-03", "a.example.de", "en", 1, 1),
        ("2023-05-03", "b.example.org", "en", 1, 1),
        ("2023-05-04", "Invented Wire", "en", 1, 0),  # the story of the first line under another link
    ]
    (rejected,) = installation.etl("rejects", "--json").json
    assert (rejected["line"], rejected["reason"]) == (4, "no date")


def test_an_atom_entry_without_a_publication_counts_when_it_was_updated(installation: Installation) -> None:
    text = ALERTS.replace("tag:google.com,2005:reader/", "urn:invented:").replace(
        "<published>2023-05-03T21:30:00Z</published>", ""
    )
    (entry,) = installation.load(installation.write("feed.atom", text))["files"]
    assert entry["format"] == "rss"
    assert installation.ask("select cast(day as varchar) from media_daily") == [("2023-05-04",)]


def test_entities_of_a_feed_are_refused_and_a_torn_one_too(installation: Installation) -> None:
    secret = installation.write("secret.txt", "quuxsecret")
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + feed("<title>&b;</title>")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>' + feed("<title>&x;</title>")
    for text in (bomb, outside):
        text = text.replace('<?xml version="1.0"?>', "")
        assert installation.refuse(installation.write("feed.xml", text)) == (
            "feed.xml: declares XML entities, which are not read; export the feed again."
        )
    torn = feed(f"<title>{LONG}</title>", f"<title>{LONG}</title>")[:-40]
    assert "feed.xml: line 1: not well-formed" in installation.refuse(installation.write("feed.xml", torn))


GDELT = "url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry\n"


# FIPS 10-4 and ISO 3166 of the member states.
FIPS = """AU AT, BE BE, BU BG, CY CY, DA DK, EI IE, EN EE, EZ CZ, FI FI, FR FR, GM DE, GR GR, HR HR, HU HU, IT IT,
LG LV, LH LT, LO SK, LU LU, MT MT, NL NL, PL PL, PO PT, RO RO, SI SI, SP ES, SW SE"""


def test_gdelt_names_countries_in_english_or_by_fips_codes(installation: Installation) -> None:
    codes = dict(pair.split() for pair in FIPS.split(",")) | {"SZ": "CH", "Austria": "AT"}
    rows = "".join(
        f"https://a.example/{n},,{LONG} {n},20230503T141500Z,,outlet{code.lower()}.example,German,{code}\n"
        for n, code in enumerate(codes)
    )
    (entry,) = installation.load(installation.write("artlist.csv", GDELT + rows))["files"]
    assert (len(codes), entry["format"], entry["accepted"]) == (29, "gdelt_artlist", 29)
    found = dict(installation.ask("select outlet, country from media_daily"))
    assert found == {f"outlet{code.lower()}.example": country for code, country in codes.items()}
    states = "select iso2 from country where is_member_state and iso2 in (select country from media_daily)"
    assert len(installation.ask(states)) == 27


def test_gdelt_json_may_hold_raw_control_characters(installation: Installation) -> None:
    article = {
        "url": "https://a.example/1",
        "title": f"{LONG}\t!",
        "seendate": "20230503T141500Z",
        "domain": "a.example",
    }
    text = json.dumps({"articles": [article | {"language": "English", "sourcecountry": "Ireland"}]})
    (entry,) = installation.load(installation.write("artlist.json", text.replace("\\t", "\x0b")))["files"]
    assert (entry["format"], entry["accepted"]) == ("gdelt_artlist_json", 1)
    assert installation.ask("select country from media_daily") == [("IE",)]


def gdelt_rows(count: int) -> str:
    return "".join(
        f"https://a.example/{n},,{LONG} {n},20230503T141500Z,,a.example,English,Ireland\n" for n in range(count)
    )


def test_a_file_that_stops_where_its_source_stops_is_called_so(installation: Installation) -> None:
    installation.load(
        installation.write("cut.csv", GDELT + gdelt_rows(250)), installation.write("whole.csv", GDELT + gdelt_rows(249))
    )
    sentence = "probably cut: its source stops at 250 records, so load a shorter time as well"
    assert installation.ask("select file, note from load_ledger order by all") == [
        ("cut.csv", sentence),
        ("whole.csv", ""),
    ]
    assert sentence in installation.etl("status").out
    (cut, _) = installation.etl("status", "--json").json["files"]
    assert cut["message"] == sentence


def test_a_page_of_media_cloud_s_list_is_probably_not_all(installation: Installation) -> None:
    header = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    stories = [
        f"{n},2023-05-03,en,a.example,https://a.example,2023-05-03,{LONG} {n},https://a.example/{n}"
        for n in range(1000)
    ]
    page, last = header + "\n".join(stories), header + "\n".join(stories[1:])
    cut, whole = installation.load(installation.write("page.csv", page), installation.write("last.csv", last))["files"]
    assert cut["message"].startswith("probably cut: its source stops at 1000 records")
    assert whole["message"] == ""


def test_cision_s_columns_differ_by_medium_and_its_files_stop_at_5000(installation: Installation) -> None:
    columns = "id,type,publishedAt,medium,title,author,source,locationCountry,languageCode,sentiment,audience"
    broadcast = f"1,mention,2023-05-03T10:00:00Z,TV,{LONG},,Invented TV,FR,fr,neutral,1000\n"
    (entry,) = installation.load(installation.write("tv.csv", f"{columns}\n{broadcast}"))["files"]
    assert (entry["format"], entry["accepted"]) == ("cision", 1)
    online = "".join(
        f"{n},mention,2023-05-04T10:00:00Z,Online,{LONG} {n},,https://n.example/{n},Invented News,DE,de,neutral,1,0.5\n"
        for n in range(5000)
    )
    header = columns.replace("source", "url,source") + ",impactScore\n"
    (entry,) = installation.load(installation.write("online.csv", header + online))["files"]
    assert (entry["accepted"], entry["message"][:12]) == (5000, "probably cut")
    assert installation.ask("select outlet_type, sum(mentions) from media_daily group by all order by all") == [
        ("online", 5000),
        ("tv", 1),
    ]

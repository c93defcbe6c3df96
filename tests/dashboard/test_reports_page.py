"""The page Reports: a pack for each network at one click, made of protected counts."""

import io
import json
import zipfile
from pathlib import Path

from dashboard.app import create_app
from dashboard.pages import reports
from tests.dashboard.asking import ask
from tests.dashboard.report_campaign import published
from tests.dashboard.walking import texts
from tests.snapshots import publish, signed


def test_the_page_offers_a_pack_in_every_language(tmp_path: Path) -> None:
    page = reports.layout(ask(published(tmp_path)))
    assert "1 network to report to: 1 of 3 sites reached." in list(texts(page))
    for code in ("de", "en", "fr"):
        assert f"/pack/n.zip?campaign=open-letter&language={code}" in str(page)


def test_a_campaign_without_networks_says_how_to_name_them(tmp_path: Path) -> None:
    publish(tmp_path, signature_daily=[signed("2026-03-05", 12)])
    assert "No network to report to yet: name networks in campaign.toml" in " ".join(
        texts(reports.layout(ask(tmp_path)))
    )


def test_a_click_makes_the_protected_pack_of_the_chosen_day(tmp_path: Path) -> None:
    reader = create_app(published(tmp_path)).server.test_client()
    answer = reader.get("/pack/n.zip?campaign=open-letter&as_of=2026-03-04&language=de")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="open-letter-n-2026-03-04-de.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        about = json.loads(archive.read("metadata.json"))["about"]
        assert (about["as_of"], about["language"], about["counts"]) == ("2026-03-04", "de", "protected")
        assert "Germany" not in archive.read("reach-by-country.csv").decode()


def test_what_there_is_not_is_refused_with_a_sentence(tmp_path: Path) -> None:
    reader = create_app(published(tmp_path)).server.test_client()
    assert reader.get("/pack/nobody.zip").get_data(as_text=True).startswith("There is no network 'nobody'")
    assert reader.get("/pack/n.zip?language=tlh").get_data(as_text=True).startswith("There is no language 'tlh'")

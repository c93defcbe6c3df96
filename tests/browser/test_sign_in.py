"""Signing in, as a person does it."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import rows, serving
from tests.snapshots import publish

PASSWORD = "correct horse battery"


def account(data_dir: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run ``campaign-dashboard account``."""
    command = [sys.executable, "-m", "dashboard", "account", *arguments, "--data-dir", str(data_dir)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def test_an_organiser_signs_in_lands_on_the_page_that_was_asked_for_and_signs_out(
    browser: Browser, tmp_path: Path
) -> None:
    publish(tmp_path / "published", signature_daily=rows())
    assert account(tmp_path, "add", "ada", typed=PASSWORD + "\n").stdout == "ada (organiser) may sign in.\n"
    page = browser.new_page()
    with serving(tmp_path) as address:
        page.goto(address + "/reach?countries=MT")
        page.get_by_label("Name").fill("ada")
        page.get_by_label("Password").fill("something else")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_have_text("Name and password do not belong together.")
        page.get_by_label("Name").fill("ada")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(f"{address}/reach?countries=MT")
        expect(page.locator("#finding")).to_contain_text("Malta")
        expect(page.locator("#page-footer")).to_contain_text("Signed in as ada (organiser).")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_label("Password")).to_be_visible()
        page.goto(address + "/reach")
        expect(page.get_by_label("Password")).to_be_visible()
    page.close()


def test_an_open_page_asks_to_sign_in_again_when_its_account_is_removed(browser: Browser, tmp_path: Path) -> None:
    publish(tmp_path / "published", signature_daily=rows())
    account(tmp_path, "add", "ada", typed=PASSWORD + "\n")
    page = browser.new_page()
    with serving(tmp_path) as address:
        page.goto(address)
        page.get_by_label("Name").fill("ada")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("#finding")).to_be_visible()
        assert account(tmp_path, "remove", "ada").stdout == "ada may no longer sign in.\n"
        account(tmp_path, "add", "bea", typed=PASSWORD + "\n")
        assert account(tmp_path, "list").stdout == "bea  organiser\n"
        expect(page.get_by_label("Password")).to_be_visible()
    page.close()


def test_a_password_that_is_too_short_is_refused_in_a_sentence(tmp_path: Path) -> None:
    ended = account(tmp_path, "add", "ada", typed="short\n")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "A password has at least 12 letters: choose a longer one.\n"

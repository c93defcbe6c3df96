"""Load again without fear: however records are spread over files, in whatever order, the content is one."""

import random
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.installation import Installation

PEOPLE = ["ada", "bob", "cy"]
SIGNATURES = "signed_at,name,email,affiliation,country,channel\n"
MENTIONS = "published_at,url,title,outlet\n"
CONTACTS = "occurred_at,organisation,stage,wave,country\n"


@dataclass(frozen=True)
class Export:
    """A header, the records, and the name that its files begin with."""

    name: str
    header: str
    records: list[str]


def signature(person: str, day: int, country: str, affiliation: str, has_email: bool) -> str:
    email = f"{person}@uni.example" if has_email else ""
    return f"2023-05-0{day},{person.title()} Invented,{email},{affiliation},{country},form\n"


# Few people, days and countries: the same person often signs twice on one day and says something else.
SIGNATURE = st.builds(
    signature,
    st.sampled_from(PEOPLE),
    st.integers(1, 2),
    st.sampled_from(["DE", "FR", ""]),
    st.sampled_from(["University of Vienna", "Universität Wien", ""]),
    st.booleans(),
)
MENTION = st.builds(
    "2023-05-0{},https://paper.example/{},{},Paper\n".format,
    st.integers(1, 2),
    st.integers(1, 2),
    st.sampled_from(["An invented story", "Another one"]),
)
CONTACT = st.builds(
    "2023-05-0{},Invented Society,contacted,{},{}\n".format,
    st.integers(1, 2),
    st.sampled_from(["first", "second"]),
    st.sampled_from(["DE", "FR"]),
)


def content_of(folder: Path, *commands: list[tuple[str, str]]) -> str:
    """The content's hash after loading the files in this order, each list by one command, into a new installation."""
    place = Installation(folder / "data")
    place.etl("campaign", "new", "letter", "--title", "An invented letter", "--launched-on", "2023-04-28")
    for files in commands:
        place.load(*[place.write(name, text) for name, text in files])
    ((found,),) = place.ask("select content_sha256 from snapshot")
    return str(found)


def spread(export: Export, chance: random.Random) -> list[tuple[str, str]]:
    """The export as a file of its first records, the file grown by the others, and a part of them in another order."""
    cut = chance.randint(1, len(export.records))
    shuffled = chance.sample(export.records, k=chance.randint(1, len(export.records)))
    parts = [export.records[:cut], export.records, shuffled]
    return [(f"{export.name}-{index}.csv", export.header + "".join(part)) for index, part in enumerate(parts)]


@settings(max_examples=4)
@given(
    st.lists(SIGNATURE, min_size=2, max_size=12),
    st.lists(MENTION, min_size=1, max_size=6),
    st.lists(CONTACT, min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_grown_overlapping_and_shuffled_files_give_the_content_of_one_load(
    signatures: list[str], mentions: list[str], contacts: list[str], chance: random.Random
) -> None:
    exports = [
        Export("signatures", SIGNATURES, signatures),
        Export("mentions", MENTIONS, mentions),
        Export("contacts", CONTACTS, contacts),
    ]
    once = [(f"{export.name}.csv", export.header + "".join(export.records)) for export in exports]
    often = [file for export in exports for file in spread(export, chance)]
    chance.shuffle(often)
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        assert content_of(Path(first), often[::2], often[1::2]) == content_of(Path(second), once)

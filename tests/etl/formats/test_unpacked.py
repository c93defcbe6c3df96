"""Compressed files: read where they hold one file, refused in one sentence before they are unpacked else."""

import gzip
import tracemalloc
from pathlib import Path

import pytest

from etl.errors import Refused
from etl.formats.unpacked import unpacked
from tests.etl.formats.workbooks import with_member, workbook, zipped
from tests.installation import Installation

CSV = b"signed_at,name,email,country\n2023-05-01,Ada Invented,ada@uni.example,DE\n"
ROWS = [["signed_at", "name", "email", "country"], ["2023-05-01", "Ada Invented", "ada@uni.example", "DE"]]
BOMB = b"\0" * (300 << 20)


def gzipped(content: bytes) -> bytes:
    """The same bytes at any moment: they are part of a test's name, and that must be one in every process."""
    return gzip.compress(content, mtime=0)


def encrypted(archive: bytes) -> bytes:
    """A zip archive whose members say that they are encrypted."""
    changed = bytearray(archive)
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + flags_at] |= 1
            place = changed.find(signature, place + 4)
    return bytes(changed)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.csv.gz", gzipped(CSV)),
        ("form.csv", gzipped(CSV)),
        ("form.zip", zipped({"exports/form.csv": CSV, "__MACOSX/exports/._form.csv": b"x", "exports/.DS_Store": b"x"})),
    ],
)
def test_a_compressed_file_is_loaded_under_the_name_that_the_user_gave_it(
    installation: Installation, name: str, content: bytes
) -> None:
    installation.load(installation.write(name, content))
    assert installation.counts(name) == (1, 1, 0, 0, 0)


def test_inspect_looks_into_a_compressed_file(installation: Installation) -> None:
    file = installation.write("form.csv.gz", gzipped(CSV))
    assert installation.etl("inspect", file, "--json").json["records"][0]["name"] == "Ada Invented"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("two.zip", zipped({"a.csv": CSV, "b.csv": CSV}), "two.zip: an archive of 2 files; unpack it and load them."),
        ("none.zip", zipped({}), "none.zip: an archive of 0 files; unpack it and load them."),
        ("nested.zip", zipped({"a.zip": zipped({"a.csv": CSV})}),
         "nested.zip: an archive in an archive; unpack it and load the file in it."),
        ("nested.csv.gz", gzipped(gzipped(CSV)),
         "nested.csv.gz: an archive in an archive; unpack it and load the file in it."),
        ("secret.zip", encrypted(zipped({"a.csv": CSV})),
         "secret.zip: an archive with a password; unpack it and load the file in it."),
        ("cut.csv.gz", gzipped(CSV)[:-20],
         "cut.csv.gz: damaged, or compressed in a way that is not read; compress it again."),
        ("cut.zip", zipped({"a.csv": CSV}).replace(b"Ada", b"Bob").replace(b"PK\x01\x02", b"PK\x01\x03"),
         "cut.zip: damaged, or compressed in a way that is not read; compress it again."),
        ("form.7z", b"7z\xbc\xaf\x27\x1c\0\4", "form.7z: a 7z archive; unpack it and load the file in it."),
        ("form.rar", b"Rar!\x1a\x07\0", "form.rar: a RAR archive; unpack it and load the file in it."),
        ("form.pdf", b"%PDF-1.7\n", "form.pdf: a PDF document; export the table behind it as CSV or XLSX."),
        ("form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
         "form.xls: a workbook with a password or of Excel before 2007; save it as XLSX without a password."),
        ("form.xlsm", with_member(workbook(a=ROWS), "xl/vbaProject.bin", b"\0"),
         "form.xlsm: a workbook with macros; save it as XLSX without them."),
        ("secret.xlsx", encrypted(workbook(a=ROWS)), "secret.xlsx: a workbook with a password; save it without one."),
        ("form.docx", zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
         "form.docx: not an XLSX workbook; save the table as XLSX or CSV."),
        ("form.ods", zipped({"mimetype": b"x", "content.xml": b"<a/>"}),
         "form.ods: not an XLSX workbook; save the table as XLSX or CSV."),
        ("entity.xlsx",
         with_member(workbook(a=ROWS), "xl/sharedStrings.xml",
                     b'<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst><si><t>&e;</t></si></sst>'),
         "entity.xlsx: a workbook with a document type in it; save the table as CSV."),
        ("broken.xlsx", with_member(workbook(a=ROWS), "xl/workbook.xml", b"<workbook"),
         "broken.xlsx: a damaged workbook; save it again, or the table as CSV."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(Refused) as refusal, unpacked(file):
        pass
    assert str(refusal.value) == sentence


def test_a_refusal_of_the_content_names_the_file_that_the_user_has(installation: Installation) -> None:
    file = installation.write("inner.csv.gz", gzipped(b""))
    assert installation.refuse(file) == "inner.csv.gz: inner.csv: the file is empty."


def bomb_in_a_zip() -> bytes:
    return zipped({"form.csv": BOMB})


def bomb_in_gzip() -> bytes:
    return gzipped(BOMB)


def bomb_whose_size_is_understated() -> bytes:
    return gzipped(BOMB[: 150 << 20]) * 2  # the size at the end is that of the second half


def bomb_in_a_workbook() -> bytes:
    return with_member(workbook(a=ROWS), "xl/worksheets/sheet1.xml", BOMB)


@pytest.mark.parametrize(
    "bomb",
    [bomb_in_a_zip, bomb_in_gzip, bomb_whose_size_is_understated, bomb_in_a_workbook],
    ids=lambda made: made.__name__,
)
def test_a_bomb_is_refused_with_little_memory(installation: Installation, bomb: object) -> None:
    assert callable(bomb)
    file = installation.write("bomb", bomb())
    tracemalloc.start()
    try:
        with pytest.raises(Refused, match="unpacks to"), unpacked(file):
            pass
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()


def test_a_text_that_begins_like_an_archive_is_a_text(installation: Installation) -> None:
    file = installation.write("form.csv", b"PK,signed_at,name\n1,2023-05-01,Ada Invented\n")
    installation.load(file, "--format", "signatures_csv")  # any other column may stand there then
    assert installation.counts("form.csv") == (1, 1, 0, 0, 0)

"""Names of exported letters: about the case, never the person, and good on every system."""

from datetime import date
from pathlib import Path

import pytest

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters import file_name
from gdpr_desktop.letters.file_names import check_path
from letters.samples import HEAD, MakeTemplate

DAY = date(2026, 2, 3)
BAD_NUMBERS = [
    *(
        "26/123",
        "..\\..\\x",
        "C:\\x",
        "CON",
        "com1",
        "a:b",
        "x" * 300,
        "a\x00\u202eb",
        '*?<>|"',
        "",
    ),
    *("nul.txt", "LPT¹", "\ud800", "a\udfffb", "\ue000", "\u2028", "æ" * 300, "🦭" * 300, " . "),
    *("../../etc/passwd", "a\nb", "\u202ecod.exe", "con .docx", "-", "e\u0301" * 100),
]


def test_the_name_holds_case_letter_and_date_in_the_letters_language(make: MakeTemplate) -> None:
    template = make("# Brev\n")
    assert file_name("26-014", template, "nn", DAY) == "26-014 Liten mal 2026-02-03.docx"
    assert "på bokmål" in file_name("1", template, "nb", DAY)


@pytest.mark.parametrize("number", BAD_NUMBERS)
def test_the_name_is_safe_on_windows(make: MakeTemplate, number: str) -> None:
    name = file_name(number, make("# Brev\n"), "nn", DAY)
    assert name.endswith(" 2026-02-03.docx")
    assert len(name) < 200
    assert not set(name) & set('<>:"/\\|?*\x00\u202e')
    assert not name.startswith((" ", ".", "CON", "com1", "nul", "LPT"))


@pytest.mark.parametrize("number", BAD_NUMBERS)
def test_the_name_can_be_written_and_read_back(
    make: MakeTemplate, tmp_path: Path, number: str
) -> None:
    title = 'title = { nn = "' + "Brev på æøå " * 30 + '", nb = "Brev" }\n'
    head = HEAD.replace('title = { nn = "Liten mal", nb = "Liten mal på bokmål" }\n', title)
    (tmp_path / "small.toml").write_text(head, encoding="utf-8")
    from gdpr_desktop.letters import load_template

    path = tmp_path / file_name(number, load_template("small", tmp_path), "nn", DAY)
    check_path(path)
    path.write_bytes(b"x")
    assert path.name in {one.name for one in tmp_path.iterdir()}


@pytest.mark.parametrize(
    "name",
    [
        *("a" * 300 + ".docx", "æ" * 130 + ".docx", "a\x00.docx", "a\ud800.docx"),
        *("brev\u202excod.docx", "CON.docx", "com1.docx", "a\nb.docx"),
    ],
)
def test_a_name_that_cannot_be_written_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(AppError) as refused:
        check_path(tmp_path / name)
    assert refused.value.hint.endswith(".")
    str(refused.value).encode()  # the sentence itself can be shown


def test_a_path_of_many_folders_is_left_to_the_system(tmp_path: Path) -> None:
    check_path(tmp_path / "a" / ("æ" * 100) / "brev på æøå.docx")

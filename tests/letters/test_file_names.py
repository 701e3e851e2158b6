"""Names of exported letters: about the case, never the person, and good on every system."""

from datetime import date

import pytest

from gdpr_desktop.letters import file_name
from letters.samples import MakeTemplate

DAY = date(2026, 2, 3)


def test_the_name_holds_case_letter_and_date_in_the_letters_language(make: MakeTemplate) -> None:
    template = make("# Brev\n")
    assert file_name("26-014", template, "nn", DAY) == "26-014 Liten mal 2026-02-03.docx"
    assert "på bokmål" in file_name("1", template, "nb", DAY)


@pytest.mark.parametrize(
    "number",
    ["26/123", "..\\..\\x", "C:\\x", "CON", "com1", "a:b", "x" * 300, "a\x00\u202eb", '*?<>|"', ""],
)
def test_the_name_is_safe_on_windows(make: MakeTemplate, number: str) -> None:
    name = file_name(number, make("# Brev\n"), "nn", DAY)
    assert name.endswith(" 2026-02-03.docx")
    assert len(name) < 200
    assert not set(name) & set('<>:"/\\|?*\x00\u202e')
    assert not name.startswith((" ", ".", "CON", "com1"))

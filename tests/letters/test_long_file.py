"""Many letters in one file: nobody's text or page is mixed with another's."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters import Frame, Letter, render
from gdpr_desktop.letters.long_file import LongFile, check_long_file
from letters.samples import MakeTemplate, parts

BODY = (
    "# Til {{ name }}\n\n1. ein\n2. to\n\n{{ story }}\n\n[Les meir](https://example.no)\n\n"
    "{% if urgent %}Ring oss: {{ web }}{% endif %}\n"
)


def letters(make: MakeTemplate, frame: Frame, count: int) -> list[Letter]:
    template = make(BODY)
    return [
        render(
            template,
            "nb" if number % 3 else "nn",
            {
                "name": f"Person {number} <&>",
                "story": f"Del a {number}\n\nDel b",
                "urgent": number % 2 == 0,
                "web": f"https://example.no/{number}",
                "frame": replace(frame, recipient=f"Person {number}"),
            },
        )
        for number in range(count)
    ]


def written(path: Path, found: list[Letter], letterhead: bytes | None) -> str:
    with path.open("wb") as file:
        long_file = LongFile(file, letterhead)
        for letter in found:
            long_file.add(letter)
        long_file.close()
    assert long_file.count == len(found)
    return long_file.digest


@pytest.mark.parametrize("own", [False, True], ids=["ours", "own letterhead"])
def test_each_letter_is_a_section_on_pages_of_its_own(
    make: MakeTemplate, frame: Frame, letterhead: bytes, tmp_path: Path, own: bool
) -> None:
    found, path = letters(make, frame, 5), tmp_path / "lang.docx"
    written(path, found, letterhead if own else None)
    document = Document(str(path))
    assert [one.start_type for one in document.sections] == [WD_SECTION.NEW_PAGE] * 5
    (single,) = Document(io.BytesIO(found[0].docx(letterhead if own else None))).sections
    first = document.sections[0]
    alike = ("different_first_page_header_footer", "top_margin", "header_distance")
    assert [getattr(first, one) for one in alike] == [getattr(single, one) for one in alike]
    setups = [one._sectPr.xml for one in document.sections]
    assert all('<w:pgNumType w:start="1"/>' in setup for setup in setups)
    assert setups == setups[:1] * 5
    names = [p.text for p in document.paragraphs if p.text.startswith("Person")]
    assert names == [f"Person {number}" for number in range(5)]
    data = parts(path.read_bytes())
    edges = b"".join(data[name] for name in data if re.search("header|footer", name))
    assert b"NUMPAGES" not in edges


def test_lists_begin_anew_and_links_lead_to_their_own_target(
    make: MakeTemplate, frame: Frame, tmp_path: Path
) -> None:
    path = tmp_path / "lang.docx"
    written(path, letters(make, frame, 4), None)
    document = Document(str(path))
    numbers = re.findall(r'w:numId w:val="(\d+)"', document.element.xml)
    assert [numbers.count(one) for one in dict.fromkeys(numbers)] == [2, 2, 2, 2]
    targets = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert {"https://example.no", "https://example.no/0", "https://example.no/2"} <= targets
    for paragraph in document.paragraphs:
        for link in paragraph.hyperlinks:
            if link.text.startswith("https"):
                assert link.address == link.text


def test_a_file_that_does_not_say_what_went_into_it_is_refused(
    make: MakeTemplate, frame: Frame, tmp_path: Path
) -> None:
    path = tmp_path / "lang.docx"
    found = letters(make, frame, 3)
    digest = written(path, found, None)
    check_long_file(path, digest)
    other = written(path, list(reversed(found)), None)
    check_long_file(path, other)
    with pytest.raises(AppError):
        check_long_file(path, digest)


def test_the_same_letters_make_the_same_file(make: MakeTemplate, frame: Frame) -> None:
    files = []
    for _round in range(2):
        buffer = io.BytesIO()
        long_file = LongFile(buffer, None)
        for letter in letters(make, frame, 2):
            long_file.add(letter)
        long_file.close()
        files.append(buffer.getvalue())
    assert files[0] == files[1]

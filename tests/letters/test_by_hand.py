"""A form to fill in on paper: set tight, boxes in narrow columns and never ticked, its own foot."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from gdpr_desktop.letters import Letter, Sender
from gdpr_desktop.letters.blocks import CHECKED, UNCHECKED, SignatureLines, Table
from gdpr_desktop.letters.letter import Letter as Whole
from gdpr_desktop.letters.markdown import parse
from gdpr_desktop.letters.saving import check_text
from gdpr_desktop.letters.template_check import check_template
from letters.samples import parts, simple_letterhead

FORM = """# Skjema

Vel eitt.

| Formål | Ja | Nei |
| --- | :-: | :-: |
| Ta bilete | [ ] | [x] |
| Dele [ ] her | [ ] | [ ] |

\\signature Underskrift | Dato

Til slutt.
"""
FOOT = "Skjema 2026-14, versjon 2"


@pytest.fixture
def form() -> Letter:
    content = parse(FORM)
    return Whole(
        template="form",
        title="Skjema",
        language="nn",
        content=content,
        shape=content,
        sender=Sender(name="Testvik kommune"),
        day=date(2026, 11, 20),
        footer=FOOT,
        by_hand=True,
    )


def test_a_cell_with_nothing_but_a_box_is_a_box(form: Letter) -> None:
    table = next(one for one in form.blocks if isinstance(one, Table))
    assert table.centred == (1, 2)
    marks = [[cell[0].text for cell in row] for row in table.rows]
    assert marks == [
        ["Ta bilete", UNCHECKED, CHECKED],
        ["Dele [ ] her", UNCHECKED, UNCHECKED],
    ]


def test_boxes_can_be_ticked_in_word_and_their_columns_are_narrow(form: Letter) -> None:
    data = form.docx()
    check_text(data, form.text().split("\n"))
    table = Document(io.BytesIO(data)).tables[0]
    assert table._tbl.xml.count("<w14:checkbox") == 4
    wide, yes, no = (column.width for column in table.columns)
    assert yes == no < wide / 5


def test_lines_to_sign_on_stand_beside_each_other_on_a_form_only(form: Letter) -> None:
    assert any(isinstance(one, SignatureLines) for one in form.blocks)
    tables = Document(io.BytesIO(form.docx())).tables
    assert [[cell.text for cell in row.cells] for row in tables[1].rows] == [
        ["Underskrift", "Dato"]
    ]
    letter = replace(form, by_hand=False)
    assert len(Document(io.BytesIO(letter.docx())).tables) == 1


def test_lines_to_sign_on_stay_on_the_page_of_the_words_before_them(form: Letter) -> None:
    two = parse(FORM.replace("Til slutt.", "Siste ord.\n\n\\signature Ein\n\n\\signature To"))
    made = Document(io.BytesIO(replace(form, content=two, shape=two).docx()))
    words = [one for one in made.paragraphs if one.text == "Siste ord."]
    first, last = (table.rows[0].cells[0].paragraphs[0] for table in made.tables[-2:])
    kept = [one.paragraph_format.keep_with_next for one in (*words, first, last)]
    assert kept == [True, True, None]


@pytest.mark.parametrize("own", [False, True])
def test_the_foot_stands_on_every_page_of_our_letterhead_and_of_the_municipalitys_own(
    form: Letter, own: bool
) -> None:
    data = form.docx(simple_letterhead() if own else None)
    section = Document(io.BytesIO(data)).sections[0]
    footers = [section.footer]
    if section.different_first_page_header_footer:
        footers.append(section.first_page_footer)
    for one in footers:
        assert FOOT in [paragraph.text for paragraph in one.paragraphs]
    assert FOOT in form.html()
    assert "Skjema 2026" not in form.text()


def test_a_letterhead_that_numbers_its_pages_above_gets_a_foot(form: Letter) -> None:
    document = Document(io.BytesIO(simple_letterhead()))
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph._p.addnext(_page_field())
    document.sections[0].footer.is_linked_to_previous = True
    buffer = io.BytesIO()
    document.save(buffer)
    made = Document(io.BytesIO(form.docx(buffer.getvalue())))
    assert FOOT in [one.text for one in made.sections[0].footer.paragraphs]


def _page_field() -> object:
    from docx.oxml import parse_xml

    from gdpr_desktop.letters.word_styles import NAMESPACES

    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return parse_xml(f"<w:p {NAMESPACES}>{field}</w:p>")


def test_a_letter_without_a_foot_is_as_it_was(form: Letter) -> None:
    plain = replace(form, footer="", by_hand=False).docx()
    footer = re.compile(r"word/footer")
    assert FOOT not in "".join(
        data.decode() for name, data in parts(plain).items() if footer.match(name)
    )


def test_a_ticked_box_is_refused_in_a_form_and_allowed_in_a_letter() -> None:
    (problem,) = check_template(FORM, (), empty_boxes=True)
    assert problem.line == 7
    assert "[ ]" in problem.text
    assert check_template(FORM, ()) == ()

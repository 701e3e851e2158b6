"""A form as Word: every box empty, everything that was written, number and version at the foot."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from consents.filling import CONTENT, approve
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import FormKind, LanguageLevel, Lasting, Matter
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.documents.facts import lacking_words, slip_of, template_of
from gdpr_desktop.consents.forms.documents.handouts import blank
from gdpr_desktop.consents.forms.documents.making import Sheet, forms
from gdpr_desktop.consents.forms.documents.service import (
    export_form,
    form_letter,
    only_slip,
    sheet_of,
    suggested_name,
)
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.letters import Letter, MissingFieldsError, load_template
from gdpr_desktop.letters.copies import save_copy
from gdpr_desktop.vault import Vault

NN, NB = Language.NYNORSK, Language.BOKMAL
PLACE = Municipality(
    name="Testvik kommune",
    phone="70 00 00 00",
    email="post@testvik.example",
    officer=Officer(name="Solveig Testnes", email="ombod@testvik.example"),
)
DAY = date(2026, 11, 20)
PROBLEM = Bilingual(nn="Eg samtykker uttrykkeleg.", nb="Jeg samtykker uttrykkelig.")


def sheet(**changes: object) -> Sheet:
    content = replace(CONTENT, **changes)
    return Sheet(
        content=content, number="2026-14", version=2, municipality=PLACE, language=NN, day=DAY
    )


def made(found: Sheet) -> Letter:
    return next(forms(found, [blank(found.content, DAY)]))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", LanguageLevel)
@pytest.mark.parametrize("kind", [FormKind.PICTURE, FormKind.CONFIDENTIALITY])
def test_every_purpose_has_two_empty_boxes_and_none_is_ticked(
    language: Language, level: LanguageLevel, kind: FormKind
) -> None:
    found = replace(sheet(kind=kind, level=level, law="barnehagelova § 2 b"), language=language)
    text = made(replace(found, slip=False)).text()
    assert text.count("☐") == 2 * len(CONTENT.purposes)
    assert "☒" not in text
    for purpose in CONTENT.purposes:
        assert purpose.text.in_(language) in text
    for part in (CONTENT.withdraw_how, CONTENT.refusing, CONTENT.irrevocable):
        assert part.in_(language) in text
    for part in ("Tunet barnehage", "Testvik kommune", "Solveig Testnes", "Datatilsynet"):
        assert part in text


@pytest.mark.parametrize(
    ("changes", "template"),
    [
        ({}, "consent_form"),
        ({"level": LanguageLevel.YOUNG}, "consent_form_young"),
        ({"level": LanguageLevel.CHILD}, "consent_form_child"),
        ({"kind": FormKind.CONFIDENTIALITY, "level": LanguageLevel.CHILD}, "consent_release"),
    ],
)
def test_kind_and_level_choose_the_template(changes: dict[str, object], template: str) -> None:
    assert template_of(replace(CONTENT, **changes)) == template


def test_a_child_changes_its_mind_in_words_for_children() -> None:
    child = replace(CONTENT, level=LanguageLevel.CHILD)
    assert slip_of(child) == "consent_withdrawal_slip_child"
    assert slip_of(CONTENT) == "consent_withdrawal_slip"
    assert slip_of(replace(child, kind=FormKind.CONFIDENTIALITY)) == "consent_withdrawal_slip"
    text = made(sheet(level=LanguageLevel.CHILD)).text()
    assert "Eg har ombestemt meg" in text


def test_a_release_says_the_law_it_rests_on_and_that_nothing_is_erased() -> None:
    text = made(sheet(kind=FormKind.CONFIDENTIALITY, law="opplæringslova § 11-4")).text()
    assert "opplæringslova § 11-4 (personvernforordninga artikkel 6 nr. 1 bokstav e)" in text
    assert "blir ikkje sletta av den grunn" in text
    assert "artikkel 6 nr. 1 bokstav a" not in text


def test_a_release_without_its_law_is_not_printed() -> None:
    with pytest.raises(MissingFieldsError):
        made(sheet(kind=FormKind.CONFIDENTIALITY, law=""))


def test_an_explicit_consent_has_its_sentence_and_its_purposes_are_marked() -> None:
    special = tuple(replace(one, special=one.key == "p2") for one in CONTENT.purposes)
    text = made(sheet(purposes=special, explicit=PROBLEM)).text()
    assert "Eg samtykker uttrykkeleg." in text
    assert text.count("(uttrykkeleg samtykke)") == 1
    assert "artikkel 9 nr. 2 bokstav a" in text


def test_a_form_says_how_long_an_answer_holds() -> None:
    until = made(sheet(lasting=Lasting.DATE, until=date(2027, 2, 28))).text()
    assert "28. februar 2027" in until
    with pytest.raises(MissingFieldsError):
        made(sheet(lasting=Lasting.DATE, until=None))


def test_lines_become_one_phrase_and_the_units_name_is_said_once() -> None:
    data = Bilingual(nn="- Bilete.\n- Namn\n- PPT-rapportar", nb="")
    text = made(sheet(data=data)).text()
    assert "Bilete, namn og PPT-rapportar." in text
    assert "Tunet barnehage: tlf. 55 00 00 00." in text


def test_what_is_written_in_one_written_form_only_is_told() -> None:
    assert lacking_words(CONTENT, NB) == ""
    assert lacking_words(replace(CONTENT, use=Bilingual(nn="Vise fram")), NB)


def test_the_slip_stands_alone_or_after_the_form() -> None:
    found = sheet()
    assert "Vedlegg 1: Eg trekkjer samtykket mitt" in made(found).text()
    alone = made(only_slip(found))
    assert alone.text().startswith("Eg trekkjer samtykket mitt")
    assert alone.text().count("☐") == len(CONTENT.purposes) + 1
    assert "lappen som følgjer med" not in made(replace(found, slip=False)).text()


def test_number_and_version_stand_in_every_footer(tmp_path: Path) -> None:
    path = tmp_path / "skjema.docx"
    made(sheet()).save(path)
    with zipfile.ZipFile(path) as archive:
        footers = [one for one in archive.namelist() if re.match(r"word/footer", one)]
        assert footers
        for one in footers:
            assert "2026-14" in archive.read(one).decode()
    assert "2026-14" not in made(sheet()).text()


def test_the_boxes_can_be_ticked_in_word_and_are_empty_there(tmp_path: Path) -> None:
    path = tmp_path / "skjema.docx"
    made(sheet()).save(path)
    xml = Document(str(path)).element.xml
    assert 'w14:checked w14:val="1"' not in xml
    assert xml.count('w14:checked w14:val="0"') == 3 * len(CONTENT.purposes) + 1


def test_an_export_marks_the_version_as_used_and_is_kept_on_the_timeline(
    officer: Vault, form_id: CaseId, tmp_path: Path
) -> None:
    found = sheet_of(officer, form_id, NN)
    path = tmp_path / suggested_name(found)
    change = export_form(officer, form_id, found, path)
    assert change.kinds
    latest = store.form(officer.db, form_id).latest
    assert latest is not None
    assert latest.used_on == officer.clock.today()
    (letter,) = cases.letters(officer.db, form_id)
    assert (letter.template, len(letter.sha256)) == ("consent_form", 64)
    assert cases.timeline(officer.db, form_id)[0].detail["version"] == "1"
    assert "Bilete" not in path.name


def test_a_form_that_is_not_approved_or_has_a_newer_version_is_not_handed_out(
    officer: Vault, form_id: CaseId, tmp_path: Path
) -> None:
    old = sheet_of(officer, form_id)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, form_id, draft=replace(CONTENT, contact="Ny telefon"))
    approve(officer, form_id)
    path = tmp_path / "skjema.docx"
    with pytest.raises(RefusedError):
        export_form(officer, form_id, old, path)
    assert not path.exists()


@pytest.mark.parametrize(
    "box", ["[x]", "[X]", "[ x ]", "[{% if of_child %}x{% endif %}]", "\\[x\\]", "☒", "[**x**]"]
)
def test_an_own_form_whose_box_is_ticked_beforehand_is_refused_with_its_line(
    officer: Vault, box: str
) -> None:
    shipped = load_template("consent_form").body(NN)
    text = shipped.replace("| [ ] | [ ] |", f"| {box} | [ ] |", 1)
    line = shipped[: shipped.index("| [ ] |")].count("\n") + 1
    with pytest.raises(InvalidInputError) as refused:
        save_copy(officer, "consent_form", NN, text)
    (problem,) = refused.value.problems
    assert str(line) in problem.text
    save_copy(officer, "consent_form", NN, shipped.replace("Rettane dine", "Dette kan du be om"))
    assert "Dette kan du be om" in form_letter(officer, sheet()).text()


def test_a_form_without_purposes_is_not_printed() -> None:
    with pytest.raises(AppError):
        made(sheet(purposes=()))


def test_a_purpose_is_printed_as_typed_and_cannot_become_a_tag_or_a_box() -> None:
    odd = Purpose(
        key="p1", text=Bilingual(nn="Bruke | {{ namn }} [x] **no**"), matter=Matter.PICTURE
    )
    content: FormContent = replace(CONTENT, purposes=(odd,))
    text = made(replace(sheet(), content=content, slip=False)).text()
    assert "Bruke | {{ namn }} [x] **no**" in text
    assert text.count("☐") == 2

"""Letters out of a case: what they say when read back, their steps, and the failed export."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import AddressProtection, Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.service import suggested_name
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, Content, IdentityMethod, IdentityState, OnBehalfOf
from gdpr_desktop.requests.rights import access
from gdpr_desktop.requests.rights.access import Exempted, Outcome, Review
from gdpr_desktop.requests.service.letters import preview
from gdpr_desktop.requests.steps import Missing
from gdpr_desktop.requests.words import missing_words
from gdpr_desktop.vault import Vault, people, work

TODAY = date(2026, 11, 22)
LANGUAGES = list(Language)
NASTY = "Kari **B** & <i>Ø</i> {{ x }} O'Neill"


def order(template, language=Language.NYNORSK, **changes):
    return LetterOrder(template=template, language=language, **changes)


def export(desk, case_id, path, template, language=Language.NYNORSK, **changes) -> str:
    service.export_letter(desk.vault, case_id, order(template, language, **changes), path)
    return text_of(path)


def text_of(path: Path) -> str:
    """All words of the file, tables too, one paragraph a line."""
    document = Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def codes(desk, case_id):
    return [entry.code for entry in cases.timeline(desk.vault.db, case_id)]


def asked(desk):
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=TODAY)
    return case_id


REASON = {"explanation": "Vi må sladde opplysningar om andre."}
CASES = {
    "access_receipt": lambda desk: desk.register(),
    "access_identity": lambda desk: desk.register(),
    "access_identity_unknown": asked,
    "access_specification": lambda desk: desk.identified(),
    "access_extension": lambda desk: desk.identified(),
    "access_answer": lambda desk: desk.written(),
    "access_answer_child": lambda desk: desk.written(),
    "access_nothing_held": lambda desk: desk.written(found=False),
}
CHANGES = {"access_extension": REASON, "access_identity": {"visiting_place": "servicetorget"}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", list(CASES))
def test_every_letter_is_written_in_both_languages(desk, tmp_path, template, language):
    case_id = CASES[template](desk)
    changes = CHANGES.get(template, {})
    text = export(desk, case_id, tmp_path / "brev.docx", template, language, changes=changes)
    assert "Kari Berg-Hansen" in text
    assert "6999 Fjordvik" in text
    assert "Fjordvik kommune" in text
    assert "{{" not in text
    assert "{%" not in text
    letter = cases.letters(desk.vault.db, case_id)[0]
    assert (letter.template, letter.language) == (template, language)
    assert letter.sha256 == hashlib.sha256((tmp_path / "brev.docx").read_bytes()).hexdigest()
    assert (letter.actor, letter.at) == ("Solveig Testnes", desk.vault.clock.now())
    assert letter.sent_on is None
    assert codes(desk, case_id)[0] == "letter_exported"


def test_the_confirmation_names_the_day_of_receipt_and_the_deadline(desk, tmp_path):
    text = export(desk, desk.register(), tmp_path / "a.docx", "access_receipt")
    assert "12. november 2026" in text
    assert "14. desember 2026" in text  # 12 December is a Saturday


def test_the_extension_names_the_new_date_the_reasons_and_where_to_complain(desk, tmp_path):
    case_id = desk.identified()
    text = export(
        desk, case_id, tmp_path / "a.docx", "access_extension", sent_on=TODAY, changes=REASON
    )
    for words in ("12. februar 2027", "14. desember 2026", REASON["explanation"], "Datatilsynet"):
        assert words in text
    assert cases.case(desk.vault.db, case_id).due == date(2027, 2, 12)
    assert codes(desk, case_id)[:2] == ["letter_exported", "extended"]


def test_the_answer_holds_the_nine_points_and_the_copy(desk, tmp_path):
    text = export(desk, desk.written(), tmp_path / "a.docx", "access_answer")
    for words in (
        "Du får dei som kopi av dokument.",
        "Barnehageplass",
        "Barnehagelova § 1",
        "Namn og adresse",
        "Ti år",
        "Foreldra",
        "Plan for barnet",
        "artikkel 16",
        "artikkel 17",
        "artikkel 18",
        "artikkel 21",
        "Datatilsynet",
        "domstolane",
    ):
        assert words in text, words


def test_a_part_that_is_held_back_is_named_with_its_exact_provision(desk, tmp_path):
    case_id = desk.written()
    held = Exempted(exception=RefusalGround.INTERNAL_DOCUMENT, explanation="Eit utkast.")
    review = Review(outcome=Outcome.PART, reviewed_by="Eg", reviewed_on=TODAY, exempted=(held,))
    service.review_material(desk.vault, desk.part(case_id), review)
    service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Del",
        name="Tore",
        role="Rektor",
        decided_on=TODAY,
    )
    text = export(desk, case_id, tmp_path / "a.docx", "access_answer")
    assert "§ 16 første ledd bokstav e" in text
    assert "Eit utkast." in text


def test_names_and_words_are_printed_as_typed(desk, tmp_path):
    subject = Person(name=NASTY, address=PostalAddress(street="1. mai-vegen 1", city="Øy & Å"))
    case_id = desk.register(subject=subject, wording="# ikkje ei overskrift\n1. mai\n<b>alt</b>")
    service.confirm_identity(
        desk.vault, case_id, method=IdentityMethod.SHOWN_ID, note="Pass", settled_on=TODAY
    )
    text = export(desk, case_id, tmp_path / "a.docx", "access_receipt")
    for words in (NASTY, "1. mai-vegen 1", "Øy & Å", "# ikkje ei overskrift", "<b>alt</b>"):
        assert words in text


def test_who_acts_gets_the_letters_and_who_receives_gets_the_answer(desk, tmp_path):
    gro = Person(name="Gro Foreldre", address=PostalAddress(street="Foreldrevegen 1"))
    lov = Person(name="Advokat Lov", address=PostalAddress(street="Torget 1"))
    case_id = desk.written(on_behalf_of=OnBehalfOf.PARENT, representative=gro, recipient=lov)
    seen = service.identity.Authority(seen=True, what="Folkeregisteret")
    service.settle_authority(desk.vault, case_id, seen)
    assert "Foreldrevegen 1" in export(desk, case_id, tmp_path / "a.docx", "access_receipt")
    answer = export(desk, case_id, tmp_path / "b.docx", "access_answer")
    assert "Torget 1" in answer
    assert "Foreldrevegen 1" not in answer


def test_a_letter_to_a_stranger_says_nothing_about_anybody(desk, tmp_path):
    case_id = desk.register(wording="Alt om saka i barnevernet")
    service.ask_for_identity(desk.vault, case_id, asked_on=TODAY)
    for template in ("access_receipt", "access_identity", "access_identity_unknown"):
        changes = CHANGES.get(template, {})
        text = export(desk, case_id, tmp_path / f"{template}.docx", template, changes=changes)
        assert "barnevern" not in text.casefold(), template


def test_no_identity_number_is_printed(desk, tmp_path):
    from gdpr_desktop.demo.numbers import synthetic_number

    number = synthetic_number(date(1990, 5, 17), 1)
    subject = Person(
        name="Kari",
        address=PostalAddress(street="Vegen 1"),
        birth_date=date(1990, 5, 17),
        national_id=number,
        national_id_reason="To med same namn",
    )
    for template in ("access_receipt", "access_answer"):
        case_id = desk.written(subject=subject)
        text = export(desk, case_id, tmp_path / f"{template}.docx", template)
        assert number not in text.replace(" ", "")


@pytest.mark.parametrize(
    ("template", "step"),
    [
        ("access_receipt", "receipt_confirmed"),
        ("access_identity", "identity_asked"),
        ("access_identity_unknown", "identity_not_established"),
        ("access_specification", "specification_asked"),
        ("access_extension", "extended"),
    ],
)
def test_a_letter_that_is_sent_takes_its_step_and_one_that_is_not_takes_none(
    desk, tmp_path, template, step
):
    changes = CHANGES.get(template, {})
    case_id = CASES[template](desk)
    before = codes(desk, case_id)
    export(desk, case_id, tmp_path / "a.docx", template, changes=changes)
    assert codes(desk, case_id) == ["letter_exported", *before]
    export(desk, case_id, tmp_path / "b.docx", template, changes=changes, sent_on=TODAY)
    assert codes(desk, case_id)[:2] == ["letter_exported", step]
    assert cases.letters(desk.vault.db, case_id)[0].sent_on == TODAY
    before = codes(desk, case_id)
    if template in ("access_receipt", "access_identity"):  # once more: no second step
        export(desk, case_id, tmp_path / "c.docx", template, changes=changes, sent_on=TODAY)
        assert codes(desk, case_id) == ["letter_exported", *before]


@pytest.mark.parametrize("sent_on", [date(2026, 11, 23), date(2026, 11, 11)])
@pytest.mark.parametrize("template", ["access_receipt", "access_identity", "access_specification"])
def test_a_letter_is_sent_between_receipt_and_today(desk, tmp_path, template, sent_on):
    path = tmp_path / "a.docx"
    case_id = CASES[template](desk)
    with pytest.raises(InvalidInputError) as refused:
        export(desk, case_id, path, template, sent_on=sent_on)
    assert [problem.field for problem in refused.value.problems] == ["sent_on"]
    assert not path.exists()


def test_an_unlawful_ground_and_missing_reasons_stop_the_extension_letter(desk, tmp_path):
    case_id = desk.identified()
    for changes in ({"ground": "summer_holiday", **REASON}, {"explanation": " "}):
        with pytest.raises(AppError):
            export(
                desk,
                case_id,
                tmp_path / "a.docx",
                "access_extension",
                sent_on=TODAY,
                changes=changes,
            )
    assert desk.request(case_id).extension is None
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("template", sorted(access.RULES.letters))
def test_no_answer_letter_is_written_before_all_is_in_place(desk, tmp_path, template):
    stages = {
        Missing.IDENTITY: desk.register(),
        Missing.COLLECTION: desk.identified(),
        Missing.REVIEW: desk.collected(),
        Missing.DECISION: desk.reviewed(),
        Missing.AUTHORITY: desk.written(
            on_behalf_of=OnBehalfOf.OTHER, representative=Person(name="Gro")
        ),
    }
    path = tmp_path / "svar.docx"
    for missing, case_id in stages.items():
        with pytest.raises(RefusedError) as refused:
            export(desk, case_id, path, template)
        assert missing_words(missing) in refused.value.hint
        assert cases.letters(desk.vault.db, case_id) == ()
    assert not path.exists()


def test_the_answer_letter_says_what_the_review_came_to(desk, tmp_path):
    for case_id, template in (
        (desk.written(), "access_nothing_held"),
        (desk.written(found=False), "access_answer"),
    ):
        with pytest.raises(RefusedError):
            export(desk, case_id, tmp_path / "a.docx", template)


def test_who_is_known_is_not_asked_by_letter(desk, tmp_path):
    with pytest.raises(RefusedError):
        export(desk, desk.identified(), tmp_path / "a.docx", "access_identity")


def test_nobody_is_turned_away_who_was_not_asked(desk, tmp_path):
    with pytest.raises(RefusedError):
        export(desk, desk.register(), tmp_path / "a.docx", "access_identity_unknown")


def test_the_suggested_name_holds_no_personal_data(desk):
    case_id = desk.register(subject=Person(name="Kari Berg-Hansen"))
    for template in CASES:
        for language in LANGUAGES:
            name = suggested_name(desk.vault, case_id, order(template, language))
            assert name.startswith("2026-0001 ")
            assert name.endswith(" 2026-11-22.docx")
            assert "Kari" not in name
            assert "Hansen" not in name


def test_the_preview_says_the_same_as_the_file(desk, tmp_path):
    case_id = desk.written()
    shown = preview(desk.vault, case_id, order("access_answer"))
    text = export(desk, case_id, tmp_path / "a.docx", "access_answer")
    assert "Plan for barnet" in shown.html()
    assert shown.title
    assert "Plan for barnet" in text


class _DiskError(Exception):
    """Stands for whatever may go wrong at the worst moment."""


@pytest.mark.parametrize("existing", [None, b"det gamle brevet"])
@pytest.mark.parametrize("moment", ["writing", "recording", "committing"])
def test_a_failed_export_leaves_neither_file_nor_record(
    desk, tmp_path, monkeypatch, existing, moment
):
    case_id = desk.register()
    path = tmp_path / "brev.docx"
    if existing:
        path.write_bytes(existing)
    before = codes(desk, case_id)

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device") if moment == "writing" else _DiskError

    if moment == "writing":
        monkeypatch.setattr("os.fsync", fail)
    elif moment == "recording":
        monkeypatch.setattr(casework, "record_letter", fail)
    else:
        monkeypatch.setattr(work.Worker, "_commit", fail)
    with pytest.raises((AppError, _DiskError)):
        export(desk, case_id, path, "access_receipt", sent_on=TODAY)
    monkeypatch.undo()
    assert (path.read_bytes() if path.exists() else None) == existing
    assert sorted(tmp_path.glob(".letter-*")) == []
    assert cases.letters(desk.vault.db, case_id) == ()
    assert codes(desk, case_id) == before
    assert desk.request(case_id).receipt is None


def test_an_export_over_an_existing_file_replaces_it(desk, tmp_path):
    path = tmp_path / "brev.docx"
    path.write_bytes(b"gammalt")
    assert "Kari Berg-Hansen" in export(desk, desk.register(), path, "access_receipt")


@pytest.mark.parametrize("place", ["mangler/brev.docx", "."])
def test_a_place_that_cannot_be_written_is_told(desk, tmp_path, place):
    case_id = desk.register()
    with pytest.raises(AppError):
        export(desk, case_id, tmp_path / place, "access_receipt")
    assert cases.letters(desk.vault.db, case_id) == ()


def test_the_local_copy_can_be_deleted_and_the_record_stays(desk, tmp_path):
    case_id = desk.register()
    path = tmp_path / "brev.docx"
    export(desk, case_id, path, "access_receipt")
    letter = cases.letters(desk.vault.db, case_id)[0]
    casework.delete_local_copy(desk.vault, case_id, letter)
    assert not path.exists()
    assert cases.letters(desk.vault.db, case_id)[0].sha256 == letter.sha256


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_letters_go_out_of_ones_own_cases_only(vault, desk, tmp_path, role):
    case_id = desk.register()
    people.add_user(vault, "Annan", role, "ein annan lang passordfrase")
    path, clock = vault.path, vault.clock
    vault.close()
    other = Vault.open(path, "Annan", "ein annan lang passordfrase", clock=clock)
    with pytest.raises(RefusedError):
        service.export_letter(other, case_id, order("access_receipt"), tmp_path / "a.docx")
    other.close()
    assert not (tmp_path / "a.docx").exists()


def test_a_child_that_asks_gets_the_childs_words(desk, tmp_path):
    child = Person(
        name="Ola Vesle",
        address=PostalAddress(street="Vegen 1"),
        birth_date=date(2014, 5, 17),
        protection=AddressProtection.NONE,
    )
    case_id = desk.written(subject=child, channel=Channel.EDIALOG, content=Content())
    text = export(desk, case_id, tmp_path / "a.docx", "access_answer_child")
    assert "Ola Vesle" in text
    assert desk.request(case_id).identity.state is IdentityState.ESTABLISHED

"""The letters of a breach, read back from Word: what they say, and what they never say."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from docx import Document

from breaches.filling import SCOPE, decided, described, put
from gdpr_desktop.breaches.codes import (
    DataCategory,
    Happened,
    PeopleException,
    PeopleTelling,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.model import AuthorityLetter, Course, Decision, Exempted
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.facts import (
    AFFECTED,
    CHILD,
    CONTROLLER,
    PROCESSOR,
    PUBLIC,
    _answer_before,
    happened_when,
)
from gdpr_desktop.breaches.telling.letters import TO_ADDRESS, TO_NAME, BreachLetters
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.service import export_letter, preview

NN, NB = Language.NYNORSK, Language.BOKMAL
KARI = {
    TO_NAME: "Kari Prøvedatter",
    TO_ADDRESS: PostalAddress(street="Prøvevegen 1", postal_code="6999", city="Fjordvik"),
    "measures_done": "Mottakaren har levert brevet tilbake.",
}
OTHERS = ("Nora Testdal", "Tore Testvik")  # who discovered it, who decided


def order(template=AFFECTED, language=NN, **changes):
    return LetterOrder(template=template, language=language, changes=KARI | changes)


def word(letter) -> str:
    document = Document(io.BytesIO(letter.docx(None)))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(one.text for one in [*document.paragraphs, *cells])


def text_of(vault, case_id, ordered) -> str:
    return word(preview(vault, BreachLetters(vault, case_id), ordered))


@pytest.mark.parametrize("language", Language)
def test_the_letter_says_what_article_34_wants_and_of_nobody_else(officer, breach, language):
    decided(officer, breach)
    said = text_of(officer, breach, order(language=language))
    for words in (
        "artikkel 34",
        "artikkel 77",
        "fødselsnummer",
        "kredittsperre",
        "barnevernet",
        "Opplysningane kan bli spreidde",
        "Mottakaren har levert",
        "19. november 2026",
        "20. november 2026",
        "Solveig Testnes",
        "Kari Prøvedatter\n",
    ):
        assert words in said, words
    assert "assord" not in said
    assert not [name for name in OTHERS if name in said]
    assert not re.search(r"\d{11}|\{|\[", said)


@pytest.mark.parametrize(
    ("language", "words"),
    [(NN, "Det er ikkje din feil"), (NB, "Det er ikke din feil")],
)
def test_the_child_gets_the_version_for_a_child(officer, breach, language, words):
    decided(officer, breach)
    said = text_of(officer, breach, order(CHILD, language))
    assert words in said
    assert "fødselsnummeret ditt" in said
    assert "116 111" in said
    assert "kredittsperre" not in said


def test_a_parent_is_told_whose_data_it_was(officer, breach):
    decided(officer, breach)
    said = text_of(officer, breach, order(on_behalf_of="Lise Prøvedatter"))
    assert "Brevet handlar om Lise Prøvedatter." in said


def test_a_voluntary_letter_says_so_and_an_ordered_one_too(officer, breach):
    decided(officer, breach, people=PeopleTelling.VOLUNTARY)
    said = text_of(officer, breach, order())
    assert "Vi vel å fortelje deg dette" in said
    assert "artikkel 34" not in said
    letter = AuthorityLetter(
        received_on=date(2026, 11, 20), reference="26/1", what="Pålegg", orders_telling=True
    )
    put(officer, breach, authority_letters=(letter,))
    assert "artikkel 34 nr. 4" in text_of(officer, breach, order())


def test_advice_follows_the_data_and_falls_away_when_nobody_saw_them(officer, breach):
    decided(officer, breach)
    put(officer, breach, scope=replace(SCOPE, data=(DataCategory.PASSWORD,)))
    said = text_of(officer, breach, order())
    assert "Byt passordet med ein gong." in said
    assert "kredittsperre" not in said
    put(officer, breach, scope=replace(SCOPE, seen=Seen.NOBODY))
    said = text_of(officer, breach, order())
    assert "Du treng ikkje gjere noko no." in said
    assert "kredittsperre" not in said


@pytest.mark.parametrize("template", [AFFECTED, CHILD, PUBLIC])
def test_who_has_encrypted_data_is_not_said_to_have_seen_them(officer, breach, template):
    decided(officer, breach)
    changes = {"published_where": "nettsida"} if template == PUBLIC else {}
    put(officer, breach, scope=replace(SCOPE, seen=Seen.UNKNOWN, protection=Protection.INTACT))
    said = text_of(officer, breach, order(template, **changes))
    assert "krypterte" in said or "låst med ein kode" in said
    assert "Andre kan ha sett" not in said
    assert "Du treng ikkje gjere noko" in said


WHEN = (
    (Happened.PERIOD, (2026, 3, 2), (2026, 3, 12), "mellom 2. og 12. mars 2026"),
    (Happened.PERIOD, (2026, 2, 2), (2026, 3, 12), "mellom 2. februar og 12. mars 2026"),
    (Happened.PERIOD, (2025, 2, 2), (2026, 3, 1), "mellom 2. februar 2025 og 1. mars 2026"),
    (Happened.PERIOD, (2026, 3, 2), (2026, 3, 2), "2. mars 2026"),
    (Happened.SINCE, (2026, 3, 2), None, "frå og med 2. mars 2026"),
    (Happened.UNKNOWN, (2026, 3, 2), None, ""),
)


def test_when_it_happened_is_said_as_one_says_it(officer, breach):
    found = read_breach(officer, breach)
    for happened, start, end, said in WHEN:
        course = Course(
            happened=happened,
            happened_from=datetime(*start, 12, tzinfo=UTC),
            happened_to=datetime(*end, 12, tzinfo=UTC) if end else None,
        )
        assert happened_when(replace(found, course=course), NN) == said


def test_nothing_is_written_to_people_before_it_is_decided(officer, breach, tmp_path):
    letters = BreachLetters(officer, breach)
    described(officer, breach)
    with pytest.raises(RefusedError, match=r"It has not been decided yet|ikkje avgjort"):
        export_letter(officer, letters, order(), tmp_path / "brev.docx")
    decided(officer, breach, people=PeopleTelling.NOT)
    with pytest.raises(RefusedError) as refused:
        letters.refuse_wrong(order())
    assert refused.value.hint
    letters.refuse_wrong(order(PROCESSOR))
    assert not list(tmp_path.glob("*.docx"))


def test_a_letter_without_a_consequence_is_not_sent(officer, breach):
    decided(officer, breach)
    put(officer, breach, scope=replace(SCOPE, consequences=(), consequences_text=""))
    with pytest.raises(InvalidInputError) as refused:
        BreachLetters(officer, breach).refuse_wrong(order())
    assert [one.field for one in refused.value.problems] == ["effects_text"]


def test_a_notice_takes_the_place_of_letters_only_where_they_are_out_of_proportion(officer, breach):
    found, letters = decided(officer, breach), BreachLetters(officer, breach)
    letters.refuse_wrong(order(PUBLIC))
    with pytest.raises(InvalidInputError):
        letters.refuse_wrong(order(PUBLIC, beside_letters=False))
    instead(officer, breach, found.decision)
    letters.refuse_wrong(order(PUBLIC))
    said = text_of(officer, breach, order(PUBLIC, published_where="nettsida til kommunen"))
    assert "artikkel 34 nr. 3 bokstav c" in said
    assert "nettsida til kommunen" in said
    assert not [name for name in OTHERS if name in said]


def instead(vault, case_id, decision: Decision) -> None:
    """A public notice in the place of letters."""
    exempted = Exempted(exception=PeopleException.DISPROPORTIONATE, proof="Adressene er borte")
    put(
        vault,
        case_id,
        decision=replace(decision, people=PeopleTelling.NOT, exempted=exempted),
    )


def test_the_processor_is_never_asked_for_an_answer_before_now(officer, breach):
    found = read_breach(officer, breach)
    for minutes in (5, 30, 61, 119, 60 * 30):
        now = found.clock.due - timedelta(minutes=minutes)
        asked = _answer_before(found, FixedClock(now))
        assert now < asked <= found.clock.due


def test_the_processor_is_asked_by_when_and_gets_the_form(officer, breach):
    described(officer, breach)
    changes = {"processor": "Skuledata AS", "service": "skulesystemet"}
    said = text_of(officer, breach, order(PROCESSOR, **changes))
    assert "laurdag 21. november 2026 kl.\N{NO-BREAK SPACE}15:00" in said
    assert "artikkel 33 nr. 2" in said
    assert "Kontaktperson, telefon og e-post" in said
    assert "Eit vedtak" not in said  # what we know is ours to choose


def test_the_controller_we_work_for_is_told_when_we_were_aware(officer, breach):
    described(officer, breach)
    changes = {"controller": "Testdal kommune", "service": "lønssystemet"}
    said = text_of(officer, breach, order(CONTROLLER, NB, **changes))
    assert "fredag 20. november 2026 kl.\N{NO-BREAK SPACE}14:00" in said
    assert "Antall personer er 2." in said
    assert "Det er Testdal kommune som avgjør" in said


@pytest.mark.parametrize("language", Language)
def test_the_controller_is_not_addressed_as_the_one_whose_data_it_was(officer, breach, language):
    described(officer, breach)
    said = text_of(officer, breach, order(CONTROLLER, language, controller="A", service="B"))
    assert "teieplikt" in said or "taushetsplikt" in said
    assert "om deg" not in said


def test_the_letter_is_on_the_timeline_and_the_name_of_who_got_it_is_kept_nowhere(
    officer, breach, tmp_path
):
    decided(officer, breach)
    export_letter(officer, BreachLetters(officer, breach), order(), tmp_path / "brev.docx")
    kept = dump(officer.db)
    assert "breach_affected" in kept
    assert "Kari Prøvedatter" not in kept


def dump(db) -> str:
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return "\n".join(str(row) for name in tables for row in db.execute(f"SELECT * FROM [{name}]"))

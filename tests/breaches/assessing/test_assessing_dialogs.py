"""The dialogs of assessing, advising and deciding: by hand, by name, freed, and never cut."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget

from breaches import filling
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Factor, SeverityChoices, Weight
from gdpr_desktop.breaches.assessing.service import assess
from gdpr_desktop.breaches.assessing.severity import DataClass, Identifier, Loss
from gdpr_desktop.breaches.assessing.words import people_words
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling
from gdpr_desktop.breaches.dialogs.advice import AdviceDialog
from gdpr_desktop.breaches.dialogs.assess import AssessDialog
from gdpr_desktop.breaches.dialogs.decision import DecisionDialog
from gdpr_desktop.breaches.dialogs.versions import VersionsDialog
from gdpr_desktop.breaches.widgets.severity_picture import SeverityPicture, position, severity_png
from gdpr_desktop.casework.settings import DECIDERS, Decider, as_json
from gdpr_desktop.core import text
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk

DIALOGS = (AssessDialog, VersionsDialog, AdviceDialog, DecisionDialog)
SEVERE = SeverityChoices(context=4, identification=1.0, confidentiality=0.25)


class Longer:
    """All our words become 40 % longer."""

    def gettext(self, message: str) -> str:
        return message + "x" * round(len(message) * 0.4)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


@pytest.fixture
def window(qtbot, qapp: QApplication) -> QWidget:
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def press(qtbot, field: QWidget, index: int) -> None:
    """Press the button of one of several choices."""
    radio = field.findChildren(QRadioButton)[index]
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(8, radio.height() // 2))


def test_every_field_has_a_name_nothing_long_is_cut_and_closing_frees(
    monkeypatch, officer: Vault, breach: CaseId, window, qtbot
):
    filling.assessed(officer, breach)
    filling.assessed(officer, breach, Weight.SOME)
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    faults = {}
    for kind in DIALOGS:
        made = kind(officer, breach, window)
        made.open()
        qtbot.wait(30)
        found = walk.nameless(made) + walk.cut(made)
        watched = weakref.ref(made)
        made.discard()
        del made
        free()
        if watched() is not None:
            found.append("not freed")
        if found:
            faults[kind.__name__] = found
    assert faults == {}


def test_a_breach_is_assessed_by_hand_and_what_comes_of_it_follows(
    officer: Vault, breach: CaseId, window, qtbot
):
    filling.described(officer, breach)
    dialog = AssessDialog(officer, breach, window)
    dialog.open()
    assert dialog.factors[Factor.PEOPLE].weight.value() is Weight.MUCH  # suggested: children
    assert dialog.severity.data.value() is DataClass.SENSITIVE  # child welfare
    assert dialog.outcome.answers.isHidden()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "not everything is chosen"
    for factor in (Factor.KIND, Factor.EXTENT, Factor.IDENTIFICATION, Factor.CONSEQUENCES):
        press(qtbot, dialog.factors[factor], 1)
    press(qtbot, dialog.severity.contexts[DataClass.SENSITIVE], 0)
    qtbot.keyClicks(dialog.severity.identifier, factors.identifier_words(Identifier.NUMBER)[:3])
    press(qtbot, dialog.severity.eases[Identifier.NUMBER], 2)
    assert "4,25" in dialog.outcome.picture.accessibleDescription()
    assert people_words(True) in dialog.outcome.answers.text()
    press(qtbot, dialog.severity.data, 0)
    assert dialog.severity.choices() is None, "another kind of data asks anew what they say"
    sentence = factors.context_words(DataClass.SIMPLE, 1)
    words = next(
        one
        for one in dialog.severity.contexts[DataClass.SIMPLE].findChildren(QLabel)
        if one.text() == sentence
    )
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    made = store.breach(officer.db, breach).assessment
    assert made is not None
    assert (made.enisa.context, made.enisa.data) == (1, DataClass.SIMPLE)
    assert made.enisa.confidentiality == 0.25  # suggested: people whom we know


def test_an_assessment_half_made_comes_back_as_a_draft_and_an_old_one_to_be_changed(
    officer: Vault, breach: CaseId, window
):
    dialog = AssessDialog(officer, breach, window)
    dialog.open()
    dialog.severity.data.set_value(DataClass.FINANCIAL)
    dialog.severity.contexts[DataClass.FINANCIAL].set_value(2)
    dialog.factors[Factor.KIND].why.set_text("Sendt feil")
    assert dialog.keep_now()
    dialog.discard()
    free()
    again = AssessDialog(officer, breach, window)
    again.open()
    assert again.severity.contexts[DataClass.FINANCIAL].value() == 2
    assert again.factors[Factor.KIND].why.text() == "Sendt feil"
    again.discard()
    again.end_draft()
    free()
    chosen = replace(SEVERE, data=DataClass.SENSITIVE, identifier=Identifier.NAME)
    assess(officer, breach, replace(filling.assessment(), enisa=chosen))
    later = AssessDialog(officer, breach, window)
    assert later.severity.choices() == chosen
    assert later.severity.losses[Loss.INTEGRITY].value() == 0.0


def test_advice_is_prefilled_with_what_the_assessment_comes_to(
    officer: Vault, breach: CaseId, window, qtbot
):
    with pytest.raises(RefusedError):
        AdviceDialog(officer, breach, window)
    filling.assessed(officer, breach)
    dialog = AdviceDialog(officer, breach, window)
    dialog.open()
    qtbot.keyClicks(dialog.why.editor, "Barn")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    given = store.breach(officer.db, breach).advice
    assert given is not None
    assert (given.authority, given.people) == (True, PeopleTelling.MUST)
    assert given.name == "Solveig Testnes"


def test_a_decision_asks_for_the_proof_of_its_exception_and_offers_who_decides(
    officer: Vault, breach: CaseId, window, qtbot
):
    filling.assessed(officer, breach)
    decider = Decider(name="Tore Testdal", title="kommunedirektør")
    officer.save_setting(DECIDERS, as_json((decider,)))
    dialog = DecisionDialog(officer, breach, window)
    dialog.open()
    assert not dialog.exception_row.isVisible()
    press(qtbot, dialog.people, 2)
    assert dialog.exception_row.isVisible()
    assert not dialog.proof_row.isVisible()
    press(qtbot, dialog.exception, 3)
    assert dialog.notice.isVisible(), "a public notice must follow"
    press(qtbot, dialog.exception, 4)
    assert dialog.letter_row.isVisible()
    dialog.name.set_text("Solveig Testnes")
    qtbot.keyClicks(dialog.role.line, "rådgivar")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.look_again_row.problem
    press(qtbot, dialog.exception, 2)
    qtbot.keyClicks(dialog.proof.editor, "Loggen viser at ingen har vore inne")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "the officer does not decide"
    dialog.name.set_text("S. Testnes")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "is that the officer?"
    dialog.question.another.click()
    assert not dialog.question.problems(), "a namesake may decide"
    dialog.name.set_text("Tore Testdal")
    assert not dialog.question.isVisible()
    dialog.name.line.completer().activated.emit("Tore Testdal")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    decided = store.breach(officer.db, breach).decision
    assert decided is not None
    assert decided.role == "kommunedirektør"
    assert decided.exempted is not None
    assert decided.exempted.exception is PeopleException.NO_LONGER


# The picture


def test_the_marker_stands_in_its_band() -> None:
    found = [position(score) for score in (0, 2, 3, 4, 6)]
    assert found == [0, 0.25, 0.5, 0.75, 1]
    assert position(2.5) == 0.375


def test_the_picture_is_said_in_words_in_both_languages(qtbot, qapp) -> None:
    Theme(qapp, scheme=Scheme.DARK)
    picture = SeverityPicture()
    qtbot.addWidget(picture)
    picture.show_choices(SEVERE)
    assert "Svært høg" in picture.accessibleDescription()
    text.set_language(Language.BOKMAL)
    picture.show_choices(SEVERE)
    assert "Svært høy" in picture.accessibleDescription()
    picture.show_choices(None)
    assert "4,25" not in picture.accessibleDescription()


def test_the_picture_for_paper_is_on_white_whatever_the_theme(qapp) -> None:
    Theme(qapp, scheme=Scheme.DARK)
    image = QImage.fromData(severity_png(SEVERE.severity(), SEVERE, Language.BOKMAL))
    assert image.width() == 1200
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert len(severity_png(SEVERE.severity())) < image.sizeInBytes()

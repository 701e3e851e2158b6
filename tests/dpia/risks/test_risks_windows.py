"""The page of risks and its dialogs: by mouse and keys, named, never cut, and freed."""

import gc
import weakref
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from dpia.filling import drafted, in_force, sent
from gdpr_desktop.core import text
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Scenario
from gdpr_desktop.dpia.reports.dialogs import sheet
from gdpr_desktop.dpia.reports.dialogs.sheet import SheetDialog
from gdpr_desktop.dpia.risks.dialogs.done import MeasureDoneDialog
from gdpr_desktop.dpia.risks.dialogs.measure import MeasureDialog
from gdpr_desktop.dpia.risks.dialogs.pick import PickDialog
from gdpr_desktop.dpia.risks.dialogs.risk import RiskDialog
from gdpr_desktop.dpia.risks.dialogs.scale import ScaleDialog
from gdpr_desktop.dpia.risks.scales import own_scale
from gdpr_desktop.dpia.risks.service import put_risk
from gdpr_desktop.dpia.risks.widgets.lines import Lines
from gdpr_desktop.dpia.risks.widgets.panel import RisksPanel
from gdpr_desktop.dpia.risks.widgets.picture import map_png
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

MAKERS = {
    "new risk": RiskDialog,
    "risk": partial(RiskDialog, key="s1"),
    "measure": partial(MeasureDialog, key="m2"),
    "done": MeasureDoneDialog,
    "pick": PickDialog,
    "scale": ScaleDialog,
    "sheet": SheetDialog,
}
LEFT = Qt.MouseButton.LeftButton


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


@pytest.fixture
def panel(officer, case_id, window, qtbot) -> RisksPanel:
    made = RisksPanel(officer)
    qtbot.addWidget(made)
    made.changed.connect(lambda _change: made.refresh())
    made.resize(900, 1200)
    made.show_case(case_id)
    made.show()
    return made


def content(vault, case_id):
    return store.dpia(vault.db, case_id).content


def free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_every_field_has_a_name_nothing_long_is_cut_and_closing_frees(
    monkeypatch, officer, case_id, window, qtbot
):
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    faults = {}
    for name, make in MAKERS.items():
        made = make(officer, case_id, window)
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
            faults[name] = found
    assert faults == {}


def test_page_names_its_parts_and_cuts_nothing(monkeypatch, panel, qtbot):
    qtbot.wait(30)
    assert walk.nameless(panel) + walk.cut(panel) == []


def test_risk_is_typed_with_a_new_measure_and_stands_on_the_map(panel, officer, case_id, qtbot):
    qtbot.mouseClick(panel.add_risk_button, LEFT)
    dialog = panel.window().findChild(RiskDialog)
    qtbot.keyClicks(dialog.title.line, "Brann")
    dialog.before.consequence.set_value(5)
    dialog.before.likelihood.set_value(5)
    assert dialog.warning.text()  # it counts as high until it is judged
    dialog.new_measures.set_text("Sprinklar\nTilgangsstyring")
    qtbot.mouseClick(dialog.save_button, LEFT)
    found = content(officer, case_id)
    assert [one.title for one in found.measures][3:] == ["Sprinklar"]
    assert len(found.scenarios[-1].measures) == 2
    assert panel.maps.before.counts((5, 5)) == (1, 0)
    assert panel.risks.count() == 3
    assert panel.warning.text()


def test_cell_of_the_map_chooses_its_risk_by_mouse_and_by_keys(panel, qtbot):
    place = panel.maps.before.rect_of((2, 5)).center().toPoint()
    qtbot.mouseClick(panel.maps.before, LEFT, pos=QPoint(place))
    assert panel.risks.key() == "s2"
    qtbot.keyClick(panel.maps.before, Qt.Key.Key_Up)
    qtbot.keyClick(panel.maps.before, Qt.Key.Key_Up)
    qtbot.keyClick(panel.maps.before, Qt.Key.Key_Left)
    assert panel.maps.before.cell == (4, 4)
    qtbot.keyClick(panel.maps.before, Qt.Key.Key_Return)
    assert panel.risks.key() == "s1"
    assert panel.maps.words.text()
    assert panel.maps.after.accessibleDescription()


def test_empty_cell_tells_how_a_risk_that_is_not_set_comes_on_the_map(
    panel, officer, case_id, qtbot
):
    corner = QPoint(panel.maps.before.rect_of((1, 1)).center().toPoint())
    qtbot.mouseClick(panel.maps.before, LEFT, pos=corner)
    assert "…" not in panel.maps.words.text()  # all are set
    put_risk(officer, case_id, Scenario(key="s9", title="Brann"))
    panel.refresh()
    qtbot.mouseClick(panel.maps.before, LEFT, pos=corner)
    assert "Her står ingen risiko." in panel.maps.words.text()
    assert "…" in panel.maps.words.text()
    taken = QPoint(panel.maps.before.rect_of((2, 5)).center().toPoint())
    qtbot.mouseClick(panel.maps.before, LEFT, pos=taken)
    assert "…" not in panel.maps.words.text()


def test_no_two_fields_of_a_risk_are_called_the_same(officer, case_id, window):
    dialog = RiskDialog(officer, case_id, window, "s1")
    parts = (dialog.before, dialog.after)
    fields = [
        field
        for part in parts
        for field in (
            part.consequence,
            part.likelihood,
            part.consequence_why,
            part.likelihood_why,
        )
    ]
    assert len({one.accessibleName() for one in fields}) == len(fields)


def test_removed_risk_is_told_of_with_the_way_back(panel, officer, case_id, qtbot):
    panel.risks.setFocus()
    told = []
    panel.changed.connect(told.append)
    qtbot.keyClick(panel.risks, Qt.Key.Key_Delete)
    assert [one.key for one in content(officer, case_id).scenarios] == ["s2"]
    assert panel.risks.count() == 1
    told[0].undo.verb(officer)
    panel.refresh()
    assert panel.risks.count() == 2


def test_long_lines_wrap_and_are_shown_whole(window, qtbot):
    made = Lines("Risikoar")
    qtbot.addWidget(made)
    made.resize(900, 100)
    made.show_lines([(key, f"{'Lange ord ' * 6}\nHøg", "open", "muted") for key in "abc"])
    made.show()
    wide = made.height()
    made.resize(300, made.height())
    qtbot.wait(20)
    assert made.height() > wide
    assert made.visualItemRect(made.item(2)).bottom() < made.viewport().height()


def test_maps_stand_under_each_other_where_their_words_would_be_cut(panel, qtbot):
    needed = panel.maps.before.needed_width()
    panel.maps.setMaximumWidth(needed * 2)
    qtbot.wait(20)
    assert panel.maps.before.width() == panel.maps.after.width() >= needed
    panel.maps.setMaximumWidth(needed * 2 + 40)
    qtbot.wait(20)
    assert panel.maps.before.width() <= needed + 20


def test_wizard_remembers_a_deed_on_a_risk_once(officer, case_id, qtbot):
    page = WizardPage(officer)
    qtbot.addWidget(page)
    page.show_case(case_id, "risks")
    page.show()
    shown = page._pages["risks"].panel
    qtbot.keyClick(shown.risks, Qt.Key.Key_Delete)
    assert shown.risks.count() == 1
    page.undo()
    assert shown.risks.count() == 2
    assert page.undo_words() == ""


def test_nothing_can_be_written_while_it_is_with_the_officer(officer, window, qtbot):
    made = RisksPanel(officer)
    qtbot.addWidget(made)
    made.show_case(sent(officer))
    made.show()
    shown = {one for one in made.findChildren(QWidget) if one.isVisible()}
    for hidden in (made.add_risk_button, made.remove_risk_button, made.change_measure_button):
        assert hidden not in shown
    assert made.risks in shown
    qtbot.keyClick(made.risks, Qt.Key.Key_Delete)
    assert made.risks.count() == 2


def test_measure_is_noted_as_done_while_in_force(officer, window, qtbot):
    case_id = in_force(officer)
    made = RisksPanel(officer)
    qtbot.addWidget(made)
    made.changed.connect(lambda _change: made.refresh())
    made.show_case(case_id)
    made.show()
    made.measures.choose("m2")
    qtbot.mouseClick(made.done_button, LEFT)
    dialog = made.window().findChild(MeasureDoneDialog)
    assert dialog.measure.value() == "m2"
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert content(officer, case_id).measure("m2").done_on is not None
    assert made.not_done_button.isVisible()


def test_suggestions_are_ticked_by_keys_and_stay_ticked_when_searching(
    officer, case_id, window, qtbot
):
    dialog = PickDialog(officer, case_id, window)
    dialog.open()
    qtbot.keyClick(dialog.risks, Qt.Key.Key_Space)
    assert len(dialog.risks.value()) == 1
    assert not dialog.measures.value()  # nobody has promised anything yet
    qtbot.keyClicks(dialog.search.line, "kamera")
    assert 0 < dialog.risks.count() < 20
    assert len(dialog.risks.value()) == 1
    table = dialog.measures.table
    qtbot.mouseClick(dialog.measures.all_buttons[MeasureStatus.EXISTING], LEFT)
    assert set(dialog.measures.value().values()) == {MeasureStatus.EXISTING}
    qtbot.mouseClick(dialog.measures.all_buttons[None], LEFT)
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert list(dialog.measures.value().values()) == [MeasureStatus.PLANNED]
    beside = table.visualItemRect(table.item(0, 1)).bottomRight() - QPoint(4, 4)
    qtbot.mouseClick(table.viewport(), LEFT, pos=beside)
    assert list(dialog.measures.value().values()) == [MeasureStatus.EXISTING]
    qtbot.mouseClick(dialog.save_button, LEFT)
    found = content(officer, case_id)
    assert len(found.scenarios) == 3
    (key,) = found.scenarios[-1].measures
    assert found.measure(key).status is MeasureStatus.EXISTING


def test_scale_of_four_shows_four_steps_and_is_kept_for_new_ones(officer, case_id, window, qtbot):
    dialog = ScaleDialog(officer, case_id, window)
    dialog.open()
    dialog.steps.set_value(4)
    assert dialog.note.text()
    assert not dialog.consequence[4].isVisible()
    dialog.consequence[0].set_value(dialog.consequence[0].value())
    dialog.also.setChecked(True)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert content(officer, case_id).scale == 4
    assert own_scale(officer).steps == 4


def test_draft_of_one_risk_is_not_brought_back_in_another(officer, case_id, window, qtbot):
    dialog = RiskDialog(officer, case_id, window, "s1")
    dialog.open()
    qtbot.keyClicks(dialog.cause.editor, "Lapp på skjermen ")
    assert dialog.keep_now()
    dialog.discard()
    free()
    other = RiskDialog(officer, case_id, window, "s2")
    other.open()
    assert "Lapp" not in other.cause.text()
    other.discard()
    again = RiskDialog(officer, case_id, window, "s1")
    again.open()
    assert "Lapp" in again.cause.text()
    again.discard()


def test_workbook_is_written_where_the_person_says(monkeypatch, officer, window, tmp_path: Path):
    path = tmp_path / "ut.xlsx"
    monkeypatch.setattr(sheet, "ask_path", lambda *given: path)
    dialog = SheetDialog(officer, drafted(officer), window)
    dialog.open()
    dialog.save()
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("language", Language)
def test_map_for_paper_is_a_picture_that_is_not_blank(officer, case_id, qapp, language):
    image = QImage.fromData(map_png(content(officer, case_id), language))
    assert (image.width(), image.height()) == (1680, 900)
    colours = {image.pixel(x, y) for x in range(0, 1680, 40) for y in range(0, 900, 40)}
    assert len(colours) > 3

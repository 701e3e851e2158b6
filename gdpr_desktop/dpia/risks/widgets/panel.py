"""The page of risks and measures inside the wizard."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.casework.deed import require_readable
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action, may
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.risks import service
from gdpr_desktop.dpia.risks.model import Level, highest_left, left, scale_in
from gdpr_desktop.dpia.risks.rows import (
    measure_facts,
    measure_line,
    numbers_by_measure,
    risk_facts,
    risk_line,
)
from gdpr_desktop.dpia.risks.service import is_waiting
from gdpr_desktop.dpia.risks.widgets.lines import Lines
from gdpr_desktop.dpia.risks.widgets.maps import Maps
from gdpr_desktop.dpia.risks.words import counts_text
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_ROOM = "dpia.risks.dialogs"
SIGNS = {
    Level.NONE: ("open", "muted"),
    Level.LOW: ("done", "ok"),
    Level.MEDIUM: ("warning", "warning"),
    Level.HIGH: ("problem", "danger"),
}


class RisksPanel(QWidget):
    """Shows one assessment; ``changed`` carries the ``Change`` of each deed done here, ``told`` one
    that all have been told of already (None when one was taken back).

    The page around tells of the deeds, shows what came of them, and takes them back: what can be
    taken back is remembered in one place.
    """

    changed = Signal(object)
    told = Signal(object)

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._content: Assessment | None = None
        self._found: Dpia | None = None
        self.summary = label("", "label")
        self.warning = NoteBox()
        self.maps = Maps()
        self.risks = Lines(_("Risks"))
        self.measures = Lines(_("Measures"))
        self.about_risk, self.about_measure = FactsPanel(), FactsPanel()
        self.comments: Any = None  # on the risk that is chosen
        self._build()
        self.maps.risk_chosen.connect(self.risks.setCurrentRow)
        self.risks.chosen.connect(self._on_risk_chosen)
        self.risks.opened.connect(self.change_risk)
        self.risks.deleted.connect(self.remove_risk)
        self.measures.chosen.connect(self._on_measure_chosen)
        self.measures.opened.connect(self.change_measure)
        self.measures.deleted.connect(self.remove_measure)

    def _build(self) -> None:
        self.add_risk_button = _made(_("Add a &risk …"), self.add_risk, "primary")
        self.pick_button = _made(_("From the list of &suggestions …"), self.pick)
        self.scale_button = _made(_("Sca&le …"), self.choose_scale)
        self.change_risk_button = _made(_("C&hange …"), self.change_risk)
        self.up_button = _made(_("Move up"), partial(self.move_risk, -1))
        self.down_button = _made(_("Move down"), partial(self.move_risk, 1))
        self.remove_risk_button = _made(_("Remove"), self.remove_risk)
        self.add_measure_button = _made(_("Add a &measure …"), self.add_measure)
        self.change_measure_button = _made(_("Chan&ge …"), self.change_measure)
        self.done_button = _made(_("Carried &out …"), self.note_done)
        self.not_done_button = _made(_("Not carried out after all"), self.take_back_done)
        self.remove_measure_button = _made(_("Remove"), self.remove_measure)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._top = _row(self.add_risk_button, self.pick_button, self.scale_button)
        self._risk_row = _row(
            self.change_risk_button, self.up_button, self.down_button, self.remove_risk_button
        )
        self._measure_row = _row(
            self.add_measure_button,
            self.change_measure_button,
            self.done_button,
            self.not_done_button,
            self.remove_measure_button,
        )
        self._comments_place = QWidget()
        self._comments_column = QVBoxLayout(self._comments_place)
        self._comments_column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.summary,
            self.warning,
            self._top,
            self.maps,
            label(_("Risks"), "heading"),
            self.risks,
            self._risk_row,
            self.about_risk,
            self._comments_place,
            label(_("Measures"), "heading"),
            self.measures,
            self._measure_row,
            self.about_measure,
        ):
            column.addWidget(part)

    def show_case(self, case_id: CaseId) -> None:
        """Show the risks of an assessment, for who may see it."""
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        if self._case_id is None:
            return
        found = read_dpia(self._vault, self._case_id)
        require_readable(self._vault, found.case)
        self.show_found(found)

    def show_found(self, found: Dpia) -> None:
        """The same, of what has been read already."""
        self._case_id, self._content, self._found = found.case.id, found.content, found
        content = found.content
        mine = may(Action.FILL, self._vault.actor.role) and not self._vault.read_only
        self._writes = mine and found.writable
        self._follows = mine and found.case.open
        self.summary.setText(counts_text(content) or _("No risks are written yet."))
        self.warning.say(_warning(content))
        self.maps.setVisible(bool(content.scenarios))
        self.maps.show_content(content, writes=self._writes)
        self._show_lists(content)
        for part in (self._top, self._risk_row):
            part.setVisible(self._writes)
        self._measure_row.setVisible(self._writes or self._follows)

    def _show_lists(self, content: Assessment) -> None:
        scale, numbers = scale_in(content), numbers_by_measure(content)
        self.risks.show_lines(
            [
                (one.key, risk_line(content, at, one), *SIGNS[left(one, scale)])
                for at, one in enumerate(content.scenarios, 1)
            ]
        )
        self.measures.show_lines(
            [
                (
                    one.key,
                    measure_line(one, numbers.get(one.key, ())),
                    *(("open", "muted") if is_waiting(one) else ("done", "ok")),
                )
                for one in content.measures
            ]
        )
        self.risks.setVisible(bool(content.scenarios))
        self.measures.setVisible(bool(content.measures))
        self._on_risk_chosen(self.risks.key())
        self._on_measure_chosen(self.measures.key())

    def _on_risk_chosen(self, key: str) -> None:
        content = self._content
        found = (one for one in content.scenarios if one.key == key) if content else iter(())
        scenario = next(found, None)
        facts = risk_facts(content, scenario) if content and scenario else ()
        self.about_risk.show_facts(Facts(facts=facts))
        self.about_risk.setVisible(bool(facts))
        self._show_comments(key if scenario else "")
        row, last = self.risks.currentRow(), self.risks.count() - 1
        for one in (self.change_risk_button, self.remove_risk_button):
            one.setEnabled(scenario is not None)
        self.up_button.setEnabled(scenario is not None and row > 0)
        self.down_button.setEnabled(scenario is not None and row < last)

    def _show_comments(self, key: str) -> None:
        """What is said about the risk that is chosen."""
        self._comments_place.setVisible(bool(key))
        if not key or self._found is None:
            return
        if self.comments is None:
            self.comments = dialog_class("dpia.advice.widgets", "comments", "CommentsStrip")(
                self._vault
            )
            self.comments.changed.connect(self._on_commented)
            self._comments_column.addWidget(self.comments)
        self.comments.show_found(self._found, f"scenario:{key}")

    def _on_commented(self, change: object = None) -> None:
        self.told.emit(change)

    def _on_measure_chosen(self, key: str) -> None:
        measure = self._content.measure(key) if self._content else None
        facts = measure_facts(measure) if measure else ()
        self.about_measure.show_facts(Facts(facts=facts))
        self.about_measure.setVisible(bool(facts))
        waits = measure is not None and is_waiting(measure)
        done = measure is not None and measure.done_on is not None
        self.add_measure_button.setVisible(self._writes)
        for one in (self.change_measure_button, self.remove_measure_button):
            one.setVisible(self._writes)
            one.setEnabled(measure is not None)
        self.done_button.setVisible(self._follows and waits)
        self.not_done_button.setVisible(self._follows and done)

    # Deeds

    def add_risk(self) -> None:
        """Open an empty form."""
        self._open("risk", "RiskDialog")

    def change_risk(self, key: str = "") -> None:
        """Open the form of a risk."""
        if self._writes:
            self._open("risk", "RiskDialog", key or self.risks.key())

    def pick(self) -> None:
        """Open the list of suggestions."""
        self._open("pick", "PickDialog")

    def choose_scale(self) -> None:
        """Open the form of the scale."""
        self._open("scale", "ScaleDialog")

    def add_measure(self) -> None:
        """Open an empty form."""
        self._open("measure", "MeasureDialog")

    def change_measure(self, key: str = "") -> None:
        """Open the form of a measure."""
        if self._writes:
            self._open("measure", "MeasureDialog", key or self.measures.key())

    def note_done(self) -> None:
        """Open the form of what is carried out."""
        self._open("done", "MeasureDoneDialog", self.measures.key())

    def take_back_done(self) -> None:
        """It was not carried out."""
        self._do(service.take_back_done, self.measures.key())

    def move_risk(self, by: int) -> None:
        """Move the chosen one up or down."""
        self._do(service.move_risk, self.risks.key(), by)

    def remove_risk(self, key: str = "") -> None:
        """Take one away; the notice at the foot puts it back."""
        if self._writes:
            self._do(service.remove_risk, key or self.risks.key())

    def remove_measure(self, key: str = "") -> None:
        """Take one away; the notice at the foot puts it back."""
        if self._writes:
            self._do(service.remove_measure, key or self.measures.key())

    def _open(self, module: str, name: str, *more: str) -> None:
        made: Any = dialog_class(_ROOM, module, name)
        try:
            dialog = made(self._vault, self._case_id, self.window(), *more)
        except AppError as error:
            notices.error(self, error)
            return
        dialog.accepted_value.connect(self._on_accepted)
        dialog.open()

    def _do(self, verb: Any, *more: Any) -> None:
        try:
            change = verb(self._vault, self._case_id, *more)
        except AppError as error:
            notices.error(self, error)
            return
        self._on_accepted(change)

    def _on_accepted(self, change: Change) -> None:
        self.changed.emit(change)


def _warning(content: Assessment) -> str:
    """What the risks that are left mean."""
    if highest_left(content) is not Level.HIGH:
        return ""
    return _(
        "At least one risk is high with what is done about it. Find more measures, and judge the"
        " risk anew. If it stays high, Datatilsynet must be asked before the processing begins"
        " (article 36(1))."
    )


def _made(text: str, deed: Any, kind: str = "") -> QPushButton:
    made = button(text, kind)
    made.clicked.connect(partial(_press, deed))
    return made


def _press(deed: Any, _checked: bool = False) -> None:
    deed()


def _row(*buttons: QPushButton) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, spacing=8)
    for one in buttons:
        row.addWidget(one)
    return holder

"""The first hour: what has been done, by whom and when. May be left half done."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.dialogs.facts.base import FactsDialog
from gdpr_desktop.breaches.dialogs.facts.point_row import PointRow
from gdpr_desktop.breaches.facts.first_hour import Point, is_common, points
from gdpr_desktop.breaches.facts.ticking import tick_off
from gdpr_desktop.breaches.model import Ticked
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault


class FirstHourDialog(FactsDialog):
    """The points of any breach first, then those of this kind of incident."""

    form_code = Action.FIRST_HOUR.value
    step = Step.FIRST_HOUR

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("Tick off what is done. Skip what does not fit. You can save and go on later.")
        super().__init__(vault, case_id, parent, _("The first hour"), _("Save"), intro=intro)
        found = self.breach
        self.rows: dict[str, PointRow] = {}
        ticked = {one.point: one for one in found.first_hour}
        offered = points(found.intake.incident, found.first_hour)
        common = tuple(one for one in offered if is_common(one.id))
        own = tuple(one for one in offered if not is_common(one.id))
        for title, some in ((_("At any breach"), common), (words(found.intake.incident), own)):
            self._add(title, some, ticked)
        self.count = label("", "muted")
        self.page_layout.addWidget(self.count)
        self.over = QCheckBox(_("&The first hour is over"))
        self.over.setObjectName("over")
        self.over.setChecked(found.first_hour_done)
        self.page_layout.addWidget(self.over)
        self._tell()

    def _add(self, title: str, some: tuple[Point, ...], ticked: dict[str, Ticked]) -> None:
        self.page_layout.addWidget(label(title, "part"))
        column = QVBoxLayout()
        column.setSpacing(4)
        for one in some:
            row = PointRow(self.vault, one, ticked.get(one.id))
            row.toggled.connect(self._tell)
            self.rows[one.id] = row
            column.addWidget(row)
        self.page_layout.addLayout(column)

    def tab_chain(self) -> list[QWidget]:
        """The ticks first; who, when and the notes, which most often fill themselves, after."""
        chain = super().tab_chain()
        ticks = {*(row.box for row in self.rows.values()), self.over}
        first = chain.index(next(iter(self.rows.values())).box)
        rest = chain[first:]
        later = [one for one in rest if one not in ticks]
        return [*chain[:first], *(one for one in rest if one in ticks), *later]

    def _tell(self, *_value: object) -> None:
        done = sum(row.is_ticked() for row in self.rows.values())
        text = ngettext("{done} of {count} point done.", "{done} of {count} points done.", done)
        self.count.setText(text.format(done=done, count=len(self.rows)))

    def field_problems(self) -> list[FieldProblem]:
        """The times of what is done: most of them are folded away."""
        rows = self.rows.items()
        times = [(point_id, row.problem()) for point_id, row in rows if row.problem()]
        return [FieldProblem(field=f"{point_id}_at", text=text) for point_id, text in times]

    def do(self) -> Change:
        done = (row.value() for row in self.rows.values())
        ticked = tuple(one for one in done if one is not None)
        return tick_off(self.vault, self.case_id, ticked, over=self.over.isChecked())

"""Writing the answer: what is given, and the points that must follow it (handbook 5.6)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.model import Task, TaskOutcome
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import guidance, service, store
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.answer_place import PlacePart, PlaceSection
from gdpr_desktop.requests.dialogs.base import PreviewDialog
from gdpr_desktop.requests.rights.access import (
    Answer,
    CopyItem,
    ProcessingInfo,
    answer_of,
    answer_template,
)
from gdpr_desktop.requests.service.letters import write
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class AnswerDialog(PreviewDialog):
    """A section for each place where something was found; the letter beside."""

    action = Action.ANSWER

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("answer").why
        title, deed = _("Write the answer"), _("Save the answer")
        super().__init__(vault, case_id, part_id, parent, title, deed, why=why, width=1180)
        self.child_version = QCheckBox(_("Use the &child's version of the letter"))
        self.child_version.setObjectName("child_version")
        answer = answer_of(self.part)
        known = answer is not None and bool(answer.copies)
        self.child_version.setChecked(
            answer.child_version if answer and known else self.request.asked_by_child
        )
        self.form.addRow(self.child_version)
        self.child_version.setVisible(self.request.recipient is self.request.subject)
        found = [task for task in self.request.tasks if task.outcome is TaskOutcome.FOUND]
        self.places: list[PlaceSection] = []
        for index, task in enumerate(found):
            part = PlacePart(index, self._info(task.title), self._item(task))
            section = PlaceSection(part, expanded=index == 0)
            self.form.addRow(section)
            self.places.append(section)
        if not found:
            text = _("Nothing was found, so the letter needs no more words. Send it.")
            self.form.addRow(NoteBox(text))
        self.begin_preview()

    def _info(self, name: str) -> ProcessingInfo:
        """As written before in this case, else the wording last used for the place."""
        written = answer_of(self.part)
        systems = written.systems if written else ()
        for info in systems:
            if info.name == name:
                return info
        last = store.wording(self.vault.db, self.request.case.language, name)
        return replace(last, name=name) if last else ProcessingInfo(name=name)

    def _item(self, task: Task) -> CopyItem:
        written = answer_of(self.part)
        copies = written.copies if written else ()
        for item in copies:
            if item.name == task.title:
                return item
        return CopyItem(name=task.title, what=task.note)

    def answer(self) -> Answer:
        """The answer as typed; an oral answer noted before is kept."""
        before = answer_of(self.part) or Answer()
        return replace(
            before,
            systems=tuple(section.part.info() for section in self.places),
            copies=tuple(section.part.item() for section in self.places),
            child_version=self.child_version.isChecked(),
        )

    def letter(self) -> "Letter":
        part = replace(self.part, answer=_with_blanks_shown(self.answer()))
        if part.assessment is None:
            raise AppError(
                _("The letter shows when the material has been gone through."),
                hint=_("What you write here is kept meanwhile."),
            )
        order = LetterOrder(
            template=answer_template(self.request, part), language=self.request.case.language
        )
        return write(self.vault, self.request, order, part)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        for section in self.places:
            found += section.part.problems()
        return found

    def do(self) -> Change:
        return service.prepare_answer(self.vault, self.part_id, self.answer())


def _with_blanks_shown(answer: Answer) -> Answer:
    """For the preview: what is not written yet shows as «…», so that the letter can be read."""
    systems = tuple(
        ProcessingInfo(**{name: getattr(one, name).strip() or "…" for name in one.__slots__})
        for one in answer.systems
    )
    copies = tuple(replace(one, what=one.what or "…") for one in answer.copies)
    return replace(answer, systems=systems, copies=copies)

"""The person's own view: what it is about, where it shall lie, and as a document."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import parse_date, short_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.disagreement import report, service
from gdpr_desktop.requests.disagreement.model import Disagreement, Place
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class PlacesField(RowsField):
    """The systems that the note shall lie in, each with the day it was laid there."""

    def __init__(self, today: date) -> None:
        self._today = today
        super().__init__(
            (
                RowsColumn(header=_("System"), width=18, stretch=3),
                RowsColumn(header=_("Laid there on"), width=11),
                RowsColumn(header=_("By whom"), width=14, stretch=2),
            )
        )

    def set_value(self, places: Iterable[Place]) -> None:
        """Show these."""
        self.set_rows(
            (one.system, short_date(one.laid_on) if one.laid_on else "", one.laid_by)
            for one in places
        )

    def value(self) -> tuple[Place, ...]:
        """As typed; a line without a system counts for nothing."""
        return tuple(
            Place(system=system, laid_on=self._day(day), laid_by=by)
            for system, day, by in self.rows()
            if system
        )

    def problems(self) -> list[FieldProblem]:
        """Days that cannot be read, and lines without a system."""
        found = []
        for system, day, by in self.rows():
            if day and self._day(day) is None:
                text = _("«{text}» is not a date.").format(text=day)
                found.append(FieldProblem(field="places", text=text))
            if (day or by) and not system:
                text = _("Write the system on each line.")
                found.append(FieldProblem(field="places", text=text))
        return found

    def _day(self, typed: str) -> date | None:
        try:
            return parse_date(typed, today=self._today) if typed else None
        except AppError:
            return None


class DisagreementDialog(PartDialog):
    """The note is written once, and opened again to tick off where it lies."""

    action = Action.DISAGREE

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = _(
            "Where the municipality does not agree, the person's view is added to the case and"
            " stands beside the data that it is about (handbook chapter 6.2). Write it as the"
            " person said it, and name every system where it must be seen."
        )
        title = _("Note of disagreement")
        super().__init__(
            vault,
            case_id,
            part_id,
            parent,
            title,
            _("Save the note of disagreement"),
            why=why,
            width=720,
        )
        before = service.read_note(vault, case_id, part_id)
        self.about = TextArea(max_length=5000, lines=2)
        self.view = TextArea(lines=6)
        self.ours = TextArea(max_length=5000, lines=3)
        self.places = PlacesField(self.today)
        self._build()
        day = before.written_on if before else self.today
        self.written_on = self.day_row(_("N&oted on"), "written_on", day)
        self._show(before)

    def _build(self) -> None:
        forms.add_row(self.form, _("&What it is about"), self.about, required=True, name="about")
        help_ = _("In the person's own words.")
        forms.add_row(
            self.form, _("The person's &view"), self.view, help_, required=True, name="view"
        )
        help_ = _("In short. May be left blank.")
        forms.add_row(self.form, _("What the &municipality says"), self.ours, help_, name="ours")
        help_ = _("Give the day and who did it when it has been laid there.")
        forms.add_row(self.form, _("Systems it shall &lie in"), self.places, help_, name="places")

    def _show(self, before: Disagreement | None) -> None:
        """The note as it is kept; else what the case knows: the wording, and where was found."""
        if before is None:
            found = (t.title for t in self.request.tasks if t.outcome is TaskOutcome.FOUND)
            self.view.set_text(self.request.wording)
            self.places.set_value(Place(system=title) for title in found)
            return
        self.about.set_text(before.about)
        self.view.set_text(before.view)
        self.ours.set_text(before.ours)
        self.places.set_value(before.places)

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self.places.problems()]

    def do(self) -> Change:
        written_on = self.written_on.date()
        assert written_on is not None, "checked before"
        note = Disagreement(
            about=self.about.text(),
            view=self.view.text(),
            ours=self.ours.text(),
            places=self.places.value(),
            written_on=written_on,
        )
        return service.write_note(self.vault, self.part_id, note)


class RemoveNoteDialog(PartDialog):
    """The person no longer wants the note."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title, deed = _("Take the note of disagreement away?"), _("Take the note away")
        intro = _("Only when the person no longer wants it. The timeline says that it was there.")
        super().__init__(vault, case_id, part_id, parent, title, deed, intro=intro)
        self.save_button.setProperty("kind", "danger")
        self.cancel_button.setFocus()

    def do(self) -> Change:
        return service.remove_note(self.vault, self.part_id)


class NoteDocumentDialog(DocumentDialog):
    """The note as it will lie in the archive and beside the data."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        request, part, note = service.kept_note(vault, case_id, part_id)
        self._made = (vault, request, part, note)
        super().__init__(
            vault,
            _("The note to Word"),
            self._make_note,
            record=partial(report.record_export, vault, case_id),
            suggested=partial(report.suggested_name, vault, request),
            intro=_("File it in the archive, and lay it beside the data."),
            parent=parent,
        )

    def _make_note(self, language: Language) -> "Letter":
        vault, request, part, note = self._made
        return report.report(vault, request, part, note, language)

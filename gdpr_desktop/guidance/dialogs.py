"""A checklist to fill in, and a filled one on its way to paper."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.html import filled_html
from gdpr_desktop.guidance.model import (
    NEW,
    About,
    Checklist,
    ChecklistPoint,
    FilledChecklist,
    answered,
)
from gdpr_desktop.guidance.service import may_change, save_checklist
from gdpr_desktop.guidance.texts import checklist
from gdpr_desktop.guidance.widgets.point import PointField
from gdpr_desktop.guidance.words import progress_words, reference_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.fields import DateField, LineField
from gdpr_desktop.ui.labels import label

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

ROOM = "guidance"  # of drafts: the tool that takes them up again
_WIDTH = 800
_CHARACTERS = 100  # in a line, so that larger text gets a wider window


class ChecklistDialog(FormDialog):
    """Answers to the points of a checklist; not all must be given. ``accepted_value``: a Change.

    ``filled`` is one that was saved before, or a new one that names what it is about.
    """

    def __init__(self, parent: QWidget | None, vault: "Vault", filled: FilledChecklist) -> None:
        structure = checklist(filled.checklist)
        super().__init__(
            parent, structure.title, _("Save the checklist"), intro=structure.intro, width=_WIDTH
        )
        self._width = max(_WIDTH, _CHARACTERS * self.fontMetrics().averageCharWidth())
        self._vault, self._filled, self._checklist = vault, filled, structure
        self.progress = label("", "muted")
        self.progress.setWordWrap(False)
        self.button_row.insertWidget(0, self.progress)
        self._add_head()
        self.points = {point.id: self._add_point(point) for point in structure.points}
        self.form.addRow(label("\n".join(reference_words(structure.references)), "muted"))
        self._show_progress()
        if may_change(vault, None if filled.id == NEW else filled):
            self.keep_draft(vault, DraftKey(form=draft_form(filled)))
        else:
            self.save_button.setEnabled(False)

    def _add_head(self) -> None:
        filled, clock = self._filled, self._vault.clock
        self.about_name = LineField()
        self.about_name.set_text(filled.about_name)
        words, help_text = _about_words(self._checklist)
        forms.add_row(self.form, words, self.about_name, help_text, name="about_name")
        self.filled_on = DateField(clock)
        self.filled_on.set_date(filled.filled_on)
        self.answered_by = LineField()
        self.answered_by.set_text(filled.answered_by)
        when = forms.FieldRow(_("&Date"), self.filled_on, required=True)
        who = forms.FieldRow(_("An&swered by"), self.answered_by, required=True)
        self.filled_on.setObjectName("filled_on")
        self.answered_by.setObjectName("answered_by")
        forms.add_pair(self.form, when, who)

    def _add_point(self, point: ChecklistPoint) -> PointField:
        field = PointField(point)
        field.set_answer(self._filled.answer_to(point))
        field.value_changed.connect(self._show_progress)
        text = f"{point.number}. {point.text}".replace("&", "&&")
        forms.add_row(self.form, text, field, point.help, name=point.id)
        return field

    def _show_progress(self) -> None:
        done = answered(self._checklist, tuple(f.answer() for f in self.points.values()))
        self.progress.setText(progress_words(self._checklist, done))

    def draft_about(self) -> str:
        return self.about_name.text()

    def value(self) -> Change:
        """Save what was answered. Raises ``InvalidInputError``."""
        day = self.filled_on.date()
        if day is None:
            text = self.filled_on.problem() or _("Type a date.")
            require_valid([FieldProblem(field="filled_on", text=text)])
        filled = FilledChecklist(
            id=self._filled.id,
            checklist=self._filled.checklist,
            about_kind=self._filled.about_kind,
            about_id=self._filled.about_id,
            about_name=self.about_name.text(),
            filled_on=day or self._filled.filled_on,
            answered_by=self.answered_by.text(),
            answers=tuple(field.answer() for field in self.points.values()),
        )
        return save_checklist(self._vault, filled)


def draft_form(filled: FilledChecklist) -> str:
    """The name of the draft: ``guidance.lawful_basis``, with its id when it was saved before."""
    parts = [ROOM, filled.checklist, *([str(filled.id)] if filled.id != NEW else [])]
    if filled.about_id is not None and filled.id == NEW:
        parts.append(f"{filled.about_kind}-{filled.about_id}")
    return ".".join(parts)


def new_checklist(
    vault: "Vault",
    name: str,
    *,
    about_kind: About | None = None,
    about_id: int | None = None,
    about_name: str = "",
) -> FilledChecklist:
    """An empty one of the checklist ``name``, for today and the person at the desk."""
    return FilledChecklist(
        checklist=name,
        about_kind=checklist(name).about if about_kind is None else about_kind,
        about_id=about_id,
        about_name=about_name,
        filled_on=vault.clock.today(),
        answered_by=vault.actor.name,
    )


def print_checklist(parent: QWidget, filled: FilledChecklist) -> None:
    """Ask for a printer, and print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(checklist(filled.checklist).title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(print_to, printer, filled))
    dialog.setModal(True)
    dialog.show()  # its own open() wants a slot by name


def print_to(printer: Any, filled: FilledChecklist) -> None:
    """Send a filled checklist to ``printer``; no file of ours is written."""
    document = QTextDocument()
    document.setHtml(filled_html(filled))
    document.print_(printer)


def _about_words(structure: Checklist) -> tuple[str, str]:
    """The label and the help of the field for what the list is about."""
    return {
        About.ACTIVITY: (
            _("&Processing activity"),
            _("What the answers are about, as it is called in the record."),
        ),
        About.STATEMENT: (
            _("&Privacy statement"),
            _("Which statement, and where it is published."),
        ),
        About.NOTHING: (_("&Unit or place of work"), _("Whose desk the answers are about.")),
    }[structure.about]

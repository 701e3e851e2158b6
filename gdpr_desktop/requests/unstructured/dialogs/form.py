"""The checklist as a Word form: to whom, what to look for, by when, and whom to answer."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import UNSTRUCTURED
from gdpr_desktop.casework.settings import units
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.tasks import TaskDialog
from gdpr_desktop.requests.time_limits import reply_deadline
from gdpr_desktop.requests.unstructured import service
from gdpr_desktop.requests.unstructured.exporting import export_forms
from gdpr_desktop.requests.unstructured.form import FormOrder
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class DepartmentFormDialog(TaskDialog):
    """Makes one form for each department in a folder, and notes them as asked."""

    action = Action.UNSTRUCTURED_FORM

    def __init__(self, vault: Vault, task_id: TaskId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, task_id, parent, _("Form for departments"), _("&Make the forms …"), width=640
        )
        self._kept = service.read_unstructured(vault, task_id)
        self._working = False
        self.departments = TextArea(lines=4)
        self.departments.set_text("\n".join(self._suggested()))
        forms.add_row(
            self.form,
            _("&Departments"),
            self.departments,
            _("One on each line. Each gets a form of its own."),
            required=True,
            name="departments",
        )
        self.search = TextArea(max_length=1000, lines=3)
        language = self.vault.municipality().language
        self.search.set_text(_search_text(language))
        help_text = _("Name nobody here. The case number tells the department who it is about.")
        forms.add_row(
            self.form, _("&What to look for"), self.search, help_text, required=True, name="search"
        )
        reply_due = reply_deadline(self.request).due
        self.due = self.day_field(casework.task_due(self.today, reply_due))
        self.due.setObjectName("due")
        self.language = Choice(((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål")))
        self.language.set_value(language)
        self.language.setObjectName("language")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Answer by"), self.due, required=True),
            forms.FieldRow(_("&Language of the form"), self.language),
        )
        self.language.currentIndexChanged.connect(self._on_language_changed)
        self.reply_to = LineField()
        self.reply_to.set_text(self._answered_to())
        forms.add_row(
            self.form, _("&Send the answer to"), self.reply_to, required=True, name="reply_to"
        )

    def _suggested(self) -> list[str]:
        """Those that have not answered; at first every unit, or the one that the place has."""
        if self._kept.departments:
            return [one.name for one in self._kept.departments if one.answered_on is None]
        known = [one.name for one in units(self.vault)]
        if known and self.task.kind == UNSTRUCTURED:
            return known
        one = self.task.responsible or self.request.unit
        return [one] if one else known

    def _answered_to(self) -> str:
        officer = self.vault.municipality().officer
        parts = (officer.name or self.vault.actor.name, officer.email, officer.phone)
        return ", ".join(part for part in parts if part)

    def _on_language_changed(self, _index: int) -> None:
        if self.search.text().strip() in {_search_text(language) for language in Language}:
            self.search.set_text(_search_text(self.language.value()))

    def _names(self) -> list[str]:
        lines = map(clean_line, self.departments.text().splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems() + service.asking_problems(self._names())
        wanted = (
            ("search", self.search.text(), _("Write what to look for.")),
            ("reply_to", self.reply_to.text(), _("Write whom to answer.")),
        )
        found += [FieldProblem(field=name, text=text) for name, typed, text in wanted if not typed]
        due = self.due.date()
        if due is not None and due < self.today:
            text = _("The answer cannot be due before it was asked for.")
            found.append(FieldProblem(field="due", text=text))
        return found

    def orders(self) -> tuple[FormOrder, ...]:
        """One form for each department as typed now."""
        names = self._names()
        case, due = self.request.case, self.due.date()
        assert due is not None, "checked before"
        return tuple(
            FormOrder(
                case_number=case.number,
                shown_number=case.archive_number or case.number,
                task=self.task.id,
                department=name,
                search=self.search.text(),
                due=due,
                reply_to=self.reply_to.text(),
                language=self.language.value(),
                municipality=self.vault.municipality(),
            )
            for name in names
        )

    def save(self) -> None:
        """Check, ask for the folder, make the files in the worker, then note who was asked."""
        if self._working:
            return
        self._general.hide()
        forms.clear_problems(self)
        problems = self.field_problems()
        if problems:
            self.show_problems(problems)
            return
        folder = notices.folder(self, self.windowTitle(), _documents())
        if folder is None:
            return
        self._set_working(True)
        tasks.run(
            partial(export_forms, self.orders(), folder, self.today),
            title=_("Making the forms"),
            on_done=self._on_made,
            on_error=self._on_failed,
        )

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.save_button.setEnabled(not working)

    def _on_made(self, _count: int) -> None:
        self._set_working(False)
        super().save()

    def _on_failed(self, error: AppError) -> None:
        self._set_working(False)
        self.show_error(error)

    def do(self) -> Change:
        due = self.due.date()
        assert due is not None, "checked before"
        return service.ask_departments(
            self.vault, self.task.id, self._names(), asked_on=self.today, due=due
        )


def _search_text(language: Language) -> str:
    return _(
        "Everything you hold about the person that the case is about, outside the systems.",
        language=language,
    )


def _documents() -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))

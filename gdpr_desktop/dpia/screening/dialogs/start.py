"""A new assessment: what it is about. From an activity of the record, or from nothing."""

from functools import partial
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.screening.from_activity import about_of, activities
from gdpr_desktop.dpia.screening.lists import about_activity
from gdpr_desktop.dpia.screening.widgets.about_fields import AboutFields
from gdpr_desktop.dpia.service.intake import about_problems, add_about, register_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

NEW = "new_assessment"  # the name of its draft
_PACKAGE = "gdpr_desktop.dpia"
# other ways to begin: module, dialog, the words on the button
_OTHERS = (
    ("templates.dialogs.start", "StartDialog", N_("From a template …")),
    ("pia_json.dialogs.import_", "ImportDialog", N_("From a PIA file …")),
)


class StartDialog(DeedDialog):
    """``accepted_value`` carries the ``Change`` whose id is the new case's."""

    feature = "dpia"

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, activity: int | None = None
    ) -> None:
        super().__init__(
            vault,
            parent,
            _("New assessment"),
            _("Go on to the questions"),
            intro=_(
                "Begin with what you plan to do. Then a few questions tell whether an assessment"
                " is needed."
            ),
            width=680,
        )
        if activity is None:
            self.keep_draft_of(NEW, None)
        self._add_others()
        pairs = activities(vault)
        self.activity = Choice(pairs, empty=_("Not from the record"))
        help_ = _("What the record says is filled in where nothing is written yet.")
        row = forms.add_row(
            self.form, _("&From the record of processing"), self.activity, help_, name="activity"
        )
        row.setVisible(bool(pairs))
        self.there = NoteBox(role="notice")
        self.form.addRow(self.there)
        self.fields = AboutFields(self)
        self.activity.value_changed.connect(self._on_activity_chosen)
        if activity is not None:
            self.activity.set_value(activity)
        self.fields.title_line.setFocus()  # not the links above it

    def _add_others(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for place, name, words in _OTHERS:
            module = f"{_PACKAGE}.{place}"
            if _is_there(module):
                made = button(_(words), "link")
                made.clicked.connect(partial(self._begin_otherwise, module, name))
                row.addWidget(made)
        row.addStretch(1)
        if row.count() > 1:
            self.form.addRow(row)
            text = _(
                "A template is an earlier assessment that was saved to be used again. A PIA file"
                " is an assessment from another program, for instance «PIA» of the French"
                " authority CNIL."
            )
            self.form.addRow(label(text, "help"))

    def _begin_otherwise(self, module: str, name: str, _checked: bool = False) -> None:
        dialog = getattr(import_module(module), name)(self.vault, self)
        typed = self.fields.value()
        dialog.title.set_text(typed.title)
        dialog.unit.set_text(typed.unit)
        dialog.accepted_value.connect(self._on_begun_otherwise)
        dialog.open()

    def _on_begun_otherwise(self, change: Change) -> None:
        add_about(self.vault, CaseId(change.id), self.fields.value())
        self._before = None
        self.end_draft()
        self.accepted_value.emit(change)
        self.accept()

    def _on_activity_chosen(self, activity: int | None) -> None:
        if activity is None:
            self.there.say("")
            self.fields.forget_activities()
            return
        self.fields.add(about_of(self.vault, activity))
        known = "\n".join(name for _id, name in about_activity(self.vault, activity))
        self.there.say(known, _("There is an assessment of this already") if known else "")

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + self.fields.problems()

    def other_problems(self) -> list[FieldProblem]:
        return about_problems(self.fields.value())

    def do(self) -> Change:
        return register_dpia(self.vault, self.fields.value())

    def draft_about(self) -> str:
        return self.fields.title_line.text()


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the room itself
        return False

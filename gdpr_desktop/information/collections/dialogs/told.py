"""How and when people were told."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.model import Told, ToldWay
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class ToldDialog(CollectionDialog):
    """The way, the day and who; what is said orally needs more."""

    topic = "collection.manner"

    action = Action.TOLD

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("How they were told")
        super().__init__(vault, case_id, parent, title, _("Save"), why=guidance.why(Step.TELL))
        self.way = Choice([(way, words(way)) for way in ToldWay], empty=_("Choose"))
        forms.add_row(self.form, _("&How"), self.way, required=True, name="way")
        self.told_on = self.day_row(
            _("&When"),
            "told_on",
            self.today,
            help=_("For a form, a sign or a page: the day that they met it."),
        )
        self.by = LineField()
        self.by.set_text(vault.actor.name)
        forms.add_row(self.form, _("&By whom"), self.by, required=True, name="by")
        self.what = TextArea(lines=4)
        self.what_row = forms.add_row(
            self.form,
            _("Wh&at was said, or where it stands"),
            self.what,
            _("Told orally: what was said. Published: the address. Else: which letter or form."),
            name="what",
        )
        self.asked_for = QCheckBox(_("The person &asked to be told orally"))
        self.asked_row = forms.add_row(self.form, "", self.asked_for, name="asked_for")
        self.identity = LineField(max_length=1000)
        self.identity_row = forms.add_row(
            self.form,
            _("How you &knew who it was"),
            self.identity,
            _("Only what kind of proof it was, never a number."),
            name="identity",
        )
        self.way.value_changed.connect(self._on_way_changed)
        self._show()
        self._on_way_changed(self.way.value())

    def _show(self) -> None:
        before = self.collection.told
        if before is None:
            return
        self.way.set_value(before.way)
        self.told_on.set_date(before.told_on)
        self.by.set_text(before.by)
        self.what.set_text(before.what)
        self.asked_for.setChecked(before.asked_for)
        self.identity.set_text(before.identity)

    def _on_way_changed(self, way: ToldWay | None) -> None:
        for row in (self.asked_row, self.identity_row):
            row.setVisible(way is ToldWay.ORAL)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.way.value() is None:
            found.append(FieldProblem(field="way", text=_("Choose how they were told.")))
        return found

    def do(self) -> Change:
        told_on = self.told_on.date()
        assert told_on is not None, "checked before"
        oral = self.way.value() is ToldWay.ORAL
        told = Told(
            way=self.way.value(),
            told_on=told_on,
            by=self.by.text(),
            what=self.what.text(),
            asked_for=oral and self.asked_for.isChecked(),
            identity=self.identity.text() if oral else "",
        )
        return service.note_told(self.vault, self.case_id, told)

"""An assessment is begun from a template."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import About
from gdpr_desktop.dpia.service.intake import LONGEST_TITLE, about_problems
from gdpr_desktop.dpia.templates.model import TemplateHead
from gdpr_desktop.dpia.templates.service import delete_template, start_from, templates
from gdpr_desktop.dpia.templates.words import holds_words, made_words
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class StartDialog(DeedDialog):
    """Choose a template, and say what is to be assessed now."""

    feature = "dpia"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "What stands in the template is a beginning: go through it, and make it your own."
        )
        title, deed = _("Begin from a template"), _("&Begin")
        super().__init__(vault, parent, title, deed, intro=intro)
        self._heads: dict[int, TemplateHead] = {}
        self.template = Choice()
        self._row = forms.add_row(
            self.form, _("The &template"), self.template, "", True, name="template"
        )
        self.told = NoteBox()
        self.form.addRow(self.told)
        self.delete_button = button(_("&Delete this template …"), "link")
        self.delete_button.clicked.connect(self._on_delete_clicked)
        row = QHBoxLayout()
        row.addWidget(self.delete_button)
        row.addStretch(1)
        self.form.addRow(row)
        self.title = LineField(max_length=LONGEST_TITLE)
        self.unit = LineField(max_length=LONGEST_TITLE)
        words = _("&What the assessment is about")
        self.rows = (
            self._row,
            forms.add_row(self.form, words, self.title, "", True, name="title"),
            forms.add_row(self.form, _("For which &unit"), self.unit, "", True, name="unit"),
        )
        self.template.value_changed.connect(self._show)
        self._read()

    def field_problems(self) -> list[FieldProblem]:
        if self.template.value() is None:
            return [FieldProblem(field="template", text=_("Choose a template."))]
        return super().field_problems() + about_problems(self._about())

    def do(self) -> Change:
        return start_from(self.vault, self.template.value(), self._about())

    def _about(self) -> About:
        return About(title=self.title.text(), unit=self.unit.text())

    def _read(self) -> None:
        self._heads = {one.id: one for one in templates(self.vault)}
        self.template.set_pairs((one.id, one.name) for one in self._heads.values())
        self._show()

    def _show(self, _value: object = None) -> None:
        found = self._heads.get(self.template.value() or 0)
        for row in self.rows:
            row.setVisible(bool(self._heads))
        self.save_button.setEnabled(bool(self._heads))
        may_delete = scope(self.vault.actor.role, Deed.EDIT_TEMPLATES) is not None
        self.delete_button.setVisible(found is not None and may_delete)
        if found is None:
            self.told.say(
                _(
                    "There are no templates yet. Open an assessment that others can learn from, and"
                    " choose «Save as a template» under the writing."
                )
            )
            return
        lines = (found.note, holds_words(found), made_words(found))
        self.told.say("\n".join(line for line in lines if line))

    def _on_delete_clicked(self) -> None:
        found = self._heads[self.template.value()]
        sure = notices.ask(
            self,
            _("Delete «{name}»?").format(name=found.name),
            _("Assessments that were begun from it stay as they are."),
            _("Delete the template"),
            dangerous=True,
        )
        if not sure:
            return
        try:
            change = delete_template(self.vault, found.id)
        except AppError as error:
            self.show_error(error)
            return
        bus.tell(change, self)
        self._read()

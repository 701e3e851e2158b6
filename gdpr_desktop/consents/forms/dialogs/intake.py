"""A new form: its kind, what to start from, a name and the unit. It takes half a minute."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.guidance import note
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.forms.starting import Start, blank_content, content_from, starts
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

NEW_FORM = "new_form"  # the name of its draft


class IntakeDialog(DeedDialog):
    """A starting point fills in all that is not the municipality's own, and tells the kind."""

    feature = "consents"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        why = note("kinds").text
        title = _("New form")
        super().__init__(vault, parent, title, _("Begin the form"), why=why, width=640)
        self.keep_draft_of(NEW_FORM, None)
        self._starts = {one.id: one for one in starts(current_language())}
        self._suggested = ""
        self.kind = RadioChoice((one, words(one)) for one in FormKind)
        offered = [(one.id, one.name) for one in self._starts.values()]
        self.start = Choice(offered, empty=_("A blank form"))
        self.about = NoteBox()
        self.title_line, self.unit = LineField(), LineField()
        self._lay_out()
        self._suggest_units()
        self.kind.value_changed.connect(self._on_kind_chosen)
        self.start.value_changed.connect(self._on_start_chosen)

    def _lay_out(self) -> None:
        forms.add_row(self.form, _("What is it &for?"), self.kind, name="kind")
        help_ = _("It fills in texts and purposes, which you go through and change.")
        forms.add_row(self.form, _("&Start from"), self.start, help_, name="start")
        self.form.addRow(self.about)
        help_ = _("Stands at the top of the form. No names of persons.")
        forms.add_row(self.form, _("&Name"), self.title_line, help_, True, name="title")
        help_ = _("The school, kindergarten or office that asks.")
        forms.add_row(self.form, _("&Unit"), self.unit, help_, True, name="unit")

    def _suggest_units(self) -> None:
        db, actor = self.vault.db, self.vault.actor
        known = [name for _id, name in entries.names(db, EntryKind.UNIT)]
        used = (one.unit for one in store.names(db, actor, in_use=False))
        suggest(self.unit.line, dict.fromkeys((*known, *used)))

    def _on_kind_chosen(self, kind: FormKind) -> None:
        offered = [(one.id, one.name) for one in self._starts.values() if one.kind is kind]
        self.start.set_pairs(offered, empty=_("A blank form"))
        self._on_start_chosen(self.start.value())

    def _on_start_chosen(self, _start: str | None) -> None:
        chosen = self._chosen()
        if chosen is not None and self.kind.value() is not chosen.kind:
            self.kind.set_value(chosen.kind)  # which comes back here
            return
        self.about.say(chosen.about if chosen is not None else "")
        if self.title_line.text() == self._suggested:
            self._suggested = self._content().title.in_(current_language())
            self.title_line.set_text(self._suggested)

    def _chosen(self) -> Start | None:
        return self._starts.get(self.start.value() or "")

    def _content(self) -> FormContent:
        chosen = self._chosen()
        if chosen is not None:
            return content_from(chosen.id, current_language())
        return blank_content(self.kind.value() or FormKind.BASIS)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.kind.value() is None:
            found.insert(0, FieldProblem(field="kind", text=_("Choose what the form is for.")))
        return found

    def do(self) -> Change:
        content, language = self._content(), current_language()
        typed = self.title_line.text()
        if content.title.in_(language) != typed:
            content = replace(content, title=Bilingual().with_(language, typed))
        return register_form(self.vault, replace(content, unit=self.unit.text()))

    def draft_about(self) -> str:
        return self.title_line.text()

"""Things only the child should see: shown where a parent or another gets a child's data."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.dialogs.intake_notes import health_text
from gdpr_desktop.requests.exception_words import exception_words
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.rights.child_only import GROUNDS, ChildOnly, for_another
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox


class ChildOnlyPart(QWidget):
    """What is held back from the parent, why, and by which exception. Blank: nothing is."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        form = forms.form_layout(self)
        form.addRow(label(_("Things only the child should see"), "heading"))
        note = health_text(request.age)
        if note:
            form.addRow(NoteBox(note))
        self.what, self.why = TextArea(lines=2), TextArea(lines=2)
        forms.add_row(
            form,
            _("&Held back from the parent"),
            self.what,
            _("It stays in the case: the letter does not say what it is."),
            name="child_what",
        )
        forms.add_row(form, _("Wh&y"), self.why, name="child_why")
        pairs = [(ground, exception_words(ground)) for ground in GROUNDS]
        self.exception = Choice(pairs, empty=_("Choose the exception"))
        forms.add_row(form, _("E&xception"), self.exception, name="child_exception")
        self.law = LineField()
        self._law_row = forms.add_row(
            form,
            _("Act and section that order secrecy"),
            self.law,
            _("It stays in the case: the letter does not say which act it is."),
            required=True,
            name="child_law",
        )
        self.exception.value_changed.connect(self._on_exception_changed)
        self._on_exception_changed()
        self.setVisible(for_another(request))

    def _on_exception_changed(self, *_value: object) -> None:
        self._law_row.setVisible(self.exception.value() is RefusalGround.CONFIDENTIALITY)

    def show_held(self, held: ChildOnly | None) -> None:
        """Show what was held back before."""
        if held is not None:
            self.what.set_text(held.what)
            self.why.set_text(held.why)
            self.exception.set_value(held.exception)
            self.law.set_text(held.law)

    def held(self) -> ChildOnly | None:
        """What is typed; None when nothing is."""
        texts = (self.what.text().strip(), self.why.text().strip())
        if self.exception.value() is None or not any(texts):
            return None
        exception = self.exception.value()
        law = self.law.text() if exception is RefusalGround.CONFIDENTIALITY else ""
        return ChildOnly(what=texts[0], why=texts[1], exception=exception, law=law)

    def unfinished(self) -> list[FieldProblem]:
        """Is something written without its exception, or the other way round?"""
        written = bool(self.what.text().strip() or self.why.text().strip())
        if written and self.exception.value() is None:
            return [FieldProblem(field="child_exception", text=_("Choose the exception."))]
        if self.exception.value() is not None and not written:
            text = _("Write what only the child should see.")
            return [FieldProblem(field="child_what", text=text)]
        return []

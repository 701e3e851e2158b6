"""Which processing it concerns, on which lawful basis, and whether the right fits it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis, Fit, fit
from gdpr_desktop.register.activities.words import basis_words
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.requests.articles import data_right
from gdpr_desktop.requests.model import Part
from gdpr_desktop.requests.words import fit_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class BasisPart(QWidget):
    """The activity is suggested from the record, and brings its basis with it."""

    def __init__(self, vault: Vault, part: Part) -> None:
        super().__init__()
        self._vault, self._right = vault, data_right(part.right)
        named = entries.names(vault.db, EntryKind.ACTIVITY)
        self._names = {name: entry_id for entry_id, name in named}
        self._activity = LineField()
        completer = suggest(self._activity.line, self._names)
        completer.activated.connect(self._on_activity_chosen)
        pairs = [(basis, basis_words(basis)) for basis in Basis]
        self._basis = Choice(pairs, empty=_("Not settled"))
        self.note = NoteBox()
        layout = forms.form_layout(self)
        forms.add_row(
            layout,
            _("Processing acti&vity"),
            self._activity,
            _("As it stands in the record. It brings its lawful basis with it."),
            name="activity",
        )
        forms.add_row(layout, _("Lawful &basis"), self._basis, name="basis")
        layout.addRow(self.note)
        self._activity.set_text(part.activity)
        self._basis.set_value(part.basis)
        self._basis.value_changed.connect(self._on_basis_changed)
        self._on_basis_changed()

    def basis(self) -> Basis | None:
        """The basis chosen."""
        return self._basis.value()

    def activity(self) -> str:
        """The activity by name."""
        return self._activity.text()

    def _on_activity_chosen(self, name: str) -> None:
        found = self._names.get(name)
        if found is None:
            return
        content = entries.entry(self._vault.db, found).content
        bases = [one.basis for purpose in content.purposes for one in purpose.bases]
        if bases:
            self._basis.set_value(bases[0])

    def _on_basis_changed(self, *_value: object) -> None:
        basis = self.basis()
        if basis is None or self._right is None:
            self.note.say("")
            return
        fits = fit(self._right, basis)
        self.note.say("" if fits is Fit.YES else fit_words(self._right, basis))

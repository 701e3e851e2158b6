"""The question of authority: what was seen, or why nothing is needed."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.model import Authority, OnBehalfOf
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.forms import add_row, form_layout
from gdpr_desktop.ui.notes import WhyNote


class AuthorityPart(QWidget):
    """Fields ``authority_what`` and ``authority_why_not_needed``."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(WhyNote(guidance.note("representative").text))
        self.seen = QCheckBox(_("I have &seen the authority"))
        self.seen.setObjectName("authority_seen")
        layout.addWidget(self.seen)
        self._what, self._why = QWidget(), QWidget()
        self.what = LineField(max_length=1000)
        add_row(
            form_layout(self._what),
            _("&What was seen"),
            self.what,
            _("The kind of document. Keep no copy here."),
            name="authority_what",
        )
        self.why = LineField(max_length=1000)
        self._form = form_layout(self._why)
        add_row(
            self._form,
            _("If none is needed, &why"),
            self.why,
            _("Leave it blank while you wait for the authority."),
            name="authority_why_not_needed",
        )
        layout.addWidget(self._what)
        layout.addWidget(self._why)
        self._suggested = ""
        self.seen.toggled.connect(self._on_seen_toggled)
        self._on_seen_toggled(False)

    def show_authority(self, authority: Authority) -> None:
        """Fill the fields."""
        self.seen.setChecked(authority.seen)
        self.what.set_text(authority.what)
        self.why.set_text(authority.why_not_needed)

    def suggest(self, on_behalf_of: OnBehalfOf) -> None:
        """Lawyers and auditors normally need not show it (handbook 2.2): say so, undoably."""
        trusted = on_behalf_of is OnBehalfOf.LAWYER_OR_AUDITOR
        suggested = _("A lawyer or auditor normally needs none.") if trusted else ""
        if self.why.text() == self._suggested:
            self.why.set_text(suggested)
        self._suggested = suggested

    def authority(self) -> Authority:
        """What is filled in."""
        if self.seen.isChecked():
            return Authority(seen=True, what=self.what.text())
        return Authority(why_not_needed=self.why.text())

    def _on_seen_toggled(self, seen: bool) -> None:
        self._what.setVisible(seen)
        self._why.setVisible(not seen)

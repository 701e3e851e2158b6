"""Earlier assessments of a breach, to read: who made each, when, and what it changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.breaches.assessing.versions import Line, Shown, versions_shown
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label, line
from gdpr_desktop.vault import Vault


class VersionsDialog(FormDialog):
    """The newest first. Nothing can be changed here."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The assessments of the case")
        intro = _("None is ever changed: a new one takes its place. What it changed is in bold.")
        super().__init__(parent, title, _("Close"), intro=intro, width=760)
        self.cancel_button.hide()
        for shown in versions_shown(read_breach(vault, case_id)):
            self._add(shown)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be read by key
        self.scroll_area.setAccessibleName(title)

    def _add(self, shown: Shown) -> None:
        self.page_layout.addWidget(line())
        self.page_layout.addWidget(label(shown.title, "heading"))
        column = QVBoxLayout()
        column.setSpacing(6)
        for one in shown.changed:
            column.addWidget(label(_as_line(one), "label"))
            before = _("Before: {text}").format(text=one.before or _("Nothing"))
            column.addWidget(label(before, "muted"))
        same = [one for one in shown.lines if one.before is None]
        if shown.changed and same:
            column.addSpacing(8)
            column.addWidget(label(_("As before:"), "muted"))
        for one in same:
            column.addWidget(label(_as_line(one), "" if not shown.changed else "muted"))
        self.page_layout.addLayout(column)

    def save(self) -> None:
        """There is nothing to save."""
        self.reject()


def _as_line(one: Line) -> str:
    colon = "" if one.label.endswith("?") else ":"
    return " ".join((one.label + colon, one.text or _("Nothing")))

"""What proves the breach: documents of the archive, by name and SHA-256."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.dialogs.kept_list import KeptList, Line
from gdpr_desktop.breaches.following.service.evidence import note_evidence
from gdpr_desktop.breaches.following.summary import evidence_detail
from gdpr_desktop.breaches.model import Evidence
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.casework.widgets.file_field import FileField
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class EvidenceDialog(BreachDialog):
    """Note one document, and take away what does not belong here."""

    form_code = Action.EVIDENCE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "The municipality must be able to show what happened, what followed and what was done"
            " (article 33(5)). The documents belong in the archive: here are only their names, and"
            " a fingerprint that shows that they have not been changed since."
        )
        title = _("What proves it")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        self.kept = KeptList(
            Line(value=one, title=one.what, detail=evidence_detail(one))
            for one in self.breach.evidence
        )
        self.kept.setObjectName("kept")
        if self.breach.evidence:
            forms.add_row(self.form, _("Noted already"), self.kept)
        self.what, self.file = TextArea(max_length=1000, lines=2), FileField()
        self.archive = LineField(max_length=LINE_LENGTH)
        help_ = _("For example the letter that went astray, the log, or the answer of who got it.")
        forms.add_row(self.form, _("&What it is"), self.what, help_, name="what")
        help_ = _(
            "Choose it, or drop it here. The file is read where it lies. It is not copied, and not"
            " changed."
        )
        forms.add_row(self.form, _("File"), self.file, help_, name="file")
        help_ = _("Case and document number, so that others find it.")
        forms.add_row(self.form, _("&Archive reference"), self.archive, help_, name="archive")
        self.what.setFocus()  # not at a link that takes something away

    def done(self, result: int) -> None:
        self.file.stop()
        super().done(result)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.file.problem():
            found.append(FieldProblem(field="file", text=self.file.problem()))
        return found

    def do(self) -> Change:
        removed, added = self.kept.removed(), self._added()
        return note_evidence(self.vault, self.case_id, added, removed=removed)

    def _added(self) -> Evidence | None:
        """What is typed; None where something is only taken away."""
        found, what, archive = self.file.print(), self.what.text(), self.archive.text()
        if self.kept.removed() and found is None and not what and not archive:
            return None
        return Evidence(
            what=what,
            file_name=found.name if found is not None else "",
            sha256=found.sha256 if found is not None else "",
            archive=archive,
            noted_on=self.today,
        )

"""Something is said about a part of an assessment, or answered."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.commenting import LONGEST, add_comment, answer_comment
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.advice.reading import about_words
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import Comment
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

COMMENT, ANSWER = "comment", "comment_answer"  # the drafts', with what they are about


class CommentDialog(AssessmentDialog):
    """``about`` as in ``Comment``."""

    def __init__(
        self, vault: Vault, case_id: CaseId, about: str, parent: QWidget | None = None
    ) -> None:
        self.form_code = f"{COMMENT}.{about}"
        super().__init__(vault, case_id, parent, _("Write a comment"), _("Save the comment"))
        self._about = about
        what = about_words(about, self.found.content, catalogue(vault.db))
        self.form.addRow(NoteBox(what))
        self.text = TextArea(max_length=LONGEST, lines=6)
        forms.add_row(self.form, _("&Comment"), self.text, required=True, name="text")
        self.text.setFocus()

    def do(self) -> Change:
        return add_comment(self.vault, self.case_id, self._about, self.text.text())


class AnswerDialog(AssessmentDialog):
    """Shows what is answered."""

    def __init__(
        self, vault: Vault, case_id: CaseId, comment: Comment, parent: QWidget | None = None
    ) -> None:
        self.form_code = f"{ANSWER}.{comment.key}"
        super().__init__(vault, case_id, parent, _("Answer"), _("Save the answer"))
        self._key = comment.key
        self.form.addRow(NoteBox(comment.text, comment.name))
        self.text = TextArea(max_length=LONGEST, lines=6)
        self.text.set_text(comment.answer)
        forms.add_row(self.form, _("&Answer"), self.text, required=True, name="text")
        self.text.setFocus()

    def do(self) -> Change:
        return answer_comment(self.vault, self.case_id, self._key, self.text.text())

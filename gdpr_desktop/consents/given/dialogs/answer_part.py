"""What somebody answered: who, when, how, and to which purposes."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework.widgets.file_field import FileField
from gdpr_desktop.consents.codes import How, Relation
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.given.model import Proof, Statement
from gdpr_desktop.consents.given.widgets.purposes_field import PurposesField
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.more_part import MorePart


class AnswerPart(QWidget):
    """``statement()`` is the answer as it stands now."""

    changed = Signal()

    def __init__(
        self, dialog: DeedDialog, purposes: Iterable[Purpose], *, maturity: bool = False
    ) -> None:
        """``maturity``: young people answer alone only where somebody judged them mature."""
        super().__init__()
        self._judged = {Relation.GUARDIAN, *((Relation.SELF,) if maturity else ())}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = forms.form_layout()
        column.addLayout(self.form)
        self.relation = RadioChoice([(one, words(one)) for one in Relation])
        self.giver, self.capacity_by = LineField(), LineField()
        self.given_on = dialog.day_field(None, required=False)
        self.how = RadioChoice([(one, words(one)) for one in How], horizontal=True)
        self.oral_note = TextArea(lines=2)
        self.purposes = PurposesField(purposes)
        self.told = TextArea(lines=2)
        self.archive, self.file = LineField(), FileField()
        self._before: Statement | None = None
        self._build()
        self.how.set_value(How.PAPER)
        self._show_rows()
        form_state.watch(self, self._on_changed)
        for field in (self.relation, self.how, self.given_on):
            field.value_changed.connect(self._on_changed)

    def _build(self) -> None:
        form = self.form
        forms.add_row(form, _("&Who answered"), self.relation, name="relation")
        self._giver_row = forms.add_row(form, _("N&ame of who signed"), self.giver, name="giver")
        help_ = _(
            "Name and role. A guardian's answer is not valid without it. A young person who was"
            " not judged mature needs the parents too."
        )
        self._capacity_row = forms.add_row(
            form, _("Who &judged that this person can answer"), self.capacity_by, help_,
            name="capacity_by",
        )  # fmt: skip
        help_ = _("As it stands on the form. Without a date the consent is not valid.")
        forms.add_row(form, _("Gi&ven on"), self.given_on, help_, name="given_on")
        forms.add_row(form, _("&How"), self.how, name="how")
        help_ = _("Who heard it, and what was said.")
        self._note_row = forms.add_row(
            form, _("How it was sai&d"), self.oral_note, help_, name="oral_note"
        )
        forms.add_row(form, _("The pur&poses"), self.purposes, name="purposes")
        self.more = MorePart(_("P&roof and what was told"))
        more = self.more.form
        help_ = _("Case and document number, so that others find it.")
        forms.add_row(more, _("Ar&chive reference"), self.archive, help_, name="archive_number")
        help_ = _(
            "Choose it, or drop it here. The file is read where it lies. It is not copied, and not"
            " changed."
        )
        forms.add_row(more, _("File"), self.file, help_, name="file")
        help_ = _("Beside what stands on the form.")
        forms.add_row(more, _("What was to&ld"), self.told, help_, name="told")
        form.addRow(self.more)

    def suggest_givers(self, names: Iterable[str]) -> None:
        """Names to choose from; a single one is not filled in: it may be the other parent."""
        suggest(self.giver.line, names)

    def statement(self) -> Statement | None:
        """As it is typed; None while nobody says who gave it."""
        relation = self.relation.value()
        if relation is None:
            return None
        yes, no = self.purposes.answers()
        found = self.file.print()
        how = self.how.value() or How.PAPER
        named = relation is not Relation.SELF
        return Statement(
            relation=relation,
            name=self.giver.text() if named else "",
            given_on=self.given_on.date(),
            how=how,
            yes=yes,
            no=no,
            told=self.told.text(),
            note=self.oral_note.text() if how is How.ORAL else "",
            proof=Proof(
                archive_number=self.archive.text(),
                file_name=found.name if found is not None else "",
                sha256=found.sha256 if found is not None else "",
            ),
            capacity_by=self.capacity_by.text() if relation in self._judged else "",
            which=self._before.which if self._before is not None else 0,
        )

    def show_statement(self, one: Statement) -> None:
        """Show an answer that is noted already."""
        self._before = one
        self.relation.set_value(one.relation)
        self.giver.set_text(one.name)
        self.given_on.set_date(one.given_on)
        self.how.set_value(one.how)
        self.purposes.set_answers(one.yes, one.no)
        self.told.set_text(one.told)
        self.oral_note.set_text(one.note)
        self.capacity_by.set_text(one.capacity_by)
        self.archive.set_text(one.proof.archive_number)
        if one.proof.sha256:
            self.file.restore_draft(
                {"name": one.proof.file_name, "sha256": one.proof.sha256, "size": 0}
            )
        self._show_rows()

    def _show_rows(self) -> None:
        relation = self.relation.value()
        self._giver_row.setVisible(relation not in (None, Relation.SELF))
        self._capacity_row.setVisible(relation in self._judged)
        self._note_row.setVisible(self.how.value() is How.ORAL)

    def _on_changed(self, *_value: object) -> None:
        self._show_rows()
        self.changed.emit()

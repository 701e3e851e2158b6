"""Who got the data, what they got, and whether they have been told (art. 19)."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import DateError, parse_date, short_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.recipients import service
from gdpr_desktop.requests.recipients.model import MOST, Recipient, Recipients, Telling, merged
from gdpr_desktop.requests.recipients.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import button
from gdpr_desktop.vault import Vault


class RecipientsDialog(PartDialog):
    """A table, where lines can be pasted; the record fills in whom the activity gives data to."""

    action = Action.RECIPIENTS

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("tell").why
        title = _("Who got the data")
        super().__init__(vault, case_id, part_id, parent, title, _("Save"), why=why, width=980)
        kept = service.read_recipients(vault, self.request, self.part)
        self.nobody = QCheckBox(_("It has been found out that &nobody got the data"))
        self.nobody.setObjectName("nobody")
        self.nobody.setChecked(kept.nobody)
        self.form.addRow(self.nobody)
        self.rows = RowsField(_columns(), most=MOST)
        forms.add_row(
            self.form,
            _("&Recipients"),
            self.rows,
            _("One line to each. Lines from a spreadsheet can be pasted."),
            name="rows",
        )
        self._known = service.known_from_record(vault, self.part)
        self.from_record = button(_("Bring in from the re&cord"))
        self.from_record.setVisible(bool(self._known))
        self.from_record.clicked.connect(self._on_from_record)
        self.form.addRow(self.from_record)
        self.published = QCheckBox(_("The data have been &published"))
        self.published.setObjectName("published")
        self.form.addRow(self.published)
        self.steps = TextArea(lines=3)
        self._steps_row = forms.add_row(
            self.form,
            _("What has been &done"),
            self.steps,
            _("So that links, copies and search engines follow, within reason (article 17(2))."),
            name="steps",
        )
        self.published.toggled.connect(self._steps_row.setVisible)
        self.published.setChecked(kept.published)
        self._steps_row.setVisible(kept.published)
        self.steps.set_text(kept.steps)
        self.rows.set_rows(_cells(one) for one in kept.rows)

    def _on_from_record(self) -> None:
        rows = merged(self._recipients()[0], self._known)
        self.rows.set_rows(_cells(one) for one in rows)

    def _recipients(self) -> tuple[tuple[Recipient, ...], str]:
        """What is typed, and what is wrong with the first day that cannot be read."""
        wrong = ""
        found = []
        for name, contact, what, given, telling, told_on, reason in self.rows.rows():
            day = None
            try:
                day = parse_date(told_on, today=self.today) if told_on else None
            except DateError as error:
                wrong = wrong or str(error)
            found.append(
                Recipient(
                    name=name,
                    contact=contact,
                    what=what,
                    given=given,
                    telling=Telling(telling or Telling.OPEN.value),
                    told_on=day,
                    reason=reason,
                )
            )
        return tuple(found), wrong

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        wrong = self._recipients()[1]
        if wrong:
            found.append(FieldProblem(field="rows", text=wrong))
        elif not (self.rows.rows() or self.nobody.isChecked() or self.published.isChecked()):
            text = _("Write who got the data, or tick that nobody got it.")
            found.append(FieldProblem(field="rows", text=text))
        return found

    def do(self) -> Change:
        recipients = Recipients(
            rows=self._recipients()[0],
            nobody=self.nobody.isChecked(),
            published=self.published.isChecked(),
            steps=self.steps.text(),
        )
        return service.note_recipients(self.vault, self.part_id, recipients)


def _columns() -> tuple[RowsColumn, ...]:
    states = tuple((one.value, words(one)) for one in Telling)
    return (
        RowsColumn(header=_("Who"), width=16, stretch=2),
        RowsColumn(header=_("Contact"), width=14),
        RowsColumn(header=_("What they got"), width=14, stretch=2),
        RowsColumn(header=_("When"), width=9),
        RowsColumn(header=_("Told?"), width=15, choices=states),
        RowsColumn(header=_("Told on"), width=9),
        RowsColumn(header=_("Why not"), width=12),
    )


def _cells(one: Recipient) -> tuple[str, ...]:
    told = short_date(one.told_on) if one.told_on is not None else ""
    return (one.name, one.contact, one.what, one.given, one.telling.value, told, one.reason)

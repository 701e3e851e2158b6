"""Correct an error that we found ourselves: what was wrong, what it meant, who is told."""

from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.rights.correction import Corrected, CorrectionAssessment
from gdpr_desktop.requests.widgets.archive_view import ArchiveFields
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField, TextArea


class AssessDialog(AssessmentDialog):
    """Own-initiative correction, art. 5(1)(d)."""

    def build(self) -> None:
        self._build_items()
        self.discovered_how = TextArea(max_length=5000, lines=2)
        forms.add_row(
            self.form,
            _("&How the error was discovered"),
            self.discovered_how,
            required=True,
            name="discovered_how",
        )
        self.meaning = TextArea(max_length=5000, lines=3)
        forms.add_row(
            self.form,
            _("What it has &meant for the person"),
            self.meaning,
            _("The person reads this. Look again at decisions that were built on the error."),
            True,
            name="meaning",
        )
        self._build_spread()
        self.archive = ArchiveFields(self, self.form)

    def _build_items(self) -> None:
        self.items = RowsField(
            (
                RowsColumn(header=_("Where it stands"), width=18, stretch=2),
                RowsColumn(header=_("What was wrong"), width=18, stretch=3),
                RowsColumn(header=_("What is right"), width=18, stretch=3),
            )
        )
        forms.add_row(
            self.form,
            _("&What is put right"),
            self.items,
            _("The right is added. What was wrong is marked and stays."),
            True,
            name="items",
        )

    def _build_spread(self) -> None:
        self.copies = LineField(max_length=1000)
        forms.add_row(
            self.form,
            _("Cop&ies outside the systems"),
            self.copies,
            _("Where the same lies in e-mail, files or on paper. The wrong copies are deleted."),
            name="copies",
        )
        self.others = TextArea(max_length=5000, lines=2)
        forms.add_row(
            self.form,
            _("Others it co&ncerns"),
            self.others,
            _("Other people with the same error, how many they are and how they are told."),
            name="others",
        )

    def show_assessment(self, assessment: CorrectionAssessment) -> None:
        self.items.set_rows((one.place, one.claim, one.right) for one in assessment.items)
        for name in ("discovered_how", "meaning", "copies", "others"):
            getattr(self, name).set_text(getattr(assessment, name))
        self.archive.show(assessment.archive)

    def assessment(self) -> CorrectionAssessment:
        self.items.tidy()
        return CorrectionAssessment(
            items=tuple(
                Corrected(place=place, claim=claim, right=right)
                for place, claim, right in self.items.rows()
            ),
            discovered_how=self.discovered_how.text(),
            meaning=self.meaning.text(),
            copies=self.copies.text(),
            others=self.others.text(),
            archive=self.archive.value(),
        )

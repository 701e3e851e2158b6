"""The form of a cooperation, and its essence as a document."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.arrangements.model import DUTIES, Arrangement, CooperationForm, Duty
from gdpr_desktop.register.arrangements.words import duty_words, form_words
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault


class ArrangementDialog(EntryDialog):
    """New, or changed."""

    kind = EntryKind.ARRANGEMENT

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the cooperation") if entry else _("New cooperation")
        super().__init__(vault, entry, parent, title, _("Save"))
        self.add_language_switch()
        self._build_about()
        self._build_duties()
        self._build_rest()
        self.show_content(entry.content if entry else Arrangement(name=Bilingual()))
        first = {"duties": next(iter(self.duties.values())), "essence": self.essence}.get(part)
        if first is not None:
            self.start_at(first)

    def _build_about(self) -> None:
        self.name = self.bilingual()
        self.cooperation = Choice([(form, form_words(form)) for form in CooperationForm])
        self.partners = TextArea(lines=3)
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(
            self.form,
            _("&Form"),
            self.cooperation,
            _("In a host municipality, the host may be the only controller."),
            name="form",
        )
        help_ = _("One on each line, ourselves too.")
        forms.add_row(self.form, _("Who takes &part"), self.partners, help_, name="partners")
        self.agreed_on = self.day_row(_("Agree&d"), "agreed_on", None, required=False)
        self.runs_out = self.day_row(_("R&uns out"), "runs_out", None, required=False)
        self.written = Choice([(answer, answer_words(answer)) for answer in Answer])
        forms.add_row(self.form, _("In &writing"), self.written, name="written")

    def _build_duties(self) -> None:
        self.form.addRow(label(_("Who does what"), "heading"))
        self.duties: dict[str, LineField] = {}
        for duty in DUTIES:
            self.duties[duty] = LineField()
            forms.add_row(self.form, duty_words(duty), self.duties[duty], name=f"duty_{duty}")
        self.contact_point = LineField()
        help_ = _("Where people can turn, such as an e-mail address.")
        forms.add_row(
            self.form,
            _("The &contact point is reached at"),
            self.contact_point,
            help_,
            name="contact_point",
        )

    def _build_rest(self) -> None:
        self.essence = self.bilingual(lines=5)
        self.published, self.archive_number = LineField(), LineField()
        self.note = TextArea(lines=3)
        help_ = _("In plain words: who takes part, who does what, whom to ask.")
        forms.add_row(self.form, _("&Essence for the public"), self.essence, help_, name="essence")
        help_ = _("An address on the web, or another place.")
        forms.add_row(self.form, _("Published &where"), self.published, help_, name="published")
        forms.add_row(
            self.form, _("&Archive case number"), self.archive_number, name="archive_number"
        )
        forms.add_row(self.form, _("No&te"), self.note, name="note")

    def show_content(self, arrangement: Arrangement) -> None:
        """Fill the fields."""
        self.before = arrangement
        self.name.set_value(arrangement.name)
        self.cooperation.set_value(arrangement.form)
        self.partners.set_text("\n".join(arrangement.partners))
        self.agreed_on.set_date(arrangement.agreed_on)
        self.runs_out.set_date(arrangement.runs_out)
        self.written.set_value(arrangement.written)
        for duty, line in self.duties.items():
            line.set_text(arrangement.who(duty))
        self.contact_point.set_text(arrangement.contact_point)
        self.essence.set_value(arrangement.essence)
        self.published.set_text(arrangement.published)
        self.archive_number.set_text(arrangement.archive_number)
        self.note.set_text(arrangement.note)

    def content(self) -> Arrangement:
        agreed, ends = self.agreed_on.date(), self.runs_out.date()
        if agreed and ends and ends < agreed:
            text = _("It runs out before it was agreed.")
            raise InvalidInputError([FieldProblem(field="runs_out", text=text)])
        lines = (" ".join(line.split()) for line in self.partners.text().splitlines())
        others = [one for one in self.before.duties if one.duty not in DUTIES]
        typed = [Duty(duty=duty, who=line.text()) for duty, line in self.duties.items()]
        return replace(
            self.before,
            name=self.name.value(),
            form=self.cooperation.value(),
            partners=tuple(line for line in lines if line),
            agreed_on=agreed,
            runs_out=ends,
            written=self.written.value(),
            duties=tuple(one for one in (*typed, *others) if one.who),
            contact_point=self.contact_point.text(),
            essence=self.essence.value(),
            published=self.published.text(),
            archive_number=self.archive_number.text(),
            note=self.note.text(),
        )


def do(
    parent: QWidget, vault: Vault, entry: Entry, _key: str, done: Callable[[Change], None]
) -> None:
    """Print the essence."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
    from gdpr_desktop.register.arrangements import essence

    dialog = DocumentDialog(
        vault,
        _("The essence of «{name}»").format(name=entry.name),
        partial(essence.make, vault, entry),
        record=partial(essence.record, vault, entry),
        suggested=partial(suggested_name, vault, entry),
        parent=parent,
    )
    dialog.accepted_value.connect(done)
    dialog.open()


def suggested_name(vault: Vault, entry: Entry, language: Language) -> str:
    """The file's name: the cooperation, what it is, the day."""
    from gdpr_desktop.letters.file_names import document_name

    title = _("Essence", language=language)
    return document_name(entry.content.name.in_(language), title, vault.clock.today())

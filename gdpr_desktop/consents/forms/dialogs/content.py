"""What stands on a form beside its purposes, in both written forms."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from gdpr_desktop.consents.codes import Audience, LanguageLevel, Lasting
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.guidance import note
from gdpr_desktop.consents.forms.service.writing import write_form
from gdpr_desktop.consents.forms.shown import fields_shown
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.bilingual import BilingualField
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault

_MONTHS = (0, 1, 2, 3, 6)
_SELDOM = frozenset({"explicit", "risk", "automated", "online", "age_check", "activity"})


class ContentDialog(FormCaseDialog):
    """``field`` is the one to begin at: what the checklist says must be changed."""

    form_code = Action.CONTENT.value
    step = Step.CONTENT
    wide = 760

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, field: str = ""
    ) -> None:
        super().__init__(vault, case_id, parent, _("What stands on the form"), _("Save"))
        self.rows: dict[str, forms.FieldRow] = {}
        self.texts: dict[str, BilingualField] = {}
        latest = self.found.latest
        if latest is not None and self.found.approved:
            text = _("Version {number} stays as it was approved. What you change here is the next.")
            self.form.addRow(NoteBox(text.format(number=latest.number), role="notice"))
        self.add_language_switch()
        self._add_head()
        self._add_data()
        self._add_lasting()
        self._add_taking_back()
        self._add_seldom()
        self._fill(self.found.draft)
        self.lasting.value_changed.connect(self._on_changed)
        self.audience.value_changed.connect(self._on_changed)
        self.online.toggled.connect(self._on_changed)
        self._on_changed()
        if field:
            self.show_findings(self.rows)
        self._begin_at(field if field in self.rows else "title")

    def _begin_at(self, field: str) -> None:
        if field in _SELDOM:
            self.seldom.expand()
        self.start_at(self.rows[field].field)

    def _add_head(self) -> None:
        form = self.part(_("The form"))
        self._text(form, "title", _("&Name of the form"), _("Stands at the top."), required=True)
        self.unit, self.responsible = LineField(), LineField()
        self.contact = LineField()
        units = [name for _id, name in entries.names(self.vault.db, EntryKind.UNIT)]
        suggest(self.unit.line, units)
        self._pair(
            form,
            ("unit", _("&Unit that asks"), self.unit, _("School, kindergarten or office."), True),
            (
                "responsible",
                _("&Role that answers for it"),
                self.responsible,
                _("Like «rektor», not a person's name. Follows the form up each year."),
                False,
            ),
        )
        help_ = _("Telephone and e-mail of the unit. They stand on the form.")
        self._row(form, "contact", _("&Contact of the unit"), self.contact, help_)
        self.audience = Choice([(one, words(one)) for one in Audience])
        self.level = Choice([(one, words(one)) for one in LanguageLevel])
        self._pair(
            form,
            ("audience", _("&Whom the form is about"), self.audience, "", False),
            ("level", _("L&anguage on the form"), self.level, "", False),
        )

    def _add_data(self) -> None:
        form = self.part(_("What is done with the data"), note("informed").text)
        help_ = _("What the unit does with the data, in plain words.")
        self._text(form, "use", _("What we &do"), help_, lines=3)
        self._text(form, "data", _("Which da&ta"), _("One to a line."), lines=3)
        help_ = _("Where data are fetched. One to a line.")
        self._text(form, "sources", _("From whom we get them"), help_, lines=2)
        help_ = _("Who else gets to see them. One to a line. Empty: nobody.")
        self._text(form, "recipients", _("Who gets them"), help_, lines=2)
        self.law = LineField()
        help_ = _(
            "The law that the work rests on. The consent only lifts the duty of confidentiality."
        )
        self._row(form, "law", _("Act and section"), self.law, help_)

    def _add_lasting(self) -> None:
        form = self.part(_("For how long"), note("lasting").text)
        self.lasting = Choice([(one, words(one)) for one in Lasting])
        self.until = self.day_field(None, required=False)
        self._pair(
            form,
            ("lasting", _("How &long the answer holds"), self.lasting, "", False),
            ("until", _("To and with"), self.until, "", False),
        )
        months = sorted({*_MONTHS, self.found.draft.renew_months})
        self.renew_months = Choice([(one, _months(one)) for one in months])
        help_ = _("People get a letter before the answer ends.")
        self._row(form, "renew_months", _("Ask a&gain"), self.renew_months, help_)

    def _add_taking_back(self) -> None:
        form = self.part(_("To say no, and to take it back"), note("withdrawal").text)
        help_ = _("As easily as it was given, free of charge and without a reason.")
        self._text(form, "withdraw_how", _("How it is taken &back"), help_, lines=3)
        help_ = _("What stops and what is deleted. Use before that day stays lawful.")
        self._text(form, "withdraw_after", _("What happens then"), help_, lines=3)
        help_ = _("What is printed, handed out or told. A consent itself can always be withdrawn.")
        self._text(form, "irrevocable", _("What cannot be undone"), help_, lines=3)
        help_ = _("Nobody may be worse off for saying no.")
        self._text(form, "refusing", _("What follows from saying no"), help_, lines=3)

    def _add_seldom(self) -> None:
        self.seldom = Section(_("Only where it applies"), why=note("explicit").text)
        self.page_layout.addWidget(self.seldom)
        form = forms.form_layout()
        self.seldom.body.addLayout(form)
        help_ = _("Must stand where health or other special data are used, or data leave the EEA.")
        self._text(form, "explicit", _("Sentence of an explicit consent"), help_, lines=2)
        help_ = _("What it means that the country does not protect data as we do.")
        self._text(form, "risk", _("Risk of sending data out of the EEA"), help_, lines=2)
        help_ = _("Where a machine alone decides about somebody (article 22).")
        self._text(form, "automated", _("Decisions made by a machine"), help_, lines=2)
        self.online = QCheckBox(_("A service on the internet that children log on to themselves"))
        self.age_check = TextArea(lines=2, max_length=4000)
        self._row(form, "online", "", self.online, "")
        help_ = _("Below 13 years a parent answers. Write how the age is known.")
        self._row(form, "age_check", _("How the age is checked"), self.age_check, help_)
        activities = entries.names(self.vault.db, EntryKind.ACTIVITY)
        self.activity = Choice(activities, empty=_("Not chosen"))
        help_ = _("The processing in the record that the form belongs to.")
        self._row(form, "activity", _("Processing activity"), self.activity, help_)

    def _text(
        self,
        form: QFormLayout,
        name: str,
        label: str,
        help_: str,
        *,
        lines: int = 1,
        required: bool = False,
    ) -> None:
        field = self.texts[name] = self.bilingual(lines=lines)
        self.rows[name] = forms.add_row(form, label, field, help_, required, name=name)

    def _row(self, form: QFormLayout, name: str, label: str, field: QWidget, help_: str) -> None:
        self.rows[name] = forms.add_row(form, label, field, help_, name=name)

    def _pair(self, form: QFormLayout, *described: tuple[str, str, QWidget, str, bool]) -> None:
        made = []
        for name, label, field, help_, required in described:
            field.setObjectName(name)
            self.rows[name] = forms.FieldRow(label, field, help_, required=required)
            made.append(self.rows[name])
        forms.add_pair(form, *made)

    def _fill(self, draft: FormContent) -> None:
        for name, field in self.texts.items():
            field.set_value(getattr(draft, name))
        for name in ("unit", "responsible", "contact", "law", "age_check"):
            getattr(self, name).set_text(getattr(draft, name))
        for name in ("audience", "level", "lasting", "renew_months", "activity"):
            getattr(self, name).set_value(getattr(draft, name))
        self.until.set_date(draft.until)
        self.online.setChecked(draft.online)
        told = (draft.explicit, draft.risk, draft.automated, draft.online)
        special = any(one.explicit for one in draft.purposes)
        self.seldom.set_expanded(special or any(map(bool, told)))

    def content(self) -> FormContent:
        """What is filled in, with the purposes as they were."""
        texts: dict[str, Any] = {name: field.value() for name, field in self.texts.items()}
        return replace(
            self.found.draft,
            unit=self.unit.text(),
            responsible=self.responsible.text(),
            contact=self.contact.text(),
            law=self.law.text(),
            audience=self.audience.value(),
            level=self.level.value(),
            lasting=self.lasting.value(),
            until=self.until.date() if self.lasting.value() is Lasting.DATE else None,
            renew_months=self.renew_months.value(),
            online=self.online.isChecked() and self.audience.value() is Audience.CHILDREN,
            age_check=self.age_check.text(),
            activity=self.activity.value(),
            **texts,
        )

    def _on_changed(self, *_value: object) -> None:
        shown = fields_shown(self.content())
        for name, row in self.rows.items():
            row.setVisible(name in shown)

    def do(self) -> Change:
        return write_form(self.vault, self.case_id, self.content())


def _months(months: int) -> str:
    if not months:
        return _("Not before it ends")
    text = ngettext("{count} month before it ends", "{count} months before it ends", months)
    return text.format(count=months)

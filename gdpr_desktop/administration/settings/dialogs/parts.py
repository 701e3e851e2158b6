"""Sections of the settings about people who decide, time and keeping."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.administration.settings.model import IDLE_RANGE, RETENTION_RANGE
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.settings import Decider
from gdpr_desktop.core.dates import parse_date, short_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.notes import WhyNote

_MINUTES = (2, 5, 10, 15, 20, 30, 45, 60)


class DecidersPart(QWidget):
    """Who the controller has delegated to decide."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        form = forms.form_layout(self)
        form.addRow(
            WhyNote(
                _(
                    "The officer advises and controls, and must have no task that gets in the way "
                    "of that (art. 38(6)). So somebody else decides, on behalf of the controller. "
                    "Those named here are suggested when a decision is noted."
                )
            )
        )
        self.deciders = RowsField(
            (
                RowsColumn(header=_("Name"), width=16, stretch=3),
                RowsColumn(header=_("Title or role"), width=15, stretch=3),
                RowsColumn(header=_("Decides on"), width=13, stretch=2),
                RowsColumn(header=_("From"), width=10, stretch=0),
                RowsColumn(header=_("To"), width=10, stretch=0),
            )
        )
        forms.add_row(
            form,
            _("&Who may decide"),
            self.deciders,
            _("Dates may be left out. «Decides on» is in your own words, such as «Access»."),
            name="deciders",
        )

    def show_values(self, deciders: Iterable[Decider]) -> None:
        """Fill the table."""
        self.deciders.set_rows(
            (one.name, one.title, one.decides, _day(one.starts), _day(one.ends)) for one in deciders
        )

    def values(self) -> tuple[Decider, ...]:
        """As typed; days that cannot be read are left out, see ``problems``."""
        return tuple(
            Decider(
                name=name,
                title=title,
                decides=decides,
                starts=self._read(starts),
                ends=self._read(ends),
            )
            for name, title, decides, starts, ends in self.deciders.rows()
        )

    def problems(self) -> list[FieldProblem]:
        """Days that cannot be read."""
        self.deciders.tidy()
        found = []
        for number, row in enumerate(self.deciders.rows(), 1):
            for typed in row[3:]:
                try:
                    if typed:
                        parse_date(typed, today=self._today)
                except AppError as error:
                    text = _("Line {number}: {problem}").format(number=number, problem=error.text)
                    found.append(FieldProblem(field="deciders", text=text))
        return found

    def _read(self, typed: str) -> date | None:
        try:
            return parse_date(typed, today=self._today) if typed else None
        except AppError:
            return None


class LockingPart(QWidget):
    """When the register locks itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = forms.form_layout(self)
        self.minutes = Choice()
        forms.add_row(
            form,
            _("&Lock when nobody has used it for"),
            self.minutes,
            _("What you have typed is kept. Ctrl+L locks at once."),
            name="idle_minutes",
        )

    def show_value(self, minutes: int) -> None:
        """Choose ``minutes``."""
        least, most = IDLE_RANGE
        offered = sorted({*_MINUTES, min(max(minutes, least), most)})
        self.minutes.set_pairs((number, _minutes(number)) for number in offered)
        self.minutes.set_value(min(max(minutes, least), most))


class RetentionPart(QWidget):
    """For how long closed cases keep their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = forms.form_layout(self)
        form.addRow(
            WhyNote(
                _(
                    "Personal data are not kept for longer than they are needed (art. 5(1)(e)). "
                    "The archive keeps the case itself. What lies here is a working copy: when "
                    "the time is out, the clean-up suggests to take the names away. The numbers "
                    "for the yearly report stay."
                )
            )
        )
        least, most = RETENTION_RANGE
        years = tuple((number, _years(number)) for number in range(least, most + 1))
        self.choices = {kind: Choice(years) for kind in CaseKind}
        for kind, choice in self.choices.items():
            forms.add_row(
                form,
                _kind_words(kind),
                choice,
                _("Counted from the day the case was closed."),
                name=f"retention_{kind.value}",
            )

        self.proof = Choice(years)
        forms.add_row(
            form,
            _("&Proof of consents"),
            self.proof,
            _(
                "Counted from the day the last purpose ended. No act says for how long: three years"
                " is our suggestion, the usual time limit of claims."
            ),
            name="proof_years",
        )

    def show_values(self, years: dict[CaseKind, int], proof: int) -> None:
        """Choose the years of each kind, and of what proves a consent."""
        for kind, choice in self.choices.items():
            choice.set_value(years[kind])
        self.proof.set_value(proof)

    def values(self) -> dict[CaseKind, int]:
        """The years chosen."""
        return {kind: choice.value() for kind, choice in self.choices.items()}


def _kind_words(kind: CaseKind) -> str:
    return {
        CaseKind.REQUEST: _("Requests for &access"),
        CaseKind.COLLECTION: _("&Information given when data are collected"),
        CaseKind.DISCLOSURE: _("&Disclosures of data"),
        CaseKind.BREACH: _("&Breaches"),
        CaseKind.DEVIATION: _("De&viations"),
        CaseKind.CONSENT_FORM: _("Consent &forms"),
        CaseKind.CONSENT_WITHDRAWAL: _("&Withdrawals of consent"),
        CaseKind.DPIA: _("Assess&ments (DPIA)"),
    }[kind]


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def _years(count: int) -> str:
    return ngettext("{count} year", "{count} years", count).format(count=count)

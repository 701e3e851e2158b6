"""The section of the settings about when young people consent alone."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.ages import Alone, YouthRule
from gdpr_desktop.core.dates import parse_date, short_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.notes import WhyNote


class YouthPart(QWidget):
    """What the municipality has chosen, and from which day on."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        form = forms.form_layout(self)
        form.addRow(
            WhyNote(
                _(
                    "The handbook lets young people consent alone from 15. The authority's newer"
                    " guidance begins with 18, and lets a younger one consent who is mature enough"
                    " to choose freely. Then somebody judges it, and the name is kept with the"
                    " consent. Ages that stand in an act do not change: 13 for services on the"
                    " internet, 16 for health care, 18 for special categories."
                )
            )
        )
        self.rules = RowsField(
            (
                RowsColumn(header=_("From"), width=11, stretch=0),
                RowsColumn(
                    header=_("Young people consent alone"),
                    width=30,
                    stretch=3,
                    choices=(
                        (Alone.FIFTEEN.value, _("From the age of 15")),
                        (Alone.MATURE.value, _("From 18, or 15 when judged mature")),
                    ),
                ),
            )
        )
        forms.add_row(
            form,
            _("W&hen they consent alone"),
            self.rules,
            _("Without a line here it is 15. A line changes no consent from before its day."),
            name="youth_rules",
        )

    def show_values(self, chosen: Iterable[YouthRule]) -> None:
        """Fill the table."""
        self.rules.set_rows((short_date(one.start), one.alone.value) for one in chosen)

    def values(self) -> tuple[YouthRule, ...]:
        """As typed, oldest first; lines that cannot be read are left out, see ``problems``."""
        read = ((self._read(start), alone) for start, alone in self.rules.rows())
        found = (YouthRule(start=day, alone=Alone(alone)) for day, alone in read if day)
        return tuple(sorted(found, key=_start))

    def problems(self) -> list[FieldProblem]:
        """Days that cannot be read, or that stand there twice."""
        self.rules.tidy()
        found: list[FieldProblem] = []
        seen: set[date] = set()
        for number, (start, _alone) in enumerate(self.rules.rows(), 1):
            day = self._read(start)
            if day is None:
                found.append(_problem(number, _("Give the date.")))
            elif day in seen:
                found.append(_problem(number, _("This day stands there already.")))
            else:
                seen.add(day)
        return found

    def _read(self, typed: str) -> date | None:
        try:
            return parse_date(typed, today=self._today) if typed else None
        except AppError:
            return None


def _problem(number: int, text: str) -> FieldProblem:
    told = _("Line {number}: {problem}").format(number=number, problem=text)
    return FieldProblem(field="youth_rules", text=told)


def _start(one: YouthRule) -> date:
    return one.start

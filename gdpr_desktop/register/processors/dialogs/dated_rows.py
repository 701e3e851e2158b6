"""Tables of sub-processors, checks and transfers: words and days to dataclasses and back."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.dates import parse_date, short_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.parts import Transfer, TransferGround
from gdpr_desktop.register.activities.words import ground_words
from gdpr_desktop.register.countries import country_choices
from gdpr_desktop.register.processors.model import Audit, SubProcessor
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField


class _DatedRows(RowsField):
    """``DAYS`` are the columns that hold days."""

    DAYS: tuple[int, ...] = ()

    def __init__(self, columns: Iterable[RowsColumn], today: date) -> None:
        super().__init__(columns)
        self._today = today

    def day(self, typed: str) -> date | None:
        """The day typed; None when empty or unreadable, see ``problems``."""
        try:
            return parse_date(typed, today=self._today) if typed else None
        except AppError:
            return None

    def problems(self) -> list[FieldProblem]:
        """Days that cannot be read."""
        self.tidy()
        found = []
        for number, row in enumerate(self.rows(), 1):
            for typed in (row[column] for column in self.DAYS):
                if typed and self.day(typed) is None:
                    problem = _("«{text}» is not a date.").format(text=typed)
                    text = _("Line {number}: {problem}").format(number=number, problem=problem)
                    found.append(FieldProblem(field=self.objectName(), text=text))
        return found


class SubProcessorsField(_DatedRows):
    """Those whom the processor uses."""

    DAYS = (3,)

    def __init__(self, today: date) -> None:
        named = country_choices(current_language())
        columns = (
            RowsColumn(header=_("Name"), width=16, stretch=2),
            RowsColumn(header=_("Country"), width=12, choices=named),
            RowsColumn(header=_("Service"), width=14, stretch=2),
            RowsColumn(header=_("Approved"), width=10, stretch=0),
        )
        super().__init__(columns, today)

    def set_value(self, subs: Iterable[SubProcessor]) -> None:
        """Show these."""
        self.set_rows((one.name, one.country, one.service, _day(one.approved_on)) for one in subs)

    def value(self) -> tuple[SubProcessor, ...]:
        """As typed; a row without a name counts for nothing."""
        return tuple(
            SubProcessor(
                name=name, country=country or "NO", service=service, approved_on=self.day(approved)
            )
            for name, country, service, approved in self.rows()
            if name
        )


class AuditsField(_DatedRows):
    """Checks of the processor."""

    DAYS = (0, 1)

    def __init__(self, today: date) -> None:
        columns = (
            RowsColumn(header=_("Planned"), width=10, stretch=0),
            RowsColumn(header=_("Done"), width=10, stretch=0),
            RowsColumn(header=_("Result"), width=24, stretch=3),
        )
        super().__init__(columns, today)

    def set_value(self, audits: Iterable[Audit]) -> None:
        """Show these."""
        self.set_rows((_day(one.planned), _day(one.done_on), one.result) for one in audits)

    def value(self) -> tuple[Audit, ...]:
        """As typed."""
        return tuple(
            Audit(planned=self.day(planned), done_on=self.day(done), result=result)
            for planned, done, result in self.rows()
        )


class TransfersField(RowsField):
    """Where data go, or can be seen from, outside the EEA, and by what ground."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._before: dict[tuple[str, str], Transfer] = {}
        grounds = [(one.value, ground_words(one)) for one in TransferGround if one.value]
        super().__init__(
            (
                RowsColumn(
                    header=_("Country"), width=12, choices=country_choices(current_language())
                ),
                RowsColumn(header=_("Recipient"), width=12, stretch=2),
                RowsColumn(header=_("Ground for transfer"), width=16, choices=tuple(grounds)),
                RowsColumn(header=_("Safeguards"), width=16, stretch=2),
            )
        )

    def set_value(self, transfers: Iterable[Transfer]) -> None:
        """Show these."""
        kept = tuple(transfers)
        self._before = {(one.country, one.recipient): one for one in kept}
        self.set_rows(
            (one.country, one.recipient, one.ground.value, one.safeguards.in_(self._language))
            for one in kept
        )

    def value(self) -> tuple[Transfer, ...]:
        """As typed; a row without a country counts for nothing."""
        return tuple(self._transfer(*row) for row in self.rows() if row[0])

    def _transfer(self, country: str, recipient: str, ground: str, said: str) -> Transfer:
        before = self._before.get((country, recipient))
        kept = before.safeguards if before else Bilingual()
        if said == kept.in_(self._language):
            safeguards = kept
        else:
            safeguards = kept.with_(self._language, said) if kept else same(said)
        return Transfer(
            country=country,
            recipient=recipient,
            ground=TransferGround(ground),
            safeguards=safeguards,
            support=before.support if before else False,
        )


def _day(day: date | None) -> str:
    return short_date(day) if day else ""

"""Consents that were registered elsewhere: their columns, a verdict on each row, all at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.exchange.columns import PURPOSE, Columns, Use
from gdpr_desktop.consents.exchange.judge import ConsentJudge, Fate, Known, coming
from gdpr_desktop.consents.exchange.service import MOST_UNDONE, gather, import_consents
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.tables.mapping import Mapping
from gdpr_desktop.tables.preview import Judge, Line, Watch
from gdpr_desktop.tables.widgets.dialog import ListImportDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.forms import add_row
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault


class ImportConsentsDialog(ListImportDialog):
    """The form is chosen beside the columns: its purposes are among what they may become."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, form_id: CaseId | None = None
    ) -> None:
        names = forms.names(vault.db, vault.actor)
        self._any_form = bool(names)
        self._columns = Columns(None)
        super().__init__(
            vault,
            parent,
            _("Take in consents"),
            text=_(
                "Choose a spreadsheet (.xlsx) or a text file (.csv) with a row for each answer: the"
                " name, the birth date, who gave it and when, and a column with yes or no for each"
                " purpose. You can also drop the file here."
            ),
            note=_(
                "Each row is judged like an answer that you register by hand. What is not valid can"
                " be taken in too: it is shown as not valid, with the reason. Identity numbers are"
                " not kept."
            ),
        )
        self._slices: Slices | None = None
        self.chosen_form = Choice([(one.id, _title(one)) for one in names], empty=_("Choose"))
        hint = _("The purposes of its versions are among what a column may become.")
        words = _("&Form that they were given on")
        add_row(self.columns_step.head, words, self.chosen_form, hint, required=True, name="form")
        self.chosen_form.value_changed.connect(self._on_form_changed)
        only = names[0].id if len(names) == 1 else None
        self.chosen_form.set_value(form_id or only)

    def _on_form_changed(self, form_id: CaseId | None) -> None:
        form = read_form(self.vault, form_id) if form_id is not None else None
        self._columns = Columns(form)
        self.columns_step.offer(self.pairs(), self.use_of)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        return self._columns.pairs()

    def use_of(self, heading: str) -> str:
        return self._columns.use_of(heading)

    def require_columns(self, mapping: Mapping) -> None:
        if self.chosen_form.value() is None and self._any_form:
            raise InvalidInputError([FieldProblem(field="form", text=_("Choose the form."))])
        if self.chosen_form.value() is None:
            raise AppError(
                _("The form is not chosen."),
                hint=_("Consents without a form cannot be judged. Approve the form first."),
            )
        if not {Use.NAME, Use.LAST_NAME} & set(mapping.uses):
            raise AppError(
                _("The columns lack the name of the person."),
                hint=_("Choose the column that holds it."),
            )
        if not any(use.startswith(PURPOSE) for use in mapping.uses):
            raise AppError(
                _("No column is a purpose of the form."),
                hint=_("Choose the columns that say yes or no to each purpose."),
            )

    def judge(self) -> ConsentJudge:
        return ConsentJudge(read_form(self.vault, self.chosen_form.value()), self.today)

    def meet(self, judge: Judge, lines: tuple[Line, ...]) -> bool:
        """Read what is registered of those in the list, a piece at a time."""
        self._slices = Slices(gather(self.vault, self.chosen_form.value(), lines), self)
        self._slices.ended.connect(partial(self._on_gathered, judge, lines))
        self._slices.failed.connect(self._on_failed)
        self._slices.start()
        return True

    def _on_gathered(self, judge: Judge, lines: tuple[Line, ...], known: Known) -> None:
        if (known.consents or known.members) and isinstance(judge, ConsentJudge):
            judge.meet(known)
            self.judge_again(judge, lines)
        else:
            self.show_rows(judge, lines)

    def summary(self, lines: Sequence[Line]) -> str:
        found = [coming(one) for one in lines if one.goes_in]
        consents = {one.key: one for one in found if one.fate is not Fate.THERE}.values()
        bad = sum(not one.valid for one in consents)
        told = (
            (_("Valid: {count}"), len(consents) - bad),
            (_("Not valid, or no: {count}"), bad),
            (_("Left out: {count}"), sum(not one.goes_in for one in lines)),
        )
        parts = [text.format(count=count) for text, count in told if count]
        if len(consents) > MOST_UNDONE:
            parts.append(_("more than {most} cannot be undone at once").format(most=MOST_UNDONE))
        return " · ".join(parts) or _("There are no consents in the list.")

    def deed(self, taken: int) -> str:
        lines = self.rows_step.taken()
        count = len({coming(one).key for one in lines if coming(one).fate is not Fate.THERE})
        text = ngettext("&Take in {count} consent", "&Take in {count} consents", count)
        return text.format(count=count)

    def work(self, watch: Watch) -> Callable[[tuple[Line, ...]], Change]:
        return partial(import_consents, self.vault, self.chosen_form.value(), watch=watch)


def _title(name: forms.FormName) -> str:
    return ", ".join(part for part in (name.title, name.unit, name.number) if part)

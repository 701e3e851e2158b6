"""A school's list into a group: a file, its columns, what becomes of each row, all at once."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.groups import lists, store
from gdpr_desktop.consents.groups.importing.headings import Use, pairs, use_of
from gdpr_desktop.consents.groups.importing.judge import Coming, Fate, ListJudge
from gdpr_desktop.consents.groups.importing.service import take_in
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.rules import group_problems, school_year, tidy_group
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, require_valid
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.mapping import Mapping
from gdpr_desktop.tables.preview import Line, Watch
from gdpr_desktop.tables.widgets.dialog import ListImportDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault

_NEW = GroupId(0)


class ImportDialog(ListImportDialog):
    """With ``group_id`` the list is looked at beside that group."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, group_id: GroupId | None = None
    ) -> None:
        super().__init__(
            vault,
            parent,
            _("Take in a school's list"),
            text=_(
                "Choose a spreadsheet (.xlsx) or a text file (.csv) with a row for each child, and"
                " one or two columns for the guardians. You can also drop the file here."
            ),
            note=_(
                "Only names, birth dates and what is needed to reach the guardians are kept."
                " Identity numbers are not: birth dates are taken from them. Nothing is kept"
                " before you have seen every row."
            ),
        )
        self._build_target(group_id)

    def _build_target(self, group_id: GroupId | None) -> None:
        known = lists.choices(self.vault)
        self.target = Choice([(_NEW, _("A new group")), *known])
        self.target.setObjectName("target")
        self.name = LineField()
        self.name.setObjectName("name")
        self.unit = LineField()
        self.unit.setObjectName("unit")
        self.year = LineField(max_length=9)
        self.year.setObjectName("year")
        self.year.set_text(school_year(self.today))
        form = self.columns_step.head
        self.target_row = forms.FieldRow(_("&Into the group"), self.target)
        self.name_row = forms.FieldRow(_("Na&me of the group"), self.name, required=True)
        self.unit_row = forms.FieldRow(_("&Unit"), self.unit)
        self.year_row = forms.FieldRow(_("School &year"), self.year)
        forms.add_pair(form, self.target_row, self.name_row)
        forms.add_pair(form, self.unit_row, self.year_row)
        self.target.value_changed.connect(self._on_target_changed)
        self.target.set_value(group_id or _NEW)
        self._on_target_changed(self.target.value())

    def _on_target_changed(self, group_id: GroupId) -> None:
        for row in (self.name_row, self.unit_row, self.year_row):
            row.setVisible(group_id == _NEW)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        return pairs()

    def use_of(self, heading: str) -> str:
        return use_of(heading)

    def require_columns(self, mapping: Mapping) -> None:
        if not {Use.NAME, Use.LAST_NAME} & set(mapping.uses):
            raise AppError(
                _("The columns lack the name of the child."),
                hint=_("Choose the column that holds it."),
            )
        group = self._target()
        if group.id is None:
            others = store.groups(self.vault.db, self.vault.actor)
            require_valid(group_problems(group, others))

    def judge(self) -> ListJudge:
        group = self._target()
        there = store.members(self.vault.db, group.id) if group.id is not None else ()
        return ListJudge(self.today, there, group.name)

    def _target(self) -> Group:
        group_id = self.target.value()
        if group_id != _NEW:
            return readable(self.vault, group_id)
        return tidy_group(
            Group(name=self.name.text(), unit=self.unit.text(), year=self.year.text())
        )

    def summary(self, lines: Sequence[Line]) -> str:
        fates = Counter(
            one.value.fate for one in lines if one.goes_in and isinstance(one.value, Coming)
        )
        out = sum(not one.goes_in for one in lines)
        told = (
            (_("New: {count}"), fates[Fate.NEW]),
            (_("Changed: {count}"), fates[Fate.CHANGED]),
            (_("As before: {count}"), fates[Fate.SAME]),
            (_("Has left: {count}"), fates[Fate.GONE]),
            (_("Left out: {count}"), out),
        )
        parts = [text.format(count=count) for text, count in told if count]
        return " · ".join(parts) or _("There is nobody in the list.")

    def deed(self, taken: int) -> str:
        return _("&Take in the list")

    def work(self, watch: Watch) -> Callable[[tuple[Line, ...]], Change]:
        return partial(take_in, self.vault, self._target(), left_on=self.today, watch=watch)

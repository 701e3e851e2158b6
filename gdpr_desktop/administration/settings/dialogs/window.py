"""One window for all settings: sections to the left, saved together."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from gdpr_desktop.administration.settings import service
from gdpr_desktop.administration.settings.dialogs.letters import LettersPart
from gdpr_desktop.administration.settings.dialogs.notifiers import NotifiersPart
from gdpr_desktop.administration.settings.dialogs.parts import (
    DecidersPart,
    LockingPart,
    RetentionPart,
)
from gdpr_desktop.administration.settings.dialogs.section import (
    BackupsPart,
    PlacesPart,
    SectionPage,
)
from gdpr_desktop.administration.settings.dialogs.targets import TargetsPart
from gdpr_desktop.administration.settings.dialogs.youth import YouthPart
from gdpr_desktop.administration.settings.model import SettingsValue
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, notice_bar
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.municipality_form import MunicipalityPart, PeoplePart
from gdpr_desktop.ui.works_aside import WorksAside
from gdpr_desktop.vault import Vault

PARTS = {
    "people": 1,
    "deciders": 2,
    "notifiers": 3,
    "youth": 4,
    "letters": 5,
}  # where others lead to
NAME = "settings"  # of the tool, which takes the draft up again
_SIZE = QSize(980, 720)
_CHARACTERS = 130  # in a line, so that larger text gets a wider window
_SETTLED = 30  # milliseconds until a sentence that was just shown has got its place


class SettingsDialog(WorksAside):
    """``accepted_value`` carries the ``Change``."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        super().__init__(parent, _("Settings"), _("Save the settings"), width=_SIZE.width())
        self.vault = vault
        self._settled = service.read_settings(vault)
        today = vault.clock.today()
        self.municipality, self.people = MunicipalityPart(), PeoplePart()
        self.deciders = DecidersPart(today)
        self.notifiers = NotifiersPart(today)
        self.youth = YouthPart(today)
        self.letters = LettersPart(self._municipality, today)
        self.places = PlacesPart()
        self.places.record_wanted.connect(self._on_record_wanted)
        self.locking = LockingPart()
        self.retention = RetentionPart()
        self.targets = TargetsPart()
        self.backups = BackupsPart()
        self.sections = QListWidget()
        self.sections.setProperty("role", "sections")
        self.sections.setAccessibleName(_("Sections of the settings"))
        self.stack = QStackedWidget()
        self._pages: list[SectionPage] = []
        self._add_sections()
        self._show_values(self._settled)
        self._lay_out()
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.setCurrentRow(0)
        self.keep_draft(vault, DraftKey(form=NAME))

    def _add_sections(self) -> None:
        for title, text, part in (
            (_("The municipality"), _("Printed in letters."), self.municipality),
            (_("People"), _("Who answers for the data, and who advises."), self.people),
            (_("Those who decide"), _("Delegated by the controller."), self.deciders),
            (_("Those who notify"), _("Of a breach, to the authority."), self.notifiers),
            (_("Young people"), _("When they consent alone."), self.youth),
            (_("Letters"), _("How letters look and in which written form."), self.letters),
            (_("Systems and units"), _("Where data about people may lie."), self.places),
            (_("Locking"), _("Nobody shall read what you left open."), self.locking),
            (_("Keeping"), _("For how long closed cases keep their names."), self.retention),
            (_("Our own targets"), _("Stricter than the law."), self.targets),
            (_("Backups"), _("A copy in another place."), self.backups),
        ):
            index = len(self._pages)
            page = SectionPage(title, text, part, partial(self._show_section, index))
            self._pages.append(page)
            self.stack.addWidget(page)
            self.sections.addItem(QListWidgetItem(title))

    def _show_values(self, value: SettingsValue) -> None:
        self.municipality.show_values(value.municipality)
        self.people.show_values(value.municipality)
        self.deciders.show_values(value.deciders)
        self.notifiers.show_values(value.notifiers)
        self.youth.show_values(value.youth_rules)
        self.letters.language.set_value(value.municipality.language)
        self.letters.letterhead.set_content(value.letterhead)
        self.locking.show_value(value.idle_minutes)
        self.retention.show_values(value.retention_years, value.proof_years)
        self.targets.show_value(value.rectification_target)

    def _lay_out(self) -> None:
        metrics = self.sections.fontMetrics()
        words = (self.sections.item(row).text() for row in range(self.sections.count()))
        longest = max(metrics.horizontalAdvance(text) for text in words)
        self.sections.setFixedWidth(longest + 64)
        for row in range(self.sections.count()):
            self.sections.item(row).setSizeHint(QSize(longest + 48, metrics.height() + 16))
        self.sections.setIconSize(QSize(16, 16))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.sections)
        columns.addWidget(self.stack, 1)
        self.page_layout.addLayout(columns, 1)
        for widget in (self.sections, self.stack):  # both scroll: the window itself need not
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            widget.setMinimumHeight(280)

    def showEvent(self, event: QShowEvent) -> None:
        fresh = not event.spontaneous()
        super().showEvent(event)
        if fresh:
            room = self.screen().availableGeometry()
            wide = max(_SIZE.width(), _CHARACTERS * self.fontMetrics().averageCharWidth())
            self.resize(min(wide, room.width() - 32), min(_SIZE.height(), room.height() - 64))

    def _show_section(self, index: int) -> None:
        self.sections.setCurrentRow(index)

    def _municipality(self) -> Municipality:
        typed = self.people.into(self.municipality.into(self._settled.municipality))
        return replace(typed, language=self.letters.language.value())

    def value(self) -> Change:
        """Save what was changed, in one unit of work. Raises ``InvalidInputError``."""
        return service.save_settings(self.vault, self._typed())

    def is_long(self) -> bool:
        rules = self.youth.values()
        return not self.youth.problems() and service.is_long(self.vault, rules)

    def job(self) -> Callable[[], Change]:
        return partial(service.save_settings, self.vault, self._typed())

    def _typed(self) -> SettingsValue:
        """What stands in the fields. Raises ``InvalidInputError``."""
        people = (self.municipality, self.people, self.deciders, self.notifiers)
        parts = (*people, self.youth, self.letters)
        found = [problem for part in parts for problem in part.problems()]
        typed = SettingsValue(
            municipality=self._municipality(),
            letterhead=self.letters.letterhead.content(),
            deciders=self.deciders.values(),
            notifiers=self.notifiers.values(),
            youth_rules=self.youth.values(),
            idle_minutes=self.locking.minutes.value(),
            retention_years=self.retention.values(),
            proof_years=self.retention.proof.value(),
            rectification_target=self.targets.rectification.isChecked(),
        )
        require_valid([*found, *service.problems(self.vault, typed)])
        return typed

    def _on_record_wanted(self) -> None:
        self.reject()  # asks first when something was typed
        if not self.isVisible():
            bus.list_wanted.emit("register", "system")

    def save(self) -> None:
        super().save()
        self.mark_sections()
        QTimer.singleShot(_SETTLED, self, self._show_sentence)

    def _show_sentence(self) -> None:
        page = self._pages[self.stack.currentIndex()]
        row = next((row for row in page.findChildren(FieldRow) if row.problem), None)
        inner = page.widget()
        if row is not None and inner is not None:
            page.ensureVisible(0, row.mapTo(inner, row.rect().bottomLeft()).y())

    def _state(self) -> tuple[Any, ...]:
        return (*super()._state(), self.letters.letterhead.content())  # a file is an answer too

    def mark_sections(self) -> None:
        """Put a sign at the sections that hold a problem."""
        for index, page in enumerate(self._pages):
            bad = any(row.problem for row in page.findChildren(FieldRow))
            item = self.sections.item(index)
            item.setIcon(icons.icon("problem", "danger", 16) if bad else QIcon())
            told = _("{section}: something is wrong here").format(section=item.text())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told if bad else item.text())


def open_settings(parent: QWidget, vault: Vault, part: str = "") -> SettingsDialog:
    """Open the settings over ``parent``, at ``part`` if it is one of ``PARTS``."""
    dialog = SettingsDialog(parent, vault)
    dialog.sections.setCurrentRow(PARTS.get(part, 0))
    dialog.accepted_value.connect(partial(_tell, parent))
    dialog.open()
    return dialog


def _tell(parent: QWidget, change: Change) -> None:
    if change.kinds:
        bus.tell(change, parent)
        notice_bar.say(parent, _("The changes are saved."))

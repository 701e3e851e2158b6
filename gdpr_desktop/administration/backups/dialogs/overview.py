"""The backups of a register: how it stands, where they lie, which there are, what can be done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gdpr_desktop.administration.backups import words
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, notices, tasks
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label, restyle
from gdpr_desktop.vault import place_warnings
from gdpr_desktop.vault.backup import keeping
from gdpr_desktop.vault.backup.folder import Found
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.backup.rehearsing import Rehearsal

if TYPE_CHECKING:
    from gdpr_desktop.administration.backups.widgets import BackupGuard

_FOUND = Qt.ItemDataRole.UserRole


class BackupsDialog(InformationDialog):
    """Everybody may make backups and try them out; only officers put one in place."""

    def __init__(self, parent: QWidget | None, guard: "BackupGuard") -> None:
        super().__init__(parent, _("Backups"), 800, 640)
        self._guard, self._vault = guard, guard.vault
        self._make_state()
        self._make_deeds()
        self._make_folder()
        self._make_list()
        guard.progress.connect(self._on_progress)
        guard.made.connect(self._on_made)
        guard.failed.connect(self._on_failed)
        self.refresh()

    def _make_state(self) -> None:
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._state = label("")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._state, 1)
        self.body.addLayout(row)
        self._told = label("", "ok")
        self._told.hide()
        self.body.addWidget(self._told)

    def _make_deeds(self) -> None:
        self.make_button = button(_("Make a backup &now"), "primary")
        self.make_button.clicked.connect(self._on_make_clicked)
        self.try_button = button(_("&Try out a restore…"))
        self.try_button.clicked.connect(self._on_try_clicked)
        self.restore_button = button(_("&Restore a backup…"))
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.restore_button.setVisible(scope(self._vault.actor.role, Deed.RESTORE) is not None)
        self.try_button.setVisible(not self.restore_button.isHidden())  # tells how many cases
        self.stop_button = button(_("Stop"))
        self.stop_button.clicked.connect(self._guard.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(_("Making a backup"))
        row = FlowLayout()
        for made in (self.make_button, self.try_button, self.restore_button):
            row.addWidget(made)
        self.body.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.bar, 1)
        below.addWidget(self.stop_button)
        self.body.addLayout(below)
        self._paused = label(
            _("After the restore no old backups are deleted, until you say that all is well."),
            "warning",
        )
        self.resume_button = button(_("All is well: delete old backups by the rule again"))
        self.resume_button.clicked.connect(self._on_resume_clicked)
        self.body.addWidget(self._paused)
        paused = QHBoxLayout()
        paused.addWidget(self.resume_button)
        paused.addStretch(1)
        self.body.addLayout(paused)

    def _make_folder(self) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(_("Where they lie"), "label"))
        self._place = label("")
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_button = button(_("Choose a &folder…"))
        self.folder_button.clicked.connect(self._on_folder_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._place, 1)
        row.addWidget(self.folder_button)
        self.body.addLayout(row)
        self._advice = label("", "help")
        self.body.addWidget(self._advice)

    def _make_list(self) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(_("The backups"), "label"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("The backups"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setMinimumHeight(160)
        self.list.setHeaderLabels([_("Made"), _("Age"), _("Size"), _("Why"), _("State")])
        head = self.list.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        self._none = label(_("There are none here yet."), "muted")
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(
            label(
                _(
                    "Kept: the last 12 days, 10 weeks and 9 months, and always the newest three. "
                    "Each is one encrypted file that opens with any user's password."
                ),
                "help",
            )
        )
        self.body.addStretch()

    def refresh(self) -> None:
        """Show how it stands now; the folder is read in the worker."""
        status, clock = keeping.status(self._vault), self._vault.clock
        amber = status.needs_attention and not self._guard.running
        icons.set_icon(
            self._sign, "warning" if amber else "archive", "warning" if amber else "muted", 20
        )
        self._state.setText(words.long(status, clock))
        self._place.setText(str(status.folder))
        self._advice.setText(self._advice_on(status))
        for widget in (self._paused, self.resume_button):
            widget.setVisible(status.thinning_paused)
        self.resume_button.setEnabled(scope(self._vault.actor.role, Deed.RESTORE) is not None)
        self._show_running()
        tasks.run(
            keeping.listing(self._vault),
            title=_("Reading the folder"),
            on_done=self._on_listed,
            on_error=self._on_not_listed,
            quiet=True,
        )

    def _advice_on(self, status: keeping.Status) -> str:
        return words.place_advice(status, place_warnings(status.folder / "x"))

    def _show_running(self) -> None:
        running = self._guard.running
        for widget in (self.bar, self.stop_button):
            widget.setVisible(running)
        for widget in (self.make_button, self.try_button, self.restore_button, self.folder_button):
            widget.setEnabled(not running)

    def say(self, text: str, tone: str = "ok") -> None:
        """What came of a deed, above the list."""
        self._told.setText(text)
        self._told.setProperty("role", tone)
        restyle(self._told)
        self._told.setVisible(bool(text))

    def chosen(self) -> Path | None:
        """The backup that is marked, else the newest that can be read."""
        if marked := self.list.selectedItems():
            return self._found(marked[0]).path
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        known = [self._found(item) for item in items if item is not None]
        return next((one.path for one in known if one.manifest is not None), None)

    def _found(self, item: QTreeWidgetItem) -> Found:
        found = item.data(0, _FOUND)
        assert isinstance(found, Found)
        return found

    def _on_listed(self, found: tuple[Found, ...]) -> None:
        self.list.clear()
        for one in found:
            self.list.addTopLevelItem(self._item(one))
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)

    def _on_not_listed(self, error: AppError) -> None:
        self._on_listed(())
        self.say(str(error), "problem")

    def _item(self, found: Found) -> QTreeWidgetItem:
        clock, manifest = self._vault.clock, found.manifest
        texts = [found.path.name, "", words.size(found.size), "", words.state(found)]
        if manifest is not None:
            texts[0] = words.when(manifest.made, clock)
            texts[1] = words.age(manifest.made, clock)
            texts[3] = words.reason(manifest.reason)
        item = QTreeWidgetItem(texts)
        item.setData(0, _FOUND, found)
        item.setToolTip(0, found.path.name)
        item.setToolTip(4, texts[4])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, texts)))
        return item

    def _on_make_clicked(self) -> None:
        self.say("")
        self.bar.setValue(0)
        self._guard.run(Reason.ASKED)
        self._show_running()

    def _on_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * 100))

    def _on_made(self, _made: object) -> None:
        self.say(_("The backup is made and checked."))
        self.refresh()

    def _on_failed(self, error: AppError) -> None:
        self.say(str(error), "problem")
        self.refresh()

    def _on_folder_clicked(self) -> None:
        folder = notices.folder(
            self, _("Choose a folder for backups"), keeping.folder_of(self._vault)
        )
        if folder is not None:
            try:
                keeping.choose_folder(self._vault, folder)
            except AppError as error:
                self.say(str(error), "problem")
                return
            self._guard.show_state()
            self.refresh()

    def _on_resume_clicked(self) -> None:
        try:
            keeping.resume_thinning(self._vault)
        except AppError as error:
            self.say(str(error), "problem")
            return
        self.refresh()

    def _on_try_clicked(self) -> None:
        from gdpr_desktop.administration.backups.dialogs.rehearsal import RehearsalDialog

        backup = self.chosen()
        if backup is None:
            self.say(_("Make a backup first, or choose the folder where they lie."), "problem")
            return
        dialog = RehearsalDialog(self, self._vault, backup)
        dialog.accepted_value.connect(self._on_rehearsed)
        dialog.open()

    def _on_rehearsed(self, told: Rehearsal) -> None:
        self.say(words.rehearsed(told, self._vault.clock))
        self._guard.show_state()

    def _on_restore_clicked(self) -> None:
        from gdpr_desktop.administration.backups.dialogs.restore import restore_over

        restore_over(self._guard.window, self._vault, self.chosen())

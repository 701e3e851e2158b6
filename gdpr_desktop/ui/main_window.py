"""The window: unlock, create or work; menus, notices, lock. It knows no rule and no table."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.paths import APP_NAME
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.feature import Feature, call, caught_up
from gdpr_desktop.ui.locking import Locking
from gdpr_desktop.ui.looks import Looks
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.menus import Menus
from gdpr_desktop.ui.registers import Registers
from gdpr_desktop.ui.shortcuts import Shortcut, shortcuts
from gdpr_desktop.ui.state_line import StateLine
from gdpr_desktop.ui.theme import Theme
from gdpr_desktop.ui.tool import Tool, is_for
from gdpr_desktop.ui.unlock_page import UnlockPage
from gdpr_desktop.ui.vault_gate import VaultGate
from gdpr_desktop.ui.work_files import TakesFiles, WorkFiles

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from gdpr_desktop.ui.create_page import CreatePage
    from gdpr_desktop.ui.new_vault import NewVault
    from gdpr_desktop.ui.notice_bar import NoticeBar
    from gdpr_desktop.ui.tasks import TaskRunner
    from gdpr_desktop.ui.workspace import Workspace
    from gdpr_desktop.vault import Vault


class MainWindow(TakesFiles, QMainWindow):
    """``load_features`` and ``load_tools`` are called after unlocking; ``gate`` opens vaults."""

    language_chosen = Signal(object)
    demo_requested = Signal()
    restore_requested = Signal(object, str)  # the register suggested, the user
    opened = Signal(object)  # the vault, after the tabs are shown

    def __init__(
        self,
        settings: MachineSettings,
        theme: Theme,
        gate: VaultGate,
        load_features: Callable[[], tuple[Feature, ...]],
        load_tools: Callable[[], tuple[Tool, ...]] = tuple,
    ) -> None:
        super().__init__()
        self.settings, self._gate = settings, gate
        self.looks = Looks(self, theme)
        self._load_features, self._load_tools = load_features, load_tools
        self._features: tuple[Feature, ...] = ()
        self._tools: tuple[Tool, ...] = ()
        self.vault: Vault | None = None
        self.workspace: Workspace | None = None
        self.create_page: CreatePage | None = None
        self._quit_when_idle = False
        self.ask_before_closing: Callable[[], bool] | None = None  # True: it closes us later
        self._runner: TaskRunner | None = None
        self._notice_bar: NoticeBar | None = None
        self.locking = Locking(self)
        self.stack = QStackedWidget()
        centre = QWidget()
        column = self._column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        theme.changed.connect(icons.refresh)
        self.state_line = StateLine(self)
        bus.tool_wanted.connect(self._on_tool_wanted)
        bus.draft_wanted.connect(self._on_draft_wanted)
        self.registers = Registers(self)
        self.work_files = WorkFiles(self, gate)
        self.menus = Menus(self)
        self.show_unlock()
        self.setMinimumSize(800, 500)
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height()))

    def listen_to(self, runner: "TaskRunner") -> None:
        """Show the progress and the errors of the worker."""
        runner.started_long.connect(self._on_task_started_long)
        runner.ended.connect(self._on_task_ended)
        runner.failed.connect(self._on_task_failed)
        runner.idle.connect(self._on_tasks_idle)
        self._runner = runner

    # What the first screen does without

    @property
    def notice_bar(self) -> "NoticeBar":
        """The line at the foot of the window, made at the first notice."""
        if self._notice_bar is None:
            from gdpr_desktop.ui.notice_bar import NoticeBar

            self._notice_bar = NoticeBar()
            self._column.addWidget(self._notice_bar)
        return self._notice_bar

    # Unlock, create, work

    @property
    def is_creating(self) -> bool:
        """Is a new register being described?"""
        return self.create_page is not None

    def show_unlock(self) -> None:
        """Ask which register, who and the password."""
        page = UnlockPage(self.settings, open_vault=self._gate.open, recover=self._gate.recover)
        page.unlocked.connect(self.open_workspace)
        page.create_requested.connect(self.show_create)
        page.demo_requested.connect(self.demo_requested)
        page.restore_requested.connect(self._on_restore_requested)
        page.work_file_requested.connect(self.work_files.choose)
        page.language_chosen.connect(self.looks.choose_language)
        self.unlock_page = page
        self.show_page(page)
        page.focus_first()

    def show_page(self, page: QWidget) -> None:
        """Show a page of the window while no register is open."""
        self.create_page = None
        self._swap(page)
        self.menus.set_open(False)
        self.state_line.tell()
        self.registers.mark_demo(None)

    def put_on_top(self, widget: QWidget) -> None:
        """Show ``widget`` above the tabs."""
        self._column.insertWidget(0, widget)

    def show_create(self) -> None:
        """Begin a new register."""
        from gdpr_desktop.ui.create_page import CreatePage

        page = CreatePage(
            self._gate.new_folder,
            check_letterhead=self._gate.check_letterhead,
            create_vault=self._gate.create,
        )
        page.created.connect(self._on_vault_created)
        page.cancelled.connect(self._on_create_cancelled)
        self.create_page = page
        self._swap(page)
        self.menus.set_open(False)

    def show_file(self, path: Path, user: str, password: str, hint: str) -> None:
        """Fill in the unlock screen, if it is still what is shown."""
        if self.stack.currentWidget() is not self.unlock_page:
            return
        self.unlock_page.show_file(path, user, password, hint)

    def open_workspace(self, vault: "Vault") -> None:
        """Show the tabs of an open vault; one that is older than the one last used asks first."""
        if vault.rollback is not None:
            self._gate.ask_about_older(self, vault, self.open_workspace)
            return
        self.vault = vault
        one_case = vault.is_work_file
        self._features = self.work_files.load() if one_case else self._load_features()
        self._tools = () if one_case else self._load_tools()
        for feature in self._features:
            feature.subscribe(vault)
        self._show_workspace(0)
        self.locking.watch(vault)
        self.opened.emit(vault)
        refused = self._attach_tools(vault)
        if texts := (*refused, *self._gate.warnings(vault), *caught_up(self._features, vault)):
            self.say(" ".join(texts), tone="danger" if refused else self._gate.tone(vault))
        self._gate.watch_for_room(self, vault, self._on_room_found)

    def _attach_tools(self, vault: "Vault") -> tuple[str, ...]:
        """What one tool is refused must not leave the register without the others' watch."""
        refused = []
        for tool in self._tools:
            try:
                call(tool, "attach", self, vault)
            except AppError as error:
                refused.append(str(error))
        return tuple(refused)

    def _show_workspace(self, tab: int) -> None:
        from gdpr_desktop.ui.workspace import Workspace

        assert self.vault is not None
        self.create_page = None
        self.workspace = Workspace(self.vault, self._features)
        self._swap(self.workspace)
        self.workspace.show_tab(tab)
        role = self.vault.actor.role
        shown = tuple(tool for tool in self._tools if is_for(tool, role))
        self.menus.set_open(True, self._tab_menu(), shown)
        self.registers.retell()
        self.state_line.tell()

    def _tab_menu(self) -> tuple[tuple[str, str], ...]:
        tabs = []
        shortcuts.drop("tab_")
        for feature in self._features:
            name, keys, text = f"tab_{feature.NAME}", feature.SHORTCUT, feature.TITLE
            shortcuts.add(Shortcut(name=name, keys=keys, text=text, group="The window"))
            tabs.append((_(feature.TITLE), feature.SHORTCUT))
        return tuple(tabs)

    def _swap(self, page: QWidget) -> None:
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def lock(self) -> None:
        """Blank everything, close the vault, ask for the password."""
        self.locking.lock()

    def blank(self) -> None:
        """Show nothing, while what is under way ends. The tabs live on behind it."""
        for tool in self._tools:
            call(tool, "detach", self, self.vault)
        if self._notice_bar is not None:
            self._notice_bar.clear()
        empty = QWidget()
        self.stack.addWidget(empty)
        self.stack.setCurrentWidget(empty)
        self.menus.set_open(False)
        self.menuBar().setEnabled(False)
        self.statusBar().hide()
        self.setWindowTitle(APP_NAME)
        self.repaint()

    def leave_vault(self) -> None:
        """Close the vault and ask for the password."""
        demo_password = self.registers.demo_password
        if self.workspace is not None:
            self.workspace.leave()
        self.settings.save()
        vault, self.vault, self.workspace = self.vault, None, None
        assert vault is not None
        try:
            vault.close()
        finally:
            self.menuBar().setEnabled(True)
            self.registers.ask_again(vault, demo_password)
        if self._quit_when_idle:
            QTimer.singleShot(0, self, self.close)

    def rebuild(self) -> None:
        """Make everything shown anew, in the language and size of now."""
        self.menus = Menus(self)
        if self.vault is None:
            self.registers.show_again()
        elif self.workspace is not None:
            tab = self.workspace.tabs.currentIndex()
            chosen = getattr(self.workspace.page(), "selected_id", lambda: None)()
            self.workspace.leave()
            self._show_workspace(tab)
            if chosen is not None:
                call(self.workspace.page(), "show_case", chosen)
            for tool in self._tools:
                call(tool, "redraw", self, self.vault)

    # Notices and state

    def say(
        self,
        text: str,
        *,
        tone: str = "ok",
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a notice at the foot of the window."""
        if self.locking.is_under_way:
            return  # it may name somebody
        self.notice_bar.say(text, tone=tone, action=action, on_action=on_action)

    def _on_tool_wanted(self, name: str) -> None:
        wanted, _colon, part = name.partition(":")
        for tool in self._tools:
            if wanted == tool.NAME and self.vault and is_for(tool, self.vault.actor.role):
                self.open_tool(tool, part)

    def _on_draft_wanted(self, room: str, _draft: object) -> None:
        self._on_tool_wanted(room)  # the tabs take up those of their own

    # Menus

    def show_tab(self, index: int) -> None:
        """Go to a tab."""
        if self.workspace is not None:
            self.workspace.show_tab(index)

    def new_in_page(self) -> None:
        """The primary deed of the page shown."""
        if self.workspace is not None:
            call(self.workspace.page(), "new")

    def find_in_page(self) -> None:
        """The search field of the page shown."""
        if self.workspace is not None:
            call(self.workspace.page(), "find")

    def open_tool(self, tool: Tool, part: str = "") -> None:
        """Open what stands in the menu «Register», perhaps at a part of it."""
        if self.vault is not None:
            tool.open(self, self.vault, *([part] if part else []))

    def change_password(self) -> None:
        """One's own password."""
        if self.vault is not None:
            self._gate.change_password(self, self.vault, self._on_password_changed)

    def show_shortcuts(self) -> None:
        """F1."""
        from gdpr_desktop.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self).open()

    def show_manual(self) -> None:
        """The officer's guide."""
        from gdpr_desktop.ui.manual_dialog import ManualDialog

        ManualDialog(self).open()

    def show_about(self) -> None:
        """What the program is."""
        from gdpr_desktop.ui.about_dialog import AboutDialog

        AboutDialog(self).open()

    # Answers

    def _on_vault_created(self, vault: "Vault", new: "NewVault") -> None:
        self.settings.remember_vault(vault.path, new.user, new.municipality.name)
        self.open_workspace(vault)
        self.say(_("The register is made, and open."))

    def _on_restore_requested(self, register: object) -> None:
        new = self._gate.new_folder / "personvern.register"
        path = register if isinstance(register, Path) else new
        self.restore_requested.emit(path, self.unlock_page.user.text())

    def _on_create_cancelled(self) -> None:
        self.registers.start_page()

    def _on_password_changed(self) -> None:
        self.say(_("The password is changed."))

    def _on_room_found(self) -> None:
        self.state_line.tell()
        self.say(_("There is room on the disk again, and saving works."))

    def _on_task_started_long(self, number: int, title: str, can_cancel: bool) -> None:
        runner = self._runner
        cancel = (lambda: runner.cancel(number)) if can_cancel and runner else None
        self.notice_bar.say_working(title, cancel)

    def _on_task_ended(self, _number: int) -> None:
        if self._notice_bar is not None:
            self._notice_bar.dismiss_working()

    def _on_task_failed(self, error: AppError) -> None:
        self.say(str(error), tone="danger")

    def _on_tasks_idle(self) -> None:
        if self._quit_when_idle:
            self.close()

    def closeEvent(self, event: "QCloseEvent") -> None:
        if self._runner is not None and self._runner.busy:
            self._quit_when_idle = True
            self.notice_bar.say_working(_("Finishing before the program closes…"))
            event.ignore()
            return
        self._quit_when_idle = False  # who stays after all is not thrown out by the next job
        if self.ask_before_closing is not None and self.ask_before_closing():
            event.ignore()
            return
        if self.vault is not None:
            self.lock()
        if self.vault is not None:  # something is under way, and the window closes after it
            self._quit_when_idle = True
            event.ignore()
            return
        super().closeEvent(event)

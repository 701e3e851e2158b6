"""The dialogs of the menu «Register», of the unlock screen and of the alarms, with their names."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from assessments import assessment_dialogs
from citizens import citizen_dialogs
from collecting import collection_dialogs
from PySide6.QtWidgets import QDialog
from statements import statement_dialogs

from gdpr_desktop.administration.backups.dialogs.closing import ClosingDialog
from gdpr_desktop.administration.backups.dialogs.rehearsal import RehearsalDialog
from gdpr_desktop.administration.backups.dialogs.restore import RestoreDialog
from gdpr_desktop.administration.backups.widgets import guard_of
from gdpr_desktop.administration.cleanup import tool as cleanup_tool
from gdpr_desktop.administration.guidance import tool as guidance_tool
from gdpr_desktop.administration.journal import tool as journal_tool
from gdpr_desktop.administration.journal.dialogs import FaultsDialog
from gdpr_desktop.administration.search import tool as search_tool
from gdpr_desktop.administration.settings import tool as settings_tool
from gdpr_desktop.administration.templates import tool as templates_tool
from gdpr_desktop.administration.users.dialogs.greeting import AnnouncementsDialog
from gdpr_desktop.administration.users.dialogs.recovery_key import RecoveryKeyDialog
from gdpr_desktop.administration.users.dialogs.user import (
    NewUserDialog,
    RemoveUserDialog,
    ResetPasswordDialog,
    RoleDialog,
)
from gdpr_desktop.administration.users.dialogs.users import UsersDialog
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.guidance.dialogs import ChecklistDialog, new_checklist
from gdpr_desktop.guidance.texts import CHECKLISTS
from gdpr_desktop.letters import unsaved
from gdpr_desktop.register.exchange import service
from gdpr_desktop.register.exchange.dialogs.export import ExportDialog
from gdpr_desktop.register.exchange.dialogs.importing import ImportDialog
from gdpr_desktop.register.library.dialogs import LibraryDialog, NewActivityDialog
from gdpr_desktop.tables.model import Book, Sheet
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.recovery_dialog import RecoveryDialog
from gdpr_desktop.ui.rollback_dialog import RollbackDialog
from gdpr_desktop.vault import Vault, people
from gdpr_desktop.vault.announcements import RECOVERY_USED, Announcement
from gdpr_desktop.vault.rollback import RolledBack

Wait = Callable[[int], None]
Named = Iterator[tuple[str, QDialog]]


def tool_dialogs(window: MainWindow, wait: Wait) -> Named:
    """Every dialog of ``administration``, on the register that is open."""
    vault = window.vault
    assert vault is not None
    yield from _settings(window, vault, wait)
    yield from _search(window, vault, wait)
    yield from _users(window, vault)
    yield from _backups(window, vault, wait)
    yield "cleanup", cleanup_tool.open(window, vault)
    journal = journal_tool.open(window, vault)
    wait(300)
    yield "journal", journal
    yield from _guidance(window, vault, wait)
    yield from _library(window, vault, wait)
    yield from _alarms(window, vault)
    yield from _templates(window, vault, wait)
    yield from assessment_dialogs(window)
    yield from statement_dialogs(window)
    yield from _exchange(window, vault, wait)
    yield from collection_dialogs(window)
    yield from citizen_dialogs(window)


def _library(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    chooser = NewActivityDialog(window)
    chooser.open()
    yield "new-activity", chooser
    dialog = LibraryDialog(vault, window)
    dialog.open()
    dialog.tree.tick("school")
    yield "library", dialog
    dialog.search.setText("zzzz")
    wait(100)
    yield "library-nothing", dialog


def _guidance(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    dialog = guidance_tool.open(window, vault)
    yield "guidance", dialog
    dialog.page.search.setText("samtykke")
    wait(100)
    yield "guidance-search", dialog
    for name in CHECKLISTS:
        filled = ChecklistDialog(window, vault, new_checklist(vault, name))
        filled.open()
        yield f"checklist-{name}", filled


def _exchange(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    export = ExportDialog(vault, window)
    export.open()
    yield "record-export", export
    rows = (
        ("Behandling", "Formål", "Behandlingsgrunnlag", "Slettefrist", "Farge"),
        ("Byggesak", "Å handsame søknader", "art. 6 nr. 1 bokstav e", "10 år", "blå"),
        ("", "Utan namn", "fordi", "", ""),
    )
    book = Book(name="Gammal protokoll.xlsx", sheets=(Sheet(name="Protokoll", rows=rows),))
    dialog = ImportDialog(vault, book, service.gathered(vault), window)
    dialog.open()
    yield "record-import", dialog
    dialog.save()
    wait(600)
    yield "record-import-check", dialog


def _settings(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    dialog = settings_tool.open(window, vault)
    for row in range(dialog.sections.count()):
        dialog.sections.setCurrentRow(row)
        yield f"settings-{row + 1}", dialog
    dialog.people._lines["officer.email"].setText("feil")
    dialog.save()
    dialog.sections.setCurrentRow(1)
    wait(100)
    yield "settings-problems", dialog


def _search(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    dialog = search_tool.open(window, vault)
    yield "search-empty", dialog
    for name, text in (("search", "a"), ("search-nothing", "zzzz")):
        dialog.field.setText(_somebody(vault) if text == "a" else text)
        dialog.start()
        wait(600)
        yield name, dialog


def _somebody(vault: Vault) -> str:
    """The last name of someone in the demo register."""
    row = vault.db.execute("SELECT name FROM person ORDER BY id LIMIT 1").fetchone()
    return str(row[0]).split()[-1]


def _users(window: MainWindow, vault: Vault) -> Named:
    users = UsersDialog(window, vault)
    users.open()
    other = next(user for user in people.users(vault) if user.id != vault.actor.user_id)
    users.select(other.id)
    yield "users", users
    yield "new-user", _opened(NewUserDialog(window, vault))
    problems = _opened(NewUserDialog(window, vault))
    problems.save()
    yield "new-user-problems", problems
    for name, kind in (
        ("user-role", RoleDialog),
        ("user-password", ResetPasswordDialog),
        ("user-remove", RemoveUserDialog),
    ):
        yield name, _opened(kind(window, vault, other))
    key = _opened(RecoveryKeyDialog(window, vault))
    yield "recovery-key", key
    key.save()
    yield "recovery-key-typed", key


def _backups(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    guard = guard_of(window, vault)
    yield "backups", guard.show_backups()
    backup = Path("/reserve/Fjordvik 2026-11-13 1602.backup")
    yield "backup-rehearsal", _opened(RehearsalDialog(window, vault, backup))
    yield (
        "backup-restore",
        _opened(RestoreDialog(window, backup=backup, register=Path("/arbeid/Fjordvik.register"))),
    )
    closing = ClosingDialog(window, guard)
    closing._show(failed=False)
    closing.open()
    yield "backup-closing", closing
    failed = _opened(ClosingDialog(window, guard))
    guard.failed.emit(AppError("Disken er ikkje der.", hint="Set han i."))
    wait(50)
    yield "backup-closing-failed", failed


def _alarms(window: MainWindow, vault: Vault) -> Named:
    now = vault.clock.now()
    found = RolledBack(file_seq=180, file_at=now - timedelta(days=9), seen_seq=192, seen_at=now)
    yield "older-file", _opened(RollbackDialog(window, vault, found))
    yield "journal-faults", _opened(FaultsDialog(window, vault))
    told = Announcement(id=1, at=now, code=RECOVERY_USED, user_name=vault.actor.name)
    yield "announcements", _opened(AnnouncementsDialog(window, (told,)))


def _templates(window: MainWindow, vault: Vault, wait: Wait) -> Named:
    """The wording of letters: as it comes, with a mistake, and compared."""
    dialog = templates_tool.open(window, vault)
    wait(700)
    yield "templates", dialog
    dialog = templates_tool.open(window, vault)
    dialog.text.editor.insertPlainText("# {{ namn }}\n\n")
    wait(700)
    yield "templates-problems", dialog
    unsaved.drop(vault)
    dialog = templates_tool.open(window, vault)
    dialog.text.editor.insertPlainText("Hei\n\n")
    dialog.compare()
    wait(700)
    yield "templates-differences", dialog
    dialog.text.editor.undo()
    unsaved.drop(vault)


def forgotten(window: MainWindow, path: Path, user: str) -> QDialog:
    """What an officer who has forgotten the password meets."""
    return _opened(RecoveryDialog(window, path, (user,), print))


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog

"""Writes a PNG of every tab, dialog and state to a folder, in five looks: ``dev.py screens OUT``.

The offscreen platform has a screen of its own, whose size is fixed when the program starts: each
size of screen is a process.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import activities
import tools
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from rooms import ROOMS

from gdpr_desktop.administration.templates.dialogs.templates import TemplatesDialog
from gdpr_desktop.app import Program
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import set_language
from gdpr_desktop.demo import PASSWORD, USER, make_demo
from gdpr_desktop.demo.register import MUNICIPALITY
from gdpr_desktop.register.page import SINGLE
from gdpr_desktop.register.rooms import SHELVES
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.dialogs.figures import FiguresDialog
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.dialogs.list_export import ListExportDialog
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.widgets.deeds import PART_ACTIONS
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.dialog import FormDialog, Leave
from gdpr_desktop.ui.rollback_dialog import RollbackDialog
from gdpr_desktop.ui.signal_guard import keep_constants
from gdpr_desktop.ui.theme import Scheme
from gdpr_desktop.vault import Kdf, Vault, people

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # pictures of two days can be compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way the window may look."""

    name: str
    language: Language = Language.NYNORSK
    scheme: Scheme = Scheme.LIGHT
    text: int = 100
    size: tuple[int, int] = (1280, 800)  # of the window, and of the screen it fills


LOOKS = (
    Look(name="nn"),
    Look(name="nb", language=Language.BOKMAL),
    Look(name="dark", scheme=Scheme.DARK),
    Look(name="150", text=150),
    Look(name="small", size=(1024, 700)),
)
# a dialog, and the next step of a case that offers it
DIALOGS = (
    (Action.CHANGE_INTAKE, Step.COLLECT),
    (Action.LETTER_RECEIPT, Step.RECEIPT),
    (Action.CONFIRM_RECEIPT, Step.RECEIPT),
    (Action.IDENTITY, Step.RECEIPT),
    (Action.LETTER_IDENTITY, Step.RECEIPT),
    (Action.AUTHORITY, Step.COLLECT),
    (Action.ADD_TASK, Step.COLLECT),
    (Action.ASK_TASK, Step.COLLECT),
    (Action.ANSWER_TASK, Step.COLLECT),
    (Action.UNSTRUCTURED_FORM, Step.COLLECT),
    (Action.UNSTRUCTURED, Step.ASSESS),
    (Action.LETTER_SPECIFICATION, Step.COLLECT),
    (Action.LETTER_EXTENSION, Step.COLLECT),
    (Action.REVIEW, Step.REVIEW),
    (Action.REFUSE, Step.REVIEW),
    (Action.ADVICE, Step.ADVICE),
    (Action.DECISION, Step.ADVICE),
    (Action.ANSWER, Step.ANSWER),
    (Action.LETTER_ANSWER, Step.SEND),
    (Action.SEND, Step.SEND),
    (Action.FILE, Step.FILE),
    (Action.CLOSE, Step.FILE),
    (Action.WITHDRAW, Step.COLLECT),
    (Action.NOTE, Step.COLLECT),
)
ON_TASK = frozenset(
    {Action.ASK_TASK, Action.ANSWER_TASK, Action.UNSTRUCTURED_FORM, Action.UNSTRUCTURED}
)


class Photographer:
    """Drives one window and keeps what it looks like."""

    def __init__(self, app: QApplication, folder: Path, out: Path) -> None:
        self._folder, self._out = folder, out
        self._app = app
        self._program = Program(app, folder / "settings")
        self.window = self._program.window
        self._prefix = ""

    def wear(self, look: Look) -> None:
        """Take on a look."""
        self._prefix = look.name
        set_language(look.language)
        self.window.settings.text_size = look.text
        self.window.looks.choose_scheme(look.scheme)
        self.window.looks.choose_language(look.language)
        self.window.resize(*look.size)
        self.window.show()
        wait()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture of the window, or of a dialog on it."""
        wait()
        (widget or self.window).grab().save(str(self._out / f"{self._prefix}-{name}.png"))

    def first_screens(self) -> None:
        """Welcome, unlock, wrong password, forgotten password, create."""
        self.window.registers.welcome()
        self.take("welcome")
        self.window.show_unlock()
        self.window.show_file(self._folder / "demo.register", USER, "", "")
        self.take("unlock")
        self.window.unlock_page.password.set_text("feil passord")
        self.window.unlock_page.unlock()
        wait(1500)
        self.take("unlock-wrong-password")
        forgotten = tools.forgotten(self.window, self._folder / "demo.register", USER)
        self.take("unlock-forgotten", forgotten)
        close(forgotten)
        self.window.show_create()
        self.take("create")
        if self.window.create_page is not None:
            self.window.create_page.go_on()
            self.take("create-problems")
        self.window.show_unlock()

    def empty(self) -> None:
        """A register with nothing in it."""
        vault = self._open("empty.register")
        self.window.open_workspace(vault)
        self.take("overview-empty")
        self.window.show_tab(1)
        self.take("requests-empty")
        self.window.lock()
        self.take("locked")

    def filled(self) -> None:
        """The demo register: tabs, cases, dialogs."""
        self.window.open_workspace(self._open("demo.register"))
        self.take("overview")
        page = self.window.workspace.page_of("requests")
        self.take("requests")
        for step, case_id in cases_by_step(page).items():
            page.show_case(case_id)
            self.take(f"case-{step.value}")
        page.show_list(CaseFilter.CLOSED)
        page.show_case(1)
        self.take("case-closed")
        page.search.setText("zzz")
        self.take("requests-nothing-found")
        page.search.setText("")
        page.show_list(CaseFilter.OPEN)
        for name, dialog in self._dialogs(page):
            self.take(f"dialog-{name}", dialog)
            if isinstance(dialog, FormDialog) and name in ("new", "review", "decision"):
                dialog.save()
                self.take(f"dialog-{name}-problems", dialog)
            close(dialog)
        self._tools()
        self._record()
        record = self.window.workspace.page_of("register")
        activities.pictures(self.window.vault, record, self.take, close)
        for room in ROOMS:
            room.pictures(self.window, self.take, close)
        self.draft(page)
        self.window.lock()

    def draft(self, page: RequestsPage) -> None:
        """A draft on the overview, and in its dialog again."""
        page.new()
        dialog = dialog_of(page, IntakeDialog)
        dialog.subject.name.set_text("Kari Nordmann")
        close(dialog)
        self.window.show_tab(0)
        self.take("overview-draft")
        page = self.window.workspace.page_of("requests")
        page.new()
        dialog = dialog_of(page, IntakeDialog)
        self.take("dialog-draft", dialog)
        dialog.wording.set_text("Eg vil sjå alt.")
        notices.queue_answers([Leave.DISCARD])
        dialog.reject()
        notices.clear_answers()

    def _dialogs(self, page: RequestsPage) -> Iterator[tuple[str, QDialog]]:
        page.new()
        yield "new", dialog_of(page, IntakeDialog)
        page.figures_button.click()
        wait(1500)
        yield "figures", dialog_of(page, FiguresDialog)
        page.export_button.click()
        yield "list-export", dialog_of(page, ListExportDialog)
        found = cases_by_step(page)
        for action, step in DIALOGS:
            page.show_case(found[step])
            request = page.case_view.request
            task = request.tasks[0].id if action in ON_TASK else None
            part = request.parts[0].id if action in PART_ACTIONS else None
            page.case_view.deeds.start(Chosen(action=action, task=task, part=part), request)
            yield action.value, dialog_of(page)
        for name, show in (
            ("keys", self.window.show_shortcuts),
            ("about", self.window.show_about),
            ("password", self.window.change_password),
            ("manual", self.window.show_manual),
        ):
            show()
            yield name, dialog_of(self.window)

    def _record(self) -> None:
        """Each shelf of the record, and the form of what stands on it."""
        page = self.window.workspace.page_of("register")
        for kind in SHELVES:
            page.show_shelf(kind)
            self.take(f"record-{kind}")
            page.new()
            dialog = dialog_of(page)
            self.take(f"record-{kind}-new", dialog)
            close(dialog)
        page.show_shelf(SINGLE)
        self.take("record-single")
        page.new()
        dialog = dialog_of(page)
        self.take("record-single-new", dialog)
        close(dialog)

    def _tools(self) -> None:
        before: QDialog | None = None
        for name, dialog in tools.tool_dialogs(self.window, wait):
            if before is not None and before is not dialog:
                close(before)
            self.take(f"dialog-{name}", dialog)
            before = dialog
        if before is not None:
            close(before)

    def _open(self, name: str) -> Vault:
        clock, anchors = FixedClock(NOW), self._folder / "anchors"
        return Vault.open(self._folder / name, USER, PASSWORD, clock=clock, anchor_dir=anchors)


def cases_by_step(page: RequestsPage) -> dict[Step, int]:
    """One open case for each next step, the most urgent."""
    found: dict[Step, int] = {}
    for line in range(page.model.rowCount()):
        row = page.model.row(line)
        if row is not None and row.next_step:
            found.setdefault(Step(row.next_step), row.id)
    return found


def dialog_of(parent: QWidget, kind: type[QDialog] = QDialog) -> QDialog:
    """The dialog that is open on ``parent``."""
    wait()
    return next(dialog for dialog in parent.findChildren(kind) if dialog.isVisible())


def close(dialog: QDialog) -> None:
    """Close without being asked."""
    if isinstance(dialog, FormDialog | TemplatesDialog):
        dialog.discard()
    elif isinstance(dialog, RollbackDialog):  # it locks when it is closed
        dialog.hide()
        dialog.deleteLater()
    else:
        dialog.close()
    wait()


def wait(milliseconds: int = 60) -> None:
    """Let the window draw itself, timers included."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def photograph(out: Path, size: tuple[int, int]) -> None:
    """Make both registers once, then every picture in every look of this size."""
    keep_constants()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        clock, anchors = FixedClock(NOW), folder / "anchors"
        make_demo(folder / "demo.register", anchor_dir=anchors, clock=clock)
        with_colleague(folder / "demo.register", clock, anchors)
        Vault.create(
            folder / "empty.register",
            user=USER,
            password=PASSWORD,
            municipality=MUNICIPALITY,
            clock=clock,
            kdf=Kdf.floor(),
            anchor_dir=anchors,
        ).close()
        photographer = Photographer(app, folder, out)
        for look in LOOKS:
            if look.size == size:
                photographer.wear(look)
                photographer.first_screens()
                photographer.empty()
                photographer.filled()
        photographer.window.close()


def with_colleague(path: Path, clock: FixedClock, anchors: Path) -> None:
    """Someone else to be seen in the list of users."""
    vault = Vault.open(path, USER, PASSWORD, clock=clock, anchor_dir=anchors)
    people.add_user(vault, "Berit Solberg", Role.CASEWORKER, "blåbær under furua i regn")
    vault.close()


def main(out: Path) -> int:
    """One process to each size of screen."""
    out.mkdir(parents=True, exist_ok=True)
    for width, height in sorted({look.size for look in LOOKS}):
        with tempfile.TemporaryDirectory() as temporary:
            screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
            config = Path(temporary) / "screens.json"
            config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
            environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
            again = [sys.executable, str(Path(__file__).parent), str(out), str(width), str(height)]
            subprocess.run(again, env=environment, check=True)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) == 4:
        photograph(Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3])))
    else:
        sys.exit(main(Path(sys.argv[1])))

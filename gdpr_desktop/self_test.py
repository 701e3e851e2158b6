"""Does this copy of the program work on this machine? ``--self-test FOLDER`` of the command line.

It does the main job in real windows, without a person: makes and opens the demo, exports a letter
and reads it back, locks. ``FOLDER/self-test.json`` tells how it went; the exit code is 0 or 1. The
network and other programs are refused meanwhile, so that a program that wants them fails.
"""

import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gdpr_desktop import __version__
from gdpr_desktop.app import Program, make_application
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui import crash, tasks

REPORT = "self-test.json"
LETTER = "Stadfesting æøå.docx"
LONGEST = 120.0  # seconds until it is given up
_PACE = 10  # milliseconds between two looks at whether a step is over
_FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
)
_HARMLESS = ("socket.gethostname",)  # the name of this machine stands in the lock file
_NETWORK_MODULES = ("PySide6.QtNetwork", "http.client", "socket", "ssl", "urllib.request")

Done = Callable[[], Any]  # false until the step is over


@dataclass(slots=True, kw_only=True)
class Report:
    """What is written down."""

    steps: dict[str, float] = field(default_factory=dict)  # name to seconds
    problem: str = ""
    refused: list[str] = field(default_factory=list)  # reaches for the network or a program
    versions: dict[str, str] = field(default_factory=dict)
    letter: dict[str, str] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Did all go well?"""
        return not self.problem and not self.refused and "locked again" in self.steps

    def write(self, folder: Path) -> None:
        """Write it to ``folder``."""
        content = {
            "program": __version__,
            "passed": self.passed,
            "built": hasattr(sys, "_MEIPASS"),
            "system": sys.platform,
            "problem": self.problem,
            "steps": {name: round(seconds, 3) for name, seconds in self.steps.items()},
            "refused": self.refused,
            "network_modules": [name for name in _NETWORK_MODULES if name in sys.modules],
            "versions": self.versions,
            "letter": self.letter,
        }
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (folder / REPORT).write_text(text + "\n", encoding="utf-8")


class SelfTest(QObject):
    """Takes one step after the other in the event loop that the window runs in."""

    def __init__(self, program: Program, folder: Path, report: Report) -> None:
        super().__init__(program)
        self._program, self._window, self._folder = program, program.window, folder
        self._report = report
        self._started = self._last = time.monotonic()
        self._steps = self._walk()
        self._done: Done = bool
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_PACE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def begin(self) -> None:
        """Take the first step when the event loop runs."""
        runner = tasks.runner()
        runner.crashed.connect(self.fail)
        runner.failed.connect(self.fail)
        self._done = self._begun
        self._timer.start()

    def fail(self, error: BaseException) -> None:
        """Nobody is there to see a crash dialog: write it down and end."""
        self._report.problem = "".join(traceback.format_exception(error))
        self._end()

    def _begun(self) -> bool:
        return True

    def _walk(self) -> Iterator[tuple[str, Done]]:
        """The steps: what is done, then its name and how to see that it is over."""
        from gdpr_desktop.vault import known_answers

        known_answers.check()
        known_answers.check_database(self._folder)
        self._report.versions = known_answers.versions()
        yield "ciphers checked", self._begun
        self._program.start(demo=True)
        yield "demo opened", self._is_open
        for index in range(self._tab_count()):
            self._window.show_tab(index)
            yield f"tab {index + 1} shown", self._page_shown
        self._export()
        yield "letter exported", self._begun
        self._read_back()
        yield "letter read back", self._begun
        self._window.lock()
        yield "locked", self._is_locked
        self._window.unlock_page.unlock()  # the demo fills in its password
        yield "unlocked", self._is_open
        self._window.lock()
        yield "locked again", self._is_locked

    def _is_open(self) -> bool:
        if self._window.vault is None and not tasks.runner().busy:
            raise AssertionError("the demo register was not opened")
        return self._window.workspace is not None

    def _is_locked(self) -> bool:
        return self._window.vault is None and self._window.unlock_page.isVisible()

    def _tab_count(self) -> int:
        return self._window.workspace.tabs.count() if self._window.workspace else 0

    def _page_shown(self) -> bool:
        workspace = self._window.workspace
        page = workspace.page() if workspace else None
        return page is not None and page.isVisible()

    def _export(self) -> None:
        from gdpr_desktop.casework import lists
        from gdpr_desktop.casework.model import CaseFilter, CaseQuery, CaseSort
        from gdpr_desktop.correspondence.model import LetterOrder
        from gdpr_desktop.requests.service.letters import export_letter

        vault = self._window.vault
        assert vault is not None
        newest = CaseQuery(filter=CaseFilter.OPEN, sort=CaseSort.NUMBER, descending=True)
        case = lists.page(vault.db, newest, vault.actor, vault.clock.today(), offset=0, limit=1)[0]
        order = LetterOrder(template="access_receipt", language=Language.NYNORSK)
        path = self._folder / LETTER
        export_letter(vault, CaseId(case.id), order, path)
        self._report.letter = {"file": path.name, "to": case.subject_name, "number": case.number}

    def _read_back(self) -> None:
        from docx import Document

        told = self._report.letter
        texts = [paragraph.text for paragraph in Document(str(self._folder / LETTER)).paragraphs]
        for wanted in (told["to"], told["number"]):
            if not any(wanted in text for text in texts):
                raise AssertionError(f"the letter does not say {wanted!r}")
        told["paragraphs"] = str(len(texts))

    def _on_timer_timeout(self) -> None:
        if time.monotonic() - self._started > LONGEST:
            self.fail(TimeoutError(f"no end to the step after {list(self._report.steps)}"))
            return
        if not self._done():
            return
        now = time.monotonic()
        if self._name:
            self._report.steps[self._name] = now - self._last
        self._last = now
        try:
            self._name, self._done = next(self._steps)
        except StopIteration:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._report.write(self._folder)
        app = QApplication.instance()
        assert app is not None
        app.exit(0 if self._report.passed else 1)


def refuse_the_outside(refused: list[str]) -> None:
    """From now on: no network, no other program. What was tried is put into ``refused``."""

    def look(event: str, _arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) and event not in _HARMLESS:
            refused.append(event)
            raise PermissionError(f"{event} is refused: the program works offline")

    sys.addaudithook(look)


def run(folder: Path) -> int:
    """Make ``folder``, do it all there, and write the report; 0 when all went well."""
    folder.mkdir(parents=True, exist_ok=True)
    report = Report()
    refuse_the_outside(report.refused)
    app = make_application()
    program = Program(app, folder)
    test = SelfTest(program, folder, report)
    crash.install(test.fail)
    test.begin()
    code = app.exec()
    program.wait()
    return code

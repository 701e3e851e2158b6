"""A program of its own in which somebody types, until it is killed: see test_crash_draft.py."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from argon2 import low_level
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gdpr_desktop.app import Program
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.vault import Vault

TYPED = "Eg vil sjaa alt"


def derive_cheaply() -> None:
    """As the tests around it do, or the register's keys would not open."""
    derive = low_level.hash_secret_raw

    def cheap(*secret: bytes, memory_cost: int, **cost: Any) -> bytes:
        return derive(*secret, memory_cost=max(memory_cost // 1024, 32), **cost)

    low_level.hash_secret_raw = cheap


def main(register: Path, user: str, password: str, *, bug: bool) -> int:
    """Open, begin a new request, type, and say so once the draft must be there."""
    derive_cheaply()
    app = QApplication(sys.argv[:1])
    program = Program(app, register.parent / "settings")
    program.catch_crashes()
    program.window.show()
    clock = FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    vault = Vault.open(register, user, password, clock=clock)
    program.window.open_workspace(vault)
    page = program.window.workspace.page_of("requests")
    page.new()
    dialog = page.findChild(IntakeDialog)

    def broken() -> None:
        raise ZeroDivisionError

    QTest.keyClicks(dialog.subject.name.line, "Kari")
    QTest.keyClicks(dialog.wording.editor, TYPED)
    if bug:
        QTimer.singleShot(1_200, broken)
    QTimer.singleShot(1_500, lambda: print("typed", flush=True))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], bug=sys.argv[4] == "bug"))

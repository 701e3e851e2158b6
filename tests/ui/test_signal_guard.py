"""A long day of signals does not take the program down."""

import subprocess
import sys

MANY_SIGNALS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
from gdpr_desktop.ui.signal_guard import keep_constants

class Sender(QObject):
    sent = Signal()

app = QCoreApplication([])
keep_constants()
keep_constants()
sender = Sender()
for _ in range(50_000):
    sender.sent.emit()
"""


def test_tens_of_thousands_of_signals_do_not_abort_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", MANY_SIGNALS], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr

"""Start to a usable unlock screen, against a bare PySide6 window with four empty tabs.

Whole processes, from the command to the exit after the first picture, taken alternately so that
whatever else the machine does falls on both. Fails when the ratio of the medians is over 1.5.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
LIMIT = 1.5

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

class Tabs(QTabWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

application = QApplication(sys.argv)
tabs = Tabs()
for title in ("One", "Two", "Three", "Four"):
    tabs.addTab(QWidget(), title)
window = QMainWindow()
window.setCentralWidget(tabs)
window.show()
sys.exit(application.exec())
"""


def seconds(command: list[str]) -> float:
    """How long ``command`` takes from start to exit; ends the bench when it fails."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    taken = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return taken


def main() -> int:
    """Measure and print; 1 when the program starts too slowly."""
    with tempfile.TemporaryDirectory() as data_dir:
        ours = ["-m", "gdpr_desktop", "--data-dir", data_dir, "--exit-when-shown"]
        commands = {
            "bare window": [sys.executable, "-c", BARE_WINDOW],
            "unlock screen": [sys.executable, *ours],
        }
        for command in commands.values():  # what only the first start pays: compiled files
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:<14} {median * 1000:6.0f} ms (best {min(times[name]) * 1000:.0f} ms)")
    ratio = medians["unlock screen"] / medians["bare window"]
    print(f"ratio {ratio:.2f}, limit {LIMIT}: {'ok' if ratio <= LIMIT else 'TOO SLOW'}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

"""Memory of the program with 100 000 requests, against a bare PySide6 window with four empty tabs.

Each in a process of its own. Ours has unlocked, shown the overview and the requests, searched and
opened a case; then what the process holds in memory (not its peak: deriving the key takes 256 MiB
for a moment). Fails when the ratio is over 3. Linux only, elsewhere nothing is measured.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 3.0

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

application = QApplication(sys.argv)
tabs = QTabWidget()
for title in ("One", "Two", "Three", "Four"):
    tabs.addTab(QWidget(), title)
window = QMainWindow()
window.setCentralWidget(tabs)
window.resize(1280, 800)
window.show()
QTimer.singleShot(500, application.quit)
application.exec()
"""

OUR_WINDOW = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import big_vault
from gdpr_desktop.app import Program
from gdpr_desktop.requests.page import RequestsPage

folder = Path(sys.argv[1])
application = QApplication(sys.argv[:1])
program = Program(application, folder)
window = program.window
window.resize(1280, 800)
window.show()
window.open_workspace(big_vault.open_big(folder))
window.show_tab(1)
page = window.findChild(RequestsPage)

def typed(text, then):
    def run():
        page.search.setText(text)
        QTimer.singleShot(400, then)
    return run

def opened():
    page.show_case(big_vault.CASES)
    QTimer.singleShot(400, application.exit)  # quit() would close the window, and make a backup

QTimer.singleShot(300, typed("ka", typed("kari berg", opened)))
QTimer.singleShot(10_000, lambda: os._exit(1))
application.exec()
"""

RESIDENT = """
import os
with open("/proc/self/statm") as file:
    print(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
os._exit(0)
"""


def megabytes(program: str, *arguments: str) -> float:
    """What the process of ``program`` holds in memory at its end, in MB."""
    path = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", program + RESIDENT, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    if done.returncode or not done.stdout.strip().isdigit():
        raise SystemExit(f"a window failed:\n{done.stdout}{done.stderr}")
    return int(done.stdout) / 1e6


def main() -> int:
    """Measure and print; 1 when the program takes too much."""
    if not sys.platform.startswith("linux"):
        print("measured on Linux only")
        return 0
    import big_vault

    with tempfile.TemporaryDirectory() as name:
        kept = big_vault.bench_dir(Path(name) / "kept")
        big_vault.open_big(kept).close()
        bare = megabytes(BARE_WINDOW)
        ours = megabytes(OUR_WINDOW, str(kept))
    ratio = ours / bare
    print(f"bare window    {bare:6.0f} MB")
    print(f"our program    {ours:6.0f} MB")
    print(f"ratio {ratio:.2f}, limit {LIMIT:g}: {'ok' if ratio <= LIMIT else 'TOO MUCH'}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

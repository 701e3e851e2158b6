"""Starting: what is loaded before the first screen, and that it shows."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    "docx",
    "jinja2",
    "sqlcipher3",
    "sqlite_utils",
    "holidays",
    "cryptography",
    "argon2",
    "lxml",
    "babel",
    "gdpr_desktop.requests",
    "gdpr_desktop.dpia",
    "all-words",  # 13 ms: the small catalogue has all that the first screen says
    "Qt",  # the namespace: 15 ms, see ui/theme.py
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_first_screen_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from gdpr_desktop.app import run;"
        "run(data_dir=Path(sys.argv[1]), exit_when_shown=True);"
        "from PySide6 import QtCore; print(*sys.modules, *vars(QtCore));"
        "from gdpr_desktop.core import text;"
        "print('all-words' if text._whole.cache_info().misses else '')"
    )
    done = _run("-c", code, str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert [name for name in HEAVY if name in done.stdout.split()] == []


def test_the_program_starts_and_stops_and_makes_no_folder(
    tmp_path: Path,
) -> None:
    done = _run("-m", "gdpr_desktop", "--data-dir", str(tmp_path / "d"), "--exit-when-shown")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "d").exists()

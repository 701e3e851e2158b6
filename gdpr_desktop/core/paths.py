"""Where things lie: our own data files, and the user's data folder."""

import sys
from pathlib import Path

APP_NAME = "Personvernpulten"
REGISTER_SUFFIX = ".register"


def _root(kind: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / kind
    package = Path(__file__).resolve().parents[1]
    installed = package / kind
    return installed if installed.is_dir() else package.parent / kind


def resource(name: str) -> Path:
    """A file or folder of ``resources/``."""
    return _root("resources") / name


def form(name: str) -> Path:
    """A file or folder of ``forms/``."""
    return _root("forms") / name


def default_data_dir() -> Path:
    """The user's data folder by the system's custom. Not created here."""
    import appdirs  # slow to import, needed once

    return Path(appdirs.user_data_dir(APP_NAME, appauthor=False))


def is_too_long(path: Path) -> bool:
    """Is the name or the whole path longer than systems and SQLite (512 bytes) take?

    Room is left for what stands beside the file: a journal, a file that is being written.
    """
    if sys.platform == "win32":
        return len(path.name) > 230 or len(str(path.absolute())) > 245
    return len(path.name.encode()) > 240 or len(str(path.absolute()).encode()) > 480

"""What this machine remembers: recent files, language, look, column widths.

Nothing about citizens: the names in it are those of the municipalities, and for each register the
user name last typed to unlock it.
"""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import is_too_long
from gdpr_desktop.ui.theme import Scheme

_WIDEST = 100_000  # pixels
_RECENT = 12  # an officer may serve several municipalities
TEXT_SIZES = (90, 100, 115, 130, 150)  # percent of the system font


@dataclass(slots=True)
class MachineSettings:
    """Read once, written at each change. ``path`` None keeps it in memory (tests)."""

    path: Path | None = None
    recent: tuple[Path, ...] = ()
    last_user: str = ""
    users: dict[str, str] = field(default_factory=dict)  # by path: who unlocked it last
    names: dict[str, str] = field(default_factory=dict)  # by path: the municipality
    language: Language = Language.NYNORSK
    scheme: Scheme = Scheme.SYSTEM
    text_size: int = 100
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    splitters: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> "MachineSettings":
        """Read ``machine.toml`` in ``folder``; a damaged one is set aside and forgotten."""
        path = folder / "machine.toml"
        settings = cls(path=path)
        if not path.exists():
            return settings
        import tomllib

        try:
            settings._read(tomllib.loads(path.read_text(encoding="utf-8")))
        except (
            OSError,
            ValueError,
            TypeError,
            AttributeError,
            OverflowError,
            RecursionError,
        ):
            _set_aside(path)
            return cls(path=path)
        return settings

    def _read(self, data: dict[str, Any]) -> None:
        paths = (Path(entry) for entry in data.get("recent", ()))
        self.recent = tuple(path for path in paths if _can_be(path))[:_RECENT]
        self.last_user = str(data.get("last_user", ""))
        self.users = _texts(data.get("users", {}))
        self.names = _texts(data.get("names", {}))
        self.language = Language(data.get("language", Language.NYNORSK))
        self.scheme = Scheme(data.get("scheme", Scheme.SYSTEM))
        size = int(data.get("text_size", 100))
        self.text_size = size if size in TEXT_SIZES else 100
        self.columns = {key: _widths(v) for key, v in data.get("columns", {}).items()}
        self.splitters = {key: _widths(v) for key, v in data.get("splitters", {}).items()}

    def remember_vault(self, path: Path, user: str, name: str = "") -> None:
        """Put a file first among the recent ones; ``name`` is the municipality's."""
        others = (other for other in self.recent if other != path)
        self.recent = (path, *others)[:_RECENT]
        self.last_user = user
        self.users[str(path)] = user
        if name:
            self.names[str(path)] = name
        self._tidy()
        self.save()

    def forget_vault(self, path: Path) -> None:
        """Drop a file from the recent ones."""
        self.recent = tuple(other for other in self.recent if other != path)
        self._tidy()
        self.save()

    def user_of(self, path: Path) -> str:
        """Who unlocked this file last; empty for one that is not known."""
        return self.users.get(str(path), "")

    def label_of(self, path: Path) -> str:
        """What a person knows a file by: the municipality, the file and its folder."""
        name = self.names.get(str(path), "")
        alike = sum(other.stem == path.stem for other in self.recent) > 1
        file = str(path) if alike else path.name
        return f"{name} – {file}" if name else file if alike else path.stem

    def _tidy(self) -> None:
        known = {str(path) for path in self.recent}
        self.users = {path: user for path, user in self.users.items() if path in known}
        self.names = {path: name for path, name in self.names.items() if path in known}

    def save(self) -> None:
        """Write beside and swap in; a folder that cannot be written is no reason to stop."""
        if self.path is None:
            return
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                file.write(self._toml())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError:
            return

    def _toml(self) -> str:
        lines = [
            f"recent = {_value([str(path) for path in self.recent])}",
            f"last_user = {_value(self.last_user)}",
            f"language = {_value(self.language.value)}",
            f"scheme = {_value(self.scheme.value)}",
            f"text_size = {self.text_size}",
        ]
        for title, texts in (("users", self.users), ("names", self.names)):
            lines.append(f"\n[{title}]")
            lines += [f"{_value(key)} = {_value(text)}" for key, text in texts.items()]
        for name, table in (("columns", self.columns), ("splitters", self.splitters)):
            lines.append(f"\n[{name}]")
            lines += [f"{_value(key)} = {_value(list(value))}" for key, value in table.items()]
        return "\n".join(lines) + "\n"


def machine_settings() -> MachineSettings:
    """The settings of the running program; in a test without one, settings kept in memory."""
    app = QCoreApplication.instance()
    found = app.property("machine_settings") if app else None
    return found if isinstance(found, MachineSettings) else MachineSettings()


def _can_be(path: Path) -> bool:
    return not is_too_long(path) and "\0" not in str(path)


def _widths(values: Any) -> tuple[int, ...]:
    return tuple(min(max(int(value), 0), _WIDEST) for value in values)


def _texts(table: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(text) for key, text in table.items()}


def _value(value: object) -> str:
    import json

    # A JSON string, number or list of them is also TOML; DEL is the one exception.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _set_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".damaged"))

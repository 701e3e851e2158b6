"""What goes into the built program, for ``build.spec``: no more than is needed, and whose it is."""

import platform
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePath

LICENCES = Path(__file__).resolve().parents[2] / "resources" / "licences"
Entry = tuple[str, str, str]  # PyInstaller's: name in the folder, file, kind

# Kinds of Qt plugins that a program of windows without a network has use for
PLUGINS = {
    "iconengines": "*",
    "imageformats": "qico qjpeg qsvg",
    "platforminputcontexts": "*",  # dead keys and input methods
    "platforms": "qcocoa qoffscreen qwayland qwindows qxcb",
    "platformthemes": "qxdgdesktopportal",  # the desktop's own file dialogs
    "wayland-decoration-client": "*",
    "wayland-graphics-integration-client": "qt-plugin-wayland-egl",
    "wayland-shell-integration": "qt-shell xdg-shell",
}
TRANSLATIONS = frozenset({"qtbase_en.qm", "qtbase_nn.qm"})
NOT_NEEDED = re.compile(r"(Qt6?Network|opengl32sw|d3dcompiler_|QtNetwork)", re.IGNORECASE)
LARGE = re.compile(r"^libpython|^sqlcipher3/_sqlite3\.")  # come with symbols for debugging
# Never bundled: the network, and what only the development needs
EXCLUDED = (
    *"PySide6.QtNetwork ftplib http.server imaplib poplib smtplib ssl _ssl xmlrpc".split(),
    *"babel docxtpl hypothesis mypy pygments pytest rich tkinter".split(),
)

_LICENCE = re.compile(r"^(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_READABLE = frozenset({"", ".apache", ".bsd", ".md", ".rst", ".txt"})
# What lies inside others, and is in no list of packages
INSIDE = (
    ("Python", platform.python_version(), "PSF-2.0", "the interpreter and its library"),
    ("PyInstaller bootloader", "", "GPL-2.0-or-later WITH Bootloader-exception", "starts it all"),
    ("Qt", "", "LGPL-3.0-only", "in PySide6; its parts: see Qt's own list of licences"),
    ("ICU", "", "Unicode-3.0", "in PySide6 on Linux"),
    ("SQLCipher", "", "BSD-3-Clause", "in sqlcipher3"),
    ("SQLite", "", "blessing (public domain)", "in sqlcipher3"),
    ("OpenSSL", "", "Apache-2.0", "in sqlcipher3 and in cryptography"),
    ("argon2", "", "CC0-1.0 OR Apache-2.0", "in argon2-cffi-bindings"),
    ("libxml2, libxslt", "", "MIT", "in lxml"),
)


def wanted(entry: Entry) -> bool:
    """Is this file of use? Only Qt's are chosen among."""
    name, _file, _kind = entry
    path = PurePath(name)
    if NOT_NEEDED.search(path.name):
        return False
    if "plugins" in path.parts and "PySide6" in path.parts:
        kept = PLUGINS.get(path.parent.name, "").split()
        return kept == ["*"] or path.stem.removeprefix("lib") in kept
    if "translations" in path.parts and "PySide6" in path.parts:
        return path.name in TRANSLATIONS
    if path.parts[:2] == ("holidays", "locale"):
        return path.parts[2:] == ("no", "LC_MESSAGES", "NO.mo")
    return True


def chosen(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of use, and on Linux without the libraries that only the others asked for."""
    kept = [entry for entry in entries if wanted(entry)]
    return list(_still_asked_for(kept)) if sys.platform.startswith("linux") else kept


def _still_asked_for(entries: list[Entry]) -> Iterator[Entry]:
    from PyInstaller.depend.bindepend import get_imports

    libraries: dict[str, str] = {}  # what only others ask for: name to file
    waiting: list[str] = []
    for name, file, kind in entries:
        path = PurePath(name)
        if kind == "BINARY" and "plugins" not in path.parts and "libpython" not in path.name:
            libraries[path.name] = file
        elif kind in ("BINARY", "EXTENSION"):
            waiting.append(file)
    reached: set[str] = set()
    while waiting:
        asked = {PurePath(name).name for name, _place in get_imports(waiting.pop())}
        fresh = asked & set(libraries) - reached
        reached |= fresh
        waiting += [libraries[name] for name in fresh]
    unasked = set(libraries) - reached
    yield from (entry for entry in entries if PurePath(entry[0]).name not in unasked)


def without_symbols(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same with the largest libraries stripped, where there is a tool for it."""
    strip = shutil.which("strip") if sys.platform.startswith("linux") else None
    return [_stripped(entry, folder, strip) if strip else entry for entry in entries]


def _stripped(entry: Entry, folder: Path, strip: str) -> Entry:
    name, file, kind = entry
    if kind == "SYMLINK" or not LARGE.search(PurePath(name).as_posix()):
        return entry
    copy = folder / PurePath(name).name
    shutil.copy(file, copy)
    subprocess.run([strip, "--strip-unneeded", str(copy)], check=True)
    return name, str(copy), kind


def bundled_distributions(modules: Iterable[str]) -> list[metadata.Distribution]:
    """The packages that ``modules`` (dotted names) come from, but ours, by name."""
    tops = {module.partition(".")[0] for module in modules}
    names = {
        name
        for top, owners in metadata.packages_distributions().items()
        if top in tops
        for name in owners
    }
    found = {metadata.distribution(name).name: metadata.distribution(name) for name in names}
    return [found[name] for name in sorted(found, key=str.lower) if name != "gdpr_desktop"]


def licence(found: metadata.Distribution) -> str:
    """The licence by the package's own metadata, in one line."""
    fields = found.metadata
    text = fields.get("License-Expression") or fields.get("License") or ""
    if not text or "\n" in text or len(text) > 100:
        kinds = fields.get_all("Classifier") or []
        kinds = [kind.rpartition("::")[2].strip() for kind in kinds if kind.startswith("License")]
        text = ", ".join(kinds) or "see its licence text"
    return text


def write_third_party(folder: Path, modules: Iterable[str]) -> Path:
    """THIRD-PARTY.txt in ``folder``: every part, its version and licence, then the texts."""
    packages = bundled_distributions(modules)
    rows = [(found.name, found.version, licence(found), "") for found in packages]
    rows += INSIDE
    lines = [
        "Personvernpulten is built from these parts. Name, version, licence:",
        "",
        *(_row(*row) for row in rows),
        "",
        "Qt and PySide6 (LGPL-3.0) are separate libraries in this folder: you may replace them",
        f"with your own build of the same version. OpenSSL of Python: {ssl.OPENSSL_VERSION}.",
    ]
    for title, text in _texts(packages):
        lines += ["", "=" * 78, title, "=" * 78, text.strip()]
    path = folder / "THIRD-PARTY.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _row(name: str, version: str, kind: str, where: str) -> str:
    return f"{name:<26}{version:<14}{kind}" + (f"  ({where})" if where else "")


def _texts(packages: Iterable[metadata.Distribution]) -> Iterator[tuple[str, str]]:
    """Title and text of every licence; those of Qt are not in its package."""
    for path in sorted(LICENCES.glob("*.txt")):
        yield f"Qt, PySide6, shiboken6: {path.stem}", path.read_text(encoding="utf-8")
    for found in packages:
        for file in found.files or []:
            if _LICENCE.search(file.name) and file.suffix.lower() in _READABLE:
                text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
                yield f"{found.name} {found.version}: {file.name}", text

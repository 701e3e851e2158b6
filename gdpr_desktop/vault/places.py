"""Places where the file should not lie: synced, network and removable folders."""

import sys
from pathlib import Path

from gdpr_desktop.core.text import _

_SYNCED_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "jottacloud",
    "box sync",
    "sharepoint",
    "cloudstorage",
)
_SYNCED_MARKERS = (".dropbox", ".dropbox.cache", ".owncloudsync.log", ".sync_journal.db")
_NETWORK_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "fuse.sshfs")
_NETWORK_ROOTS = ("/net/", "/afs/", "/Network/")
_REMOVABLE_ROOTS = ("/media/", "/run/media/", "/Volumes/")
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_CDROM = 2, 4, 5


def place_warnings(path: Path) -> tuple[str, ...]:
    """Codes for what speaks against keeping the file at ``path``: none when it is a good place.

    ``synced``: a program would copy it in mid-save; ``network``: locks do not hold and others
    read it; ``removable``: it is lost, or pulled out in mid-save. Nothing is created or changed.
    """
    path = path.expanduser().absolute()
    codes = []
    if _is_synced(path):
        codes.append("synced")
    drive = _windows_drive_type(path)
    if _is_unc(path) or drive == _DRIVE_REMOTE or _is_network_mount(path):
        codes.append("network")
    text = path.as_posix()
    if drive in (_DRIVE_REMOVABLE, _DRIVE_CDROM) or text.startswith(_REMOVABLE_ROOTS):
        codes.append("removable")
    return tuple(codes)


def place_words(code: str) -> str:
    """The sentence for a code of ``place_warnings``."""
    words = {
        "synced": _(
            "This folder is synchronised to the internet. A copy made in the middle of a save "
            "is useless, and others may read it. Choose a folder on this machine only."
        ),
        "network": _(
            "This folder is on the network. Choose a folder on this machine, "
            "and let the backups go to the network."
        ),
        "removable": _(
            "This is a removable disk. It is easily lost or pulled out in the middle of a save. "
            "Choose a folder on this machine."
        ),
    }
    return words[code]


def _is_synced(path: Path) -> bool:
    folders = path.parents
    if any(name in part.name.casefold() for part in folders for name in _SYNCED_NAMES):
        return True
    return any((folder / marker).exists() for folder in folders for marker in _SYNCED_MARKERS)


def _is_unc(path: Path) -> bool:
    text = str(path)
    return text.startswith(("\\\\", "//")) or path.as_posix().startswith(_NETWORK_ROOTS)


def _is_network_mount(path: Path) -> bool:
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # not Linux
        return False
    return mounted_system(path, lines) in _NETWORK_SYSTEMS


def mounted_system(path: Path, mounts: list[str]) -> str:
    """The kind of file system that holds ``path``, by lines as in ``/proc/mounts``."""
    best, kind = -1, ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if len(point) >= best and path.is_relative_to(point):
            best, kind = len(point), fields[2]
    return kind


def _windows_drive_type(path: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor))

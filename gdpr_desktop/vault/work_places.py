"""Places where a work file is easily lost: where mail programs put what is opened from a message,
and where a program in the background copies it in the middle of a save."""

import tempfile
from pathlib import Path

from gdpr_desktop.core.text import _
from gdpr_desktop.vault.places import place_warnings

_PASSING = ("inetcache", "content.outlook", "temporary internet files", "temp")


def work_file_warnings(path: Path) -> tuple[str, ...]:
    """Sentences about the place; none when it is a good one."""
    found = []
    if _is_passing(path.expanduser().absolute()):
        found.append(
            _(
                "This is a folder for things that pass. What you write may be gone tomorrow: save"
                " the file in a folder of your own first."
            )
        )
    if "synced" in place_warnings(path):
        found.append(
            _("This folder is synchronised to the internet. Choose a folder on this machine only.")
        )
    return tuple(found)


def _is_passing(path: Path) -> bool:
    names = {part.casefold() for part in path.parent.parts}
    return bool(names & set(_PASSING)) or path.is_relative_to(tempfile.gettempdir())

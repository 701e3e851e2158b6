"""Where a letter or a document may be put."""

from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.paths import is_too_long
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def refuse_place(vault: Vault, path: Path, *, suffix: str = ".docx") -> None:
    """A letter is a file of its own: never the register, its keys, or something like a device."""
    from gdpr_desktop.letters.file_names import check_path

    check_path(path)
    own = {vault.path.with_suffix(s).absolute() for s in (vault.path.suffix, ".keys", ".lock")}
    if path.suffix.lower() != suffix or path.absolute() in own:
        text = _("A letter must be saved as a file that ends in .docx.")
        if suffix != ".docx":
            text = _("The file must be saved with a name that ends in {suffix}.")
        raise AppError(
            text.format(suffix=suffix),
            hint=_("Choose another name."),
        )
    if is_too_long(path):
        raise AppError(
            _("The name of the file, or of the folders it lies in, is too long."),
            hint=_("Choose a shorter name, or a folder that is not so deep."),
        )
    if _exists(path) and not path.is_file():
        raise AppError(
            _("{name} is not a file.").format(name=path.name), hint=_("Choose another name.")
        )


def _exists(path: Path) -> bool:
    """Raises ``AppError`` where the system cannot even look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Choose another name or another folder."),
        ) from None
    return True

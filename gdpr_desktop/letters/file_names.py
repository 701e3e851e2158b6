"""Names for exported files: safe on Windows, and about the case, never the person."""

import re
import unicodedata
from datetime import date
from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.template import Template
from gdpr_desktop.letters.template import template as load_template

_UNSAFE = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff'
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\U000e0000-\U0010ffff]+"
)
_REFUSED = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$|\s)", re.IGNORECASE)
_MAX_PART = 80  # characters
_MAX_PART_BYTES = 110  # of UTF-8: two parts and a date must have room
MAX_NAME = (
    255  # bytes of UTF-8; the file systems of Linux stop there, the others at as many letters
)
_RESERVE = 24  # for the temporary name beside it


def file_name(
    case_number: str, template: str | Template, language: Language | str, day: date
) -> str:
    """«2026-14 Stadfesting på motteke krav 2026-02-03.docx»: never over 255 bytes of UTF-8."""
    if isinstance(template, str):
        template = load_template(template)
    return document_name(case_number, template.title(Language(language)), day)


def document_name(subject: str, title: str, day: date, suffix: str = ".docx") -> str:
    """«Opptak i barnehage Personvernerklæring 2026-02-03.docx», as safe; either may be empty."""
    parts = (_safe(subject), _safe(title), day.isoformat())
    name = " ".join(part for part in parts if part)
    if _DEVICES.match(name):
        name = f"_{name}"
    return f"{name}{suffix}"


def check_path(path: Path) -> None:
    """Raises ``AppError`` for a name that no system can write, or that would not be what it says.

    The text of such an error of the system's own is no help to anybody.
    """
    name = path.name
    if _REFUSED.search(str(path)):
        raise AppError(
            _("The name of the file holds a character that cannot be used."),
            hint=_("Choose another name."),
        )
    if len(name.encode("utf-8")) > MAX_NAME - _RESERVE:
        raise AppError(
            _("The name of the file is too long."),
            hint=_("Choose a shorter name, or a folder nearer to the top."),
        )
    if _DEVICES.match(name):
        raise AppError(
            _("«{name}» is a name that Windows keeps for itself.").format(name=name),
            hint=_("Choose another name."),
        )


def _safe(text: str) -> str:
    text = unicodedata.normalize("NFC", _UNSAFE.sub("-", text))
    text = " ".join(text.split())
    if len(text) > _MAX_PART or len(text.encode()) > _MAX_PART_BYTES:
        text = text[:_MAX_PART].encode()[:_MAX_PART_BYTES].decode("utf-8", "ignore")
        text = text.rpartition(" ")[0] or text
    return text.strip(" .-")

"""Names for exported files: safe on Windows, and about the case, never the person."""

import re
from datetime import date

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.template import Template
from gdpr_desktop.letters.template import template as load_template

_UNSAFE = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+'
)
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$|\s)", re.IGNORECASE)
_MAX_PART = 80


def file_name(
    case_number: str, template: str | Template, language: Language | str, day: date
) -> str:
    """«2026-14 Stadfesting på motteke krav 2026-02-03.docx»."""
    if isinstance(template, str):
        template = load_template(template)
    title = template.title(Language(language))
    parts = (_safe(case_number), _safe(title), day.isoformat())
    name = " ".join(part for part in parts if part)
    if _DEVICES.match(name):
        name = f"_{name}"
    return f"{name}.docx"


def _safe(text: str) -> str:
    text = " ".join(_UNSAFE.sub("-", text).split())
    if len(text) > _MAX_PART:
        text = text[:_MAX_PART].rpartition(" ")[0] or text[:_MAX_PART]
    return text.strip(" .-")

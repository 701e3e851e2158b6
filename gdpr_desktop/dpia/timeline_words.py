"""The timeline of an assessment in words. Each room has the words of its own codes.

A room that tells of deeds of its own has a ``timeline.py`` with ``TIMELINE``: code → (text, icon);
it is added to ``_PARTS``.
"""

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.advice import timeline as advice
from gdpr_desktop.dpia.catalogue.timeline import TIMELINE as CATALOGUE
from gdpr_desktop.dpia.consultation import timeline as consultation
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.pia_json.timeline import TIMELINE as PIA
from gdpr_desktop.dpia.risks.timeline import TIMELINE as RISKS
from gdpr_desktop.dpia.screening import timeline as screening
from gdpr_desktop.dpia.templates.timeline import TIMELINE as TEMPLATES
from gdpr_desktop.dpia.wizard.timeline import TIMELINE as WIZARD
from gdpr_desktop.dpia.work_file.timeline import TIMELINE as WORK_FILES

_OWN = {
    "dpia_registered": (N_("Registered"), "inbox"),
    "dpia_about_written": (N_("What it is about was changed"), "note"),
}
_PARTS: tuple[dict[str, tuple[str, str]], ...] = (
    _OWN,
    advice.TIMELINE,
    CATALOGUE,
    consultation.TIMELINE,
    PIA,
    RISKS,
    screening.TIMELINE,
    TEMPLATES,
    WIZARD,
    WORK_FILES,
)
_TEXTS = {code: text for part in _PARTS for code, (text, _icon) in part.items()}
_ICONS = {code: icon for part in _PARTS for code, (_text, icon) in part.items()}


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail.get("what", "")))
    return entry_text(entry, _TEXTS)


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line: what a code tells under ``text``, else as in any case."""
    return entry_detail(entry) or entry.detail.get("text", "")


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return entry_icon(entry, _ICONS)

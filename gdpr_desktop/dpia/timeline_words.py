"""The timeline of an assessment in words. Each room has the words of its own codes.

A room that tells of deeds of its own has a ``timeline.py`` with ``TIMELINE``: code → (text, icon);
it is added to ``_PARTS``.
"""

from gdpr_desktop.casework.timeline_words import RoomWords
from gdpr_desktop.core.text import N_
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
_words = RoomWords(_PARTS, noun)
timeline_text, timeline_detail, timeline_icon = _words.text, _words.detail, _words.icon

"""The timeline of a breach in words. Each part of the routine has the words of its own codes."""

from gdpr_desktop.breaches.assessing.words import TIMELINE as ASSESSING
from gdpr_desktop.breaches.clock.words import TIMELINE as CLOCK
from gdpr_desktop.breaches.facts.words import TIMELINE as FACTS
from gdpr_desktop.breaches.following.summary import TIMELINE as FOLLOWING
from gdpr_desktop.breaches.many.words import TIMELINE as MANY
from gdpr_desktop.breaches.notifying.words import TIMELINE as NOTIFYING
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.breaches.telling.words import TIMELINE as TELLING
from gdpr_desktop.casework.timeline_words import RoomWords
from gdpr_desktop.core.text import N_

_OWN = {
    "breach_registered": (N_("Registered"), "inbox"),
    "breach_changed": (N_("What was registered was changed"), "note"),
    "officer_told": (N_("The officer was told"), "note"),
}
_PARTS: tuple[dict[str, tuple[str, str]], ...] = (
    _OWN,
    ASSESSING,
    CLOCK,
    FACTS,
    FOLLOWING,
    MANY,
    NOTIFYING,
    TELLING,
)
_words = RoomWords(_PARTS, noun)
timeline_text, timeline_detail, timeline_icon = _words.text, _words.detail, _words.icon

"""How long a cookie lasts, read as websites write it, in both languages."""

import re

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.words import Words

_UNITS = {
    "minute": "minutt minutter min minute minutes",
    "hour": "time timar timer t hour hours",
    "day": "dag dagar dager døgn d day days",
    "week": "veke veker uke uker week weeks",
    "month": "månad månader måned måneder mnd month months",
    "year": "år year years",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_SPELLED = {"ein": 1, "ei": 1, "eit": 1, "éin": 1, "en": 1, "et": 1, "one": 1, "a": 1, "eitt": 1}
_SESSION = re.compile(
    r"session|sesjon|økt|(?:når|til) du luk|lukke[rsn]? nettles|nettles\w+ (?:blir |vert )?luk"
    r"|close[sd]? (?:the |your )?browser",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:etter|after|i|in|ca\.?)?\s*([0-9]{1,5}|[a-zé]+)\s*([a-zåæø]+)\.?")


def duration(text: str) -> Bilingual:
    """Both languages where the time is understood; else ``text`` as it stands, in both."""
    typed = " ".join(text.split())
    hit = _TIME.fullmatch(typed.casefold())
    if hit is not None:
        count = int(hit[1]) if hit[1].isdigit() else _SPELLED.get(hit[1], 0)
        unit = _UNIT_OF.get(hit[2])
        if unit and count:
            return Bilingual(
                nn=Words(Language.NYNORSK).lasting(count, unit),
                nb=Words(Language.BOKMAL).lasting(count, unit),
            )
    if _SESSION.search(typed) and not re.search(r"[0-9]", typed):
        return Bilingual(
            nn=Words(Language.NYNORSK).of("duration", "session"),
            nb=Words(Language.BOKMAL).of("duration", "session"),
        )
    return Bilingual(nn=typed, nb=typed)

"""Work files in words: their names, and what was changed in one."""

from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.work_file.model import SentFile

_LONGEST = 60  # characters of a suggested name
_FORBIDDEN = '<>:"/\\|?*'


def file_name(title: str) -> str:
    """A name that every system takes."""
    kept = "".join(" " if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in title)
    name = " ".join(kept.split())[:_LONGEST].strip(" .")
    usual = _("Assessment")
    return f"{name or usual}.dpia"


def sent_words(sent: SentFile) -> str:
    """Which file, to whom, when."""
    text = _("{file}, to {name} {day}")
    day = long_date(sent.sent_at.astimezone(OSLO).date())
    return text.format(file=sent.file_name, name=sent.recipient, day=day)


def state_words(sent: SentFile) -> str:
    """What became of it."""
    if sent.cancelled_at is not None:
        text = _("Not waited for since {time}")
        return text.format(time=long_instant(sent.cancelled_at))
    if sent.taken_in_at is not None:
        text = _("Taken in {time}")
        return text.format(time=long_instant(sent.taken_in_at))
    return _("Not back yet")

"""What the officer said of a section holds on where nothing has been changed since."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.comparing import compared
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.service import catalogue


def carried(db: Any, found: Dpia) -> tuple[SectionVerdict, ...]:
    """The verdicts of the round before on sections that are sent again as they were."""
    last, latest = found.opinions[-1] if found.opinions else None, found.latest
    if last is None or latest is None:
        return ()
    older = store.submission(db, found.case.id, last.submission)
    newer = store.submission(db, found.case.id, latest.number)
    if older is None or newer is None:
        return ()
    pairs = compared(older.content, newer.content, catalogue(db))
    changed = {one.section for one in pairs if one.changed}
    return tuple(
        replace(one, carried=one.carried or last.submission)
        for one in last.verdicts
        if one.sufficient is not None and one.section not in changed
    )

"""When Datatilsynet may be asked, the first time or again, and what was asked earlier."""

from collections.abc import Iterator
from dataclasses import replace

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.model import Consultation


def may_ask(found: Dpia) -> bool:
    """Not while one runs; again when one was withdrawn, or something newer was sent since."""
    asked = found.consultation
    if found.state is not State.ADVISED:
        return False
    if asked is None or asked.withdrawn_on is not None:
        return True
    return asked.answered_on is not None and _newer_was_sent(found, asked)


def with_round(found: Dpia, asked: Consultation) -> Consultation:
    """The new one, with the version that it is about, and those before it."""
    before = found.consultation
    earlier = (*before.earlier, replace(before, earlier=())) if before is not None else ()
    number = found.latest.number if found.latest is not None else 0
    return replace(asked, submission=number, earlier=earlier)


def all_asked(found: Dpia) -> Iterator[Consultation]:
    """Every one of the assessment, the oldest first."""
    for asked in (*(one.consultation for one in found.opinions), found.consultation):
        if asked is not None:
            yield from asked.earlier
            yield replace(asked, earlier=())


def _newer_was_sent(found: Dpia, asked: Consultation) -> bool:
    latest = found.latest
    if latest is None or asked.answered_on is None:
        return False
    if asked.submission:
        return latest.number > asked.submission
    return local_date(latest.at) > asked.answered_on  # kept before the version was

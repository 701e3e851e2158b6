"""Prior consultation: what was sent, when it came, and what Datatilsynet has said (art. 36)."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.dpia.codes import ConsultationAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Datatilsynet waits for information: the clock stands from the first day to the last."""

    since: date
    until: date | None = None
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """``received_on`` is when Datatilsynet had it: the clock runs from then, when it is known.

    ``submission`` is the version it is about, 0 where that is not known; ``earlier`` are those of
    the same round of approval that were withdrawn, or answered before something newer was sent.
    """

    why: str
    decided_by: str
    decided_on: date
    role: str = ""  # of who decided
    sent_on: date | None = None
    received_on: date | None = None
    reference: str = ""
    extended_on: date | None = None  # when the notice of 14 weeks came
    extended_why: str = ""
    suspensions: tuple[Suspension, ...] = ()
    answered_on: date | None = None
    answer: ConsultationAnswer | None = None
    answer_text: str = ""
    followed_up: str = ""  # what was changed after the answer
    withdrawn_on: date | None = None
    submission: int = 0
    earlier: tuple["Consultation", ...] = ()

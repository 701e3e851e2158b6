"""«Har vi lov?»: what is asked, and the answer. Frozen values."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.consents.codes import PictureUse, Reason, Verdict
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.core.ids import CaseId


class Doubt(StrEnum):
    """Why the answer is no although one consent by itself says yes."""

    DIFFERS = "differs"  # one form says yes, another does not: ask about one form
    NAMESAKE = "namesake"  # somebody of the same name, perhaps the same person, said no
    NOT_TAKEN = "not_taken"  # may be published, but no picture may be taken
    ELSEWHERE = "elsewhere"  # a form that is not the actor's to see says no
    PROTECTED = "protected"  # a list says no more than «no» about a protected address


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A purpose of one form by its ``key``, or a use of pictures: on one form, or on any."""

    form_id: CaseId | None = None
    key: str = ""
    use: PictureUse | None = None

    def __post_init__(self) -> None:
        assert bool(self.key) is not (self.use is not None), "either a purpose or a use"
        assert self.form_id is not None or not self.key, "a key belongs to a form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one form says: by ``consent``, the person's newest answer on it."""

    form_id: CaseId
    verdict: Verdict
    reasons: tuple[Reason | Doubt, ...]
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """Yes only where nothing speaks against it. ``grounds`` has a line for each form.

    ``namesakes``: consents of perhaps the same person that say no.
    """

    verdict: Verdict
    reasons: tuple[Reason | Doubt, ...] = ()
    grounds: tuple[Ground, ...] = ()
    namesakes: tuple[Consent, ...] = ()

    @property
    def yes(self) -> bool:
        """May it be done?"""
        return self.verdict is Verdict.YES

"""One person's answers on one version of a form, and what ended them. Nothing is overwritten."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from gdpr_desktop.consents.codes import Channel, How, Relation
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId, MemberId
from gdpr_desktop.core.names import clean_line, fold_short

# of these there is one, whoever signs for it
_ONE = (Relation.SELF, Relation.CHILD_WELFARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom it is about. ``protected``: the address is secret; lists say no more than «no»."""

    name: str
    birth_date: date | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where what proves it lies: the archive's number, or a file by name and SHA-256."""

    archive_number: str = ""
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one giver answered. A purpose in neither ``yes`` nor ``no`` was left open: no consent.

    ``told``: what was said beside what stands on the form; ``note``: of an oral one, how and to
    whom; ``capacity_by``: who judged the capacity of a guardian's ward or of a young person.
    ``which`` tells the parents on a form apart (1, 2) where their names were not taken down.
    ``renews``: the end of the answer that this one renews, where it came while that one held.
    """

    relation: Relation
    name: str
    given_on: date | None
    how: How = How.PAPER
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    told: str = ""
    note: str = ""
    proof: Proof = Proof()
    capacity_by: str = ""
    which: int = 0
    renews: date | None = field(default=None, compare=False)
    noted_at: datetime | None = field(default=None, compare=False)  # UTC
    noted_by: str = field(default="", compare=False)

    @property
    def giver(self) -> tuple[Relation, str]:
        """Who gave it: equal for two answers of the same giver, however the name was typed."""
        if self.relation in _ONE:
            return self.relation, ""
        return self.relation, folded(self.name) or f"#{self.which}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Purposes that were taken back on a day, by whom, and the case about it.

    ``covers``: the day of the last answer there was, where it is dated later than that.
    """

    purposes: tuple[str, ...]
    withdrawn_on: date
    channel: Channel
    name: str = ""
    case_id: CaseId | None = None
    covers: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """How it stood before a mistake was put right: nothing that was noted is lost."""

    why: str
    by: str
    corrected_at: datetime  # UTC
    subject: Subject
    statements: tuple[Statement, ...]
    parents: int | None = None
    care_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """``parents``: how many have parental responsibility, None where it is not known (two).

    ``pending``: the case of a request about withdrawal that is not settled here yet.
    ``asked_on``: people were asked to renew it; ``settled_on``: it ended by its date, and what it
    allowed was stopped and deleted.
    """

    id: ConsentId
    form_id: CaseId
    version: int
    subject: Subject
    group_id: GroupId | None = None
    member_id: MemberId | None = None
    statements: tuple[Statement, ...] = ()
    withdrawals: tuple[Withdrawn, ...] = ()
    parents: int | None = None
    care_order: bool = False  # child welfare answers in the parents' place
    valid_from: date | None = None
    valid_until: date | None = None
    started_on: date | None = None  # when the processing began: a later answer heals nothing
    pending: CaseId | None = None
    asked_on: date | None = None
    settled_on: date | None = None
    note: str = ""
    corrections: tuple[Correction, ...] = ()
    revision: int = field(default=0, compare=False)

    def standing(self) -> tuple[Statement, ...]:
        """The last answer of each giver, by the day it was given; of one day, as they came.

        What has no date may be the last word, and counts as such.
        """
        last: dict[tuple[Relation, str], Statement] = {}
        for one in sorted(self.statements, key=lambda one: one.given_on or date.max):
            last.pop(one.giver, None)
            last[one.giver] = one
        return tuple(last.values())

    def standing_before(self, day: date) -> tuple[Statement, ...]:
        """The last dated answer of each giver from before ``day``."""
        older = (one for one in self.statements if one.given_on is not None and one.given_on < day)
        return replace(self, statements=tuple(older)).standing()

    def agreeing(self, purpose: str) -> tuple[Statement, ...]:
        """The standing answers that say yes to it and that no withdrawal came after."""
        ended = [one for one in self.withdrawals if purpose in one.purposes]
        standing = (one for one in self.standing() if purpose in one.yes)
        return tuple(one for one in standing if not any(self._ends(by, one) for by in ended))

    def withdrawn(self, purpose: str) -> bool:
        """Was the purpose taken back, and not given again later?

        A giver who took it back must give it again: what another gives does not heal that. Where
        it is not known which of them it was, all answers before it are at an end.
        """
        agreeing = self.agreeing(purpose)
        return any(
            not any(one.giver in self._givers(by) for one in agreeing)
            for by in self.withdrawals
            if purpose in by.purposes
        )

    def wholly_withdrawn(self) -> bool:
        """Was everything that was said yes to taken back, and nothing given again?"""
        agreed = {key for one in self.standing() for key in one.yes}
        return bool(self.withdrawals) and all(self.withdrawn(key) for key in agreed)

    def _ends(self, by: Withdrawn, answer: Statement) -> bool:
        """Is ``answer`` at an end by this withdrawal? On the same day it came first."""
        last = max(by.covers or by.withdrawn_on, by.withdrawn_on)
        later = answer.given_on is not None and answer.given_on > last
        return not later and answer.giver in self._givers(by)

    def _givers(self, by: Withdrawn) -> set[tuple[Relation, str]]:
        """Whose answers a withdrawal ends: those of its name, or where none has it, all."""
        everybody = {one.giver for one in self.statements}
        name = folded(by.name)
        named = {one.giver for one in self.statements if name and folded(one.name) == name}
        return named or everybody


@lru_cache(maxsize=64)  # the names of one consent are compared many times over
def folded(name: str) -> str:
    """A name to compare with: without case, accents, hyphens, points, and the order of its words.

    As ``casework.model.match_key`` does it: «Testdal Kari» is Kari Testdal.
    """
    plain = fold_short(clean_line(name)).replace("-", " ").replace(".", " ").replace(",", " ")
    return " ".join(sorted(plain.split()))

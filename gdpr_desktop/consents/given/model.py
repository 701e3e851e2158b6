"""One person's answers on one version of a form, and what ended them. Nothing is overwritten."""

from dataclasses import dataclass, field
from datetime import date

from gdpr_desktop.consents.codes import Channel, How, Relation
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId, MemberId


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Purposes that were taken back on a day, by whom, and the case about it."""

    purposes: tuple[str, ...]
    withdrawn_on: date
    channel: Channel
    name: str = ""
    case_id: CaseId | None = None


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
    revision: int = field(default=0, compare=False)

    def standing(self) -> tuple[Statement, ...]:
        """The last answer of each giver, in the order they came."""
        last: dict[tuple[Relation, str], Statement] = {}
        for one in self.statements:
            key = (one.relation, one.name.casefold())
            last.pop(key, None)
            last[key] = one
        return tuple(last.values())

    def withdrawn(self, purpose: str) -> bool:
        """Was the purpose taken back, and not given again later?"""
        days = [one.withdrawn_on for one in self.withdrawals if purpose in one.purposes]
        if not days:
            return False
        given = [one.given_on for one in self.statements if purpose in one.yes and one.given_on]
        return not any(day > max(days) for day in given)

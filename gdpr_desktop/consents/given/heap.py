"""Forms that come back in a heap: who has answered, who is left, and a line for each child."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.codes import How, Relation
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.known import known_consent
from gdpr_desktop.consents.given.model import Consent, Statement, Subject
from gdpr_desktop.consents.given.service.registering import Registered, register_answer
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.renewal.dates import months_after
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import ConsentId, GroupId, MemberId
from gdpr_desktop.core.names import fold_short, search_words
from gdpr_desktop.vault import Vault


class Signed(StrEnum):
    """Who signed the form, by their place on it."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    SELF = "self"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What stands on one form."""

    given_on: date | None
    how: How
    signed: Signed
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Heap:
    """The group that is being registered, and what was done here, the last of it last."""

    def __init__(self, vault: Vault, form: Form, version: int) -> None:
        self._vault, self._form = vault, form
        self.version = version
        self.members: tuple[Member, ...] = ()
        self.answered: dict[MemberId, Consent] = {}
        self.done: list[tuple[Member, Change]] = []

    def load(self, group_id: GroupId | None, version: int | None = None) -> None:
        """Take up a group; answers that are registered already are found."""
        self.version = version or self.version
        db = self._vault.db
        self.members = groups.members(db, group_id) if group_id is not None else ()
        self.answered = {}
        for member in self.members:
            found = self._known(member)
            if found is not None and member.id is not None:
                self.answered[member.id] = found

    def left(self) -> tuple[Member, ...]:
        """Those whose form has not come, or whose answer is to be renewed by now."""
        return tuple(one for one in self.members if not self._is_answered(one))

    def matches(self, typed: str) -> tuple[Member, ...]:
        """Those whose names begin so, in any of their words; those who are left first."""
        words = fold_short(typed).split()
        found = [one for one in self.members if _matches(one.name, words)]
        return tuple(sorted(found, key=self._is_answered))

    def consent_of(self, member: Member) -> Consent | None:
        """What is registered of a child."""
        return self.answered.get(member.id) if member.id is not None else None

    def register(self, member: Member, line: Line, *, anyway: bool = False) -> Change:
        """Keep a line at once. Raises as ``register_answer`` does."""
        registered = Registered(
            subject=Subject(
                name=member.name, birth_date=member.birth_date, protected=member.protected
            ),
            statements=statements(member, line),
            version=self.version,
            group_id=member.group_id,
            member_id=member.id,
            parents=member.parents,
            care_order=member.care_order or None,
        )
        known = self.consent_of(member)
        change = register_answer(
            self._vault,
            self._form.case.id,
            registered,
            consent_id=known.id if known is not None else None,
            anyway=anyway,
        )
        self.done.append((member, change))
        if member.id is not None:
            number = known.id if known is not None else ConsentId(change.id)
            self.answered[member.id] = store.consent(self._vault.db, number)
        return change

    def undo(self) -> Member | None:
        """Take back the last line; whose it was. Raises ``AppError`` where it cannot be."""
        if not self.done:
            return None
        member, change = self.done[-1]
        if change.undo is not None:
            change.undo.verb(self._vault)
        self.done.pop()
        found = self._known(member)
        if member.id is not None:
            self.answered.pop(member.id, None)
            if found is not None:
                self.answered[member.id] = found
        return member

    def _known(self, member: Member) -> Consent | None:
        subject = Subject(name=member.name, birth_date=member.birth_date)
        form_id = self._form.case.id
        return known_consent(self._vault.db, form_id, self.version, subject, member.id)

    def _is_answered(self, member: Member) -> bool:
        found = self.consent_of(member)
        if found is None or found.valid_until is None:
            return found is not None
        version = self._form.version(found.version)
        months = max(version.content.renew_months, 0) if version is not None else 0
        return self._vault.clock.today() < months_after(found.valid_until, -months)


def _matches(name: str, words: list[str]) -> bool:
    parts = search_words(name).replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def statements(member: Member, line: Line) -> tuple[Statement, ...]:
    """The same answers of each who signed."""
    first, second = guardian(member, 0), guardian(member, 1)
    who = {
        Signed.FIRST: ((first, 1),),
        Signed.SECOND: ((second, 2),),
        Signed.BOTH: ((first, 1), (second, 2)),
        Signed.SELF: ((Guardian(name="", relation=Relation.SELF), 0),),
    }[line.signed]
    return tuple(
        Statement(
            relation=Relation(one.relation),
            name=one.name,
            which=which,
            given_on=line.given_on,
            how=line.how,
            yes=line.yes,
            no=line.no,
        )
        for one, which in who
    )


def guardian(member: Member, place: int) -> Guardian:
    """The parent in a place on the form; without a name where the list has none."""
    if place < len(member.guardians):
        return member.guardians[place]
    return Guardian(name="")

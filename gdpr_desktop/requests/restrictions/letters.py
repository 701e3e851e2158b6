"""The letter that a restriction is about to be lifted, art. 18(3): sent is the step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import case_frame, municipality_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import store as requests
from gdpr_desktop.requests.model import OnBehalfOf, Request
from gdpr_desktop.requests.restrictions import store
from gdpr_desktop.requests.restrictions.model import Restriction, Stage, restriction_of
from gdpr_desktop.requests.rights.base import child_or
from gdpr_desktop.requests.rights.restriction import restricted_facts
from gdpr_desktop.requests.service.base import day_problems, read_request
from gdpr_desktop.vault import Vault

LETTERS = frozenset({"restriction_lift", "restriction_lift_child"})
_OWN = frozenset(
    {
        "received",
        "on_behalf_of",
        "restricted",
        "restricted_from",
        "lift_on",
        "lift_reason",
        "lift_explanation",
        "lift_afterwards",
    }
)


def lift_template(request: Request) -> str:
    """The letter, or its child's version."""
    return child_or(request, "restriction_lift")


def lift_facts(request: Request, found: Restriction) -> dict[str, object]:
    """What the case says in the letter."""
    acts = request.on_behalf_of is not OnBehalfOf.SELF
    lift = found.lift
    return {
        "received": request.case.received,
        "on_behalf_of": request.subject.name if acts else "",
        "restricted": restricted_facts(found.assessment),
        "restricted_from": found.since,
        "lift_on": lift.lift_on if lift else None,
        "lift_reason": lift.reason.value if lift else "",
        "lift_explanation": lift.explanation if lift else "",
        "lift_afterwards": lift.afterwards.value if lift else "",
    }


def found_in(db: object, request: Request, part_id: PartId) -> Restriction:
    """The restriction of a part. Raises ``RefusedError`` where there is none."""
    course = store.course(db, part_id)
    found = restriction_of(request, request.part(part_id), course)
    if found is None:
        raise RefusedError(_("Nothing is restricted in this case."))
    return found


@dataclass(frozen=True, slots=True)
class LiftLetters:
    """The letter before one restriction is lifted. The case may be closed by then."""

    vault: Vault
    case_id: CaseId
    part_id: PartId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        return _OWN

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the case as it stands."""
        request = read_request(self.vault, self.case_id)
        found = found_in(self.vault.db, request, self.part_id)
        changes = {name: value for name, value in order.changes.items() if name not in _OWN}
        return {
            **municipality_facts(self.vault.municipality()),
            **lift_facts(request, found),
            **changes,
            "frame": case_frame(self.vault, request.case, request.recipient, order),
        }

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that comes too late, or says what is not planned."""
        request = requests.request(self.vault.db, self.case_id)
        found = found_in(self.vault.db, request, self.part_id)
        if found.stage is Stage.LIFTED:
            raise RefusedError(_("The restriction has been lifted already."))
        if found.lift is None:
            raise RefusedError(
                _("It is not written down why the restriction ends."),
                hint=_("Plan the end of the restriction first."),
            )
        if order.sent_on is None:
            return
        problems = day_problems("sent_on", order.sent_on, request, self.vault.clock.today())
        if not problems and order.sent_on >= found.lift.lift_on:
            text = _("The letter must go before the day that the restriction ends.")
            problems.append(problem("sent_on", text))
        require_valid(problems)

    def take_step(self, order: LetterOrder) -> None:
        """Note that the person has been told."""
        if order.sent_on is None:
            return
        with self.vault.begin(Deed.SEND_LETTER) as work:
            request = requests.request(work.db, self.case_id)
            found = found_in(work.db, request, self.part_id)
            assert found.lift is not None, "refused before"
            told = replace(found.lift, told_on=order.sent_on)
            store.put(work.db, self.part_id, replace(found.course, lift=told))
            record(work, self.case_id, "lift_told", on=order.sent_on.isoformat())

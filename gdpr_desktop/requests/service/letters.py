"""Letters of a request: the facts, which one may be written, and the step that a sent one takes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import (
    FieldProblem,
    InvalidInputError,
    RefusedError,
    require_valid,
)
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence import service as correspondence
from gdpr_desktop.correspondence.facts import case_frame
from gdpr_desktop.correspondence.form_links import GENERAL, form_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.requests import store
from gdpr_desktop.requests.letter_facts import (
    CASE_FACTS,
    EXTENSION_FACTS,
    Surroundings,
    draft_facts,
)
from gdpr_desktop.requests.model import IdentityState, Part, Request
from gdpr_desktop.requests.rights import ANSWER_LETTERS, rules_for, rules_of
from gdpr_desktop.requests.rights.base import CHILD
from gdpr_desktop.requests.service import deadlines as deadline_deeds
from gdpr_desktop.requests.service import identity as identity_deeds
from gdpr_desktop.requests.service.answering import require_sendable
from gdpr_desktop.requests.service.base import day_problems, of_part, read_request
from gdpr_desktop.requests.service.refusal_letters import (
    beside_facts,
    goes_beside,
    require_fits,
    require_safe,
    take_step,
)
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


NOTICE = "recipients_notice"
MOST_NAMED = 40  # recipients that a letter names one by one


def part_of(request: Request, template: str, part_id: PartId | None = None) -> Part | None:
    """The part that a letter answers: the one named, else the one that has this letter."""
    if part_id is not None:
        return request.part(part_id)
    has_it = (part for part in request.parts if template in rules_for(part).letters)
    return next(has_it, None)


def facts_for(
    vault: Vault, request: Request, order: LetterOrder, part: Part | None = None
) -> dict[str, object]:
    """Facts of the letter as ordered; ``part`` is the one that it answers."""
    around = Surroundings(municipality=vault.municipality(), today=vault.clock.today())
    facts = draft_facts(request, around, order.language)
    if order.template == "access_extension":
        facts["due"] = facts["extended_due"]
    part = part or part_of(request, order.template)
    right = part.right if part else next((one.right for one in request.parts), GENERAL)
    facts |= form_facts(vault, right, order.language)
    own = dict(own_facts_of(request, part, order.template, order.language)) if part else {}
    if part is not None:
        own |= _recipients(vault, part, order.language)
    if order.template == NOTICE:
        own |= _notice(part)
    fixed = CASE_FACTS | own.keys() | (EXTENSION_FACTS if request.extension else frozenset())
    changes = {name: value for name, value in order.changes.items() if name not in fixed}
    to = request.addressee
    if order.template in ANSWER_LETTERS:
        to = _answered(request, part)
    if order.template == NOTICE:
        to = Person(name=str(changes.get("recipient", "")))
    return {**facts, **own, **changes, "frame": case_frame(vault, request.case, to, order)}


def _answered(request: Request, part: Part | None) -> Person:
    if part is None:
        return request.recipient
    return rules_for(part).answering.addressee(request, part)


def own_facts_of(
    request: Request, part: Part, template: str, language: Language
) -> Mapping[str, object]:
    """What the part itself says in this letter."""
    if goes_beside(part, template):
        return beside_facts(part, language)
    return rules_for(part).facts(request, part, language)


def _notice(part: Part | None) -> dict[str, object]:
    done = rules_of(part.right).told_as if part is not None else ""
    return {"done": done} if done else {}


def _recipients(vault: Vault, part: Part, language: Language) -> dict[str, object]:
    """Who has been told what was done, for the letter to the person."""
    from gdpr_desktop.requests.recipients import model, store

    kept = store.recipients(vault.db, part.id) if part.told is not None else model.Recipients()
    names = model.told_names(kept)
    many = names if len(names) <= MOST_NAMED else ()
    text = _("We have told {count} recipients.", language=language)
    return {
        "recipients_told": tuple({"name": name} for name in many),
        "recipients_note": "" if many or not names else text.format(count=len(names)),
        "nobody_got_them": kept.nobody,
    }


def write(vault: Vault, request: Request, order: LetterOrder, part: Part | None = None) -> "Letter":
    """The letter of the request as it is given here, saved or not. Raises ``AppError``."""
    return correspondence.compose(vault, order, facts_for(vault, request, order, part))


@dataclass(frozen=True, slots=True)
class RequestLetters:
    """The letters of one request; ``part_id`` is the part that is answered."""

    vault: Vault
    case_id: CaseId
    part_id: PartId | None = None

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        request = read_request(self.vault, self.case_id)
        if self.part_id is None:
            return CASE_FACTS
        part = request.part(self.part_id)
        language = request.case.language
        own = rules_for(part).facts(request, part, language).keys()
        return CASE_FACTS | own | beside_facts(part, language).keys() | _notice(part).keys()

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the request as it stands."""
        request = read_request(self.vault, self.case_id)
        part = part_of(request, order.template, self.part_id)
        return facts_for(self.vault, request, order, part)

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that does not fit the request."""
        request = store.request(self.vault.db, self.case_id)
        part = part_of(request, order.template, self.part_id)
        _refuse_wrong_letter(request, part, order, self.vault.clock.today())

    def take_step(self, order: LetterOrder) -> None:
        """A letter that is sent is itself the step."""
        _take_step(self.vault, self.case_id, order)
        request = store.request(self.vault.db, self.case_id)
        part = part_of(request, order.template, self.part_id)
        take_step(self.vault, part, order.template, order.sent_on)


def preview(
    vault: Vault, case_id: CaseId, order: LetterOrder, part_id: PartId | None = None
) -> "Letter":
    """The letter as it would be, for looking at. Raises ``AppError`` for what it lacks."""
    return correspondence.preview(vault, RequestLetters(vault, case_id, part_id), order)


def export_letter(
    vault: Vault,
    case_id: CaseId,
    order: LetterOrder,
    path: Path,
    part_id: PartId | None = None,
) -> Change:
    """Write the letter, and take the step it belongs to. See ``correspondence``."""
    letters = RequestLetters(vault, case_id, part_id)
    part = part_of(read_request(vault, case_id), order.template, part_id)
    detail = of_part(part) if part is not None else {}
    return correspondence.export_letter(vault, letters, order, path, **detail)


def _refuse_wrong_letter(
    request: Request, part: Part | None, order: LetterOrder, today: date
) -> None:
    if order.sent_on is not None:
        require_valid(day_problems("sent_on", order.sent_on, request, today))
    if order.template == NOTICE:
        _refuse_closed(request)
    elif goes_beside(part, order.template):
        require_fits(request, part, order.template)
        require_safe(request, part, order)
    elif part is not None:
        require_sendable(request, part)
        _refuse_wrong_answer(request, part, order)
    elif not request.case.open or request.answered:
        raise RefusedError(
            _("The request has been answered."),
            hint=_("Close the case and open it again, if more must be done."),
        )
    if order.template == "access_extension" and request.extension is None:
        _refuse_wrong_extension(request, order, today)
    if order.template == "access_identity" and request.identity.established:
        raise RefusedError(
            _("The identity is already established."),
            hint=_("To ask again would be more than the law allows."),
        )
    turned_away = (IdentityState.ASKED, IdentityState.NOT_ESTABLISHED)
    if order.template == "access_identity_unknown" and request.identity.state not in turned_away:
        raise RefusedError(
            _("Ask for proof of identity first."),
            hint=_("Only when no proof comes may the request be turned away."),
        )


def _refuse_closed(request: Request) -> None:
    if not request.case.open:
        raise RefusedError(
            _("The case is closed."), hint=_("Open the case again, if more must be done.")
        )


def _refuse_wrong_extension(request: Request, order: LetterOrder, today: date) -> None:
    """A notice that would not hold is not even printed."""
    explanation = str(order.changes.get("explanation", ""))
    day = order.sent_on or today
    problems = deadline_deeds.extension_problems(request, _ground(order), explanation, day)
    require_valid(
        FieldProblem(field="sent_on" if p.field == "notice_sent" else p.field, text=p.text)
        for p in problems
    )


def _ground(order: LetterOrder) -> ExtensionGround:
    return ExtensionGround(str(order.changes.get("ground", ExtensionGround.COMPLEXITY.value)))


def _refuse_wrong_answer(request: Request, part: Part, order: LetterOrder) -> None:
    if order.sent_on is not None or order.channel:
        text = _("The answer is noted as sent in a step of its own, where the channel is checked.")
        raise InvalidInputError([FieldProblem(field="sent_on", text=text)])
    fitting = rules_for(part).template(request, part).removesuffix(CHILD)
    if order.template.removesuffix(CHILD) != fitting:
        raise RefusedError(
            _("This letter does not say what the review came to."),
            hint=_("Choose the answer letter that the case offers."),
        )


def _take_step(vault: Vault, case_id: CaseId, order: LetterOrder) -> None:
    """A letter that is sent is itself the step: the date it went is the date that counts."""
    day = order.sent_on
    if day is None:
        return
    request = store.request(vault.db, case_id)
    steps: dict[str, Any] = {
        "access_receipt": lambda: deadline_deeds.confirm_receipt(
            vault, case_id, confirmed_on=day, how=_("Letter")
        ),
        "access_identity": lambda: identity_deeds.ask_for_identity(vault, case_id, asked_on=day),
        "access_identity_unknown": lambda: identity_deeds.reject_identity(
            vault, case_id, settled_on=day, told=_("Letter")
        ),
        "access_specification": lambda: deadline_deeds.ask_for_specification(
            vault, case_id, asked_on=day
        ),
        "access_extension": lambda: _extend(vault, case_id, order, day),
    }
    step = steps.get(order.template)
    if step is not None and not _already_taken(request, order.template):
        with _named_day():
            step()


def _already_taken(request: Request, template: str) -> bool:
    """Has the step been taken, so that this letter is only sent once more?"""
    return {
        "access_receipt": request.receipt is not None,
        "access_identity": request.identity.asked_on is not None,
        "access_identity_unknown": request.identity.state is IdentityState.NOT_ESTABLISHED,
        "access_specification": request.specification is not None,
        "access_extension": request.extension is not None,
    }[template]


def _extend(vault: Vault, case_id: CaseId, order: LetterOrder, day: date) -> None:
    deadline_deeds.extend_deadline(
        vault,
        case_id,
        ground=_ground(order),
        explanation=str(order.changes.get("explanation", "")),
        notice_sent=day,
    )


@contextmanager
def _named_day() -> Iterator[None]:
    """Says the day's problems at the letter's own field, ``sent_on``."""
    days = {"confirmed_on", "asked_on", "settled_on", "notice_sent"}
    try:
        yield
    except InvalidInputError as error:
        raise InvalidInputError(
            FieldProblem(field="sent_on" if p.field in days else p.field, text=p.text)
            for p in error.problems
        ) from None

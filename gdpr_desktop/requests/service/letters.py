"""Letters of a request: the frame and facts, the export, and the step that a sent letter takes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.casework.service import begin_on
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import (
    AppError,
    FieldProblem,
    InvalidInputError,
    RefusedError,
    require_valid,
)
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import is_too_long
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.requests import store
from gdpr_desktop.requests.letter_facts import (
    ANSWER_LETTERS,
    CASE_FACTS,
    EXTENSION_FACTS,
    Surroundings,
    draft_facts,
)
from gdpr_desktop.requests.model import IdentityState, Outcome, Request
from gdpr_desktop.requests.service import deadlines as deadline_deeds
from gdpr_desktop.requests.service import identity as identity_deeds
from gdpr_desktop.requests.service.answering import require_sendable
from gdpr_desktop.requests.service.base import day_problems, read_request
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


_CHANGES_THE_ANSWER = frozenset(
    {"intake_changed", "reviewed", "decided", "answer_prepared", "answer_opened_again"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """A letter to write: ``changes`` are facts the person put in place of the case's own.

    ``sent_on`` None: exported, but not sent yet; the step is then not taken.
    """

    template: str
    language: Language
    changes: Mapping[str, object] = field(default_factory=dict)
    sent_on: date | None = None
    channel: str = ""
    original: bool = False  # the shipped wording, though the municipality has its own


def facts_for(vault: Vault, request: Request, order: LetterOrder) -> dict[str, object]:
    """Facts of the letter as ordered."""
    around = Surroundings(municipality=vault.municipality(), today=vault.clock.today())
    facts = draft_facts(request, around, order.language)
    if order.template == "access_extension":
        facts["due"] = facts["extended_due"]
    fixed = CASE_FACTS | (EXTENSION_FACTS if request.extension else frozenset())
    changes = {name: value for name, value in order.changes.items() if name not in fixed}
    return {**facts, **changes, "frame": _frame(vault, request, order)}


def _frame(vault: Vault, request: Request, order: LetterOrder) -> object:
    from gdpr_desktop.letters import Frame, Sender, Signer

    municipality = vault.municipality()
    answers = order.template in ANSWER_LETTERS
    to = request.recipient if answers else request.addressee
    name = request.case.caseworker or vault.actor.name
    return Frame(
        sender=Sender.of(municipality),
        recipient=to.name,
        recipient_address=to.address,
        day=order.sent_on or vault.clock.today(),
        our_reference=request.case.archive_number or request.case.number,
        caseworker=name,
        caseworker_phone=municipality.phone,
        caseworker_email=municipality.email,
        signers=(Signer(name=name),),
    )


def preview(vault: Vault, case_id: CaseId, order: LetterOrder) -> "Letter":
    """The letter as it would be, for looking at. Raises ``AppError`` for what it lacks."""
    return write(vault, read_request(vault, case_id), order)


def write(vault: Vault, request: Request, order: LetterOrder) -> "Letter":
    """The letter in the municipality's own wording where it has one. Raises ``AppError``."""
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    facts = facts_for(vault, request, order)
    source = None if order.original else OwnTemplates(vault)
    return render(order.template, order.language, facts, source=source)


def suggested_name(vault: Vault, case_id: CaseId, order: LetterOrder) -> str:
    """A file name without personal data: case number, letter, date."""
    from gdpr_desktop.letters import file_name

    number = cases.case(vault.db, case_id).number
    return file_name(number, order.template, order.language, vault.clock.today())


def answer_letter_is_fresh(vault: Vault, case_id: CaseId) -> bool:
    """Has an answer letter been saved since what it says was last changed?"""
    for entry in cases.timeline(vault.db, case_id):  # the newest first
        if entry.code == "letter_exported" and entry.detail["template"] in ANSWER_LETTERS:
            return True
        if entry.code in _CHANGES_THE_ANSWER:
            return False
    return False


def _refuse_place(vault: Vault, path: Path) -> None:
    """A letter is a .docx of its own: never the register, its keys, or something like a device."""
    from gdpr_desktop.letters.file_names import check_path

    check_path(path)
    own = {vault.path.with_suffix(s).absolute() for s in (vault.path.suffix, ".keys", ".lock")}
    if path.suffix.lower() != ".docx" or path.absolute() in own:
        raise AppError(
            _("A letter must be saved as a file that ends in .docx."),
            hint=_("Choose another name."),
        )
    if is_too_long(path):
        raise AppError(
            _("The name of the file, or of the folders it lies in, is too long."),
            hint=_("Choose a shorter name, or a folder that is not so deep."),
        )
    if _exists(path) and not path.is_file():
        raise AppError(
            _("{name} is not a file.").format(name=path.name), hint=_("Choose another name.")
        )


def _exists(path: Path) -> bool:
    """Raises ``AppError`` where the system cannot even look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Choose another name or another folder."),
        ) from None
    return True


def export_letter(vault: Vault, case_id: CaseId, order: LetterOrder, path: Path) -> Change:
    """Write the letter to ``path``, keep it on the timeline and take the step it belongs to.

    The caller has asked before an existing file is replaced. When the record cannot be made, or
    not be committed, the file is as it was before, so that no letter lies about that the case
    does not know.
    """
    _refuse_place(vault, path)
    with exporting(vault, case_id, path) as export, vault.begin(Deed.SEND_LETTER) as work:
        begin_on(work, Deed.SEND_LETTER, case_id)
        _refuse_wrong_letter(store.request(work.db, case_id), order, work.clock.today())
        _take_step(vault, case_id, order)
        # the step may have moved the date that the letter names
        current = store.request(work.db, case_id)
        letter = write(vault, current, order)
        sha256 = letter.save(path, vault.letterhead(), temporary=export.temporary, kept=export.kept)
        casework.record_letter(
            vault,
            case_id,
            template=order.template,
            language=order.language.value,
            path=path.absolute(),
            sha256=sha256,
            sent_on=order.sent_on,
            channel=order.channel,
            wording=_wording(letter),
        )
        mark_recorded(work, export)
    return work.change


def _wording(letter: "Letter") -> dict[str, str]:
    """For the timeline: the shipped wording or the municipality's own, and which texts."""
    own = any(one.own for one in letter.wordings)
    texts = (
        f"{one.template} {'own' if one.own else 'original'} {one.sha256}" for one in letter.wordings
    )
    return {"wording": "own" if own else "original", "texts": "\n".join(texts)}


def _refuse_wrong_letter(request: Request, order: LetterOrder, today: date) -> None:
    if order.sent_on is not None:
        require_valid(day_problems("sent_on", order.sent_on, request, today))
    if order.template in ANSWER_LETTERS:
        require_sendable(request)
        _refuse_wrong_answer(request, order)
    elif not request.case.open or request.dispatch is not None:
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


def _refuse_wrong_answer(request: Request, order: LetterOrder) -> None:
    if order.sent_on is not None or order.channel:
        text = _("The answer is noted as sent in a step of its own, where the channel is checked.")
        raise InvalidInputError([FieldProblem(field="sent_on", text=text)])
    nothing = request.review is not None and request.review.outcome is Outcome.NOTHING_HELD
    if nothing != (order.template == "access_nothing_held"):
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

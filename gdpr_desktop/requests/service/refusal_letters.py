"""The letters of a refusal in part and of a fee: they go beside the answer of the right."""

from collections.abc import Mapping
from datetime import date

from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.requests.channels import objections
from gdpr_desktop.requests.model import Missing, Part, Request
from gdpr_desktop.requests.refusals.model import RefusalKind
from gdpr_desktop.requests.rights.refused import FEE_LETTERS, LETTERS, refusal_facts, refused_whole
from gdpr_desktop.requests.service.refusing import tell_of_refusal, warn_of_fee
from gdpr_desktop.requests.steps import decided, refusal_untold
from gdpr_desktop.requests.words import missing_words, objection_words
from gdpr_desktop.vault import Vault


def goes_beside(part: Part | None, template: str) -> bool:
    """Is it a letter beside the answer? A claim that is refused whole has no other answer."""
    whole = part is not None and refused_whole(part)
    return template in FEE_LETTERS or (template in LETTERS and not whole)


def beside_facts(part: Part, language: Language) -> Mapping[str, object]:
    """What such a letter says of its part."""
    return refusal_facts(part, language)


def require_fits(request: Request, part: Part | None, template: str) -> None:
    """Raise ``RefusedError`` for a letter that the part has no refusal or fee for."""
    refusal = part.refusal if part is not None else None
    wanted = RefusalKind.FEE if template in FEE_LETTERS else RefusalKind.PART
    if part is None or refusal is None or refusal.kind is not wanted:
        raise RefusedError(
            _("This letter does not say what was noted."),
            hint=_("Note the refusal or the fee first."),
        )
    wants = [
        (Missing.IDENTITY, request.identity.established),
        (Missing.AUTHORITY, request.authority_settled),
    ]
    if wanted is RefusalKind.PART:
        wants.append((Missing.DECISION, decided(part)))
    missing = [code for code, present in wants if not present]
    if missing:
        raise RefusedError(
            _("The letter cannot be written yet."),
            hint=" ".join(missing_words(code) for code in missing),
        )


def require_safe(request: Request, part: Part | None, order: LetterOrder) -> None:
    """A refusal in part is an answer: raise for a channel that the answer may not go by."""
    if part is None or order.template not in LETTERS or not order.channel:
        return
    against = objections(request, part, DispatchChannel(order.channel))
    require_valid(FieldProblem(field="channel", text=objection_words(code)) for code in against)


def take_step(vault: Vault, part: Part | None, template: str, sent_on: date | None) -> None:
    """A warning, or the reasons of a refusal in part, that has gone is itself the step."""
    if part is None or sent_on is None:
        return
    if template in FEE_LETTERS:
        warn_of_fee(vault, part.id, warned_on=sent_on)
    elif template in LETTERS and refusal_untold(part):
        tell_of_refusal(vault, part.id, told_on=sent_on)

"""What the program sees of each point of checklist 3.8. The order is the handbook's."""

from collections.abc import Callable, Iterable

from gdpr_desktop.consents.checking import wording
from gdpr_desktop.consents.checking.basis import advice_of
from gdpr_desktop.consents.checking.facts import circumstances
from gdpr_desktop.consents.checking.points import BASIS, Finding, Outcome, found
from gdpr_desktop.consents.codes import Audience, FormKind, Lasting, Matter, PictureUse
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.law.consent import Fault, Told, faults, lacks

Findings = Iterable[Finding]
_NO, _MET, _DOUBT = Outcome.NOT_MET, Outcome.MET, Outcome.DOUBT
_NOT_RELEVANT = Outcome.NOT_RELEVANT
_OWN_MATTERS = {
    FormKind.PICTURE: (Matter.PICTURE,),
    # where it is about health care, a young person lifts the duty alone from the age that decides
    # on health care (pasient- og brukarrettslova § 4-3)
    FormKind.CONFIDENTIALITY: (Matter.CONFIDENTIALITY, Matter.HEALTH),
}
_FOREIGN = (Matter.PICTURE, Matter.CONFIDENTIALITY)
_NO_PARENT = (Matter.COUNSELLING, Matter.CONTEST)
_PRINTED = (PictureUse.PUBLISH_PRINT, PictureUse.PRESS, PictureUse.HAND_OUT)


def asked(form: Form) -> tuple[int, ...]:
    """The points that a person answers, since the program cannot see them."""
    own = {5, 11}
    if is_online(form.draft):
        own |= {2, 3, 4, 14}  # another program asks, and keeps what was answered
    if form.draft.lasting is Lasting.WITHDRAWN:
        own.add(16)
    return tuple(sorted(own))


def is_online(content: FormContent) -> bool:
    """Is it asked on the internet, and not on our own sheet?"""
    return content.online or any(one.matter is Matter.ONLINE_SERVICE for one in content.purposes)


def _answered(form: Form, number: int, seen: str) -> Finding:
    """What the person says of a point where it is asked; else what the program knows of it."""
    if number not in asked(form):
        return found(number, seen, _MET)
    answer = next((one for one in form.answers if one.number == number), None)
    if answer is None:
        return found(number, "ask", Outcome.UNANSWERED)
    return found(number, "answered", _MET if answer.yes else _NO)


def right_basis(form: Form) -> Findings:
    """1. Consent is the right basis for this purpose."""
    advice = advice_of(form.draft.kind, form.basis)
    if form.draft.kind is FormKind.CONFIDENTIALITY and not form.draft.law.strip():
        yield found(1, "release_no_law", _NO, field="law")
    if form.basis is None:
        yield found(1, "no_basis", _NO, field=BASIS)
        return
    for question in advice.stops:
        yield found(1, f"stop_{question.value}", _NO, field=BASIS)
    if not advice.complete:
        yield found(1, "basis_open", Outcome.UNANSWERED, field=BASIS)
    elif advice.needs_why and not form.basis.why.strip():
        yield found(1, "no_why", _NO, field=BASIS)
    elif advice.needs_why:
        yield found(1, "all_the_same", _MET)
    else:
        yield found(1, "basis_right", _MET)


def apart(form: Form) -> Findings:
    """2. The request stands apart from other text; the three kinds are not mixed."""
    if not form.draft.title:
        yield found(2, "no_title", _NO, field="title")
    own = _OWN_MATTERS.get(form.draft.kind)
    for one in form.draft.purposes:
        foreign = one.use is not None or one.matter in _FOREIGN
        mixed = one.matter not in own if own else foreign
        if mixed or (one.use is not None and form.draft.kind is not FormKind.PICTURE):
            yield found(2, "mixed", _NO, field="purposes", purpose=one.key)
    yield _answered(form, 2, "own_sheet")


def active(form: Form) -> Findings:
    """3. A clear act; an express sentence where the law asks for one."""
    if Fault.NOT_EXPLICIT in faults(circumstances(form.draft)):
        yield found(3, "no_explicit", _NO, field="explicit")
    elif not any(one.special for one in form.draft.purposes) and wording.sounds_special(form.draft):
        yield found(3, "maybe_special", _DOUBT, field="purposes")
    if any(one.transfer for one in form.draft.purposes):
        yield found(3, "public_transfer", _DOUBT, field="purposes")
    for field, purpose, words in wording.texts(form.draft):
        if wording.takes_silence_for_yes(words):
            yield found(3, "silence", _NO, field=field, purpose=purpose)
    yield _answered(form, 3, "signed")


def empty_boxes(form: Form) -> Findings:
    """4. Never a box that is ticked beforehand."""
    for field, purpose, words in wording.texts(form.draft):
        if wording.is_ticked(words):
            yield found(4, "ticked", _NO, field=field, purpose=purpose)
    yield _answered(form, 4, "empty_boxes")


def plain(form: Form) -> Findings:
    """5. Plain words that suit who reads them."""
    texts = tuple(wording.texts(form.draft))
    both = any(words.nn and words.nb for _field, _purpose, words in texts)
    for field, purpose, words in texts:
        if wording.has_long_sentence(words, form.draft.level):
            yield found(5, "long_sentence", _DOUBT, field=field, purpose=purpose)
        if both and wording.is_half(words):
            yield found(5, "half", _DOUBT, field=field, purpose=purpose)
    yield _answered(form, 5, "")


def purpose(form: Form) -> Findings:
    """6. The purpose is named, with what the person must know of it."""
    content = form.draft
    if Fault.UNSPECIFIC in faults(circumstances(content)):
        yield found(6, "no_purpose", _NO, field="purposes")
    for one in content.purposes:
        if not one.text:
            yield found(6, "empty_purpose", _NO, field="purposes", purpose=one.key)
        elif wording.is_vague(one):
            yield found(6, "vague", _NO, field="purposes", purpose=one.key)
        elif one.use is None and wording.is_short(one):
            yield found(6, "short", _DOUBT, field="purposes", purpose=one.key)
    lacking = lacks(circumstances(content))
    if Told.DATA in lacking:
        yield found(6, "no_data", _NO, field="data")
    if Told.TRANSFER_RISKS in lacking:
        yield found(6, "no_risk", _NO, field="risk")
    if content.kind is FormKind.BASIS and not content.use:
        yield found(6, "no_use", _NO, field="use")
    if content.kind is FormKind.CONFIDENTIALITY and not (content.sources or content.recipients):
        yield found(6, "no_sources", _NO, field="sources")
    yield found(6, "purpose_named", _MET)


def separate(form: Form) -> Findings:
    """7. Each purpose has its own answer."""
    purposes = form.draft.purposes
    for one in purposes:
        if wording.is_joined(one):
            yield found(7, "joined", _DOUBT, field="purposes", purpose=one.key)
    said = [one.text for one in purposes if one.text]
    if len(set(said)) < len(said):
        yield found(7, "twice", _NO, field="purposes")
    if form.draft.kind is FormKind.PICTURE and purposes:
        yield from _picture_uses(form)
    if len(purposes) > 1:
        yield found(7, "own_boxes", _MET)
    else:
        yield found(7, "one_purpose", _NOT_RELEVANT)


def _picture_uses(form: Form) -> Findings:
    """A consent must cover each thing that is done with a picture (handbook 8)."""
    uses = [one.use for one in form.draft.purposes]
    for one in form.draft.purposes:
        if one.use is None:
            yield found(7, "no_use_of_picture", _NO, field="purposes", purpose=one.key)
    if PictureUse.TAKE not in uses:
        yield found(7, "no_taking", _DOUBT, field="purposes")
    if PictureUse.KEEP not in uses:
        yield found(7, "no_keeping", _DOUBT, field="purposes")


def named(form: Form) -> Findings:
    """8. The controller and the officer stand in the text."""
    if not form.draft.unit.strip():
        yield found(8, "no_unit", _NO, field="unit")
    if not form.draft.contact.strip():
        yield found(8, "no_contact", _NO, field="contact")
    yield found(8, "printed", _MET)


def how_long(form: Form) -> Findings:
    """9. How long it lasts."""
    if form.draft.lasting is Lasting.DATE and form.draft.until is None:
        yield found(9, "no_date", _NO, field="until")
    elif form.draft.lasting is Lasting.WITHDRAWN:
        yield found(9, "no_end", _DOUBT, field="lasting")
    else:
        yield found(9, "lasts", _MET)


def withdrawable(form: Form) -> Findings:
    """10. It can be taken back at any time, and how; also what cannot be undone."""
    content = form.draft
    if Fault.NOT_WITHDRAWABLE in faults(circumstances(content)):
        yield found(10, "no_withdrawal", _NO, field="withdraw_how")
    for field in ("withdraw_how", "withdraw_after"):
        if wording.denies_withdrawal(getattr(content, field)):
            yield found(10, "denied", _NO, field=field)
    if wording.makes_it_hard(content.withdraw_how):
        yield found(10, "hard", _DOUBT, field="withdraw_how")
    if not content.withdraw_after:
        release = content.kind is FormKind.CONFIDENTIALITY
        code, outcome = ("release_after", _NO) if release else ("no_after", _DOUBT)
        yield found(10, code, outcome, field="withdraw_after")
    if not content.irrevocable and _leaves_traces(content):
        yield found(10, "no_irrevocable", _NO, field="irrevocable")
    yield found(10, "told", _MET)


def _leaves_traces(content: FormContent) -> bool:
    """Is it used where it cannot be deleted again: in print, with others?"""
    return any(
        one.use in _PRINTED or any(not place.erasable for place in one.places)
        for one in content.purposes
    )


def without_loss(form: Form) -> Findings:
    """11. Taking it back costs nothing."""
    for field in ("refusing", "withdraw_how", "withdraw_after"):
        if wording.costs(getattr(form.draft, field)):
            yield found(11, "costs", _NO, field=field)
        elif wording.shuts_out(getattr(form.draft, field)):
            yield found(11, "shuts_out", _DOUBT, field=field)
    if not form.draft.refusing:
        yield found(11, "no_refusing", _DOUBT, field="refusing")
    yield _answered(form, 11, "")


def age_checked(form: Form) -> Findings:
    """12. Online services offered directly to children: the age can be checked."""
    if not is_online(form.draft):
        yield found(12, "not_online", _NOT_RELEVANT)
    elif form.draft.audience is not Audience.CHILDREN:
        yield found(12, "no_children", _NOT_RELEVANT)
    elif not form.draft.online:
        yield found(12, "not_marked", _NO, field="online")
    elif not form.draft.age_check.strip():
        yield found(12, "no_age_check", _NO, field="age_check")
    else:
        yield found(12, "age_checked", _MET)


def parents(form: Form) -> Findings:
    """13. Parents answer for children who are too young."""
    if form.draft.audience is not Audience.CHILDREN:
        yield found(13, "no_children", _NOT_RELEVANT)
    elif form.draft.purposes and all(one.matter in _NO_PARENT for one in form.draft.purposes):
        yield found(13, "no_parent_needed", _NOT_RELEVANT)
    else:
        yield found(13, "givers_by_age", _MET)


def proved(form: Form) -> Findings:
    """14. Who, when, how and what can be shown in writing."""
    yield _answered(form, 14, "registered")


def followed_up(form: Form) -> Findings:
    """15. Somebody follows up that purpose and processing are the same."""
    if not form.draft.responsible.strip():
        yield found(15, "no_responsible", _NO, field="responsible")
    latest = form.latest if form.approved else None
    last = form.reviews[-1] if form.reviews else None
    if latest and last and not last.same and last.reviewed_on >= latest.approved_on:
        yield found(15, "changed_since", _NO, field="purposes")
    yield found(15, "yearly", _MET)


def asked_again(form: Form) -> Findings:
    """16. A new consent is asked for when it is needed."""
    latest = form.latest
    if latest is not None and latest.content.purposes != form.draft.purposes:
        yield found(16, "asks_anew", _DOUBT)
    yield _answered(form, 16, "renewed")


SEEN: dict[int, Callable[[Form], Findings]] = dict(
    enumerate(
        (
            right_basis,
            apart,
            active,
            empty_boxes,
            plain,
            purpose,
            separate,
            named,
            how_long,
            withdrawable,
            without_loss,
            age_checked,
            parents,
            proved,
            followed_up,
            asked_again,
        ),
        1,
    )
)

"""Words for grounds of refusal: on the screen, and as a letter names and explains them."""

from collections.abc import Mapping

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.complaints import ComplaintBody, complaint_body, record_bodies
from gdpr_desktop.law.exceptions import Interest, RefusalGround
from gdpr_desktop.law.excess import Excess, Fee
from gdpr_desktop.law.regimes import Regime
from gdpr_desktop.requests.exception_words import exception_reference, ground_words
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.refusals.model import Reason, Refusal, RefusalKind, Representative
from gdpr_desktop.requests.refusals.rules import article_of

words = CodeWords(
    (
        (RefusalKind.WHOLE, N_("Refuse all of it")),
        (RefusalKind.PART, N_("Refuse a part, and answer the rest")),
        (RefusalKind.FEE, N_("Do not refuse, but warn of a fee")),
        (Representative.NONE, N_("Not considered")),
        (Representative.OFFERED, N_("Yes, when the person asks for it")),
        (Representative.REFUSED, N_("No, special reasons speak against it")),
        (Interest.PRIVATE, N_("Private interests")),
        (Interest.PUBLIC, N_("Public interests")),
        (Regime.DATA_PROTECTION, N_("The General Data Protection Regulation")),
        (Regime.PARTY_ACCESS, N_("Party access (Public Administration Act section 18)")),
        (Regime.PUBLIC_ACCESS, N_("Public access (Freedom of Information Act section 3)")),
        (Regime.PATIENT_RECORDS, N_("Patient records (Patient Rights Act section 5-1)")),
        (
            Regime.PARENT_INFORMATION,
            N_("Parent without parental responsibility (Children Act section 47)"),
        ),
        (ComplaintBody.DATA_PROTECTION_AUTHORITY, N_("the Norwegian Data Protection Authority")),
        (ComplaintBody.COUNTY_GOVERNOR, N_("the County Governor")),
    )
)

# What the rule says, in one plain sentence of the letter
_RULES: Mapping[RefusalGround, str] = {
    RefusalGround.OTHERS_RIGHTS: N_("What you get must not harm other people."),
    RefusalGround.MANIFESTLY_UNFOUNDED: N_("We may refuse a claim that is plainly unfounded."),
    RefusalGround.EXCESSIVE: N_("We may refuse a claim that is excessive."),
    RefusalGround.NATIONAL_SECURITY: N_(
        "What matters to the country's security, defence or foreign relations may be held back."
    ),
    RefusalGround.CRIME: N_("What must be secret to prevent or solve crime may be held back."),
    RefusalGround.HEALTH_OR_RELATIONS: N_(
        "What it is not advisable that you learn, for your health or for people near to you, "
        "may be held back."
    ),
    RefusalGround.CONFIDENTIALITY: N_("What an act says must be kept secret is held back."),
    RefusalGround.INTERNAL_DOCUMENT: N_(
        "What stands only in our own preparation of a case may be held back when it must be."
    ),
    RefusalGround.OBVIOUS_INTERESTS: N_(
        "What would conflict with obvious and fundamental interests may be held back."
    ),
    RefusalGround.ARCHIVE_EFFORT: N_(
        "Access to data used only for archives, research or statistics may be refused when the "
        "work is out of proportion."
    ),
    RefusalGround.ARCHIVE_PURPOSE: N_(
        "For data used only for archives, research or statistics the right may be refused when "
        "it would defeat the purpose."
    ),
    RefusalGround.NOT_ABOUT_PERSON: N_("The right is to data on oneself."),
    RefusalGround.DECEASED: N_(
        "The rules on personal data protect the living. Other acts may still give access, and "
        "our duty of secrecy goes on."
    ),
    RefusalGround.OTHER_LAW: N_("The right belongs to the one whom the data are about."),
}
_INTERESTS: Mapping[Interest, str] = {
    Interest.PRIVATE: N_("Here it is about private interests."),
    Interest.PUBLIC: N_("Here it is about public interests."),
}
_EXCESS: Mapping[Excess, str] = {
    Excess.REPEAT_AFTER_A_YEAR: N_(
        "It is a year or more since the last time. Then the request is never excessive."
    ),
    Excess.DATA_CHANGED: N_("The data have changed since then, so the request is not excessive."),
    Excess.ONLY_THE_TONE: N_("Hard words alone do not make a request unfounded."),
    Excess.NO_PROOF: N_("Write what proves it. We carry the burden of proof."),
    Excess.NO_GUIDANCE: N_("Give the date when the person was helped to narrow the request."),
    Excess.NOT_WARNED: N_("Warn the person before the fee is charged."),
    Excess.NO_AMOUNT: N_("Write the amount in whole kroner."),
    Excess.NO_CALCULATION: N_("Write how the amount was found."),
}

# «Kravet ditt om …» in a letter, by the right
_CLAIMS: Mapping[Right, str] = {
    Right.ACCESS: N_("access"),
    Right.RECTIFICATION: N_("rectification"),
    Right.ERASURE: N_("erasure"),
    Right.RESTRICTION: N_("restriction of the processing"),
    Right.OBJECTION: N_("an end to the processing you object to"),
    Right.PORTABILITY: N_("data portability"),
    Right.AUTOMATED: N_("a human review of a decision"),
}


def excess_words(code: Excess) -> str:
    """A sentence on what stops a claim or a fee."""
    return _(_EXCESS[code])


def claim_words(right: Right, language: Language | None = None) -> str:
    """What the claim is about, as it follows «your claim to»: «innsyn», «sletting»."""
    return _(_CLAIMS[right], language=language)


def rule_words(reason: Reason, language: Language | None = None) -> str:
    """What the rule says, in plain words of a letter."""
    told = [_(_RULES[reason.ground], language=language)]
    told += [_(_INTERESTS[one], language=language) for one in reason.interests]
    return " ".join(told)


def reference_words(reason: Reason, right: Right, language: Language | None = None) -> str:
    """The exact provision: «personopplysningslova § 16 første ledd bokstav d, og helse…»."""
    found = exception_reference(reason.ground, language, article=article_of(right))
    if not reason.law:
        return found
    return _("{provision}, and {law}", language=language).format(provision=found, law=reason.law)


def kroner(amount: int, language: Language | None = None) -> str:
    """«450 kroner»."""
    return _("{amount} kroner", language=language).format(amount=amount)


def summary(refusal: Refusal, right: Right) -> tuple[tuple[str, str], ...]:
    """The refusal as (label, text) rows of the case page; empty texts are left out by the page."""
    rows = [(_("What is done"), words(refusal.kind)), (_("Is refused"), refusal.refused_part)]
    for reason in refusal.reasons:
        said = f"{ground_words(reason.ground)} ({reference_words(reason, right)})"
        rows.append((said, reason.explanation))
    if refusal.kind is RefusalKind.PART:
        told = long_date(refusal.told_on) if refusal.told_on else _("Not told yet")
        rows.append((_("Told of the reasons"), told))
    if refusal.previous:
        rows.append((_("Asked for the same before"), long_date(refusal.previous)))
    if refusal.guided_on:
        guided = f"{long_date(refusal.guided_on)}. {refusal.guidance}".rstrip(". ")
        rows.append((_("Helped to narrow it"), guided))
    if refusal.representative is not Representative.NONE:
        told = f"{words(refusal.representative)}. {refusal.representative_note}".rstrip()
        rows.append((_("A representative told"), told.rstrip(".")))
    if refusal.regime is not Regime.DATA_PROTECTION:
        rows.append((_("Answered by"), words(refusal.regime)))
    rows += _fee_rows(refusal)
    rows.append((_("Complaint to"), bodies(refusal)))
    return tuple(rows)


def bodies(refusal: Refusal) -> str:
    """Who is complained to: about this refusal, and about what another act gives."""
    own = complaint_body(Regime.DATA_PROTECTION)
    found = dict.fromkeys((own, complaint_body(refusal.regime)))
    return ", ".join(words(body) for body in found)


def fee_line(fee: Fee) -> str:
    """«Fee of 450 kroner. Answer wanted by 4 December 2026.», or that it has not been told."""
    amount = kroner(fee.amount)
    if fee.warned_on is None:
        return _("Fee of {amount}. The person has not been told of it.").format(amount=amount)
    if fee.answer_by is None:
        return _("Fee of {amount}. Waiting for the person.").format(amount=amount)
    text = _("Fee of {amount}. Answer wanted by {day}.")
    return text.format(amount=amount, day=long_date(fee.answer_by))


def body_words(*, patient_record: bool) -> str:
    """Who is complained to when rectification or erasure is refused."""
    return ", ".join(words(body) for body in record_bodies(patient_record=patient_record))


def _fee_rows(refusal: Refusal) -> list[tuple[str, str]]:
    fee = refusal.fee
    if fee is None:
        return []
    days = (
        (_("Warned of the fee"), fee.warned_on),
        (_("Answer wanted by"), fee.answer_by),
        (_("Fee charged"), fee.charged_on),
        (_("Said no to the fee"), fee.declined_on),
    )
    rows = [(_("Fee"), kroner(fee.amount)), (_("How the amount was found"), fee.calculation)]
    return rows + [(name, long_date(day)) for name, day in days if day]

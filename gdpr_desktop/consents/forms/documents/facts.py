"""What the templates of a form are filled with, from one version of it."""

from gdpr_desktop.consents.codes import Audience, FormKind, LanguageLevel
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.documents.handouts import Handout
from gdpr_desktop.consents.forms.documents.words import lasting_words, signer_words
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import municipality_facts

FORM, YOUNG, CHILD = "consent_form", "consent_form_young", "consent_form_child"
RELEASE = "consent_release"
SLIP, SLIP_CHILD = "consent_withdrawal_slip", "consent_withdrawal_slip_child"
PHOTOGRAPHED, PHOTOGRAPHED_CHILD = "consent_photographed", "consent_photographed_child"
RETURN_LIST, CLASS_LIST = "consent_return_list", "consent_class_list"
_LEVELS = {LanguageLevel.ADULT: FORM, LanguageLevel.YOUNG: YOUNG, LanguageLevel.CHILD: CHILD}
_TEXTS = (
    "explicit",
    "use",
    "withdraw_how",
    "withdraw_after",
    "irrevocable",
    "refusing",
    "risk",
    "automated",
)
_NAMES = {
    "explicit": "explicit_sentence",
    "use": "used_for",
    "risk": "transfer_risk",
    "automated": "machine_alone",
}


def template_of(content: FormContent) -> str:
    """The template that a form is printed by."""
    if content.kind is FormKind.CONFIDENTIALITY:
        return RELEASE
    return _LEVELS[content.level]


def slip_of(content: FormContent) -> str:
    """The slip that belongs to the form: in the child's words where the form is."""
    return SLIP_CHILD if template_of(content) == CHILD else SLIP


def form_facts(
    content: FormContent, municipality: Municipality, language: Language
) -> dict[str, object]:
    """What is the same on every form of a version."""
    officer = municipality.officer
    asks = [
        {
            "number": str(number),
            "text": _phrase(one.text.in_(language)),
            "explicit": one.explicit and bool(content.explicit),
        }
        for number, one in enumerate(content.purposes, 1)
    ]
    return {
        **municipality_facts(municipality),
        **{_NAMES.get(one, one): _sentences(getattr(content, one), language) for one in _TEXTS},
        "form_title": content.title.in_(language),
        "unit_name": content.unit,
        "unit_contact": _without(content.contact, content.unit),
        "controller_line": _line(municipality.phone, municipality.email, municipality.web),
        "officer_line": _officer(officer),
        "of_pictures": content.kind is FormKind.PICTURE,
        "of_child": content.audience is Audience.CHILDREN,
        "of_release": content.kind is FormKind.CONFIDENTIALITY,
        "special_data": any(one.special for one in content.purposes),
        "asks": asks,
        "data_kinds": _joined(content.data, language, lower=True),
        "origins": _joined(content.sources, language),
        "getters": _joined(content.recipients, language),
        "lasts": lasting_words(content, language),
        "law_basis": _phrase(content.law),
    }


def handout_facts(handout: Handout, language: Language) -> dict[str, object]:
    """What differs from one form to the next."""
    only = len(handout.lines) == 1
    return {
        "about_name": handout.name,
        "about_born": handout.birth_date,
        "reader_name": handout.reader,
        "signers": [{"who": signer_words(one, language, only=only)} for one in handout.lines],
    }


def lacking_words(content: FormContent, language: Language) -> str:
    """That something is written in the other written form only; empty where all is there."""
    texts = [getattr(content, one) for one in (*_TEXTS, "title", "data", "sources", "recipients")]
    texts += [one.text for one in content.purposes]
    if all(one.has(language) for one in texts if one):
        return ""
    return _("Some of the form is not written in this language. It stands in the other one.")


def _officer(officer: Officer) -> str:
    return _line(officer.name, officer.phone, officer.email)


def _line(*parts: str) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())


def _without(contact: str, unit: str) -> str:
    """The contact without the unit's name in front: the form says it already."""
    contact = _phrase(" ".join(contact.split()))
    if unit and contact.casefold().startswith(unit.casefold()):
        return contact[len(unit) :].lstrip(" ,.:;–-")
    return contact


def _phrase(text: str) -> str:
    """As it stands inside a sentence: without its full stop."""
    return text.strip().rstrip(".").strip()


def _sentences(text: Bilingual, language: Language) -> str:
    said = " ".join(_ended(line) for line in text.in_(language).splitlines() if line.strip())
    return said.strip()


def _ended(line: str) -> str:
    line = line.strip()
    return line if line.endswith((".", "!", "?", ":", ";", ",")) else f"{line}."


def _lower_first(text: str) -> str:
    word = text.split()[0]
    return text if word[1:] != word[1:].lower() else text[0].lower() + text[1:]


def _joined(text: Bilingual, language: Language, *, lower: bool = False) -> str:
    """Lines as one phrase: «a, b og c», the same in both written forms.

    ``lower``: kinds of data are no names, and are written small inside it.
    """
    lines = [_phrase(line.strip().lstrip("-•* ")) for line in text.in_(language).splitlines()]
    parts = [line for line in lines if line]
    if lower:
        parts = [*parts[:1], *map(_lower_first, parts[1:])]
    return f"{', '.join(parts[:-1])} og {parts[-1]}" if len(parts) > 1 else "".join(parts)

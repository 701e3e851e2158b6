"""Words for the codes of an activity as they stand in a sheet, and back again.

A sheet may be written in one written form and read on a screen in the other: ``read`` knows both.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TypeVar

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    InformationWay,
    Law,
    Provision,
    Sensitivity,
    TransferGround,
)
from gdpr_desktop.register.entries.model import EntryState

Code = TypeVar("Code", bound=Enum)

SENSITIVITY: Mapping[Sensitivity, str] = {
    Sensitivity.ORDINARY: N_("Ordinary"),
    Sensitivity.CONFIDENTIAL: N_("Confidential"),
    Sensitivity.SPECIAL: N_("Special category"),
    Sensitivity.CRIMINAL: N_("Convictions and offences"),
    Sensitivity.NATIONAL_ID: N_("Identity number"),
}
ANSWERS: Mapping[Answer, str] = {
    Answer.UNKNOWN: N_("Not answered"),
    Answer.YES: N_("Yes"),
    Answer.NO: N_("No"),
}
GROUNDS: Mapping[TransferGround, str] = {
    TransferGround.NONE: N_("Not said"),
    TransferGround.ADEQUACY: N_("The country is found adequate"),
    TransferGround.STANDARD_CLAUSES: N_("Standard contractual clauses"),
    TransferGround.BINDING_RULES: N_("Binding corporate rules"),
    TransferGround.PUBLIC_INSTRUMENT: N_("Agreement between authorities"),
    TransferGround.CODE_OR_CERTIFICATE: N_("Code of conduct or certification"),
    TransferGround.DEROGATION: N_("Exception for a particular situation"),
    TransferGround.COMPELLING_INTEREST: N_("Compelling interest in a single case"),
}
AFTER: Mapping[After, str] = {
    After.ERASE: N_("erasure"),
    After.ARCHIVE: N_("archiving"),
    After.ANONYMISE: N_("anonymisation"),
}
PROVISIONS: Mapping[Provision, str] = {
    Provision.UNKNOWN: N_("Not answered"),
    Provision.STATUTORY: N_("Required by law"),
    Provision.CONTRACTUAL: N_("Required by a contract"),
    Provision.VOLUNTARY: N_("Voluntary"),
}
WAYS: Mapping[InformationWay, str] = {
    InformationWay.FORM: N_("In the form they fill in"),
    InformationWay.LETTER: N_("In a letter"),
    InformationWay.STATEMENT: N_("In the privacy statement on the web"),
    InformationWay.POP_UP: N_("In a box on the screen"),
    InformationWay.SIGN: N_("On a sign"),
    InformationWay.ORAL: N_("By word of mouth"),
    InformationWay.EXEMPT: N_("Not told: an exception holds"),
}
STATES: Mapping[EntryState, str] = {
    EntryState.DRAFT: N_("Draft"),
    EntryState.APPROVED: N_("Approved"),
    EntryState.TO_REVISE: N_("To be revised"),
    EntryState.RETIRED: N_("Over"),
}
BASES: Mapping[Basis, str] = {
    Basis.CONSENT: N_("Consent"),
    Basis.CONTRACT: N_("Contract with the person"),
    Basis.LEGAL_OBLIGATION: N_("Legal obligation"),
    Basis.VITAL_INTERESTS: N_("Vital interests"),
    Basis.PUBLIC_TASK: N_("Task in the public interest or official authority"),
    Basis.LEGITIMATE_INTERESTS: N_("Legitimate interests"),
}


def said(table: Mapping[Code, str], code: Code, language: Language) -> str:
    """The words for ``code``."""
    return _(table[code], language=language)


def folded(text: str) -> str:
    """What makes two words the same, however they are cased and spaced."""
    return fold_short(clean_line(text))


@cache
def _known(words: tuple[str, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for index, source in enumerate(words):
        for text in (source, *(_(source, language=one) for one in Language)):
            found.setdefault(folded(text), index)
    return found


def read(table: Mapping[Code, str], text: str) -> Code | None:
    """The code that ``text`` says, in either written form; None when it says none of them."""
    index = _known(tuple(table.values())).get(folded(text))
    return None if index is None else list(table)[index]


def same_label(source: str, text: str) -> bool:
    """Is ``text`` the label ``source``, in either written form?"""
    return folded(text) in _known((source,))


def basis_code(basis: Basis | Condition) -> str:
    """«art. 6 nr. 1 bokstav e»: the same in both written forms."""
    return f"art. {cited(basis.article)}"


def law_words(law: Law, language: Language) -> str:
    """«barnehagelova § 18»; the act alone where no section is given."""
    return f"{law.act.in_(language)} {law.section}".strip()

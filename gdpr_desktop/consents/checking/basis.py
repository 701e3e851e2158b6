"""«Is consent the right basis?»: asked before anything else (handbook 3.7, recitals 42 and 43).

A release from confidentiality and the use of a picture have questions of their own: the release
is no lawful basis at all, and a picture may sometimes be used without asking.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.model import BasisAnswer
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.consent import Circumstances, Fault, faults


class Question(StrEnum):
    """Yes or no. The code is what is kept with the form."""

    AUTHORITY = "authority"  # the person seeks a service, a permit or money from us
    DEPENDS = "depends"  # without a yes the service is not given
    EMPLOYMENT = "employment"
    SCHOOL = "school"  # part of the teaching, or of the care in the kindergarten
    CONDITIONAL = "conditional"  # asked for together with an agreement, which does not need it
    DETRIMENT = "detriment"  # saying no, or taking it back, costs something
    DUTY = "duty"  # we would have to, or want to, go on without it
    # release from confidentiality
    LAW = "law"  # an act lets us process what we get
    OPEN_ALREADY = "open_already"  # an act already lets us share or fetch it
    WIDER = "wider"  # more is released than the task needs
    # the picture of a person
    RECORD = "record"  # part of what we must document: a journal, an access card
    HARMLESS = "harmless"  # a harmless picture of a situation


class Offer(StrEnum):
    """A better basis."""

    TASK = "task"  # 6(1)(e), with an act
    DUTY = "duty"  # 6(1)(c), with an act
    CONTRACT = "contract"  # 6(1)(b)
    EMPLOYMENT = "employment"  # 6(1)(b) or (c): the agreement and the acts on working life
    INTEREST = "interest"  # 6(1)(f): not in the performance of a public task
    ACCESS_BY_LAW = "access_by_law"  # the section that lifts the duty of confidentiality
    NARROWER = "narrower"  # the same release, of less
    SITUATION = "situation"  # åndsverklova § 104, with 6(1)(e) or (f)

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The letters of art. 6(1); none where it is not a lawful basis that is offered."""
        return _BASES.get(self, ())


_BASES = {
    Offer.TASK: (Basis.PUBLIC_TASK,),
    Offer.DUTY: (Basis.LEGAL_OBLIGATION,),
    Offer.CONTRACT: (Basis.CONTRACT,),
    Offer.EMPLOYMENT: (Basis.CONTRACT, Basis.LEGAL_OBLIGATION),
    Offer.INTEREST: (Basis.LEGITIMATE_INTERESTS,),
    Offer.SITUATION: (Basis.PUBLIC_TASK, Basis.LEGITIMATE_INTERESTS),
}
_QUESTIONS = {
    FormKind.BASIS: (
        Question.AUTHORITY,
        Question.DEPENDS,
        Question.EMPLOYMENT,
        Question.SCHOOL,
        Question.CONDITIONAL,
        Question.DETRIMENT,
        Question.DUTY,
    ),
    FormKind.CONFIDENTIALITY: (Question.LAW, Question.OPEN_ALREADY, Question.WIDER),
    FormKind.PICTURE: (
        Question.RECORD,
        Question.HARMLESS,
        Question.EMPLOYMENT,
        Question.DEPENDS,
        Question.DETRIMENT,
    ),
}
_OFFERS = {
    Question.AUTHORITY: (Offer.TASK, Offer.DUTY),
    Question.DEPENDS: (Offer.TASK, Offer.CONTRACT),
    Question.EMPLOYMENT: (Offer.EMPLOYMENT, Offer.INTEREST),
    Question.SCHOOL: (Offer.TASK,),
    Question.CONDITIONAL: (Offer.CONTRACT,),
    Question.DETRIMENT: (Offer.TASK, Offer.DUTY),
    Question.DUTY: (Offer.DUTY, Offer.TASK),
    Question.OPEN_ALREADY: (Offer.ACCESS_BY_LAW,),
    Question.WIDER: (Offer.NARROWER,),
    Question.RECORD: (Offer.TASK, Offer.DUTY),
    Question.HARMLESS: (Offer.SITUATION,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisAdvice:
    """What the answers come to.

    ``stops``: answers with which no consent is valid, whatever the reason; ``speaks_against``:
    those with which another basis is better, and consent all the same needs a reason.
    ``offers`` are in the order of the questions, each once.
    """

    missing: tuple[Question, ...] = ()
    stops: tuple[Question, ...] = ()
    speaks_against: tuple[Question, ...] = ()
    offers: tuple[Offer, ...] = ()

    @property
    def complete(self) -> bool:
        """Is every question answered?"""
        return not self.missing

    @property
    def needs_why(self) -> bool:
        """Must somebody say why it is consent all the same?"""
        return bool(self.speaks_against) and not self.stops

    @property
    def right(self) -> bool:
        """Does nothing speak against consent?"""
        return self.complete and not self.stops and not self.speaks_against


def questions(kind: FormKind) -> tuple[Question, ...]:
    """What is asked of a form of this kind."""
    return _QUESTIONS[kind]


def advise(kind: FormKind, answers: Mapping[str, bool]) -> BasisAdvice:
    """What the answers come to; ``answers`` by the code of the question."""
    asked = questions(kind)
    against = [one for one in asked if _speaks_against(one, answers.get(one.value))]
    stops = tuple(one for one in against if one in _stopping(kind, answers))
    offers = dict.fromkeys(offer for one in against for offer in _OFFERS.get(one, ()))
    return BasisAdvice(
        missing=tuple(one for one in asked if one.value not in answers),
        stops=stops,
        speaks_against=tuple(one for one in against if one not in stops),
        offers=tuple(offers),
    )


def advice_of(kind: FormKind, answer: BasisAnswer | None) -> BasisAdvice:
    """The same of what is kept with a form."""
    return advise(kind, dict(answer.answers) if answer is not None else {})


def is_settled(kind: FormKind, answer: BasisAnswer | None) -> bool:
    """Are the questions answered so that the form can be written on a consent?"""
    advice = advice_of(kind, answer)
    if answer is None or advice.missing or advice.stops:
        return False
    return bool(answer.why.strip()) or not advice.needs_why


def speaks_against(question: Question, answer: bool) -> bool:
    """Does this answer speak against consent?"""
    return _speaks_against(question, answer)


def offers_for(question: Question) -> tuple[Offer, ...]:
    """What is better where the answer speaks against consent."""
    return _OFFERS.get(question, ())


def _speaks_against(question: Question, answer: bool | None) -> bool:
    if answer is None:
        return False
    return not answer if question is Question.LAW else answer


def _stopping(kind: FormKind, answers: Mapping[str, bool]) -> frozenset[Question]:
    """The answers with which the law itself says that a consent is not valid."""
    if kind is FormKind.CONFIDENTIALITY:
        return frozenset({Question.LAW})
    found = faults(
        Circumstances(
            depends=answers.get(Question.DEPENDS.value, False),
            loses=answers.get(Question.DETRIMENT.value, False),
        )
    )
    named = {Fault.CONDITIONAL: Question.DEPENDS, Fault.DETRIMENT: Question.DETRIMENT}
    return frozenset(named[one] for one in found)

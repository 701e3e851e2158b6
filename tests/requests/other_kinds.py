"""What is typed about a withdrawal, complaint, notice, question or copies, and what comes of it."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.copies import CopyCost, CostLine
from gdpr_desktop.requests.model import Considered, Result, Right
from gdpr_desktop.requests.questions import questions
from gdpr_desktop.requests.rights.complaint import ComplaintAssessment, ComplaintOutcome
from gdpr_desktop.requests.rights.copies import CopiesAssessment, CopiesOutcome
from gdpr_desktop.requests.rights.notice import NoticeAbout, NoticeAssessment, NoticeOutcome
from gdpr_desktop.requests.rights.question import (
    Concerned,
    QuestionAssessment,
    QuestionOutcome,
)
from gdpr_desktop.requests.rights.withdrawal import (
    ErasureStep,
    WithdrawalAssessment,
    WithdrawalOutcome,
)

TODAY, CAME = date(2026, 11, 22), date(2026, 11, 12)
ASKED = {
    one.id: one
    for name in ("withdrawal", "complaint", "notice", "question", "copies")
    for one in questions(name)
}


def said(**answers: str) -> tuple[Considered, ...]:
    """Answers, with a reason where one is asked for."""
    return tuple(
        Considered(question=q, answer=a, reason="Slik er det" if ASKED[q].needs_reason(a) else "")
        for q, a in answers.items()
    )


WITHDRAWN = WithdrawalAssessment(
    outcome=WithdrawalOutcome.STOPPED,
    consent="bilete på nettsida",
    withdrawn_on=CAME,
    places=("Nettsida", "Sosiale medium"),
    considered=said(is_release="no", told_consent="yes", all_stopped="yes", must_keep="yes"),
)
OTHER_BASIS = replace(
    WITHDRAWN,
    outcome=WithdrawalOutcome.OTHER_BASIS,
    places=(),
    law="barnehagelova § 18",
    basis_why="Barnet går i barnehagen.",
    considered=said(is_release="no", told_consent="no"),
)
COMPLAINT = ComplaintAssessment(
    outcome=ComplaintOutcome.UPHELD,
    complained_of="Svaret kom for seint.",
    about_case="2026-0001",
    handler="Solveig Testnes",
    reviewer="Kommuneadvokaten",
    finding="Fristen var ute.",
    put_right="Svaret går ut i dag.",
    considered=said(about_data="yes", within_limit="no", reasons_given="yes", breach="no"),
)
FORWARDED = replace(
    COMPLAINT,
    outcome=ComplaintOutcome.FORWARDED,
    reviewer="",
    put_right="",
    forwarded_to="Statsforvaltaren i Vestland",
    forwarded_on=TODAY,
    considered=said(about_data="no"),
)
NOTICE = NoticeAssessment(
    outcome=NoticeOutcome.DONE,
    about=NoticeAbout.ERASED,
    controller="Grannekommunen",
    their_reference="2026/301",
    places=("Arkivet",),
    followed_up="Sletta i arkivet.",
    considered=said(held="yes", own_purpose="no", accurate="yes", passed_on="yes"),
)
NOT_HELD = replace(
    NOTICE, outcome=NoticeOutcome.NOT_HELD, places=(), followed_up="", considered=said(held="no")
)
GOES_ON = replace(
    NOTICE,
    outcome=NoticeOutcome.KEPT,
    places=(),
    followed_up="",
    kept_note="Vedtaket må stå.",
    law="arkivlova § 9",
    considered=said(held="yes", own_purpose="yes", accurate="yes", passed_on="no"),
)
QUESTION = QuestionAssessment(
    outcome=QuestionOutcome.ANSWERED,
    answer="Kameraa er på etter klokka 17.",
    concerned=(Concerned(name="Kamera på skular", purpose="Hindre hærverk.", storage="Sju dagar"),),
    record_attached=True,
    considered=said(about_self="no", ours="yes"),
)
NOT_OURS = QuestionAssessment(
    outcome=QuestionOutcome.NOT_OURS,
    answer="Det er ein vidaregåande skule.",
    who_answers="fylkeskommunen",
    considered=said(about_self="no", ours="no"),
)
COPIES = CopiesAssessment(
    outcome=CopiesOutcome.FEE,
    copies_of="mappa frå barnehagen",
    first_copy_on=date(2026, 10, 1),
    costs=(
        CostLine(cost=CopyCost.PRINT, kroner=80),
        CostLine(cost=CopyCost.POSTAGE, kroner=50),
    ),
    told_on=date(2026, 11, 15),
    considered=said(had_first="yes", same_data="yes", told_before="yes"),
)
FREE = replace(COPIES, outcome=CopiesOutcome.FREE, costs=(), told_on=None)
DATATILSYNET = ("Datatilsynet", "artikkel 77", "domstol", "artikkel 79")

# right, assessment, basis, result, what the letter says in nynorsk, and what it must not say
ANSWERS = (
    (
        Right.WITHDRAWAL,
        WITHDRAWN,
        Basis.CONSENT,
        Result.GRANTED,
        ("Samtykket ditt er trekt tilbake", "artikkel 7 nr. 3", "Sosiale medium",
         "artikkel 17 nr. 1 bokstav b", "framleis lovleg", *DATATILSYNET),
        ("forvaltningslova", "Grunnlaget vårt er", "artikkel 21"),
    ),
    (
        Right.WITHDRAWAL,
        replace(WITHDRAWN, erasure=ErasureStep.KEPT, kept_why="Brevet ligg i arkivet."),
        Basis.CONSENT,
        Result.GRANTED,
        ("Brevet ligg i arkivet.", "arkivlova", "bokføringslova", "artikkel 17 nr. 3 bokstav b"),
        ("Sei frå til oss",),
    ),
    (
        Right.WITHDRAWAL,
        OTHER_BASIS,
        Basis.PUBLIC_TASK,
        Result.REFUSED,
        ("Vi byggjer ikkje på samtykke", "artikkel 6 nr. 1 bokstav e og barnehagelova § 18",
         "Barnet går i barnehagen.", "artikkel 21", *DATATILSYNET),
        ("Her har vi stoppa", "forvaltningslova", "artikkel 7 nr. 3"),
    ),
    (
        Right.WITHDRAWAL,
        replace(
            OTHER_BASIS,
            outcome=WithdrawalOutcome.RELEASE,
            considered=said(is_release="yes"),
        ),
        Basis.LEGAL_OBLIGATION,
        Result.GRANTED,
        ("Fritaket frå teieplikta", "forvaltningslova § 13 a nr. 1", "artikkel 6 nr. 1 bokstav c",
         "ikkje sletta av seg sjølve"),
        ("artikkel 7 nr. 3", "artikkel 21", "Sei frå til oss"),
    ),
    (
        Right.COMPLAINT,
        COMPLAINT,
        None,
        Result.GRANTED,
        ("Du får medhald", "2026-0001", "Kommuneadvokaten", "Svaret går ut i dag.", *DATATILSYNET),
        ("Statsforvaltaren", "ikkje medhald"),
    ),
    (
        Right.COMPLAINT,
        FORWARDED,
        None,
        Result.ANSWERED,
        ("sendt klaga vidare", "Statsforvaltaren i Vestland", "22. november 2026"),
        ("gått gjennom saka på nytt", "medhald"),
    ),
    (
        Right.NOTICE,
        NOTICE,
        None,
        Result.GRANTED,
        ("Vi har følgt opp meldinga", "sletting", "artikkel 19", "2026/301", "gitt beskjed"),
        ("artikkel 77", "Grunnlaget vårt"),
    ),
    (
        Right.NOTICE,
        GOES_ON,
        Basis.LEGAL_OBLIGATION,
        Result.REFUSED,
        ("Vi behandlar opplysningane vidare", "artikkel 6 nr. 1 bokstav c og arkivlova § 9"),
        ("Dette har vi gjort", "gitt beskjed"),
    ),
    (
        Right.NOTICE,
        NOT_HELD,
        None,
        Result.NOTHING_HELD,
        ("Vi har ikkje opplysningane",),
        ("Dette har vi gjort", "Grunnlaget vårt"),
    ),
    (
        Right.QUESTION,
        QUESTION,
        None,
        Result.ANSWERED,
        ("artikkel 30", "Kamera på skular", "Hindre hærverk.", "Sju dagar", "ligg ved brevet",
         "artikkel 15", *DATATILSYNET),
        ("Spør fylkeskommunen", "hærverk.."),
    ),
    (
        Right.QUESTION,
        NOT_OURS,
        None,
        Result.ANSWERED,
        ("Spør fylkeskommunen.",),
        ("artikkel 30", "ligg ved brevet"),
    ),
    (
        Right.COPIES,
        COPIES,
        None,
        Result.GRANTED,
        ("Gebyret er 130 kroner", "Papir og utskrift: 80 kroner", "Porto: 50 kroner",
         "15. november 2026", "1. oktober 2026", "artikkel 15 nr. 3", *DATATILSYNET),
        ("ikkje noko gebyr", "Du har ikkje sagt"),
    ),
    (
        Right.COPIES,
        FREE,
        None,
        Result.GRANTED,
        ("fleire kopiar gratis", "ikkje noko gebyr"),
        ("Gebyret er", "Papir"),
    ),
)  # fmt: skip

"""The parts of a processing activity. Texts are ``Bilingual``; countries are ISO 3166 codes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.law.bases import Basis, Condition


class Sensitivity(StrEnum):
    """How sensitive a category of data is."""

    ORDINARY = "ordinary"
    CONFIDENTIAL = "confidential"  # under a duty of confidentiality
    SPECIAL = "special"  # art. 9
    CRIMINAL = "criminal"  # art. 10
    NATIONAL_ID = "national_id"  # personopplysningslova § 12


class After(StrEnum):
    """What becomes of data when the retention period is over."""

    ERASE = "erase"
    ARCHIVE = "archive"
    ANONYMISE = "anonymise"


class Provision(StrEnum):
    """Must the person give the data? Art. 13(2)(e)."""

    UNKNOWN = ""
    STATUTORY = "statutory"
    CONTRACTUAL = "contractual"
    VOLUNTARY = "voluntary"


class TransferGround(StrEnum):
    """Chapter V."""

    NONE = ""
    ADEQUACY = "adequacy"  # art. 45
    STANDARD_CLAUSES = "standard_clauses"  # art. 46(2)(c)
    BINDING_RULES = "binding_rules"  # art. 46(2)(b), 47
    PUBLIC_INSTRUMENT = "public_instrument"  # art. 46(2)(a)
    CODE_OR_CERTIFICATE = "code_or_certificate"  # art. 46(2)(e), (f)
    DEROGATION = "derogation"  # art. 49(1)
    COMPELLING_INTEREST = "compelling_interest"  # art. 49(1) second subparagraph


class InformationWay(StrEnum):
    """How people are told, art. 13 and 14."""

    FORM = "form"
    LETTER = "letter"
    STATEMENT = "statement"  # the privacy statement on the web
    POP_UP = "pop_up"
    SIGN = "sign"
    ORAL = "oral"
    EXEMPT = "exempt"  # the note says by what


class Answer(StrEnum):
    """An answer to a question that must be answered."""

    UNKNOWN = ""
    YES = "yes"
    NO = "no"


class DpiaExcuse(StrEnum):
    """Why no DPIA is needed."""

    NO_SPECIAL_CATEGORIES = "no_special_categories"
    SMALL_SCALE = "small_scale"
    NO_MATCHING = "no_matching"
    NO_NEW_TECHNOLOGY = "no_new_technology"
    NO_PROFILING = "no_profiling"
    ASSESSED_IN_LAW = "assessed_in_law"  # art. 35(10): the provision is named
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A provision: the act's short name («barnehagelova»/«barnehageloven») and «§ 18»."""

    act: Bilingual = field(default_factory=Bilingual)
    section: str = ""

    def __bool__(self) -> bool:
        return bool(self.act) and bool(self.section)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulBasis:
    """One basis for one purpose. ``laws`` for (c) and (e), ``interest`` for (f), the contract's
    form, date and subject for (b)."""

    basis: Basis
    laws: tuple[Law, ...] = ()
    interest: Bilingual = field(default_factory=Bilingual)
    contract: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """Why data are processed. Several bases demand ``reason``; so does a changed one.

    ``public_task``: done as an authority, or as part of its tasks.
    """

    text: Bilingual
    bases: tuple[LawfulBasis, ...] = ()
    reason: str = ""
    public_task: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialBasis:
    """A condition of art. 9(2), with the law where the letter asks for one."""

    condition: Condition
    laws: tuple[Law, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long, counted from what, and then what. ``months`` None: see ``criteria``.

    ``permanent`` data need an act that says so.
    """

    months: int | None = None
    permanent: bool = False
    counted_from: Bilingual = field(default_factory=Bilingual)
    criteria: Bilingual = field(default_factory=Bilingual)
    then: After = After.ERASE
    law: Law = field(default_factory=Law)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategory:
    """A category of data, about whom (names of ``Subject`` rows; empty: all of them), and how long
    it is kept (None: not said)."""

    text: Bilingual
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    subjects: tuple[str, ...] = ()  # nynorsk (or only) words of the subjects
    retention: Retention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A category of people. ``vulnerable``: children, patients, employees …"""

    text: Bilingual
    vulnerable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source or a recipient of data. Where what it gives or gets is confidential, ``lifted_by``
    names the section, or ``released`` is true: by the person's own release."""

    text: Bilingual
    subject: bool = False  # the data subject: a source that needs no permission
    confidential: bool = False
    lifted_by: Law = field(default_factory=Law)
    released: bool = False
    purpose: Bilingual = field(default_factory=Bilingual)
    public: bool = False  # a publicly accessible source, art. 14(2)(f)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Data that go, or can be seen from, outside the EEA; ``support`` when only in support."""

    country: str
    recipient: str = ""
    ground: TransferGround = TransferGround.NONE
    safeguards: Bilingual = field(default_factory=Bilingual)  # which, and how to get a copy
    support: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Automated:
    """Automated decisions, art. 22: by which exception, the logic and what follows from them."""

    permitted_by: str = ""  # 22(2)(a), (b) or (c), with the law for (b)
    logic: Bilingual = field(default_factory=Bilingual)
    consequences: Bilingual = field(default_factory=Bilingual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dpia:
    """Is an assessment of art. 35 needed, and was it made?"""

    needed: Answer = Answer.UNKNOWN
    excuses: tuple[DpiaExcuse, ...] = ()
    reason: str = ""
    done_on: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstructured:
    """May data lie outside a structured system (handbook chapter 9)? Why, and where."""

    allowed: Answer = Answer.UNKNOWN
    reason: str = ""
    places: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """A general description of the measures, art. 32(1)."""

    physical: Bilingual = field(default_factory=Bilingual)
    technical: Bilingual = field(default_factory=Bilingual)
    organisational: Bilingual = field(default_factory=Bilingual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A helper's questions as they were answered: by whom, when, and with what conclusion.

    ``kind``: lawful_basis, interests, new_purpose, special, built_in, start. ``answers`` are pairs
    of question id and answer; ``notes`` pairs of question id and text.
    """

    kind: str
    made_on: date
    made_by: str
    answers: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    conclusion: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do before or while the activity runs: who, by when, done when."""

    text: str
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    kind: str = ""  # of steps that the program added

"""Words for the parts of an activity, on the screen or in the language of a letter."""

from collections.abc import Iterable

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, current_language, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DpiaExcuse,
    InformationWay,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Retention,
    Sensitivity,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.countries import country_name

# the tables with a public name are read back from sheets too
BASES = {
    Basis.CONSENT: N_("Consent"),
    Basis.CONTRACT: N_("Contract with the person"),
    Basis.LEGAL_OBLIGATION: N_("Legal obligation"),
    Basis.VITAL_INTERESTS: N_("Vital interests"),
    Basis.PUBLIC_TASK: N_("Task in the public interest or official authority"),
    Basis.LEGITIMATE_INTERESTS: N_("Legitimate interests"),
}
_CONDITIONS = {
    Condition.EXPLICIT_CONSENT: N_("Explicit consent"),
    Condition.EMPLOYMENT_SOCIAL: N_("Rights and duties in employment and social law"),
    Condition.VITAL_INTERESTS: N_("Vital interests of somebody who cannot consent"),
    Condition.ASSOCIATION: N_("Members of an association"),
    Condition.MADE_PUBLIC: N_("Data that the person has made public"),
    Condition.LEGAL_CLAIMS: N_("Legal claims"),
    Condition.SUBSTANTIAL_PUBLIC_INTEREST: N_("Substantial public interest"),
    Condition.HEALTH_CARE: N_("Health and social care"),
    Condition.PUBLIC_HEALTH: N_("Public health"),
    Condition.ARCHIVE_RESEARCH: N_("Archives, research or statistics"),
}
GROUNDS = {
    TransferGround.NONE: N_("Not said"),
    TransferGround.ADEQUACY: N_("The country is found adequate"),
    TransferGround.STANDARD_CLAUSES: N_("Standard contractual clauses"),
    TransferGround.BINDING_RULES: N_("Binding corporate rules"),
    TransferGround.PUBLIC_INSTRUMENT: N_("Agreement between authorities"),
    TransferGround.CODE_OR_CERTIFICATE: N_("Code of conduct or certification"),
    TransferGround.DEROGATION: N_("Exception for a particular situation"),
    TransferGround.COMPELLING_INTEREST: N_("Compelling interest in a single case"),
}
_GROUND_ARTICLES = {
    TransferGround.ADEQUACY: "45",
    TransferGround.STANDARD_CLAUSES: "46(2)(c)",
    TransferGround.BINDING_RULES: "46(2)(b)",
    TransferGround.PUBLIC_INSTRUMENT: "46(2)(a)",
    TransferGround.CODE_OR_CERTIFICATE: "46(2)",
    TransferGround.DEROGATION: "49(1)",
    TransferGround.COMPELLING_INTEREST: "49(1)",
}
ANSWERS = {Answer.UNKNOWN: N_("Not answered"), Answer.YES: N_("Yes"), Answer.NO: N_("No")}
SENSITIVITIES = {
    Sensitivity.ORDINARY: N_("Ordinary"),
    Sensitivity.CONFIDENTIAL: N_("Confidential"),
    Sensitivity.SPECIAL: N_("Special category"),
    Sensitivity.CRIMINAL: N_("Convictions and offences"),
    Sensitivity.NATIONAL_ID: N_("Identity number"),
}
_AFTER = {
    After.ERASE: N_("then erased"),
    After.ARCHIVE: N_("then handed over to the archive"),
    After.ANONYMISE: N_("then made anonymous"),
}
_AFTER_CHOICES = {
    After.ERASE: N_("Erase"),
    After.ARCHIVE: N_("Hand over to the archive"),
    After.ANONYMISE: N_("Make anonymous"),
}
PROVISIONS = {
    Provision.UNKNOWN: N_("Not answered"),
    Provision.STATUTORY: N_("Required by law"),
    Provision.CONTRACTUAL: N_("Required by a contract"),
    Provision.VOLUNTARY: N_("Voluntary"),
}
WAYS = {
    InformationWay.FORM: N_("In the form they fill in"),
    InformationWay.LETTER: N_("In a letter"),
    InformationWay.STATEMENT: N_("In the privacy statement on the web"),
    InformationWay.POP_UP: N_("In a box on the screen"),
    InformationWay.SIGN: N_("On a sign"),
    InformationWay.ORAL: N_("By word of mouth"),
    InformationWay.EXEMPT: N_("Not told: an exception holds"),
}
_EXCUSES = {
    DpiaExcuse.NO_SPECIAL_CATEGORIES: N_("No special categories of data"),
    DpiaExcuse.SMALL_SCALE: N_("Few people or little data"),
    DpiaExcuse.NO_MATCHING: N_("Data are not put together from several sources"),
    DpiaExcuse.NO_NEW_TECHNOLOGY: N_("No new technology"),
    DpiaExcuse.NO_PROFILING: N_("No profiling or automated decisions"),
    DpiaExcuse.ASSESSED_IN_LAW: N_("Assessed when the law was made, article 35 no. 10"),
    DpiaExcuse.OTHER: N_("Another reason"),
}


def basis_name(basis: Basis, language: Language | None = None) -> str:
    """What makes it lawful, without the article."""
    return _(BASES[basis], language=language)


def basis_words(basis: LawfulBasis | Basis, language: Language | None = None) -> str:
    """The basis with its article, and for one of an activity with its law, interest or contract:
    «Rettsleg plikt, artikkel 6 nr. 1 bokstav c (barnehagelova § 18)»."""
    what = basis.basis if isinstance(basis, LawfulBasis) else basis
    words = f"{basis_name(what, language)}, {article_words(what.article, language)}"
    if not isinstance(basis, LawfulBasis):
        return words
    more = [laws_words(basis.laws, language), basis.interest.in_(language or current_language())]
    more.append(basis.contract.strip())
    said = "; ".join(text for text in more if text)
    return f"{words} ({said})" if said else words


def article_words(article: str, language: Language | None = None) -> str:
    """``6(1)(e)`` the Norwegian way: «artikkel 6 nr. 1 bokstav e»."""
    return _("article {number}", language=language).format(number=cited(article))


def law_words(law: Law, language: Language | None = None) -> str:
    """«barnehagelova § 18»; the act alone where no section is given."""
    return f"{law.act.in_(language or current_language())} {law.section}".strip()


def laws_words(laws: Iterable[Law], language: Language | None = None) -> str:
    """All of them, in a row."""
    return ", ".join(text for law in laws if (text := law_words(law, language)))


def condition_words(condition: Condition, language: Language | None = None) -> str:
    """A condition of art. 9(2), with its letter."""
    words = _(_CONDITIONS[condition], language=language)
    return f"{words}, {article_words(condition.article, language)}"


def ground_words(ground: TransferGround, language: Language | None = None) -> str:
    """A ground of chapter V, with its article."""
    words, article = _(GROUNDS[ground], language=language), _GROUND_ARTICLES.get(ground)
    return f"{words}, {article_words(article, language)}" if article else words


def answer_words(answer: Answer, language: Language | None = None) -> str:
    """Yes, no, or not answered."""
    return _(ANSWERS[answer], language=language)


def sensitivity_words(sensitivity: Sensitivity, language: Language | None = None) -> str:
    """How sensitive."""
    return _(SENSITIVITIES[sensitivity], language=language)


def after_words(after: After, language: Language | None = None) -> str:
    """What becomes of the data, in the middle of a sentence."""
    return _(_AFTER[after], language=language)


def after_choice_words(after: After) -> str:
    """What shall become of the data, as a choice."""
    return _(_AFTER_CHOICES[after])


def provision_words(provision: Provision, language: Language | None = None) -> str:
    """Must the person give the data?"""
    return _(PROVISIONS[provision], language=language)


def way_words(way: InformationWay, language: Language | None = None) -> str:
    """How people are told."""
    return _(WAYS[way], language=language)


def excuse_words(excuse: DpiaExcuse, language: Language | None = None) -> str:
    """Why no DPIA is needed."""
    return _(_EXCUSES[excuse], language=language)


def duration_words(months: int, language: Language | None = None) -> str:
    """«10 år», «18 månader»: years where they come out even."""
    if months and months % 12 == 0:
        years = months // 12
        return ngettext("{count} year", "{count} years", years, language=language).format(
            count=years
        )
    return ngettext("{count} month", "{count} months", months, language=language).format(
        count=months
    )


def retention_words(retention: Retention | None, language: Language | None = None) -> str:
    """«10 år frå barnet sluttar, så sletting (barnehagelova § 8)»; empty when nothing is said."""
    if retention is None:
        return ""
    chosen = language or current_language()
    if retention.permanent:
        words = _("kept for good", language=language)
    elif retention.months is not None:
        words = duration_words(retention.months, language)
        if retention.counted_from:
            start = retention.counted_from.in_(chosen)
            text = _("{time} from {start}", language=language)
            words = text.format(time=words, start=start)
    else:
        words = retention.criteria.in_(chosen)
    if not words:
        return ""
    if not retention.permanent:
        words += ", " + after_words(retention.then, language)
    law = law_words(retention.law, language)
    return f"{words} ({law})" if law else words


def party_words(party: Party, language: Language | None = None) -> str:
    """A source or recipient, with what lifts the duty of confidentiality."""
    chosen = language or current_language()
    more = [party.purpose.in_(chosen)]
    if party.public:
        more.append(_("publicly accessible", language=language))
    if party.confidential:
        lifted = law_words(party.lifted_by, language)
        if party.released:
            lifted = lifted or _("released by the person", language=language)
        nothing = _("nothing lifts it", language=language)
        text = _("confidential: {lifted}", language=language)
        more.append(text.format(lifted=lifted or nothing))
    said = "; ".join(text for text in more if text)
    return f"{party.text.in_(chosen)} ({said})" if said else party.text.in_(chosen)


def transfer_words(transfer: Transfer, language: Language | None = None) -> str:
    """Where to, to whom, on which ground and with which safeguards."""
    chosen = language or current_language()
    where = country_name(transfer.country, chosen)
    words = f"{where}: {transfer.recipient}" if transfer.recipient else where
    words += f". {ground_words(transfer.ground, language)}"
    if transfer.safeguards:
        words += f". {transfer.safeguards.in_(chosen)}"
    if transfer.support:
        words += ". " + _("Only seen in support", language=language)
    return words


def joined(texts: Iterable[Bilingual], language: Language | None = None) -> str:
    """Texts in a row."""
    chosen = language or current_language()
    return ", ".join(text.in_(chosen) for text in texts if text)

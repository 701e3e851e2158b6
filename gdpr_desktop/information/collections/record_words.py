"""Words for the parts of an activity that letters tell of, in the language of the letter."""

from collections.abc import Iterable

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import (
    After,
    Law,
    LawfulBasis,
    Retention,
    Transfer,
    TransferGround,
)

_BASES = {
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
_GROUNDS = {
    TransferGround.ADEQUACY: (N_("The country is found adequate"), "45"),
    TransferGround.STANDARD_CLAUSES: (N_("Standard contractual clauses"), "46(2)(c)"),
    TransferGround.BINDING_RULES: (N_("Binding corporate rules"), "46(2)(b)"),
    TransferGround.PUBLIC_INSTRUMENT: (N_("Agreement between authorities"), "46(2)(a)"),
    TransferGround.CODE_OR_CERTIFICATE: (N_("Code of conduct or certification"), "46(2)"),
    TransferGround.DEROGATION: (N_("Exception for a particular situation"), "49(1)"),
    TransferGround.COMPELLING_INTEREST: (N_("Compelling interest in a single case"), "49(1)"),
}
_AFTER = {
    After.ERASE: N_("then erased"),
    After.ARCHIVE: N_("then handed over to the archive"),
    After.ANONYMISE: N_("then made anonymous"),
}
_COUNTRIES = {  # the few that municipalities meet; the code itself stands for the others
    "US": Bilingual(nn="USA", nb="USA"),
    "GB": Bilingual(nn="Storbritannia", nb="Storbritannia"),
    "CH": Bilingual(nn="Sveits", nb="Sveits"),
    "IN": Bilingual(nn="India", nb="India"),
    "CA": Bilingual(nn="Canada", nb="Canada"),
    "UA": Bilingual(nn="Ukraina", nb="Ukraina"),
}


def article_words(article: str, language: Language) -> str:
    """``6(1)(e)`` the Norwegian way: «artikkel 6 nr. 1 bokstav e»."""
    return _("article {number}", language=language).format(number=cited(article))


def law_words(law: Law, language: Language) -> str:
    """«barnehagelova § 18»."""
    return f"{law.act.in_(language)} {law.section}".strip()


def laws_words(laws: Iterable[Law], language: Language) -> str:
    """All of them, in a row."""
    return ", ".join(text for law in laws if (text := law_words(law, language)))


def basis_words(basis: LawfulBasis, language: Language) -> str:
    """«Rettsleg plikt, artikkel 6 nr. 1 bokstav c (barnehagelova § 18)»."""
    article = article_words(basis.basis.article, language)
    words = f"{_(_BASES[basis.basis], language=language)}, {article}"
    laws = laws_words(basis.laws, language)
    return f"{words} ({laws})" if laws else words


def condition_words(condition: Condition, laws: Iterable[Law], language: Language) -> str:
    """A condition of art. 9(2), with its letter and the law."""
    article = article_words(condition.article, language)
    words = f"{_(_CONDITIONS[condition], language=language)}, {article}"
    named = laws_words(laws, language)
    return f"{words} ({named})" if named else words


def duration_words(months: int, language: Language) -> str:
    """«10 år», «18 månader»: years where they come out even."""
    if months and months % 12 == 0:
        text = ngettext("{count} year", "{count} years", months // 12, language=language)
        return text.format(count=months // 12)
    text = ngettext("{count} month", "{count} months", months, language=language)
    return text.format(count=months)


def retention_words(retention: Retention | None, language: Language) -> str:
    """«10 år frå barnet sluttar, så sletting»; empty when nothing is said."""
    if retention is None:
        return ""
    if retention.permanent:
        words = _("kept for good", language=language)
    elif retention.months is not None:
        words = duration_words(retention.months, language)
        if retention.counted_from:
            text = _("{time} from {start}", language=language)
            words = text.format(time=words, start=retention.counted_from.in_(language))
    else:
        words = retention.criteria.in_(language)
    if not words:
        return ""
    if not retention.permanent:
        words += f", {_(_AFTER[retention.then], language=language)}"
    law = law_words(retention.law, language)
    return f"{words} ({law})" if law else words


def ground_words(ground: TransferGround, language: Language) -> str:
    """A ground of chapter V, with its article; empty where none is given."""
    if ground not in _GROUNDS:
        return ""
    words, article = _GROUNDS[ground]
    return f"{_(words, language=language)}, {article_words(article, language)}"


def country_words(transfer: Transfer, language: Language) -> str:
    """The name of the country."""
    found = _COUNTRIES.get(transfer.country.strip().upper())
    return found.in_(language) if found else transfer.country

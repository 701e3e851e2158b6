"""Lawful bases and provisions as people write them, read into codes.

«art. 6 nr. 1 bokstav e, barnehagelova § 22», «6.1 e», «GDPR art 6(1)(c)», «Samtykke».
"""

import re
from dataclasses import dataclass

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.activities.words import law_words
from gdpr_desktop.register.exchange.words import folded

_ARTICLE = (
    r"(?:(?:gdpr|pvf|personvernforordning\w*|forordninga|forordningen)[\s,]*)?"
    r"(?:art(?:ikkel|icle|\.)?\s*)?(?<![\d§])(?<!§ )\b{number}\s*[.,]?\s*"
    r"(?:\(\s*{part}\s*\)|(?:nr|no|ledd|pkt)\.?\s*{part}|{part})?\s*[.,]?\s*"
    r"(?:(?:første|fyrste)\s+ledd\s*)?"
    r"(?:(?:bokstav|litra|letter|bokst\.?|pkt\.?)\s*)?"
    r"(?P<letters>\(?[{letters}]\b\)?(?:\s*(?:,|og|and|eller|/)\s*"
    r"(?:bokstav\s*|litra\s*)?\(?[{letters}]\b\)?)*)"
)
_SIX = re.compile(_ARTICLE.format(number="6", part="1", letters="a-f"), re.IGNORECASE)
_NINE = re.compile(_ARTICLE.format(number="9", part="2", letters="a-j"), re.IGNORECASE)
_WORDS = (
    (Basis.CONSENT, r"samtykke\w*|consent"),
    (Basis.CONTRACT, r"avtale med den registrerte|avtale|kontrakt|contract"),
    (
        Basis.LEGAL_OBLIGATION,
        r"(?:rettsl[ie]g|juridisk|lovpålag[td])\w* (?:forpliktelse|plikt)\w*|legal obligation",
    ),
    (Basis.VITAL_INTERESTS, r"vitale? interesser?|vital interests?"),
    (
        Basis.PUBLIC_TASK,
        (
            r"(?:allmenn|allmen|samfunn|offentlig|offentleg)\w*[ \w]* "
            r"(?:interesse|myndighet|myndigheit|oppg[aå]ve|oppgave)\w*"
            r"|(?:offentlig|offentleg) (?:myndighet|myndigheit)\w*|myndigh?e[it]{1,2}sutøv\w*"
            r"|public (?:task|interest)"
        ),
    ),
    (
        Basis.LEGITIMATE_INTERESTS,
        r"(?:berettig|legitim)\w* interesse\w*|interesseavv\w+|legitimate interests?",
    ),
)
_ACT = re.compile(
    r"(?i)[\wæøå-]*(?:lova|loven|lov|lovi|forskrifta|forskriften|forskrift|reglementet)\b"
)
_FORMS = (("lova", "loven"), ("forskrifta", "forskriften"))
_JOINED = re.compile(
    r"(?<!-)\s+(?:og|and|samt|jf\.?|jfr\.?|cf\.?)\s+(?=§|[\wæøåÆØÅ-]+(?:lov|forskrift))"
)
_EMPTY = re.compile(
    r"(?i)(?:\s|\b(?:og|and|eller|av|i|jf|jfr|utøv(?:else|ing|e)|gdpr|nødvend\w+ for)\b|[.()/–-])*"
)
_LEAD = re.compile(r"(?i)^(?:jf\.?|jfr\.?|cf\.?|og|and|etter|i|med heimel i|med hjemmel i)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a text says of lawfulness; ``rest`` is what could not be read."""

    bases: tuple[Basis, ...] = ()
    conditions: tuple[Condition, ...] = ()
    laws: tuple[Law, ...] = ()
    rest: str = ""


def read_grounds(text: str, language: Language) -> Grounds:
    """Every basis, condition and provision named in ``text``."""
    conditions, text = _taken(_NINE, text)
    letters, text = _taken(_SIX, text)
    bases = [Basis(letter) for letter in letters]
    for basis, pattern in _WORDS:
        found = re.compile(rf"(?i)\b(?:{pattern})")
        if found.search(text):
            bases += [] if letters else [basis]  # beside a letter they only explain it
            text = found.sub(" ", text)
    laws, rest = read_laws(text, language)
    if bases or conditions:
        rest = "; ".join(one for one in rest.split("; ") if not _EMPTY.fullmatch(one))
    return Grounds(
        bases=tuple(dict.fromkeys(bases)),
        conditions=tuple(Condition(letter) for letter in dict.fromkeys(conditions)),
        laws=laws,
        rest=rest,
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    found: list[str] = []
    for match in pattern.finditer(text):
        parts = re.sub(r"(?i)\b(?:og|and|eller|bokstav|litra)\b", " ", match["letters"])
        found += re.findall(r"[a-j]", parts.casefold())
    return found, pattern.sub(";", text)


def read_laws(text: str, language: Language) -> tuple[tuple[Law, ...], str]:
    """The provisions in ``text``, and what is left of it."""
    found: list[Law] = []
    rest: list[str] = []
    for raw in re.split(r"[;,\n]", _JOINED.sub("; ", text)):
        chunk = _LEAD.sub("", raw.strip(" .:–-()"))
        if not chunk:
            continue
        act, sign, section = chunk.partition("§")
        if sign and (act.strip() or found):
            name = _bare(act) or found[-1].act.in_(language)
            section = ("§" + section).strip()
            found.append(Law(act=both_forms(name, language), section=_spaced(section)))
        elif re.match(r"^\d+(?:-\d+)?\b", chunk) and found and found[-1].section:
            last = found.pop()
            found.append(Law(act=last.act, section=f"{last.section}, {chunk}"))
        elif _ACT.search(chunk) and len(chunk) <= 120:
            found.append(Law(act=both_forms(_bare(chunk), language)))
        else:
            rest.append(chunk)
    unique = {folded(law_words(law, language)): law for law in found}
    return tuple(unique.values()), "; ".join(rest)


def _bare(act: str) -> str:
    return _LEAD.sub("", act.strip(" .:–-()"))


def _spaced(section: str) -> str:
    return re.sub(r"^(§§?)\s*", r"\1 ", " ".join(section.split()))


def both_forms(act: str, language: Language) -> Bilingual:
    """«barnehagelova» is «barnehageloven» in bokmål, and back; other names only as written."""
    for nynorsk, bokmal in _FORMS:
        if act.endswith(nynorsk):
            return Bilingual(nn=act, nb=act.removesuffix(nynorsk) + bokmal)
        if act.endswith(bokmal):
            return Bilingual(nn=act.removesuffix(bokmal) + nynorsk, nb=act)
    return Bilingual().with_(language, act)

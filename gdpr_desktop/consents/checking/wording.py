"""What can be seen in the sentences of a form, in nynorsk and bokmål. Only ever a hint or a stop
that the person can take away by writing the sentence anew."""

import re
from collections.abc import Iterator

from gdpr_desktop.consents.codes import LanguageLevel
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.joined import joined
from gdpr_desktop.core.bilingual import Bilingual

LONGEST = {  # words in a sentence
    LanguageLevel.ADULT: 28,
    LanguageLevel.YOUNG: 20,
    LanguageLevel.CHILD: 15,
}
TEXTS = (  # the fields of ``FormContent`` that hold sentences
    "title",
    "sources",
    "data",
    "recipients",
    "use",
    "withdraw_how",
    "withdraw_after",
    "irrevocable",
    "refusing",
    "explicit",
    "risk",
    "automated",
)


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_VAGUE = _words(
    r"\bm\.? ?m\.",
    r"\bosv\b",
    r"\betc\b",
    r"\bo\. ?l\.",
    r"\bog (?:liknande|lignende)\b",
    r"\bymse\b",
    r"\bdiverse\b",
    r"\b(?:andre|ulike|framtidige|fremtidige) (?:føremål|formål)\b",
    r"\b(?:ved behov|etter behov)\b",
)
_IF = r"\b(?:dersom|om|hvis|viss|når)"
_PASSIVE = _words(
    _IF + r" (?:vi|kommun\w+|skul\w+|barnehag\w+) (?:ikkje|ikke) (?:høyr|hør|får)",
    _IF + r" du (?:ikkje|ikke) (?:svarar|svarer|gir|seier|sier|melder|leverer|reserverer)",
    r"\bmangl(?:ande|ende) svar\b",
    r"\b(?:reservere|reserverer|reserverar) (?:deg|seg)\b",
    r"\b(?:reknar|regner|reknast|regnes) (?:vi )?(?:det )?som (?:eit |et )?(?:ja|samtykk?j?e)\b",
)
_TICKED = _words("[☑☒✓✔✗✘🗹]", r"\[\s*[xX]\s*\]")
_DENIED = _words(
    r"\bsamtykk?j?et? kan (?:ikkje|ikke) (?:trekk|bli trekt|bli trukket)",
    r"\b(?:ikkje|ikke) (?:mogleg|mulig|råd) å (?:trekkj?e|ta tilbake|ta attende) samtykk",
    r"\b(?:bindande|bindende|ugjenkalleg|ugjenkallelig)\b",
)
_HARD = _words(
    r"\bmøte (?:opp|personl)",
    r"\bpersonl(?:eg|ig) (?:fram|opp)møte",
    r"\b(?:rekommandert|attestert|notari)\w*",
    r"\b(?:berre|bare|kun) (?:skriftl(?:eg|ig)|per brev|i brev|på telefon|i kontortid)",
    r"\bmå (?:grunngi|grunngje|begrunne)\b",
)
_COSTS = _words(
    r"\bgebyr\w*",
    r"\bavgift\w*",
    r"\b(?:betale|betaler|betalar|kostar|koster)\b",
    r"\b(?:mister|mistar|miste) (?:plass|tilbod|tilbud|retten|stønad)\w*",
    r"\b(?:blir|vert) (?:utestengd|utestengt|teken ut|tatt ut)",
)
_SHUT_OUT = _words(
    r"\b(?:får|kan) (?:ikkje|ikke) (?:lenger|delta|vere med|være med|bruke|ta del)",
)
_DONE = _words(r"\b(?:trykt|publisert|delt|utlevert|sendt|allereie|allerede)\w*")
_HARMLESS = _words(
    r"\b(?:nei|ikkje|ikke|ingen|minner|minnar|spør|purrar|purrer|ringer)\b", r"\bpå nytt\b"
)
_DENIAL = _words(r"\b(?:ikkje|ikke|ingen|ingenting|inga|utan|uten|aldri)\b")
_SPECIAL = _words(
    r"\bhelse\w*",
    r"\bdiagnos\w+",
    r"\bsj?ukdom\w*",
    r"\bsykdom\w*",
    r"\ballergi\w*",
    r"\bmedisin\w*",
    r"\bfunksjonsnedsett\w*",
    r"\breligi\w+",
    r"\blivssyn\w*",
    r"\betnisk\w*",
    r"\bseksuel\w+",
    r"\bfagforein?ing\w*",
    r"\bbiometri\w*",
)
_END = re.compile(r"[.!?:;\n]+")


def texts(content: FormContent) -> Iterator[tuple[str, str, Bilingual]]:
    """Field, key of the purpose or nothing, and words; what is empty is left out."""
    for field in TEXTS:
        words: Bilingual = getattr(content, field)
        if words:
            yield field, "", words
    for purpose in content.purposes:
        yield "purposes", purpose.key, purpose.text


def _sentences(words: Bilingual) -> list[str]:
    return [one for text in (words.nn, words.nb) for one in _END.split(text)]


def _in_either(pattern: re.Pattern[str], words: Bilingual) -> bool:
    return any(pattern.search(text) for text in (words.nn, words.nb))


def is_joined(purpose: Purpose) -> bool:
    """May it be two purposes in one?"""
    return joined(purpose.text)


def is_vague(purpose: Purpose) -> bool:
    """Does it leave the door open for more?"""
    return _in_either(_VAGUE, purpose.text)


def is_short(purpose: Purpose) -> bool:
    """Is it a word or two, which says what is used, and not what for?"""
    return all(len(text.split()) < 3 for text in (purpose.text.nn, purpose.text.nb))


def takes_silence_for_yes(words: Bilingual) -> bool:
    """Does a sentence make a yes of what is not answered? «Då er det nei» does not."""
    found = ((one, _PASSIVE.search(one)) for one in _sentences(words))
    return any(match and not _HARMLESS.search(one[match.end() :]) for one, match in found)


def is_ticked(words: Bilingual) -> bool:
    """Does a box stand ticked in it?"""
    return _in_either(_TICKED, words)


def denies_withdrawal(words: Bilingual) -> bool:
    """Does it say that the consent cannot be taken back? Of what is printed it may."""
    return any(_DENIED.search(one) and not _DONE.search(one) for one in _sentences(words))


def makes_it_hard(words: Bilingual) -> bool:
    """Is it harder to take back than to give?"""
    return _in_either(_HARD, words)


def costs(words: Bilingual) -> bool:
    """Does it threaten with something worse? «Det kostar ikkje noko» does not."""
    return any(_COSTS.search(one) and not _DENIAL.search(one) for one in _sentences(words))


def shuts_out(words: Bilingual) -> bool:
    """Does somebody lose something? It may be no more than what the yes itself gave."""
    return _in_either(_SHUT_OUT, words)


def sounds_special(content: FormContent) -> bool:
    """Do the words speak of health, religion or the like?"""
    told = (content.data, *(one.text for one in content.purposes))
    return any(_in_either(_SPECIAL, words) for words in told)


def has_long_sentence(words: Bilingual, level: LanguageLevel) -> bool:
    """Is a sentence longer than who reads it has the breath for?"""
    return any(len(one.split()) > LONGEST[level] for one in _sentences(words))


def is_half(words: Bilingual) -> bool:
    """Does it stand in one written form only?"""
    return bool(words.nn) is not bool(words.nb)

"""Retention periods as words and back: «24 månader; frå: avslutta sak; etterpå: sletting»."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.parts import After, Law, Retention
from gdpr_desktop.register.activities.words import duration_words, law_words
from gdpr_desktop.register.exchange.law_text import read_laws
from gdpr_desktop.register.exchange.lines import reworded
from gdpr_desktop.register.exchange.words import AFTER, folded, read, said

_FROM, _THEN = N_("counted from: {text}"), N_("then: {text}")
_LAW, _CRITERION = N_("provision: {text}"), N_("criterion: {text}")
_LABELS = (_FROM, _THEN, _LAW, _CRITERION)
_PERMANENT = N_("Kept for good")
_MOST = 12_000  # months

_NUMBERS = {
    **dict.fromkeys(("ein", "eitt", "eit", "en", "ett", "et", "one"), 1),
    **dict.fromkeys(("to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fire", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("seks", "six"), 6),
    **dict.fromkeys(("ti", "ten"), 10),
}
_COUNT = r"(?P<count>\d{1,4}|" + "|".join(_NUMBERS) + ")"
_UNIT = r"(?P<unit>år|year|mnd|md|måna|måne|month)\w*\.?"
_PERIOD = re.compile(rf"(?i)(?<![\d,.–-]){_COUNT}\s*{_UNIT}")
_RANGE = re.compile(r"(?i)\d+\s*(?:-|–|til|to)\s*\d+\s*(?:år|year|mnd|md|måna|måne|month)")
_SINCE = re.compile(
    r"(?i)^[\s,(]*(?:(?:rekna|regnet|counted)\s+)?(?:etter|frå|fra|from|after)\s+"
    r"(?P<from>(?:(?!,? (?:deretter|then|og så|før)\b)[^).;])+)"
)
_FOR_GOOD = re.compile(
    r"(?i)^(?:permanent|for alltid|varig|evig|for ever|blir bevart|bevares|bevarast)\b[. ]*"
)
_ENDING = (
    (After.ARCHIVE, r"arkiv(?:er|depot)|avlever"),
    (After.ANONYMISE, r"anonymis"),
    (After.ERASE, r"slett|kasser|makuler|erase|delete"),
)


def retention_words(retention: Retention, language: Language) -> str:
    """One line that says all of it, in words that ``read_retention`` understands."""
    parts = [period_words(retention, language) or retention.criteria.in_(language)]
    about: tuple[tuple[str, str], ...] = (
        (_FROM, retention.counted_from.in_(language)),
        (_THEN, said(AFTER, retention.then, language)),
        (_LAW, law_words(retention.law, language)),
    )
    if period_words(retention, language):
        about = (*about, (_CRITERION, retention.criteria.in_(language)))
    parts += [_(label, language=language).format(text=text) for label, text in about if text]
    return "; ".join(" ".join(part.split()) for part in parts if part)


def period_words(retention: Retention, language: Language) -> str:
    """«2 år», «18 månader», or that it is kept for good; empty when only a criterion is given."""
    if retention.permanent:
        return _(_PERMANENT, language=language)
    return "" if retention.months is None else duration_words(retention.months, language)


@cache
def _labels() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for source in _LABELS:
        for text in (source, *(_(source, language=one) for one in Language)):
            found[folded(text.partition("{")[0].rstrip(": "))] = source
    return found


@cache
def _boundary() -> re.Pattern[str]:
    words = "|".join(
        re.escape(_(source, language=one).partition("{")[0].strip())
        for source in _LABELS
        for one in Language
    )
    return re.compile(rf"(?i);\s*(?=(?:{words}))")


def read_retention(text: str, before: Retention | None, language: Language) -> Retention:
    """What ``text`` says; of what was there before, the words in the other form are kept."""
    first, *others = _boundary().split(" ".join(text.split()))
    parts = {}
    for one in others:
        label, _colon, words = one.partition(":")
        parts[_labels()[folded(label)]] = words.strip()
    old = before or Retention()
    made = _period(first.strip(), old, language)
    if _FROM in parts:
        made = replace(
            made, counted_from=reworded(old.counted_from, parts.get(_FROM, ""), language)
        )
    if parts.get(_CRITERION):
        made = replace(made, criteria=reworded(old.criteria, parts[_CRITERION], language))
    if _THEN in parts:
        made = replace(made, then=read(AFTER, parts[_THEN]) or _ending(parts[_THEN]))
    if parts.get(_LAW):
        made = replace(made, law=_law(old.law, parts[_LAW], language))
    return made


def _period(text: str, old: Retention, language: Language) -> Retention:
    """The first part: a period, for good, or in other words. May be a whole sentence."""
    for one in Language:
        if folded(text) == folded(_(_PERMANENT, language=one)):
            return Retention(permanent=True)
    laws, _rest = read_laws(text, language) if "§" in text or "lov" in text else ((), "")
    law = laws[0] if laws else Law()
    if found := _FOR_GOOD.match(text):
        more = text[found.end() :].strip(" ,.;")
        return Retention(permanent=True, criteria=reworded(old.criteria, more, language), law=law)
    periods = list(_PERIOD.finditer(text))
    if len(periods) == 1 and not _RANGE.search(text) and (months := _months(periods[0])):
        since = _SINCE.match(text[periods[0].end() :])
        start = since["from"].strip() if since else ""
        return Retention(
            months=months,
            counted_from=reworded(old.counted_from, start, language),
            then=_ending(text),
            law=law,
        )
    return Retention(criteria=reworded(old.criteria, text, language), then=_ending(text), law=law)


def _months(found: re.Match[str]) -> int:
    count = found["count"].casefold()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    months = number * 12 if found["unit"].casefold() in ("år", "year") else number
    return months if 0 < months <= _MOST else 0


def _ending(text: str) -> After:
    return next(
        (after for after, pattern in _ENDING if re.search(rf"(?i)\b(?:{pattern})", text)),
        After.ERASE,
    )


def _law(before: Law, text: str, language: Language) -> Law:
    if folded(law_words(before, language)) == folded(text):
        return before
    laws, _rest = read_laws(text, language)
    return laws[0] if laws else Law(act=Bilingual().with_(language, text))

"""Two versions of a form beside each other: what each says, and what differs."""

from dataclasses import dataclass

from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext

_OTHER = {Language.NYNORSK: Language.BOKMAL, Language.BOKMAL: Language.NYNORSK}
_NAMES = {Language.NYNORSK: "Nynorsk", Language.BOKMAL: "Bokmål"}
_GAP = "\n\n"  # between the two written forms, where only the other one differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One line of both; ``changed`` also where only the other written form differs."""

    label: str
    older: str
    newer: str
    changed: bool


def compared(older: FormContent, newer: FormContent, language: Language) -> tuple[Pair, ...]:
    """All lines that either has, in the order of the form."""
    olds, news = _lines(older), _lines(newer)
    labels = dict.fromkeys((*olds, *news))
    pairs = (
        _pair(one, olds.get(one, Bilingual()), news.get(one, Bilingual()), language)
        for one in labels
    )
    return tuple(one for one in pairs if one.older or one.newer)


def changed_lines(older: FormContent, newer: FormContent, language: Language) -> tuple[str, ...]:
    """What the lines that differ are called."""
    return tuple(one.label for one in compared(older, newer, language) if one.changed)


def _pair(label: str, older: Bilingual, newer: Bilingual, language: Language) -> Pair:
    changed = older != newer
    before, now = older.in_(language), newer.in_(language)
    if changed and before == now:
        other = _OTHER[language]
        before = f"{before}{_GAP}{_NAMES[other]}: {older.in_(other)}"
        now = f"{now}{_GAP}{_NAMES[other]}: {newer.in_(other)}"
    return Pair(label=label, older=before, newer=now, changed=changed)


def _lines(one: FormContent) -> dict[str, Bilingual]:
    found = {
        _("Name of the form"): one.title,
        _("Unit"): _same(one.unit),
        _("Responsible"): _same(one.responsible),
        _("Contact"): _same(one.contact),
        _("About"): _same(words(one.audience)),
        _("Language"): _same(words(one.level)),
    }
    for number, purpose in enumerate(one.purposes, 1):
        found[_("Purpose {number}").format(number=number)] = _purpose(purpose)
    return found | _texts(one) | _ends(one)


def _texts(one: FormContent) -> dict[str, Bilingual]:
    return {
        _("What we do"): one.use,
        _("Which data"): one.data,
        _("From whom we get them"): one.sources,
        _("Who gets them"): one.recipients,
        _("Act and section"): _same(one.law),
        _("How it is taken back"): one.withdraw_how,
        _("What happens then"): one.withdraw_after,
        _("What cannot be undone"): one.irrevocable,
        _("What follows from saying no"): one.refusing,
        _("Sentence of an explicit consent"): one.explicit,
        _("Risk of sending data out of the EEA"): one.risk,
        _("Decisions made by a machine"): one.automated,
        _("How the age is checked"): _same(one.age_check),
    }


def _ends(one: FormContent) -> dict[str, Bilingual]:
    until = f" {long_date(one.until)}" if one.until is not None else ""
    months = one.renew_months
    text = _("Not before it ends")
    if months:
        text = ngettext("{count} month before it ends", "{count} months before it ends", months)
    return {
        _("How long the answer holds"): _same(words(one.lasting) + until),
        _("Ask again"): _same(text.format(count=months)),
    }


def _purpose(one: Purpose) -> Bilingual:
    more = [words(one.matter)]
    if one.use is not None:
        more = [words(one.use)]
    if one.special:
        more.append(_("special categories"))
    if one.transfer:
        more.append(_("sent out of the EEA"))
    below = [", ".join(more), *map(_place, one.places)]
    added = "".join(f"\n{line}" for line in below)
    return Bilingual(nn=one.text.nn + added, nb=one.text.nb + added)


def _place(one: Place) -> str:
    ending = "" if one.erasable else _("cannot be taken back")
    parts = (one.name, words(one.kind), one.responsible, ending, one.other_basis)
    return "• " + ", ".join(part for part in parts if part)


def _same(text: str) -> Bilingual:
    return Bilingual(nn=text, nb=text)

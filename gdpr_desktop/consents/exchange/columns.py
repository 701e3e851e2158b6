"""What the columns of a spreadsheet with consents are: those that all have, and the purposes."""

import re
from collections.abc import Mapping
from enum import StrEnum

from gdpr_desktop.consents.codes import PictureUse
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.core.text import N_, _, current_language

PURPOSE = "purpose:"  # and the key of the purpose
_ALIKE = 0.5  # share of words that a heading and a purpose have in common
_SIGNS = re.compile(r"[^a-z0-9]+")


class Use(StrEnum):
    """What a column is taken for, besides the purposes. What has none is not read."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    BORN = "born"
    FORM = "form"
    VERSION = "version"
    GIVEN_ON = "given_on"
    GIVER = "giver"
    RELATION = "relation"
    HOW = "how"
    NOTE = "note"
    ARCHIVE = "archive"
    VALID_UNTIL = "valid_until"
    PARENTS = "parents"


WORDS: Mapping[Use, str] = {
    Use.NAME: N_("Name of the person"),
    Use.FIRST_NAME: N_("First name of the person"),
    Use.LAST_NAME: N_("Last name of the person"),
    Use.BORN: N_("Birth date"),
    Use.FORM: N_("Name of the form"),
    Use.VERSION: N_("Version of the form"),
    Use.GIVEN_ON: N_("Given on"),
    Use.GIVER: N_("Who gave it"),
    Use.RELATION: N_("Relation of the giver"),
    Use.HOW: N_("How it was given"),
    Use.NOTE: N_("Note about how it was given"),
    Use.ARCHIVE: N_("Number in the archive"),
    Use.VALID_UNTIL: N_("Valid until"),
    Use.PARENTS: N_("How many have parental responsibility"),
}
_HEADINGS: Mapping[Use, str] = {  # folded, without signs
    Use.NAME: "namn navn name barn barnetsnavn barnetsnamn namnpabarnet navnpabarnet elev person"
    " elevnavn elevnamn fulltnavn fulltnamn ansatt tilsett",
    Use.FIRST_NAME: "fornamn fornavn firstname",
    Use.LAST_NAME: "etternamn etternavn lastname",
    Use.BORN: "fodselsdato fodt fodd fdato birthdate fodselsnummer fodselsnr fnr personnummer",
    Use.FORM: "skjema samtykkeskjema form",
    Use.VERSION: "versjon version skjemaversjon utgave",
    Use.GIVEN_ON: "dato gittdato gitt gittden samtykkedato datoforsamtykke date givenon given"
    " signert signertdato underskriven underskrevet avgitt",
    Use.GIVER: "gittav giver samtykkegiver samtykkegivar hvemgav kvengav underskrevetav signertav"
    " givenby underskrivenav",
    Use.RELATION: "relasjon rolle tilknyting tilknytning relation",
    Use.HOW: "mate korleis hvordan how form gittkorleis gitthvordan kanal maten",
    Use.NOTE: "merknad notat note kommentar muntlegmerknad",
    Use.ARCHIVE: "arkivnummer arkivnr arkivsaknr saksnummer saksnr arkivref arkivreferanse"
    " journalnummer journalnr archive",
    Use.VALID_UNTIL: "gyldigtil gjeldtil gjeldertil gyldigtildato utloper varertil validuntil"
    " utlopsdato",
    Use.PARENTS: "foreldreansvar antallmedforeldreansvar talpameforeldreansvar",
}
_PICTURES = {  # short headings that share no two words with the purpose
    **dict.fromkeys("tabilete tabilder tabilde fotografere fotografering".split(), PictureUse.TAKE),
    **dict.fromkeys(
        "nettside nettsida nettsiden nettsted heimeside heimesida hjemmeside hjemmesiden".split(),
        PictureUse.PUBLISH_WEB,
    ),
}
_USES = {word: use for use, all_ in _HEADINGS.items() for word in all_.split()}


def purposes_of(form: Form) -> tuple[Purpose, ...]:
    """Every purpose that a version has asked about, as it was worded last."""
    found: dict[str, Purpose] = {}
    for version in form.versions:
        found |= {one.key: one for one in version.content.purposes}
    return tuple(found.values())


class Columns:
    """The columns of one form."""

    def __init__(self, form: Form | None) -> None:
        self._purposes = purposes_of(form) if form is not None else ()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All that a column may become, with its words: the purposes last."""
        known = tuple((use.value, _(WORDS[use])) for use in Use)
        return (*known, *((PURPOSE + one.key, purpose_words(one)) for one in self._purposes))

    def use_of(self, heading: str) -> str:
        """What a heading says; empty where it says nothing we know."""
        plain = _SIGNS.sub("", fold_short(heading))
        if found := _USES.get(plain):
            return found.value
        worth = [(_likeness(heading, one), one.key) for one in self._purposes]
        best = max(worth, default=(0.0, ""))
        rivals = sum(one[0] == best[0] for one in worth)
        if best[0] >= _ALIKE and rivals == 1:
            return PURPOSE + best[1]
        use = _PICTURES.get(plain)
        keys = [one.key for one in self._purposes if use is not None and one.use is use]
        return PURPOSE + keys[0] if len(keys) == 1 else ""


def purpose_words(purpose: Purpose) -> str:
    """The purpose in the language of the screen."""
    text: str = purpose.text.in_(current_language())
    return text or purpose.key


def _likeness(heading: str, purpose: Purpose) -> float:
    """How much of the words are shared with the purpose, in either written form."""
    if fold_short(heading).strip() == purpose.key:
        return 2.0
    texts = [purpose.text.in_(one) for one in Language]
    if purpose.use is not None:
        texts += [words(purpose.use, one) for one in Language]
    said = _words(heading)
    found = [_words(text) for text in texts if text]
    alike = (one for one in found if one == said or len(one & said) > 1)
    return max((len(said & one) / len(said | one) for one in alike if one), default=0.0)


def _words(text: str) -> set[str]:
    return {one for one in _SIGNS.split(fold_short(text)) if len(one) > 2}

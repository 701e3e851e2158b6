"""Words for «kan biletet brukast?»: questions, answers, and reasons with their source."""

from enum import StrEnum

from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    PictureVerdict,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.rules import PictureReason
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _

QUESTIONS = {
    "motif": N_("What is the picture of?"),
    "setting": N_("Could anybody mind being seen like that?"),
    "people": N_("Who is in it?"),
    "shown": N_("Where will you use it?"),
    "news": N_("Has it news value?"),
    "answers": N_("Have they said yes?"),
}
_CHOICES: tuple[tuple[StrEnum, str, str], ...] = (
    (
        Motif.SITUATION,
        N_("A situation"),
        N_("What goes on matters, not who is there: a concert, a procession, a schoolyard."),
    ),
    (Motif.PORTRAIT, N_("One person, or a few"), N_("They are what the picture is about.")),
    (Motif.GROUP, N_("A class or a group"), N_("Set up to show all who are in it.")),
    (Setting.HARMLESS, N_("No, it is harmless"), ""),
    (
        Setting.EXPOSED,
        N_("Yes, or perhaps"),
        N_("At a clinic, in a bath, on a beach; somebody who cries, is ill or is teased."),
    ),
    (People.ADULTS, N_("Adults only"), ""),
    (People.CHILDREN, N_("Children or young people too"), N_("One under 18 is enough.")),
    (People.DEAD, N_("Somebody who is dead"), ""),
    (Shown.KEPT, N_("It is taken and kept, and shown to nobody"), ""),
    (Shown.CLOSED, N_("In a closed group"), N_("Parents in a group, or a page with a password.")),
    (Shown.OPEN, N_("For anybody"), N_("The website, social media, print or the press.")),
    (
        Answers.ALL,
        N_("Yes, all of them"),
        N_("Or those who answer for them; and it is registered."),
    ),
    (Answers.SOME, N_("Some of them"), ""),
    (Answers.NONE, N_("They have not been asked"), ""),
    (Answers.REFUSED, N_("Somebody has said no"), N_("Or has withdrawn the yes.")),
)
_NEWS = {
    True: (N_("Yes"), N_("Something that is current, and that concerns many.")),
    False: (N_("No"), ""),
}
_VERDICTS = {
    PictureVerdict.MAY: N_("Yes, it may be used"),
    PictureVerdict.ASK: N_("Not before they have said yes"),
    PictureVerdict.NO: N_("No, it may not be used"),
}
_SHORT = {
    PictureVerdict.MAY: N_("Yes"),
    PictureVerdict.ASK: N_("Ask first"),
    PictureVerdict.NO: N_("No"),
}
_REASONS = {
    PictureReason.REFUSED: N_(
        "Somebody has said no. Choose another picture, or cut or blur who said it (art. 7(3), 21)."
    ),
    PictureReason.PORTRAIT: N_(
        "It is a portrait: those who are in it decide (åndsverklova § 104, handbook 8)."
    ),
    PictureReason.GROUP: N_(
        "A class picture is a portrait of each one: all of them must have said yes (handbook 8)."
    ),
    PictureReason.EXPOSED: N_(
        "Who is seen so that it may hurt, decides, also where it is a situation (handbook 8)."
    ),
    PictureReason.SITUATION: N_(
        "A harmless picture of a situation may be used without asking (åndsverklova § 104,"
        " handbook 8)."
    ),
    PictureReason.NEWS: N_(
        "It is current and concerns many (åndsverklova § 104 a). Use it for that, and not later for"
        " something else."
    ),
    PictureReason.NEWS_NOT_ENOUGH: N_(
        "News value does not weigh up for children, for what exposes somebody, or for a closed"
        " group."
    ),
    PictureReason.KEPT: N_(
        "Taking and keeping it is processing too: tell people, and delete it when it is not needed"
        " (art. 13, 5(1)(e))."
    ),
    PictureReason.CLOSED: N_("A closed group is sharing too (handbook 8)."),
    PictureReason.CHILDREN: N_(
        "Children see less of what may come of it. Take special care, ask when in doubt, and hear"
        " what the child says (recital 38, barnelova § 31)."
    ),
    PictureReason.DEAD_PROTECTED: N_(
        "The protection lasts for 15 years after the year of death (åndsverklova § 104). Ask the"
        " nearest."
    ),
    PictureReason.DEAD_FREE: N_(
        "More than 15 years have gone since the year of death (åndsverklova § 104). Think of those"
        " who are left all the same."
    ),
    PictureReason.ALL_YES: N_(
        "All have said yes. See that it covers this use, and that it is not withdrawn (art. 7)."
    ),
    PictureReason.SOME_YES: N_("Some have not said yes. Ask them, or cut or blur them."),
    PictureReason.NONE_YES: N_("Ask first, on a form about pictures (art. 6(1)(a))."),
    PictureReason.BASIS: N_(
        "Without consent another basis is needed: a task of ours by law, or a legitimate interest"
        " (art. 6(1)(e) or (f))."
    ),
    PictureReason.HEAR_A_NO: N_("Take it away if somebody objects (art. 21)."),
}


def question_words(name: str, language: Language | None = None) -> str:
    """The question about one field of ``PictureFacts``."""
    return _(QUESTIONS[name], language=language)


def choices(kind: type[StrEnum]) -> tuple[tuple[StrEnum, str, str], ...]:
    """The answers to choose between: value, words, and a sentence or nothing."""
    return tuple(
        (value, _(words), _(text) if text else "")
        for value, words, text in _CHOICES
        if type(value) is kind
    )


def news_choices() -> tuple[tuple[bool, str, str], ...]:
    """The same for the question of news value."""
    return tuple((one, _(words), _(text) if text else "") for one, (words, text) in _NEWS.items())


def choice_words(value: StrEnum | bool, language: Language | None = None) -> str:
    """One answer."""
    if isinstance(value, bool):
        return _(_NEWS[value][0], language=language)
    words = next(words for one, words, _text in _CHOICES if one is value)
    return _(words, language=language)


def verdict_words(verdict: PictureVerdict, language: Language | None = None) -> str:
    """The answer as a sentence."""
    return _(_VERDICTS[verdict], language=language)


def verdict_short(verdict: PictureVerdict) -> str:
    """The answer in a word or two, for a list."""
    return _(_SHORT[verdict])


def reason_words(reason: PictureReason, language: Language | None = None) -> str:
    """Why, with the source."""
    return _(_REASONS[reason], language=language)


def fact_rows(facts: PictureFacts, language: Language | None = None) -> tuple[tuple[str, str], ...]:
    """Question and answer, in the order they were asked."""
    rows = [
        (question_words(name, language), choice_words(getattr(facts, name), language))
        for name in QUESTIONS
    ]
    if facts.people is People.DEAD and facts.died is not None:
        rows.insert(3, (_("Year of death", language=language), str(facts.died)))
    return tuple(rows)

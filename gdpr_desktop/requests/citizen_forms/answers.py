"""The fields of a filled form, sorted by what they are called."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.fields.naming import MadeField, with_tags
from gdpr_desktop.letters.fields.reading import ReadField, Shape
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.tags import Tag, made_fields, read_tag
from gdpr_desktop.requests.citizen_forms.texts import form_words, version

BY_HAND = N_("Register what it says by hand: the request is as valid as any other.")


class FilledFormError(AppError):
    """A file that no request is read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What stands in the fields of one form. ``ticks`` are (field, choice).

    ``strange`` are the filled fields that are not of this form: (name, text).
    """

    kind: FormKind
    language: Language
    texts: dict[str, str]
    days: dict[str, date]
    ticks: frozenset[tuple[str, str]]
    strange: tuple[tuple[str, str], ...] = ()


def answers_of(fields: Iterable[ReadField]) -> Answers:
    """Raises ``FilledFormError`` where the fields are not those of a form we know."""
    named = with_tags(fields, _forms())
    tagged = [(tag, one) for one in named if (tag := read_tag(one.tag)) is not None]
    if not tagged:
        raise FilledFormError(
            _("This is not one of our forms, or its fields are gone."), hint=_(BY_HAND)
        )
    if any(tag.version > version() or tag.kind is None for tag, _one in tagged):
        raise FilledFormError(
            _("The form was made by a newer version of the program."),
            hint=_("Install the newest version, or register what it says by hand."),
        )
    counted = Counter((tag.kind, tag.language) for tag, _one in tagged)
    kind, language = counted.most_common(1)[0][0]
    assert kind is not None
    made = {one.tag.split(".", 2)[2] for one in made_fields(kind, language)}
    own = [(tag, one) for tag, one in tagged if str(tag).split(".", 2)[2] in made]
    ours = {id(one) for _tag, one in own}
    return Answers(
        kind=kind,
        language=language,
        texts=_texts(own),
        days={tag.field: one.day for tag, one in own if one.day is not None},
        ticks=frozenset((tag.field, tag.choice) for tag, one in own if one.ticked),
        strange=tuple(_strange(one for one in named if id(one) not in ours)),
    )


def _strange(fields: Iterable[ReadField]) -> Iterator[tuple[str, str]]:
    blank = _placeholders()
    for one in fields:
        text = clean_text(one.text).strip()
        if one.shape is Shape.BOX:
            text = "✓" if one.ticked else ""
        if text not in blank:
            yield clean_line(one.name), text


def _forms() -> Iterator[tuple[MadeField, ...]]:
    return (made_fields(kind, language) for kind in FormKind for language in Language)


def _texts(own: list[tuple[Tag, ReadField]]) -> dict[str, str]:
    """By field; what stands in a copy of a field is added below."""
    found: dict[str, list[str]] = {}
    blank = _placeholders()
    for tag, one in own:
        text = clean_text(one.text).strip()
        if text in blank or tag.choice:
            continue
        if text not in found.setdefault(tag.field, []):
            found[tag.field].append(text)
    return {name: "\n".join(texts) for name, texts in found.items() if texts}


def _placeholders() -> frozenset[str]:
    """What stands in an empty field, where a program has made text of it."""
    both = [form_words(FormKind.GENERAL, language).texts for language in Language]
    names = ("placeholder", "day_placeholder")
    return frozenset({"", *(texts[name] for texts in both for name in names)})

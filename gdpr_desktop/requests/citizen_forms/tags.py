"""The name of a field in a Word form: which form, version, language, field and choice."""

from collections.abc import Iterator
from dataclasses import dataclass

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.fields.naming import MadeField
from gdpr_desktop.letters.fields.reading import Shape
from gdpr_desktop.requests.citizen_forms.model import FieldKind, FormKind
from gdpr_desktop.requests.citizen_forms.texts import citizen_form, form_words, version

_PREFIX = "citizen-form"
_WORDS = 5  # in a tag without a choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """``citizen-form.1.nn.access.on_behalf_of.self``."""

    version: int
    language: Language
    kind: FormKind | None  # None: a form that this version of the program does not know
    field: str
    choice: str = ""

    def __str__(self) -> str:
        words = (_PREFIX, str(self.version), self.language, self.kind or "", self.field)
        return ".".join((*words, self.choice) if self.choice else words)


def read_tag(text: str) -> Tag | None:
    """The tag of one of our fields; None for what another has made."""
    words = text.split(".")
    if words[0] != _PREFIX or not _WORDS <= len(words) <= _WORDS + 1 or not _is_number(words[1]):
        return None
    try:
        language = Language(words[2])
    except ValueError:
        return None
    return Tag(
        version=int(words[1]),
        language=language,
        kind=FormKind(words[3]) if words[3] in set(FormKind) else None,
        field=words[4],
        choice=words[5] if len(words) > _WORDS else "",
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9  # an int of a million digits is slow


def made_fields(kind: FormKind, language: Language) -> tuple[MadeField, ...]:
    """The fields of a form in the order they stand in."""
    return tuple(_made(kind, language))


def _made(kind: FormKind, language: Language) -> Iterator[MadeField]:
    words = form_words(kind, language).fields
    for field in citizen_form(kind).fields:
        dated = field.kind is FieldKind.DATE
        for choice in field.choices or ("",):
            tag = Tag(
                version=version(), language=language, kind=kind, field=field.id, choice=choice
            )
            label = words[field.id].label
            yield MadeField(
                tag=str(tag),
                name=f"{label} {words[field.id].choices[choice]}" if choice else label,
                shape=Shape.BOX if choice else Shape.DATE if dated else Shape.TEXT,
            )

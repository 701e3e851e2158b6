"""Templates on disk: ``ID.toml`` declares the fields, ``ID.nn.md`` and ``ID.nb.md`` the words."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import _

RESERVED = ("frame", "attachments", "loop")


class TemplateError(AppError):
    """A template that cannot be used as it is written.

    ``reason`` is what is wrong without the template's name, where that is known.
    """

    reason = ""


class OwnTemplateError(TemplateError):
    """The municipality's own wording cannot be used; the shipped one can. ``template``: its id."""

    def __init__(self, template: str, title: str, reason: str) -> None:
        super().__init__(
            _("The municipality's own wording of «{title}» cannot be used: {reason}").format(
                title=title, reason=reason
            ),
            hint=_("Use the original this time, and correct the wording under «Templates»."),
        )
        self.template = template


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One text in both languages."""

    nn: str = ""
    nb: str = ""

    def __getitem__(self, language: Language) -> str:
        return self.nn if language is Language.NYNORSK else self.nb


class FieldKind(StrEnum):
    """What may be put into a field, and how it is printed."""

    TEXT = "text"  # one line
    LINES = "lines"  # keeps line breaks
    PARAGRAPHS = "paragraphs"  # blank lines begin paragraphs
    DATE = "date"  # a ``date``, printed in words
    CHOICE = "choice"  # one of ``choices``; compared by code, printed in words
    FLAG = "flag"  # ``bool``, for ``if`` only
    LIST = "list"  # of strings, or of mappings with the names in ``items``
    LINK = "link"  # a web or e-mail address


class TemplateKind(StrEnum):
    """A letter stands alone; an attachment follows a letter, or is printed by itself."""

    LETTER = "letter"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a choice field: its code and its words."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One blank in a template."""

    name: str
    kind: FieldKind
    required: bool
    labels: Words
    helps: Words
    choices: tuple[Choice, ...] = ()
    items: tuple["Field", ...] = ()  # what each entry of a list has; empty: not declared

    def label(self, language: Language) -> str:
        """What the field is called on the screen."""
        return self.labels[language] or self.name

    def help(self, language: Language) -> str:
        """A sentence about what to write, or empty."""
        return self.helps[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A letter or attachment as declared in ``ID.toml``."""

    id: str
    kind: TemplateKind
    titles: Words
    fields: tuple[Field, ...]
    attachments: tuple[str, ...]
    folder: Path
    must_have: tuple[str, ...] = ()  # ids in ``forms/letter_requirements.toml``
    by_hand: bool = False  # a form to fill in on paper: set tight, its boxes empty

    def title(self, language: Language) -> str:
        """Safe for the archive: never holds personal data."""
        return self.titles[language]

    def field(self, name: str) -> Field:
        """The field called ``name``. Raises ``KeyError``."""
        return {field.name: field for field in self.fields}[name]

    def body(self, language: Language) -> str:
        """The text as shipped."""
        return _read(self.folder / f"{self.id}.{language}.md")


class TemplateSource(Protocol):
    """Where a municipality keeps its own copies of templates."""

    def body(self, template_id: str, language: Language) -> str | None:
        """The edited text, or None where the shipped one is used."""
        ...


def templates(folder: Path | None = None) -> tuple[Template, ...]:
    """All templates in ``folder`` (by default those shipped), in the order of their ids."""
    folder = folder or form("letters")
    return tuple(template(path.stem, folder) for path in sorted(folder.glob("*.toml")))


def template(template_id: str, folder: Path | None = None) -> Template:
    """One template. Raises ``TemplateError`` when there is none, or its file is wrong."""
    path = (folder or form("letters")) / f"{template_id}.toml"
    if not template_id.replace("_", "").isalnum() or not path.is_file():
        raise TemplateError(
            _("There is no letter template called {name}.").format(name=template_id)
        )
    stat = path.stat()
    return _load(path, stat.st_mtime_ns, stat.st_size)


def all_fields(found: Template) -> tuple[Field, ...]:
    """The template's own fields, then those its attachments add; each name once."""
    fields = {field.name: field for field in found.fields}
    for attachment in found.attachments:
        for field in template(attachment, found.folder).fields:
            fields.setdefault(field.name, field)
    return tuple(fields.values())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise TemplateError(
            _("The template file {name} is missing.").format(name=path.name),
            hint=_("Install the program again."),
        ) from error


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int, _size: int) -> Template:
    try:
        data = tomllib.loads(_read(path))
        return _template(path, data)
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise TemplateError(
            _("The template file {name} is wrong: {reason}").format(name=path.name, reason=error)
        ) from error


def _template(path: Path, data: dict[str, Any]) -> Template:
    if data["id"] != path.stem:
        raise ValueError(f"id {data['id']!r} is not the name of the file")
    return Template(
        id=data["id"],
        kind=TemplateKind(data["kind"]),
        titles=_words(data["title"], required=True),
        fields=tuple(_field(name, field) for name, field in data.get("fields", {}).items()),
        attachments=tuple(data.get("attachments", {}).get("ids", ())),
        folder=path.parent,
        must_have=tuple(data.get("must_have", ())),
        by_hand=bool(data.get("by_hand", False)),
    )


def _field(name: str, data: dict[str, Any]) -> Field:
    if name in RESERVED or not name.isidentifier() or name.startswith("_"):
        raise ValueError(f"{name!r} cannot be the name of a field")
    kind = FieldKind(data["kind"])
    choices = tuple(
        Choice(code=code, words=_words(words, required=True))
        for code, words in _choices(data.get("choices", {})).items()
    )
    if (kind is FieldKind.CHOICE) is not bool(choices):
        raise ValueError(f"{name}: choices belong to a choice, and a choice has them")
    items = data.get("items", {})
    if not isinstance(items, dict):
        items = {item: {"kind": "text"} for item in items}
    return Field(
        name=name,
        kind=kind,
        required=bool(data.get("required", False)),
        labels=_words(data.get("label", {})),
        helps=_words(data.get("help", {})),
        choices=choices,
        items=tuple(_field(item, inner) for item, inner in items.items()),
    )


def _choices(data: Any) -> dict[str, dict[str, str]]:
    """Choices are a table of words per code, or a bare list of codes."""
    if isinstance(data, dict):
        return data
    return {code: {"nn": code, "nb": code} for code in data}


def _words(data: dict[str, str], *, required: bool = False) -> Words:
    words = Words(**data)
    if required and not (words.nn and words.nb):
        raise ValueError("words are missing in nn or nb")
    return words

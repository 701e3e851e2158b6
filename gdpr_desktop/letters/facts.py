"""Facts in, by the kinds of the fields; what is missing is named."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.letters.template import Field, FieldKind

MAX_ITEMS = 1000
# fields that are filled from the settings, whatever the letter
OF_THE_MUNICIPALITY = frozenset(
    {
        "municipality",
        "controller_title",
        "controller_contact",
        "controller_line",
        "officer_name",
        "officer_contact",
        "officer_line",
        "dialogue_url",
    }
)


class MissingFieldsError(AppError):
    """Fields that the letter cannot do without; ``fields`` are their names."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        labels = "», «".join(field.label(current_language()) for field in fields)
        super().__init__(
            _("The letter lacks «{fields}».").format(fields=labels),
            hint=_where(field.name for field in fields),
        )
        self.fields = tuple(field.name for field in fields)


def _where(names: Iterable[str]) -> str:
    """Where to fill it in: what is the same in every letter stands in the settings."""
    of_settings = [name in OF_THE_MUNICIPALITY for name in names]
    if not any(of_settings):
        return _("Fill it in, and try again.")
    if all(of_settings):
        return _("Fill it in under «Register → Settings», and try again.")
    return _(
        "What is about the municipality and its officer is filled in under «Register → Settings»."
        " Fill in the rest here, and try again."
    )


class LinesText(str):
    """Text that keeps its line breaks."""

    __slots__ = ()


class ParagraphsText(str):
    """Text whose blank lines begin new paragraphs."""

    __slots__ = ()


class LinkText(str):
    """A web or e-mail address."""

    __slots__ = ()


class ChoiceText(str):
    """Compared by its code, printed by its words."""

    words: str


def read_facts(
    fields: Iterable[Field], facts: Mapping[str, object], language: Language
) -> dict[str, object]:
    """One plain value per field: texts, dates, bools, tuples and dicts.

    Facts that no field asks for are left alone: several letters share one set of facts. Raises
    ``MissingFieldsError`` naming every required field without content, ``AppError`` for a value
    of the wrong kind.
    """
    fields = tuple(fields)
    values = {field.name: _value(field, facts.get(field.name), language) for field in fields}
    missing = tuple(
        field
        for field in fields
        if field.required
        and (
            field.name not in facts
            if field.kind is FieldKind.FLAG
            else _is_blank(values[field.name])
        )
    )
    if missing:
        raise MissingFieldsError(missing)
    return values


def _is_blank(value: object) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _value(field: Field, given: object, language: Language) -> object:
    match field.kind:
        case FieldKind.TEXT:
            return _text(field, given)
        case FieldKind.LINES:
            return LinesText(_text(field, given, "\n"))
        case FieldKind.PARAGRAPHS:
            return ParagraphsText(_text(field, given, "\n\n"))
        case FieldKind.LINK:
            return LinkText(_text(field, given))
        case FieldKind.FLAG:
            return bool(given)
        case FieldKind.DATE:
            return _date(field, given)
        case FieldKind.CHOICE:
            return _choice(field, given, language)
        case FieldKind.LIST:
            return _list(field, given, language)


def _wrong(field: Field) -> AppError:
    return AppError(
        _("«{field}» holds something that the letter cannot print.").format(
            field=field.label(current_language())
        ),
        hint=_("Check what is filled in there."),
    )


def _text(field: Field, given: object, joint: str = " ") -> str:
    if given is None:
        return ""
    if isinstance(given, str):
        return str(given)
    if isinstance(given, int | float) and not isinstance(given, bool):
        return str(given)
    if isinstance(given, tuple | list) and all(isinstance(line, str) for line in given):
        return joint.join(given)
    raise _wrong(field)


def _date(field: Field, given: object) -> date | str:
    if given is None or given == "":
        return ""
    if isinstance(given, str):
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise _wrong(field) from None
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    raise _wrong(field)


def _choice(field: Field, given: object, language: Language) -> ChoiceText:
    code = _text(field, given)
    words = {choice.code: choice.words[language] for choice in field.choices}
    if code and code not in words:
        raise _wrong(field)
    text = ChoiceText(code)
    text.words = words.get(code, "")
    return text


def _list(field: Field, given: object, language: Language) -> tuple[object, ...]:
    if given is None:
        return ()
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise _wrong(field)
    items = tuple(given)
    if len(items) > MAX_ITEMS:
        raise AppError(
            _("«{field}» has more than {limit} entries.").format(
                field=field.label(current_language()), limit=MAX_ITEMS
            ),
            hint=_("Attach the list as a file of its own instead."),
        )
    return tuple(_item(field, item, language) for item in items)


def _item(field: Field, item: object, language: Language) -> object:
    if isinstance(item, Mapping):
        if field.items:
            return read_facts(field.items, item, language)
        return {name: _plain(field, value) for name, value in item.items()}
    return _plain(field, item)


def _plain(field: Field, value: object) -> object:
    """An entry whose kind is not declared: its type decides."""
    if value is None:
        return ""
    if isinstance(value, bool) or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    text = _text(field, value, "\n")
    return LinesText(text) if "\n" in text else text

"""Runs a checked template: values come out as placeholders, in bounded time and length.

Loads Jinja: import it inside functions only.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2 import Template as JinjaTemplate
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gdpr_desktop.core.dates import long_date, short_date, weekday
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.facts import ChoiceText, LinesText, LinkText, ParagraphsText
from gdpr_desktop.letters.template import Field, TemplateError
from gdpr_desktop.letters.template_check import FILTERS, check_template, prepare
from gdpr_desktop.letters.time_limit import TimeLimit
from gdpr_desktop.letters.values import ValueKind, Values

MAX_OUTPUT = 4_000_000  # characters of Markdown
_VALUES, _LANGUAGE = "_values", "_language"  # no template can say these names


class _Environment(ImmutableSandboxedEnvironment):
    """Attributes are keys of the entry, never attributes of a Python object."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@pass_context
def _finalize(context: Context, value: object) -> str:
    values: Values = context.parent[_VALUES]
    match value:
        case ChoiceText():
            return values.put(value.words)
        case LinesText():
            return values.put(value, ValueKind.LINES)
        case ParagraphsText():
            return values.put(value, ValueKind.PARAGRAPHS)
        case LinkText():
            return values.put(value, ValueKind.LINK)
        case Undefined():
            return str(value)  # raises, with the name
        case date():
            return values.put(long_date(value, context.parent[_LANGUAGE]))
        case str() | int():
            return values.put(str(value))
    raise TypeError(f"cannot print {type(value).__name__}")


def _date(value: Any) -> str:
    return long_date(value) if isinstance(value, date) else str(value)


def _short_date(value: Any) -> str:
    return short_date(value) if isinstance(value, date) else str(value)


@pass_context
def _weekday(context: Context, value: Any) -> str:
    return weekday(value, context.parent[_LANGUAGE]) if isinstance(value, date) else str(value)


def _first(value: Any, *, lower: bool) -> Any:
    text = value.words if isinstance(value, ChoiceText) else str(value)
    changed = (text[:1].lower() if lower else text[:1].upper()) + text[1:]
    return type(value)(changed) if isinstance(value, LinesText | ParagraphsText) else changed


def _lower_first(value: Any) -> Any:
    return _first(value, lower=True)


def _upper_first(value: Any) -> Any:
    return _first(value, lower=False)


def _join_list(value: Any) -> str:
    """«a, b og c»: the same in both languages."""
    words = [long_date(item) if isinstance(item, date) else str(item) for item in value]
    return f"{', '.join(words[:-1])} og {words[-1]}" if len(words) > 1 else "".join(words)


@lru_cache(maxsize=1)
def _environment() -> _Environment:
    environment = _Environment(
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # values never meet Markdown or XML: they are placeholders by then
        cache_size=0,
    )
    own: dict[str, Any] = {
        "date": _date,
        "short_date": _short_date,
        "weekday": _weekday,
        "lower_first": _lower_first,
        "upper_first": _upper_first,
        "join_list": _join_list,
        "length": len,
    }
    environment.filters = {name: own[name] for name in FILTERS}
    environment.tests.clear()
    environment.globals.clear()
    return environment


@lru_cache(maxsize=128)
def _compiled(name: str, text: str, fields: tuple[Field, ...], empty_boxes: bool) -> JinjaTemplate:
    problems = check_template(text, fields, empty_boxes=empty_boxes)
    if problems:
        first = problems[0]
        error = TemplateError(
            _("The template «{name}», line {line}: {problem}").format(
                name=name, line=first.line, problem=first.text
            ),
            hint=_("Correct the template, or go back to the original."),
        )
        error.reason = _("Line {line}: {problem}").format(line=first.line, problem=first.text)
        raise error
    return _environment().from_string(prepare(text))


class _Counted(tuple[object, ...]):
    """A list whose every round is counted."""

    limit: TimeLimit

    def __iter__(self) -> Iterator[object]:
        for item in super().__iter__():
            self.limit.step()
            yield item


def _counted(value: object, limit: TimeLimit) -> object:
    if isinstance(value, tuple):
        counted = _Counted(_counted(item, limit) for item in value)
        counted.limit = limit
        return counted
    if isinstance(value, dict):
        return {name: _counted(inner, limit) for name, inner in value.items()}
    return value


def forget() -> None:
    """Empties what is kept of templates."""
    _compiled.cache_clear()


def run(
    name: str,
    text: str,
    fields: tuple[Field, ...],
    facts: Mapping[str, object],
    language: Language,
    values: Values,
    *,
    empty_boxes: bool = False,
) -> str:
    """Markdown with placeholders; the values themselves are put into ``values``.

    ``name`` is the template's, for messages; ``empty_boxes``: see ``check_template``. Raises
    ``TemplateError`` naming the first line that may not stand there.
    """
    template = _compiled(name, text, fields, empty_boxes)
    pieces: list[str] = []
    length = 0
    limit = TimeLimit()
    counted = {key: _counted(value, limit) for key, value in facts.items()}
    context = {**counted, _VALUES: values, _LANGUAGE: language}
    try:
        for piece in template.generate(context):
            limit.check()
            length += len(piece)
            if length > MAX_OUTPUT:
                raise TemplateError(_("The letter «{name}» is too long.").format(name=name))
            pieces.append(piece)
    except (UndefinedError, TypeError) as error:
        raise TemplateError(
            _("The template «{name}» asks for something that is not there: {reason}").format(
                name=name, reason=error
            ),
            hint=_("Correct the template, or go back to the original."),
        ) from error
    return "".join(pieces)

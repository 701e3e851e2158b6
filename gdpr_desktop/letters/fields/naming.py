"""The tags of a form whose fields have lost them: found again by name, or by their order.

LibreOffice 7.4 keeps the name of a text field, and of a date or a box nothing but its place.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gdpr_desktop.letters.fields.reading import ReadField, Shape

Form = Sequence["MadeField"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeField:
    """A field as a form was made with it."""

    tag: str
    name: str
    shape: Shape


def with_tags(fields: Iterable[ReadField], forms: Iterable[Form]) -> tuple[ReadField, ...]:
    """``fields`` with the tags of the one of ``forms`` that they come from.

    As they are where all have their tags, or where no form is known again.
    """
    own = tuple(field for field in fields if field.shape is not Shape.OTHER)
    if all(field.tag for field in own):
        return own
    known = list(forms)
    for form in known:
        if _fits(own, form):
            return tuple(
                replace(field, tag=made.tag) for field, made in zip(own, form, strict=True)
            )
    likest = max(known, key=lambda form: _likeness(own, form), default=())
    return tuple(_named(field, likest) for field in own)


def _fits(fields: Sequence[ReadField], form: Form) -> bool:
    """Has no field been added, moved or taken away? At least one must be known by its name."""
    return (
        len(fields) == len(form)
        and all(
            field.shape is made.shape
            and field.tag in ("", made.tag)
            and field.name in ("", made.name)
            for field, made in zip(fields, form, strict=True)
        )
        and any(field.name or field.tag for field in fields)
    )


def _likeness(fields: Sequence[ReadField], form: Form) -> int:
    tags = {made.tag for made in form}
    names = {made.name for made in form}
    return sum(field.tag in tags if field.tag else field.name in names for field in fields)


def _named(field: ReadField, form: Form) -> ReadField:
    """With the tag of the only field of that name; without one its name says nothing."""
    if field.tag or not field.name:
        return field
    counted = Counter(made.name for made in form)
    tags = {made.name: made.tag for made in form if counted[made.name] == 1}
    return replace(field, tag=tags.get(field.name, ""))

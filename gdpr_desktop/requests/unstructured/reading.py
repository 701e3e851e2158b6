"""A filled form read back: which department it is from, what was found, who answers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gdpr_desktop.core.dates import DateError, parse_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.fields.naming import with_tags
from gdpr_desktop.letters.fields.reading import ReadField, read_fields
from gdpr_desktop.letters.word_file import WordFileError, read_word_file
from gdpr_desktop.requests.unstructured.form import UNKNOWN, day_placeholder, placeholder
from gdpr_desktop.requests.unstructured.form_fields import (
    ANSWERED_BY,
    ANSWERED_ON,
    KNOWS_ACCESS,
    KNOWS_ERASURE,
    NO,
    NOTHING,
    VERSION,
    YES,
    Answered,
    Tag,
    made_fields,
    read_tag,
)
from gdpr_desktop.requests.unstructured.model import Department, Fate, Find, Kind
from gdpr_desktop.requests.word_faults import fault_words

_BY_HAND = N_("Write what it says by hand.")
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What a department wrote. ``mark`` "": the form has lost which department it is from."""

    mark: str
    department: Department  # without its name
    finds: tuple[Find, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers:
    texts: dict[str, str]
    days: dict[str, date]
    ticks: frozenset[tuple[str, str]]

    def ticked(self, field: str) -> bool | None:
        """Yes, no, or neither: None where none or both are ticked."""
        said = [choice for choice in (YES, NO) if (field, choice) in self.ticks]
        return said == [YES] if len(said) == 1 else None


def read_form(path: Path, case_number: str, task: int, today: date) -> FilledForm:
    """The filled form in a Word file. Raises ``AppError`` for what is not this task's form."""
    try:
        fields = read_fields(read_word_file(path, to_be_opened=False))
    except WordFileError as error:
        text, hint = fault_words(error, _(_BY_HAND))
        raise AppError(text, hint=hint) from error
    return filled_form(fields, f"{case_number}_{task}", today)


def filled_form(fields: Iterable[ReadField], ours: str, today: date) -> FilledForm:
    """What the fields say; ``ours`` begins the address of this task's forms."""
    unknown = f"{ours}_{UNKNOWN}"
    named = with_tags(fields, [made_fields(unknown, language) for language in Language])
    tagged = [(tag, one) for one in named if (tag := read_tag(one.tag)) is not None]
    if not tagged:
        raise AppError(
            _("This is not the form for a department, or its fields are gone."), hint=_(_BY_HAND)
        )
    if any(tag.version > VERSION for tag, _one in tagged):
        raise AppError(
            _("The form was made by a newer version of the program."),
            hint=_("Install the newest version, or write what it says by hand."),
        )
    address = Counter(tag.address for tag, _one in tagged).most_common(1)[0][0]
    begins, _line, mark = address.rpartition("_")
    if begins != ours:
        case = address.partition("_")[0]
        raise AppError(
            _("The form belongs to another place in case {case}.").format(case=case),
            hint=_("Open it from there. Nothing has been filled in here."),
        )
    answers = _answers([(tag, one) for tag, one in tagged if tag.address == address], today)
    return _filled(answers, "" if mark == UNKNOWN else mark)


def _answers(own: list[tuple[Tag, ReadField]], today: date) -> _Answers:
    blank = {
        "",
        *(show(language) for language in Language for show in (placeholder, day_placeholder)),
    }
    texts: dict[str, str] = {}
    days: dict[str, date] = {}
    for tag, one in own:
        text = clean_line(one.text)[:_LONGEST]
        if tag.choice or text in blank or tag.field in texts:
            continue
        texts[tag.field] = text
        day = one.day or _day(text, today)
        if day is not None:
            days[tag.field] = day
    ticks = frozenset((tag.field, tag.choice) for tag, one in own if one.ticked)
    return _Answers(texts=texts, days=days, ticks=ticks)


def _day(text: str, today: date) -> date | None:
    try:
        return parse_date(text, today=today)
    except DateError:
        return None


def _filled(answers: _Answers, mark: str) -> FilledForm:
    finds = tuple(find for kind in Kind for find in _finds(kind, answers))
    if not finds and (NOTHING, YES) not in answers.ticks:
        raise AppError(
            _("Nothing is written in the form, and the box for «found nothing» is not ticked."),
            hint=_("Ask the department to fill it in."),
        )
    department = Department(
        name="",
        answered_on=answers.days.get(ANSWERED_ON),
        answered_by=answers.texts.get(ANSWERED_BY, ""),
        knows_access=answers.ticked(KNOWS_ACCESS),
        knows_erasure=answers.ticked(KNOWS_ERASURE),
    )
    return FilledForm(mark=mark, department=department, finds=finds)


def _finds(kind: Kind, answers: _Answers) -> Iterator[Find]:
    """One for each box that is ticked; one without where something is written and none is."""
    keys = {one: f"{kind.value}-{one.value}" for one in Answered}
    said = {one: answers.texts.get(key, "") for one, key in keys.items()}
    fates = [fate for fate in Fate if (keys[Answered.FATE], fate.value) in answers.ticks]
    if not fates and not any(said.values()):
        return
    for fate in fates or (None,):
        stays = fate is Fate.STAY
        yield Find(
            kind=kind,
            what=said[Answered.WHAT],
            where=said[Answered.WHERE],
            access=said[Answered.ACCESS],
            fate=fate,
            system=said[Answered.SYSTEM] if fate is Fate.MOVE else "",
            need=said[Answered.NEED] if stays else "",
            done_on=None if stays else answers.days.get(keys[Answered.DONE_ON]),
        )

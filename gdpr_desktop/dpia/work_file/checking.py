"""A work file may hold anything: whoever has its password can write in it with other programs.

What this program would never have written there makes it a damaged file. What an officer has said
stands as the register has it, and nobody becomes an officer by a file.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.attachments.service import LARGEST, LONGEST_NAME
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.dpia.content import Assessment, Comment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.risks.checks import SIZES
from gdpr_desktop.dpia.service.intake import about_problems
from gdpr_desktop.dpia.wizard.service import answer_problems, cleaned
from gdpr_desktop.vault.database import copying_told
from gdpr_desktop.vault.errors import StorageError
from gdpr_desktop.vault.work_file_errors import DamagedWorkFileError

_LONGEST = 10_000  # characters of any text but an answer


@contextmanager
def read_as_ours() -> Iterator[None]:
    """Rows that cannot be read, or are not there, make it a damaged file."""
    try:
        with copying_told():
            yield
    except (
        msgspec.MsgspecError,
        StorageError,
        ValueError,
        TypeError,
        AssertionError,
        RecursionError,
    ):
        raise DamagedWorkFileError from None
    except AppError as error:
        if type(error) is not AppError:
            raise
        raise DamagedWorkFileError from None  # the assessment has no case


def checked(base: Assessment, here: Assessment, theirs: Assessment) -> Assessment:
    """What was written in the file, as this program would have kept it.

    Raises ``DamagedWorkFileError``.
    """
    _require(theirs.scale in SIZES or theirs.scale == base.scale)
    if theirs.about != base.about:
        _require(not about_problems(theirs.about) and _fits(theirs.about))
    items: tuple[Measure | Scenario, ...] = (*theirs.measures, *theirs.scenarios)
    sent = {*base.measures, *base.scenarios}
    new = [one for one in items if one not in sent]
    _require(all(one.key and one.title.strip() and _fits(one) for one in new))
    _require(all(_fits(one) for one in theirs.comments if one not in base.comments))
    estimates = (part for one in theirs.scenarios for part in (one.before, one.after))
    _require(all(_is_estimate(one) for one in estimates))
    answers = tuple(one if one in base.answers else cleaned(one) for one in theirs.answers)
    _require(not any(answer_problems(one) for one in answers if one not in base.answers))
    return dataclasses.replace(
        theirs,
        answers=answers,
        comments=_comments(base, here, theirs.comments),
        attachments=tuple(
            one if one in base.attachments else _named(one) for one in theirs.attachments
        ),
    )


def is_whole(one: Attachment, content: bytes) -> bool:
    """Is a file as large as it says, and not larger than may be attached?"""
    return one.size == len(content) <= LARGEST


def _comments(base: Assessment, here: Assessment, theirs: Iterable[Comment]) -> tuple[Comment, ...]:
    known = {one.key: one for one in (*base.comments, *here.comments)}
    found = {one.key: _comment(one, known.get(one.key)) for one in theirs}
    kept = {one.key: one for one in base.comments if one.officer and one.key not in found}
    return (*found.values(), *kept.values())


def _comment(one: Comment, known: Comment | None) -> Comment:
    """An officer's comment may be answered in a file, and nothing else."""
    if known is None or not known.officer:
        return dataclasses.replace(one, officer=False)
    return dataclasses.replace(known, answer=one.answer, answered_by=one.answered_by)


def _named(one: Attachment) -> Attachment:
    """With a name, and not a path."""
    name = clean_line(one.name).replace("/", "-").replace("\\", "-")[-LONGEST_NAME:]
    return dataclasses.replace(one, name=name or "-")


def _is_estimate(one: Estimate) -> bool:
    return all(0 <= step <= max(SIZES) for step in (one.consequence, one.likelihood))


def _fits(value: Any) -> bool:
    found = msgspec.to_builtins(value).values()
    parts = (text for part in found for text in (part.values() if _is_map(part) else (part,)))
    return all(len(text) <= _LONGEST for text in parts if isinstance(text, str | list))


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _require(is_so: bool) -> None:
    if not is_so:
        raise DamagedWorkFileError

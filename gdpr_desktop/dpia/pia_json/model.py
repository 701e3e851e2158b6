"""What comes out of a file of that program, and what could not be carried over."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.dpia.content import Assessment


class FindingCode(StrEnum):
    """What the person is told of an exchange, either way. Words stand in ``words.py``."""

    # in
    WAS_VALIDATED = "was_validated"  # detail: the status there
    NULL_LIST = "null_list"  # detail: the key
    BAD_ROW = "bad_row"  # rows that are no objects; detail: the key
    JUNK_REFERENCE = "junk_reference"  # a reference to nothing; detail: where
    UNKNOWN_QUESTION = "unknown_question"  # detail: the id
    OWN_QUESTION = "own_question"  # of a template in that program; detail: its title
    TWICE = "twice"  # answered twice: both were kept; detail: the id
    SAME_TITLE = "same_title"  # a measure got a number behind; detail: the title
    MEASURE_MADE = "measure_made"  # named at a risk, but not in the list; detail: the title
    FORMATTING = "formatting"  # bold and lists became bare text; detail: where
    CUT = "cut"  # too long: the end was left out; detail: where
    TOO_MANY = "too_many"  # detail: the key
    BAD_LEVEL = "bad_level"  # a gauge outside 0–4; detail: where
    BAD_DATE = "bad_date"  # detail: the date as it stood
    ATTACHMENT_TOO_LARGE = "attachment_too_large"  # detail: the name
    FOLDED = "folded"  # not asked until another is answered; detail: the question
    ATTACHMENTS_NOT_IN_FILE = "attachments_not_in_file"
    # out
    RISKS_JOINED = "risks_joined"  # that program has three risks; count: ours
    RISKS_AS_TEXT = "risks_as_text"  # rights and freedoms have no place; count
    LEVELS_FITTED = "levels_fitted"  # from five steps to four
    SCREENING_LEFT = "screening_left"  # the need, decisions and versions are not carried
    ATTACHMENTS_LEFT = "attachments_left"  # a .json holds none; count
    TABLES_AS_TEXT = "tables_as_text"  # choices and tables became text; count: questions
    MEASURE_FIELDS = "measure_fields"  # purpose and day done have no place; count: measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was not carried over as it stood. ``count`` 0: does not count."""

    code: FindingCode
    detail: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PiaFile:
    """A file that lay in the zip beside the assessment."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was read. ``files`` become attachments; ``source`` is the JSON as it came."""

    assessment: Assessment
    findings: tuple[Finding, ...] = ()
    files: tuple[PiaFile, ...] = ()
    source: bytes = b""

"""Values stay out of Markdown: each becomes one private-use character, filled in afterwards.

The character's block tells its kind, the place in the block its number, so text with
placeholders says all that is needed to lay it out, and nothing about a person.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _

EMPTY = "\U00100000"  # a value without text: keeps ``**{{ x }}**`` from becoming four asterisks
PARAGRAPH_END = "\u2029"
MAX_VALUES = 0x3FF0
MAX_CHARACTERS = 2_000_000  # of one value: some 700 pages
PLACEHOLDER = re.compile("[\U000f0000-\U000fffff]")
LINK_PLACEHOLDER = re.compile("([\U000fc000-\U000fffff])")
_KIND_BITS = 14
UNPRINTABLE = re.compile(  # control, bidi, surrogate, private use, noncharacters
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\U000f0000-\U0010ffff]"
)
_NEWLINE = re.compile("\r\n|[\r\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n[ ]*\n\s*")
_SCHEME = re.compile(r"(https?://|mailto:|tel:)[^\s\"<>]+", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)


class ValueKind(IntEnum):
    """How a value is laid out: also its block among the private-use characters."""

    INLINE = 0  # line breaks become blanks
    LINES = 1  # line breaks are kept
    PARAGRAPHS = 2  # a blank line begins a new paragraph
    LINK = 3  # inline, and can be clicked


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The text to print, and for links the address."""

    text: str
    url: str = ""


class Values:
    """Collects the values of one letter and hands out their placeholders."""

    def __init__(self) -> None:
        self._values: list[Value] = []

    def put(self, text: str, kind: ValueKind = ValueKind.INLINE) -> str:
        """The placeholder for ``text``; ``EMPTY`` when nothing is left after cleaning."""
        cleaned = clean(text, kind)
        if not cleaned:
            return EMPTY
        if len(self._values) >= MAX_VALUES:
            raise AppError(
                _("The letter holds too many values."), hint=_("Split it into several letters.")
            )
        url = address(cleaned) if kind is ValueKind.LINK else ""
        self._values.append(Value(text=cleaned, url=url))
        return chr(0xF0000 + (kind << _KIND_BITS) + len(self._values) - 1)

    def all(self) -> tuple[Value, ...]:
        """Every value, in the order of its number."""
        return tuple(self._values)


def number_of(placeholder: str) -> int:
    """The place of its value among the letter's values."""
    return ord(placeholder) & ((1 << _KIND_BITS) - 1)


def clean(text: str, kind: ValueKind) -> str:
    """``text`` without control, bidi and private-use characters; everything else as typed.

    A value of kind ``PARAGRAPHS`` comes back with ``PARAGRAPH_END`` for blank lines.
    """
    if len(text) > MAX_CHARACTERS:
        raise AppError(
            _("A text in the letter is too long."),
            hint=_("Attach it as a file of its own instead."),
        )
    text = UNPRINTABLE.sub("", _NEWLINE.sub("\n", text).replace("\t", " "))
    if kind in (ValueKind.INLINE, ValueKind.LINK):
        return text.replace("\n", " ").strip()
    lines = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return _BLANK_LINES.sub(PARAGRAPH_END, lines) if kind is ValueKind.PARAGRAPHS else lines


def address(text: str) -> str:
    """A web, mail or telephone address with its scheme. Raises ``AppError`` for other schemes."""
    if _SCHEME.fullmatch(text):
        return text
    if _OTHER_SCHEME.match(text) or re.search(r"[\s\"<>]", text):
        raise AppError(
            _("«{address}» is not an address that a letter can link to.").format(address=text[:60]),
            hint=_("Use a web address that begins with https://, or an e-mail address."),
        )
    return f"mailto:{text}" if "@" in text else f"https://{text}"

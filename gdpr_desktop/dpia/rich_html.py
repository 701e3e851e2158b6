"""Formatted text from HTML (pasted, from Word, of the PIA format) and back.

Only paragraphs, bullets, numbers, bold and italic are kept. Pictures, styles, scripts and links
are dropped; the words in them stay. What comes in may be broken, huge or deep: it is read once,
from its beginning to its end, and no further than there is room for.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from gdpr_desktop.dpia.rich import LONGEST_ANSWER, BlockKind, Rich, RichBlock, Span, rich

LONGEST_HTML = 2_000_000  # characters that are looked at
_DEEPEST = 200  # elements in each other; deeper ones count as the one around them
_DATA = re.compile(r"data:[a-zA-Z+/.-]{1,100}[;,][^\"'\s<>)]*")  # pictures inside the text
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(style|script|xml)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"<(/?)([a-zA-Z][\w:-]{0,40}+)((?:[^<>\"']++|\"[^\"]{0,20000}\"|'[^']{0,20000}')*+)>"
)
_LETTER = re.compile("[a-zA-Z]")
_STYLE = re.compile(r"""\bstyle\s*=\s*("[^"]*"|'[^']*'|\S+)""", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight:(bold|[6-9]00)")
_NUMBER = re.compile(r"\w{1,6}[.)]")  # as Word writes it: «1.», «a)»
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul".split()
)
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SKIPPED = frozenset("head iframe object script select style svg template textarea xml".split())
_PICTURES = frozenset({"img", "svg", "picture", "canvas", "v:imagedata"})
_LISTS = {"ul": BlockKind.BULLET, "ol": BlockKind.NUMBER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What was read. ``cut``: it was longer than there is room for. ``pictures``: some were left
    out."""

    text: Rich
    cut: bool = False
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """How words look here: what the elements around them say."""

    bold: bool = False
    italic: bool = False
    skipped: bool = False
    kind: BlockKind | None = None  # of the list around
    marker: bool = False  # Word's own bullet or number, as text


def from_html(text: str) -> Rich:
    """The text of some HTML, as much as an answer holds; text without any element line by line."""
    return read_html(text).text


def read_html(text: str, longest: int = LONGEST_ANSWER) -> Pasted:
    """The text of some HTML, at most ``longest`` characters, and what was left out of it."""
    if "<" not in text:
        return _bare(html.unescape(text[:LONGEST_HTML]), longest)
    short = _HIDDEN.sub("", _DATA.sub("", text))
    reader = _Reader(longest)
    found = reader.read(short[:LONGEST_HTML])
    return Pasted(
        text=found, cut=reader.full or len(short) > LONGEST_HTML, pictures=reader.pictures
    )


def shortened(text: Rich, longest: int = LONGEST_ANSWER) -> Rich:
    """The beginning of a text, with at most ``longest`` characters."""
    blocks, room = [], longest
    for block in text.blocks:
        if room <= 0:
            break
        if len(block.text) <= room:
            blocks.append(block)
        else:
            blocks.append(RichBlock(spans=_cut(block.spans, room), kind=block.kind))
        room -= len(block.text) + 1
    return Rich(blocks=tuple(blocks))


def to_html(text: Rich) -> str:
    """Paragraphs, lists, strong and em; nothing else."""
    made = []
    for kind, group in groupby(text.blocks, key=_kind):
        if kind is BlockKind.PARAGRAPH:
            made += [f"<p>{_inner(block)}</p>" for block in group]
            continue
        tag = "ul" if kind is BlockKind.BULLET else "ol"
        items = "".join(f"<li>{_inner(block)}</li>" for block in group)
        made.append(f"<{tag}>{items}</{tag}>")
    return "".join(made)


def _kind(block: RichBlock) -> BlockKind:
    return block.kind


def _inner(block: RichBlock) -> str:
    before = ("", *(span.text for span in block.spans))
    return "".join(map(_marked_up, block.spans, before))


def _marked_up(span: Span, before: str) -> str:
    made = html.escape(span.text, quote=False).replace("  ", " &#160;")
    if before.endswith(" ") and made.startswith(" "):
        made = f"&#160;{made[1:]}"
    made = f"<em>{made}</em>" if span.italic else made
    return f"<strong>{made}</strong>" if span.bold else made


def _bare(text: str, longest: int) -> Pasted:
    found = rich(text[: longest + 1])
    return Pasted(text=shortened(found, longest), cut=len(text.strip()) > longest)


def _cut(spans: tuple[Span, ...], room: int) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        words = span.text[:room]
        if words:
            kept.append(Span(text=words, bold=span.bold, italic=span.italic))
        room -= len(words)
    return tuple(kept)


class _Reader:
    """Fills ``_blocks``; a block ends where an element of its own line begins or ends.

    Python's own parser reads some broken texts again and again, which takes minutes.
    """

    def __init__(self, longest: int) -> None:
        self.pictures = False
        self._room = longest
        self._look = _Look()
        self._around: list[tuple[str, _Look]] = []
        self._too_deep = 0
        self._blocks: list[RichBlock] = []
        self._spans: list[tuple[str, bool, bool]] = []
        self._item: BlockKind | None = None
        self._marker = ""

    @property
    def full(self) -> bool:
        """Is there no room for more?"""
        return self._room < 0

    def read(self, text: str) -> Rich:
        """Read from the beginning until there is no room for more."""
        place = 0
        while place < len(text) and not self.full:
            opening = text.find("<", place)
            if opening < 0:
                opening = len(text)
            if opening > place:
                self._data(html.unescape(text[place:opening]))
            place = self._element(text, opening) if opening < len(text) else opening
        self._end_block()
        return Rich(blocks=tuple(self._blocks))

    def _element(self, text: str, place: int) -> int:
        """Read what begins with «<» at ``place``; gives where it ends."""
        found = _TAG.match(text, place)
        if found is not None:
            closing, tag, attributes = found.groups()
            if closing:
                self._end(tag.lower())
            else:
                self._start(tag.lower(), attributes)
                if attributes.endswith("/"):
                    self._end(tag.lower())
            return found.end()
        if text[place + 1 : place + 2] in ("!", "?", "/") or _LETTER.match(text, place + 1):
            end = text.find(">", place)
            return end + 1 if end >= 0 else len(text)
        self._data("<")
        return place + 1

    def _start(self, tag: str, attributes: str) -> None:
        self.pictures = self.pictures or tag in _PICTURES
        if tag == "br" and self._item is not None:
            self._add(" ")  # one point stays one point
        elif tag == "br" or tag in _BLOCKS:
            self._end_block()
        if tag in ("td", "th") and self._spans:
            self._add(" | ")
        if tag in _VOID:
            return
        if len(self._around) >= _DEEPEST:
            self._too_deep += 1
            return
        found = _STYLE.search(attributes[:20_000])
        style = "".join(found[1].lower().split())[:2000] if found else ""
        self._around.append((tag, self._look))
        self._look = self._look_of(tag, style)
        if tag == "li":
            self._item = self._look.kind or BlockKind.BULLET
        elif tag == "p" and "mso-list:" in style and "mso-list:none" not in style:
            self._item = BlockKind.BULLET  # Word's list; its marker may say that it is a number

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in _VOID:
            return
        if self._too_deep:
            self._too_deep -= 1
            return
        for place in range(len(self._around) - 1, -1, -1):
            if self._around[place][0] == tag:
                self._look = self._around[place][1]
                del self._around[place:]
                return

    def _data(self, data: str) -> None:
        if self._look.skipped or self.full:
            return
        if self._look.marker:
            self._marker = (self._marker + data.strip())[:20]
            return
        self._add(_BLANKS.sub(" ", data))

    def _look_of(self, tag: str, style: str) -> _Look:
        now = self._look
        plain = "font-weight:normal" in style or "font-weight:400" in style
        heavy = tag in ("b", "strong") or tag in _HEADS or _HEAVY.search(style) is not None
        slanted = tag in ("i", "em") or "italic" in style
        return _Look(
            bold=(now.bold or heavy) and not plain,
            italic=now.italic or slanted,
            skipped=now.skipped or tag in _SKIPPED or "mso-hide:all" in style,
            kind=_LISTS.get(tag, now.kind),
            marker=now.marker or "mso-list:ignore" in style,
        )

    def _add(self, words: str) -> None:
        if not self._spans or self._spans[-1][0].endswith(" "):
            words = words.lstrip(" ")
        words = words.replace("\xa0", " ").replace("\u2028", " ").replace("\u2029", " ")
        if not words:
            return
        kept = words[: max(self._room, 0)]
        self._room -= len(words)
        if kept:
            self._spans.append((kept, self._look.bold, self._look.italic))

    def _end_block(self) -> None:
        spans = spans_of(self._spans)
        if spans:
            number = _NUMBER.match(self._marker) and self._item is BlockKind.BULLET
            kind = BlockKind.NUMBER if number else self._item or BlockKind.PARAGRAPH
            self._blocks.append(RichBlock(spans=spans, kind=kind))
            self._room -= 1
            self._item = None
            self._marker = ""
        self._spans.clear()


def spans_of(found: Iterable[tuple[str, bool, bool]]) -> tuple[Span, ...]:
    """Neighbours of one look as one; no blanks at either end."""
    joined = [
        ("".join(words for words, _bold, _italic in group), *look)
        for look, group in groupby(found, key=_look_key)
    ]
    if joined:
        joined[0] = (joined[0][0].lstrip(), *joined[0][1:])
        joined[-1] = (joined[-1][0].rstrip(), *joined[-1][1:])
    return tuple(
        Span(text=words, bold=bold, italic=italic) for words, bold, italic in joined if words
    )


def _look_key(found: tuple[str, bool, bool]) -> tuple[bool, bool]:
    return found[1], found[2]

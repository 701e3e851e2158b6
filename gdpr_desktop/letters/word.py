"""Writes blocks as Word's XML, placeholders still inside; ``skeleton.py`` fills them.

Text goes straight to XML: a tree of objects per paragraph costs thirty times as much.
"""

import hashlib
from collections.abc import Iterator
from html import escape

from gdpr_desktop.letters.blocks import (
    CHECKED,
    UNCHECKED,
    Block,
    Blocks,
    Checkbox,
    Contents,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Run,
    Runs,
    SignatureLines,
    Table,
    text_of,
)
from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.values import PLACEHOLDER
from gdpr_desktop.letters.word_contents import Marks, contents_line
from gdpr_desktop.letters.word_styles import (
    BY_HAND_STYLES,
    RECIPIENT_LINE,
    ROLE_STYLES,
    WINDOW_HEIGHT,
    WINDOW_TOP,
)

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_GAP_AFTER_TABLE, _GAP_AFTER_LIST, _GAP_BY_HAND = 200, 100, 60  # twentieths of a point
_WIDE, _NARROW = 9070, 950  # of a whole table, and of a column with a mark in it
_ROOM_TO_SIGN = 460
_FORM_LINE = '<w:spacing w:before="{before}" w:after="0"/><w:ind w:left="0" w:right="0"/>'
_TIGHTEST = '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_BLANK_LINE = '</w:t><w:br/><w:br/><w:t xml:space="preserve">'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU_PER_MM = 36000
_KEEP = {  # on one page, whatever a letterhead's own styles say
    Role.CLOSING: "<w:keepNext/>",
    Role.KEPT: "<w:keepNext/>",
    Role.SIGNATURE: "<w:keepNext/><w:keepLines/>",
}
_BOX_FONT = "Segoe UI Symbol"


class WordWriter:
    """Writes one document. Afterwards ``body``, ``relations``, ``numbering`` and ``media`` hold
    what goes into its parts, ``separators`` what stands between the paragraphs of each placeholder
    in ``body``, in their order."""

    def __init__(self, base: Base, *, by_hand: bool = False) -> None:
        self._base = base
        self._by_hand = by_hand
        self._links: dict[str, str] = {}
        self._next_number = base.next_number
        self._numbers: list[str] = []
        self._new_page = False
        self._after_table = False
        self._gap = 0
        self._together = False  # the next block is another line to sign on
        self._body: list[str] = []
        self._relations: list[str] = []
        self._pictures = 0
        self._marks = Marks(())
        self.separators: list[str] = []
        self.media: dict[str, bytes] = {}

    @property
    def body(self) -> str:
        """The paragraphs and tables, without the page setup."""
        return "".join(self._body)

    @property
    def relations(self) -> str:
        """Links and pictures."""
        return "".join(self._relations)

    @property
    def numbering(self) -> str:
        """One number sequence for each numbered list."""
        return "".join(self._numbers)

    def write(self, blocks: Blocks) -> None:
        """All of a document's blocks."""
        self._marks = Marks(blocks)
        recipient = tuple(
            block
            for block in blocks
            if isinstance(block, Paragraph) and block.role is Role.RECIPIENT
        )
        self._recipient(recipient)
        rest = blocks[len(recipient) :]
        for block, following in zip(rest, (*rest[1:], None), strict=True):
            self._together = isinstance(following, SignatureLines)
            self._block(block)
        if self._new_page or self._after_table:
            self._paragraph("Normal", ())

    def add_xml(self, paragraph: str) -> None:
        """A paragraph that no block has: a field of a form. Nothing of it is escaped here."""
        self._new_page = self._after_table = False
        self._gap = 0
        self._body.append(paragraph)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                style = ROLE_STYLES.get(block.role, "Normal")
                signed = "<w:keepNext/>" if self._together else ""
                keep = _KEEP.get(block.role, signed)
                self._paragraph(style, block.runs, keep=keep, split=True)
            case Heading():
                mark = self._marks.mark(block)
                self._paragraph(f"Heading{block.level}", block.runs, before=mark)
            case List():
                self._list(block, 0)
                self._gap = _GAP_AFTER_LIST
            case Table():
                self._table(block)
            case Checkbox():
                self._paragraph(
                    "LetterCheckbox",
                    (Run(text=" "), *block.runs),
                    before=_checkbox(block.checked),
                )
                self._gap = _GAP_AFTER_LIST
            case SignatureLines():
                self._signatures(block)
            case Picture():
                self._picture(block)
            case PageBreak():
                self._new_page = True
            case Contents():
                self._contents()

    def _contents(self) -> None:
        self._new_page = self._after_table = False
        for entry in self._marks.entries:
            text = "".join(self._runs(entry.heading.runs, None))
            self._body.append(contents_line(entry, text))

    def _recipient(self, lines: tuple[Paragraph, ...]) -> None:
        """The first line begins where the window does, the last leaves the rest of it empty."""
        for number, line in enumerate(lines, start=1):
            before = max(0, WINDOW_TOP - self._base.top) if number == 1 else 0
            rest = max(120, WINDOW_HEIGHT - len(lines) * RECIPIENT_LINE)
            spacing = (
                f'<w:spacing w:before="{before}" w:after="{rest if number == len(lines) else 0}" '
                f'w:line="{RECIPIENT_LINE}" w:lineRule="exact"/>'
            )
            self._paragraph(ROLE_STYLES[Role.RECIPIENT], line.runs, properties=spacing)

    def _paragraph(
        self,
        style: str,
        runs: Runs,
        *,
        properties: str = "",
        before: str = "",
        keep: str = "",
        split: bool = False,
    ) -> None:
        """``keep`` and ``properties`` come after the style; ``split`` lets a value begin new
        paragraphs."""
        settled = _properties(self._style(style), keep + properties)
        first = settled
        if self._new_page:
            first = _properties(self._style(style), f"{keep}<w:pageBreakBefore/>{properties}")
        elif self._gap and not properties and style == "Normal":
            gap = _GAP_BY_HAND if self._by_hand else self._gap
            first = _properties(self._style(style), f'{keep}<w:spacing w:before="{gap}"/>')
        self._new_page = self._after_table = False
        self._gap = 0
        content = "".join(self._runs(runs, settled if split else None))
        self._body.append(f"<w:p>{first}{before}{content}</w:p>")

    def _style(self, style: str) -> str:
        if self._by_hand:
            style = BY_HAND_STYLES.get(style, style)
        return "" if style == "Normal" else self._base.style(style)

    def _runs(self, runs: Runs, paragraph: str | None) -> Iterator[str]:
        for run in runs:
            look = _look(run, self._base.style("Hyperlink") if run.link else "")
            text = escape(run.text, quote=False).replace("\n", BREAK)
            between = _BLANK_LINE
            if paragraph is not None and not run.link:
                between = f'</w:t></w:r></w:p><w:p>{paragraph}<w:r>{look}<w:t xml:space="preserve">'
            self.separators += [between] * len(PLACEHOLDER.findall(text))
            written = f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
            if run.link:
                written = f'<w:hyperlink r:id="{self._link(run.link)}">{written}</w:hyperlink>'
            yield written

    def _link(self, target: str) -> str:
        if target not in self._links:
            self._links[target] = f"letterLink{len(self._links) + 1}"
            self._relations.append(
                f'<Relationship Id="{self._links[target]}" Type="{_RELATION}/hyperlink" '
                f'Target="{escape(target)}" TargetMode="External"/>'
            )
        return self._links[target]

    def _list(self, block: List, level: int) -> None:
        level = min(level, 2)
        number = self._number(block, level) if block.ordered else self._base.bullets
        style = "ListNumber" if block.ordered else "ListBullet"
        numbered = (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            f'<w:ind w:left="{425 * (level + 1)}" w:hanging="425"/>'
        )
        for item in block.items:
            self._paragraph(style, item.runs, properties=numbered)
            for nested in item.nested:
                self._list(nested, level + 1)

    def _number(self, block: List, level: int) -> int:
        number = self._next_number
        self._next_number += 1
        self._numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._base.numbers}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{block.start}"/>'
            "</w:lvlOverride></w:num>"
        )
        return number

    def _table(self, block: Table) -> None:
        if self._new_page or self._after_table:
            self._paragraph("Normal", ())
        widths, fixed = _widths(block), _fixed(block)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self._body.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._base.style("LetterTable")}"/>'
            f'<w:tblW w:w="5000" w:type="pct"/>{fixed}<w:tblLook w:val="0020" w:firstRow="1" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )
        cells = tuple(
            f'<w:tcW w:w="{width}" w:type="dxa"/>' if fixed else '<w:tcW w:w="0" w:type="auto"/>'
            for width in widths
        )
        self._row(block, block.header, "LetterTableHeading", cells, "<w:tblHeader/>")
        for row in block.rows:
            self._row(block, row, "LetterTableText", cells)
        self._body.append("</w:tbl>")
        self._after_table = True
        self._gap = _GAP_AFTER_TABLE

    def _row(
        self,
        block: Table,
        row: tuple[Runs, ...],
        style: str,
        cells: tuple[str, ...],
        more: str = "",
    ) -> None:
        self._body.append(f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>")
        for column, (runs, cell) in enumerate(zip(row, cells, strict=True)):
            self._body.append(f"<w:tc><w:tcPr>{cell}</w:tcPr>")
            centred = '<w:jc w:val="center"/>' if column in block.centred else ""
            if text_of(runs) in (CHECKED, UNCHECKED):
                box = _checkbox(text_of(runs) == CHECKED)
                self._paragraph(style, (), properties=centred, before=box)
            else:
                self._paragraph(style, runs, properties=centred)
            self._body.append("</w:tc>")
        self._body.append("</w:tr>")

    def _signatures(self, block: SignatureLines) -> None:
        """One line under the other; on a form beside each other, to save room."""
        if not self._by_hand:
            for label in block.labels:
                self._paragraph("LetterFormLine", label)
            return
        properties = "<w:keepNext/>" * self._together + _FORM_LINE.format(before=_ROOM_TO_SIGN)
        self._paragraph("LetterFormCell", (), properties=_TIGHTEST)
        width = _WIDE // len(block.labels)
        grid = f'<w:gridCol w:w="{width}"/>' * len(block.labels)
        self._body.append(
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
        )
        for label in block.labels:
            self._body.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
            self._paragraph("LetterFormLine", label, properties=properties)
            self._body.append("</w:tc>")
        self._body.append("</w:tr></w:tbl>")
        self._after_table = True
        self._gap = _GAP_AFTER_LIST

    def _picture(self, block: Picture) -> None:
        ending = "png" if block.data.startswith(b"\x89PNG") else "jpeg"
        name = f"media/letter-{hashlib.sha256(block.data).hexdigest()[:16]}.{ending}"
        self._pictures += 1
        number = self._pictures
        if f"word/{name}" not in self.media:
            self.media[f"word/{name}"] = block.data
        self._relations.append(
            f'<Relationship Id="letterPicture{number}" Type="{_RELATION}/image" Target="{name}"/>'
        )
        drawing = _drawing(block, number, f"letterPicture{number}")
        self._paragraph("Normal", (), before=f"<w:r>{drawing}</w:r>")


def _fixed(block: Table) -> str:
    """The columns stay as wide as they are set."""
    return '<w:tblLayout w:type="fixed"/>' if block.centred or block.shares else ""


def _widths(block: Table) -> tuple[int, ...]:
    """Columns with marks are narrow, and the others share the rest."""
    if block.shares:
        return tuple(_WIDE * share // sum(block.shares) for share in block.shares)
    columns, narrow = len(block.header), len(block.centred)
    width = min(_NARROW, _WIDE // (columns + narrow))
    rest = (_WIDE - narrow * width) // max(columns - narrow, 1)
    return tuple(width if column in block.centred else rest for column in range(columns))


def _properties(style: str, more: str) -> str:
    """``w:pPr``, or nothing when the style says it all."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""


def _look(run: Run, style: str) -> str:
    look = (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ("<w:b/><w:bCs/>" if run.bold else "")
        + ("<w:i/><w:iCs/>" if run.italic else "")
    )
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def _checkbox(checked: bool) -> str:
    """A box that Word lets the reader tick with a key."""
    mark = CHECKED if checked else UNCHECKED
    font = f'w14:font="{_BOX_FONT}"'
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox {_W14}><w14:checked w14:val="{int(checked)}"/>'
        f'<w14:checkedState w14:val="2612" {font}/><w14:uncheckedState w14:val="2610" {font}/>'
        "</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>"
        f'<w:rFonts w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}"/>'
        f"</w:rPr><w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _drawing(block: Picture, number: int, relation: str) -> str:
    size = f'cx="{round(block.width * _EMU_PER_MM)}" cy="{round(block.height * _EMU_PER_MM)}"'
    alt = escape(block.alt)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{1000 + number}" name="Picture {number}" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}" descr="{alt}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )

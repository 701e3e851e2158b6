"""Formatted text in a document of Qt's, and back."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock, Span
from gdpr_desktop.dpia.rich_html import spans_of

_STYLES = {
    BlockKind.BULLET: QTextListFormat.Style.ListDisc,
    BlockKind.NUMBER: QTextListFormat.Style.ListDecimal,
}
_GAP = 4  # pixels under a paragraph


def show_in(document: QTextDocument, text: Rich) -> None:
    """Show ``text`` and nothing else; there is nothing to undo then."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_paragraph())
    insert(cursor, text)
    document.clearUndoRedoStacks()


def insert(cursor: QTextCursor, text: Rich) -> None:
    """Put ``text`` where the cursor stands, in place of what is chosen; one step to undo."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    before: BlockKind | None = None
    for index, block in enumerate(text.blocks):
        if index:
            cursor.insertBlock(_paragraph(), QTextCharFormat())
        if block.kind is not BlockKind.PARAGRAPH:
            _put_in_list(cursor, block.kind, joined=block.kind is before)
        before = block.kind
        for span in block.spans:
            cursor.insertText(span.text, _look(span))
    cursor.endEditBlock()


def read_from(document: QTextDocument) -> Rich:
    """What stands in a document, without blank lines."""
    found = []
    block = document.begin()
    while block.isValid():
        spans = spans_of(_fragments(block))
        if spans:
            found.append(RichBlock(spans=spans, kind=kind_of(block)))
        block = block.next()
    return Rich(blocks=tuple(found))


def kind_of(block: QTextBlock) -> BlockKind:
    """Is it a paragraph, or an item of a list?"""
    shown = block.textList()
    if shown is None:
        return BlockKind.PARAGRAPH
    bullet = shown.format().style() in (
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    )
    return BlockKind.BULLET if bullet else BlockKind.NUMBER


def make(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the lines that are chosen paragraphs, or items of one list."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    block, joined = first, False
    while block.isValid():
        here = QTextCursor(block)
        if kind is BlockKind.PARAGRAPH:
            here.setBlockFormat(_paragraph())
        elif kind_of(block) is not kind:
            here.setBlockFormat(_paragraph())
            _put_in_list(here, kind, joined=joined or kind_of(block.previous()) is kind)
        joined = True
        if block == last:
            break
        block = block.next()
    cursor.endEditBlock()


def _put_in_list(cursor: QTextCursor, kind: BlockKind, *, joined: bool) -> None:
    above = cursor.block().previous().textList() if joined else None
    if above is not None:
        above.add(cursor.block())
    else:
        cursor.createList(_STYLES[kind])


def _fragments(block: QTextBlock) -> Iterator[tuple[str, bool, bool]]:
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        look = fragment.charFormat()
        words = fragment.text().replace("\u2028", " ").replace("\xa0", " ").replace("\ufffc", "")
        yield words, look.fontWeight() >= QFont.Weight.DemiBold, look.fontItalic()
        step += 1


def _look(span: Span) -> QTextCharFormat:
    made = QTextCharFormat()
    if span.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if span.italic:
        made.setFontItalic(True)
    return made


def _paragraph() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(_GAP)
    return made

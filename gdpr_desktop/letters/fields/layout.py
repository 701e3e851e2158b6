"""The paragraphs of a form as Word XML: a label with help, a framed field, a box with words."""

from html import escape

from gdpr_desktop.letters.package import Base

_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="{{{side}}}" w:color="595959"/>'
    for side in ("top", "left", "bottom", "right")
)
LINE_ROOM, LINES_ROOM = 4, 31  # points below what is written; 31 is the most


def label_xml(label: str, help_text: str = "") -> str:
    """What a field is called, on the page of the field."""
    spacing = '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="40"/>'
    xml = (
        f"<w:p><w:pPr>{spacing}</w:pPr><w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
        f"<w:t>{escape(label, quote=False)}</w:t></w:r></w:p>"
    )
    if not help_text:
        return xml
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    return (
        f'{xml}<w:p><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="40"/></w:pPr>'
        f"<w:r><w:rPr>{small}</w:rPr><w:t>{escape(help_text, quote=False)}</w:t></w:r></w:p>"
    )


def intro_xml(text: str) -> str:
    """Words below a heading, on the page of the first field."""
    shown = escape(text, quote=False)
    return f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>{shown}</w:t></w:r></w:p>"


def framed_xml(control: str, room: int = LINE_ROOM) -> str:
    """A field in a frame, with ``room`` to write by hand."""
    frame = _FRAME.format(top=4, left=4, bottom=room, right=4)
    return (
        f"<w:p><w:pPr><w:keepLines/><w:pBdr>{frame}</w:pBdr>"
        '<w:spacing w:before="60" w:after="120"/><w:ind w:left="100" w:right="100"/></w:pPr>'
        f"{control}</w:p>"
    )


def choice_xml(base: Base, control: str, words: str, *, last: bool) -> str:
    """A box with its words, on the page of the others."""
    style = base.style("LetterCheckbox")
    keep = "<w:keepLines/>" if last else "<w:keepNext/><w:keepLines/>"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{control}'
        f'<w:r><w:t xml:space="preserve"> {escape(words, quote=False)}</w:t></w:r></w:p>'
    )

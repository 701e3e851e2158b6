"""Fields as Word's XML: runs that go inside a paragraph, with a name that is read aloud."""

import zlib
from html import escape

from gdpr_desktop.letters.blocks import UNCHECKED

LONGEST_TAG = 64  # characters; Word refuses a file with a longer one
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOX_FONT = "Segoe UI Symbol"
_PLACEHOLDER_COLOUR = "595959"


def text_field(tag: str, name: str, placeholder: str, *, lines: bool = False) -> str:
    """Plain text; with ``lines`` the Enter key begins a new line."""
    kind = '<w:text w:multiLine="1"/>' if lines else "<w:text/>"
    return _empty(tag, name, placeholder, kind)


def date_field(tag: str, name: str, placeholder: str, locale: str) -> str:
    """A day: typed as text, or picked in a calendar."""
    kind = (
        f'<w:date><w:dateFormat w:val="d.M.yyyy"/><w:lid w:val="{locale}"/>'
        '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _empty(tag, name, placeholder, kind)


def box_field(tag: str, name: str) -> str:
    """A box that the mouse or the space bar ticks."""
    font = f'w14:font="{_BOX_FONT}"'
    box = (
        f'<w14:checkbox {_W14}><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2612" {font}/><w14:uncheckedState w14:val="2610" {font}/>'
        "</w14:checkbox>"
    )
    look = f'<w:rFonts w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}"/>'
    content = f"<w:r><w:rPr>{look}</w:rPr><w:t>{UNCHECKED}</w:t></w:r>"
    return _control(tag, name, box, content)


def _empty(tag: str, name: str, placeholder: str, kind: str) -> str:
    shown = f'<w:r><w:rPr><w:color w:val="{_PLACEHOLDER_COLOUR}"/></w:rPr>'
    content = f"{shown}<w:t>{escape(placeholder, quote=False)}</w:t></w:r>"
    return _control(tag, name, f"<w:showingPlcHdr/>{kind}", content)


def _control(tag: str, name: str, kind: str, content: str) -> str:
    assert len(tag) <= LONGEST_TAG, tag
    number = zlib.crc32(tag.encode()) & 0x7FFFFFFF or 1  # the same in every file
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(name)}"/><w:tag w:val="{escape(tag)}"/>'
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )

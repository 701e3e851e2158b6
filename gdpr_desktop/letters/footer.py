"""A line of its own at the foot of every page, above the page number: which form, which version.

It goes into the footers that the letterhead has; one without footers gets one.
"""

import re
from dataclasses import replace
from html import escape

from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.values import ValueKind, clean
from gdpr_desktop.letters.word_styles import NAMESPACES, XML_HEAD

_FOOTER = re.compile(r"word/footer[^/]*\.xml")
_OPENING = re.compile(r"<w:ftr\b[^>]*[^/]>")
_SETUP = re.compile(r"<w:sectPr\b[^>]*?(/?)>")
_NAME = "letterFooter"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def with_footer(base: Base, text: str) -> Base:
    """``base`` with ``text`` in its footers; the same where there is none."""
    text = escape(clean(text, ValueKind.INLINE), quote=False)
    if not text:
        return base
    line = (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{base.style("Footer")}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
    found = {
        name: _OPENING.sub(lambda opening: f"{opening[0]}{line}", data.decode(), count=1)
        for name, data in base.parts.items()
        if _FOOTER.fullmatch(name) and _OPENING.search(data.decode())
    }
    if not found:
        return _new_footer(base, line)
    return replace(
        base, parts={**base.parts, **{name: xml.encode() for name, xml in found.items()}}
    )


def _new_footer(base: Base, line: str) -> Base:
    types = base.parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/word/{_NAME}.xml" ContentType="{_TYPE}"/>'
    footer = f"{XML_HEAD}<w:ftr {NAMESPACES}>{line}</w:ftr>"
    kinds = ("default", "first")
    references = "".join(f'<w:footerReference w:type="{one}" r:id="{_NAME}"/>' for one in kinds)
    relation = f'<Relationship Id="{_NAME}" Type="{_RELATION}" Target="{_NAME}.xml"/>'
    return replace(
        base,
        parts={
            **base.parts,
            "[Content_Types].xml": types.replace("</Types>", f"{override}</Types>").encode(),
            f"word/{_NAME}.xml": footer.encode(),
        },
        relations=base.relations + relation,
        tail=_SETUP.sub(lambda setup: _opened(setup, references), base.tail, count=1),
    )


def _opened(setup: re.Match[str], references: str) -> str:
    """The page setup with the footer before what it has; references come first in it."""
    if setup[1]:
        return f"{setup[0][:-2]}>{references}</w:sectPr>"
    return f"{setup[0]}{references}"

"""The letterhead for a municipality that has given none: name and contact on the first page."""

from html import escape

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.frame_words import FRAME_WORDS
from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.values import ValueKind, clean
from gdpr_desktop.letters.word_styles import (
    BULLETS,
    HEADER_TOP,
    MARGIN_SIDE,
    MARGIN_TOP,
    NAMESPACES,
    NUMBERS,
    PAGE_SIZE,
    XML_HEAD,
    abstract_numbers,
    page_number_paragraph,
    styles_xml,
)

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "header", "footer")


def builtin_base(sender: Sender | None, language: Language) -> Base:
    """An empty letter on plain A4; without a sender the head of the page stays empty."""
    words = FRAME_WORDS[language]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "word/styles.xml": styles_xml(words.locale),
        "word/settings.xml": settings_xml(words.locale),
        "word/header.xml": _header(sender, language),
        "word/footer.xml": f"{XML_HEAD}<w:ftr {NAMESPACES}>"
        f"{page_number_paragraph(words.page, words.page_of)}</w:ftr>",
    }
    return Base(
        parts={name: text.encode() for name, text in parts.items()},
        head=f"{XML_HEAD}<w:document {NAMESPACES}><w:body>",
        tail=f"{_page()}</w:body></w:document>",
        relations=f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_RELATION}/{part}" Target="{part}.xml"/>'
            for number, part in enumerate(_PARTS, start=1)
        ),
        numbering=f"{XML_HEAD}<w:numbering {NAMESPACES}>"
        + "".join(abstract_numbers(BULLETS, NUMBERS))
        + f'<w:num w:numId="1"><w:abstractNumId w:val="{BULLETS}"/></w:num>',
        numbering_path="word/numbering.xml",
        bullets=1,
        numbers=NUMBERS,
        next_number=2,
        top=MARGIN_TOP,
    )


def settings_xml(locale: str) -> str:
    """``settings.xml``: today's Word, Norwegian proofing, decimal comma."""
    compatibility = "http://schemas.microsoft.com/office/word"
    return (
        f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{compatibility}" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{locale}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _content_types() -> str:
    overrides = {f"/word/{part}.xml": f"{_WORD}.{part}+xml" for part in _PARTS}
    overrides["/word/document.xml"] = f"{_WORD}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )


def _package_relations() -> str:
    return (
        f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _page() -> str:
    width, height = PAGE_SIZE
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_SIDE}" w:bottom="1247" '
        f'w:left="{MARGIN_SIDE}" w:header="{HEADER_TOP}" w:footer="567" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _header(sender: Sender | None, language: Language) -> str:
    lines = _contact_lines(sender, language) if sender else ()
    paragraphs = [_line("LetterheadName", sender.name)] if sender else []
    paragraphs += [_line("LetterheadContact", line) for line in lines if line]
    if not paragraphs:
        paragraphs = [_line("Header", "")]
    return f"{XML_HEAD}<w:hdr {NAMESPACES}>{''.join(paragraphs)}</w:hdr>"


def _contact_lines(sender: Sender, language: Language) -> tuple[str, ...]:
    words = FRAME_WORDS[language]
    number = sender.organisation_number
    if len(number) == 9:
        number = f"{number[:3]} {number[3:6]} {number[6:]}"
    contact = (
        f"{words.telephone} {sender.phone}" if sender.phone else "",
        sender.email,
        sender.web,
    )
    legal = f"{words.organisation_number} {number}" if number else ""
    first = ", ".join(sender.address)
    return (" · ".join(filter(None, (first, legal))), " · ".join(filter(None, contact)))


def _line(style: str, text: str) -> str:
    text = escape(clean(text, ValueKind.INLINE), quote=False)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )

"""The municipality's .docx as an empty letter: its headers, footers and styles are kept, its text
goes, what our letters need is added. Loads python-docx: import it inside functions only."""

import io
import re
import zipfile
from copy import deepcopy
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.exceptions import PythonDocxError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.frame_words import FRAME_WORDS, FrameWords
from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.word_styles import (
    MARGIN_TOP,
    NAMESPACES,
    XML_HEAD,
    abstract_numbers,
    page_number_paragraph,
    styles_xml,
)

_KEPT = frozenset(
    getattr(RELATIONSHIP_TYPE, name)
    for name in (
        "STYLES", "NUMBERING", "SETTINGS", "THEME", "FONT_TABLE", "FOOTNOTES", "ENDNOTES",
        "HEADER", "FOOTER",
    )
)  # fmt: skip
_DROPPED_SETTINGS = (
    "attachedTemplate", "docVars", "documentProtection", "mailMerge", "rsids", "trackRevisions",
    "writeProtection", "removePersonalInformation",
)  # fmt: skip
_EDGE = re.compile(r"word/(header|footer)")
_REVISION = re.compile(rb' w:rsid\w*="[0-9A-Fa-f]*"|<w:rsid w:val="[0-9A-Fa-f]*"/>')
_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MARKER = "letter-text-goes-here"


def own_base(letterhead: bytes, language: Language) -> Base:
    """An empty letter on the municipality's letterhead.

    ``letterhead`` has been through ``check_letterhead``. Raises ``AppError`` when Word's format
    is one that cannot be read.
    """
    words = FRAME_WORDS[language]
    try:
        document = Document(io.BytesIO(letterhead))
        return _base(document, words)
    except (OpcError, PythonDocxError, KeyError, ValueError, SyntaxError, AttributeError) as error:
        raise AppError(
            _("The letterhead cannot be used as it is."),
            hint=_("Open it in Word, save it as .docx, and try again."),
        ) from error


def _base(document: WordDocument, words: FrameWords) -> Base:
    _empty_body(document)
    _drop_relations(document)
    styles = _merge_styles(document, words.locale)
    _clean_settings(document, words.locale)
    _number_pages(document, words, styles.get("Footer", "Footer"))
    numbering = _numbering(document)
    bullets, numbers, next_number = _merge_numbering(numbering)
    _replace_core(document)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _as_base(
        parts,
        styles=styles,
        numbering_path=str(numbering.partname).lstrip("/"),
        numbers=(bullets, numbers, next_number),
        top=_top(document),
    )


def _as_base(
    parts: dict[str, bytes],
    *,
    styles: dict[str, str],
    numbering_path: str,
    numbers: tuple[int, int, int],
    top: int,
) -> Base:
    parts = {name: _without_revisions(name, data) for name, data in parts.items()}
    text = parts.pop("word/document.xml").decode()
    head, tail = re.split(rf"<w:p>(?:(?!</w:p>).)*{_MARKER}.*?</w:p>", text, maxsplit=1)
    if "xmlns:r=" not in head:
        head = head.replace("<w:document ", f"<w:document {_RELATIONS} ", 1)
    relations = parts.pop("word/_rels/document.xml.rels").decode()
    numbering = parts.pop(numbering_path).decode()
    parts.pop("docProps/core.xml")
    first = "[Content_Types].xml"
    types = _with_pictures(parts.pop(first).decode())
    return Base(
        parts={first: types.encode(), **dict(sorted(parts.items()))},
        head=head,
        tail=tail,
        relations=relations.removesuffix("</Relationships>"),
        numbering=numbering.removesuffix("</w:numbering>"),
        numbering_path=numbering_path,
        bullets=numbers[0],
        numbers=numbers[1],
        next_number=numbers[2],
        top=top,
        styles=styles,
    )


def _without_revisions(name: str, data: bytes) -> bytes:
    """Drops the marks of who edited what when; they are no part of how a letter looks."""
    if not name.endswith(".xml"):
        return data
    if _EDGE.match(name) and b"w:author=" in data:
        raise AppError(
            _("The letterhead holds tracked changes."),
            hint=_("Accept them all in Word, and save it again."),
        )
    return _REVISION.sub(b"", data)


def _with_pictures(types: str) -> str:
    for ending in ("png", "jpeg"):
        if f'Extension="{ending}"' not in types:
            default = f'<Default Extension="{ending}" ContentType="image/{ending}"/>'
            types = types.replace("</Types>", f"{default}</Types>")
    return types


def _empty_body(document: WordDocument) -> None:
    """Only the marker and the page setup of the first page are left."""
    body: Any = document.element.body
    setups = list(body.iter(qn("w:sectPr")))
    setup = deepcopy(setups[0]) if setups else parse_xml(f"<w:sectPr {NAMESPACES}/>")
    for child in list(setup):
        if child.tag in (qn("w:sectPrChange"), qn("w:type"), qn("w:footnotePr")):
            setup.remove(child)
    for child in list(body):
        body.remove(child)
    body.append(parse_xml(f"<w:p {NAMESPACES}><w:r><w:t>{_MARKER}</w:t></w:r></w:p>"))
    body.append(setup)


def _drop_relations(document: WordDocument) -> None:
    """What the removed text used, comments, data and thumbnails: none of it belongs in a letter."""
    xml = document.element.xml
    relations = document.part.rels
    for key, relation in list(relations.items()):
        headed = relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
        if relation.reltype not in _KEPT or (headed and f'"{key}"' not in xml):
            del relations[key]
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[key]


def _replace_core(document: WordDocument) -> None:
    """A fresh part at the usual place; each letter writes its own text into it."""
    document.core_properties.author = ""


def _merge_styles(document: WordDocument, locale: str) -> dict[str, str]:
    """Adds the styles that are missing, sets the language, and tells which id each has here."""
    root: Any = document.styles.element
    ours: Any = parse_xml(styles_xml(locale).encode())
    known = {_style_key(style): style.get(qn("w:styleId")) for style in root.iter(qn("w:style"))}
    taken = set(known.values())
    ids: dict[str, str] = {}
    added: list[Any] = []
    for style in ours.iter(qn("w:style")):
        own_id = style.get(qn("w:styleId"))
        key = _style_key(style)
        if key in known:
            ids[own_id] = known[key]
            continue
        ids[own_id] = own_id if own_id not in taken else f"{own_id}Letter"
        added.append(deepcopy(style))
    for style in added:
        style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
        style.attrib.pop(qn("w:default"), None)
        for reference in (*style.iter(qn("w:basedOn")), *style.iter(qn("w:next"))):
            reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        root.append(style)
    _set_language(root, locale)
    return ids


def _style_key(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), "paragraph"), (
        name.get(qn("w:val"), "").casefold() if name is not None else ""
    )


def _set_language(root: Any, locale: str) -> None:
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
        root.insert(0, defaults)
    holder = defaults.find(qn("w:rPrDefault"))
    if holder is None:
        holder = parse_xml(f"<w:rPrDefault {NAMESPACES}/>")
        defaults.insert(0, holder)
    look = holder.find(qn("w:rPr"))
    if look is None:
        look = parse_xml(f"<w:rPr {NAMESPACES}/>")
        holder.append(look)
    for language in list(root.iter(qn("w:lang"))):
        language.getparent().remove(language)
    look.append(
        parse_xml(f'<w:lang {NAMESPACES} w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>')
    )


def _clean_settings(document: WordDocument, locale: str) -> None:
    root: Any = document.settings.element
    for name in _DROPPED_SETTINGS:
        for element in list(root.findall(qn(f"w:{name}"))):
            root.remove(element)
    language = root.find(qn("w:themeFontLang"))
    if language is None:
        language = parse_xml(f"<w:themeFontLang {NAMESPACES}/>")
        later = ("clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator")
        places = [root.find(qn(f"w:{name}")) for name in later]
        place = next((place for place in places if place is not None), None)
        if place is None:
            root.append(language)
        else:
            place.addprevious(language)
    language.set(qn("w:val"), locale)


def _number_pages(document: WordDocument, words: FrameWords, style: str) -> None:
    """Adds «Side 1 av 2» below the footers, unless the letterhead numbers its pages itself."""
    section = document.sections[0]
    edges: list[Any] = [section.header, section.footer]
    footers: list[Any] = [section.footer]
    if section.different_first_page_header_footer:
        edges += [section.first_page_header, section.first_page_footer]
        footers.append(section.first_page_footer)
    texts = [edge._element.xml for edge in edges if not edge.is_linked_to_previous]
    if any(re.search(r"\bPAGE\b", text) for text in texts):
        return
    for footer in footers:
        footer.is_linked_to_previous = False
        footer._element.append(parse_xml(page_number_paragraph(words.page, words.page_of, style)))


def _numbering(document: WordDocument) -> NumberingPart:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        if isinstance(part, NumberingPart):
            return part
        raise ValueError("numbering of another kind")
    except KeyError:
        part = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            parse_xml(f"{XML_HEAD}<w:numbering {NAMESPACES}/>".encode()),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part


def _merge_numbering(part: NumberingPart) -> tuple[int, int, int]:
    """Our two kinds of list beside the letterhead's: numId of bullets, abstractNumId of numbers,
    first free numId."""
    root: Any = part.element
    kinds = list(root.iter(qn("w:abstractNum")))
    first = 1 + max((int(kind.get(qn("w:abstractNumId"))) for kind in kinds), default=0)
    numbers = list(root.findall(qn("w:num")))
    bullets = 1 + max((int(number.get(qn("w:numId"))) for number in numbers), default=0)
    for xml in abstract_numbers(first, first + 1):
        kind = parse_xml(xml)
        if kinds:
            kinds[-1].addnext(kind)
        else:
            root.insert(0, kind)
        kinds.append(kind)
    for element in list(root.findall(qn("w:numIdMacAtCleanup"))):
        root.remove(element)
    root.append(
        parse_xml(
            f'<w:num {NAMESPACES} w:numId="{bullets}"><w:abstractNumId w:val="{first}"/></w:num>'
        )
    )
    return bullets, first + 1, bullets + 1


def _top(document: WordDocument) -> int:
    """Where the text of the first page begins, if the header fits above it."""
    margin = document.sections[0].top_margin
    return MARGIN_TOP if margin is None else abs(round(margin.twips))

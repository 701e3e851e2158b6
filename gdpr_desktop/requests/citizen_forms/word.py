"""A form as Word: real fields with names that are read aloud, and the rest as in our letters."""

from html import escape

from gdpr_desktop.letters.blocks import Heading, Run
from gdpr_desktop.letters.builtin_letterhead import builtin_base
from gdpr_desktop.letters.fields.writing import box_field, date_field, text_field
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.frame_words import FRAME_WORDS
from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.word import WordWriter
from gdpr_desktop.letters.word_package import DocumentFacts, pack_document
from gdpr_desktop.requests.citizen_forms.content import FormOrder, closing, opening
from gdpr_desktop.requests.citizen_forms.model import FieldKind, FormField, FormSection
from gdpr_desktop.requests.citizen_forms.tags import Tag
from gdpr_desktop.requests.citizen_forms.texts import citizen_form, version

_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="{{{side}}}" w:color="595959"/>'
    for side in ("top", "left", "bottom", "right")
)
_ROOM = {FieldKind.LINE: 4, FieldKind.DATE: 4, FieldKind.LINES: 31}  # points below; 31 is the most


def write_word(order: FormOrder) -> bytes:
    """The form as a Word file, empty."""
    base = builtin_base(Sender.of(order.municipality), order.language)
    writer = WordWriter(base)
    writer.write(opening(order, order.words.texts["fill_in_word"]))
    for section in citizen_form(order.kind).sections:
        _section(writer, base, order, section)
    writer.write(closing(order))
    return pack_document(
        base,
        writer,
        DocumentFacts(
            title=order.words.title,
            author=order.municipality.name,
            locale=FRAME_WORDS[order.language].locale,
        ),
    )


def _tag(order: FormOrder, field: FormField, choice: str = "") -> Tag:
    return Tag(
        version=version(),
        language=order.language,
        kind=order.kind,
        field=field.id,
        choice=choice,
    )


def _section(writer: WordWriter, base: Base, order: FormOrder, section: FormSection) -> None:
    title, intro = order.words.sections[section.id]
    writer.write((Heading(level=2, runs=(Run(text=title),)),))
    if intro:
        text = escape(intro, quote=False)
        writer.add_xml(f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    for field in section.fields:
        _label(writer, order, field)
        if field.choices:
            for choice in field.choices:
                last = choice == field.choices[-1]
                writer.add_xml(_choice(base, order, field, choice, last=last))
        else:
            writer.add_xml(_box(order, field))


def _label(writer: WordWriter, order: FormOrder, field: FormField) -> None:
    words = order.words.fields[field.id]
    spacing = '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="40"/>'
    text = escape(words.label, quote=False)
    writer.add_xml(
        f"<w:p><w:pPr>{spacing}</w:pPr><w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
        f"<w:t>{text}</w:t></w:r></w:p>"
    )
    if words.help:
        help_text = escape(words.help, quote=False)
        small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        writer.add_xml(
            '<w:p><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="40"/></w:pPr>'
            f"<w:r><w:rPr>{small}</w:rPr><w:t>{help_text}</w:t></w:r></w:p>"
        )


def _box(order: FormOrder, field: FormField) -> str:
    """A field in a frame, with room to write by hand."""
    name, texts = order.words.fields[field.id].label, order.words.texts
    tag = str(_tag(order, field))
    if field.kind is FieldKind.DATE:
        locale = FRAME_WORDS[order.language].locale
        control = date_field(tag, name, texts["day_placeholder"], locale)
    else:
        lines = field.kind is FieldKind.LINES
        control = text_field(tag, name, texts["placeholder"], lines=lines)
    frame = _FRAME.format(top=4, left=4, bottom=_ROOM[field.kind], right=4)
    return (
        f"<w:p><w:pPr><w:keepLines/><w:pBdr>{frame}</w:pBdr>"
        '<w:spacing w:before="60" w:after="120"/><w:ind w:left="100" w:right="100"/></w:pPr>'
        f"{control}</w:p>"
    )


def _choice(base: Base, order: FormOrder, field: FormField, choice: str, *, last: bool) -> str:
    """A box with its words, on the page of the others."""
    words = order.words.fields[field.id]
    told = words.choices[choice]
    control = box_field(str(_tag(order, field, choice)), f"{words.label} {told}")
    style = base.style("LetterCheckbox")
    keep = "<w:keepLines/>" if last else "<w:keepNext/><w:keepLines/>"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{control}'
        f'<w:r><w:t xml:space="preserve"> {escape(told, quote=False)}</w:t></w:r></w:p>'
    )

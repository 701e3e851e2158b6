"""The checklist of handbook 9.1 as a Word form for one department. It names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import Block, Heading, Paragraph, Run
from gdpr_desktop.letters.builtin_letterhead import builtin_base
from gdpr_desktop.letters.fields.layout import (
    LINE_ROOM,
    LINES_ROOM,
    choice_xml,
    framed_xml,
    intro_xml,
    label_xml,
)
from gdpr_desktop.letters.fields.reading import Shape
from gdpr_desktop.letters.fields.writing import box_field, date_field, text_field
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.frame_words import FRAME_WORDS
from gdpr_desktop.letters.package import Base
from gdpr_desktop.letters.word import WordWriter
from gdpr_desktop.letters.word_package import DocumentFacts, pack_document
from gdpr_desktop.requests.unstructured.form_fields import (
    Field,
    Tag,
    closing_fields,
    kind_fields,
    mark_of,
    nothing_field,
)
from gdpr_desktop.requests.unstructured.model import Kind
from gdpr_desktop.requests.unstructured.words import words

UNKNOWN = "x"  # stands for the department in a form whose fields have lost their tags


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """Which case, which department, what to look for, by when, and whom to answer.

    ``case_number`` is ours, and finds the way back; ``shown_number`` is what the department can
    look up.
    """

    case_number: str
    shown_number: str
    task: int
    department: str
    search: str
    due: date
    reply_to: str
    language: Language
    municipality: Municipality

    @property
    def address(self) -> str:
        """Whose form it is, for the tags."""
        return f"{self.case_number}_{self.task}_{mark_of(self.department)}"


def title(language: Language) -> str:
    """The heading of the form, and its name as a file."""
    return _("Checklist for personal data outside the systems", language=language)


def write_form(order: FormOrder) -> bytes:
    """The form as a Word file, empty."""
    language = order.language
    base = builtin_base(Sender.of(order.municipality), language)
    writer = WordWriter(base)
    writer.write(tuple(_opening(order)))
    _fields(writer, base, order, (nothing_field(language),))
    for kind in Kind:
        writer.write((_heading(words(kind, language)),))
        writer.add_xml(intro_xml(_examples(kind, language)))
        _fields(writer, base, order, kind_fields(kind, language))
    writer.write((_heading(_("At the end", language=language)),))
    _fields(writer, base, order, closing_fields(language))
    facts = DocumentFacts(
        title=title(language),
        author=order.municipality.name,
        locale=FRAME_WORDS[language].locale,
    )
    return pack_document(base, writer, facts)


def _opening(order: FormOrder) -> Iterable[Block]:
    language = order.language
    yield Heading(level=1, runs=(Run(text=title(language)),))
    rows = (
        (_("Department", language=language), order.department),
        (_("Case", language=language), order.shown_number),
        (_("What to look for", language=language), order.search),
        (_("Answer by", language=language), long_date(order.due, language)),
        (_("Send the answer to", language=language), order.reply_to),
    )
    for label, text in rows:
        if text:
            runs = (Run(text=f"{label}: ", bold=True), Run(text=" ".join(text.split())))
            yield Paragraph(runs=runs)
    yield _paragraph(
        _(
            "Look everywhere that is not a system with searching and access control. Fill in for"
            " the places where you find something, and leave the rest blank.",
            language=language,
        )
    )
    yield _paragraph(
        _(
            "What we need and may have, belongs in a system. When it has been moved there, nothing"
            " stays behind. What we do not need is deleted, but nothing is deleted before this"
            " case allows it. Health data and other sensitive data never stay outside a system.",
            language=language,
        )
    )
    text = _(
        "Write kinds of documents and years, not what they say. Never write who the case is about,"
        " nor an identity number.",
        language=language,
    )
    yield Paragraph(runs=(Run(text=text, bold=True),))


def _examples(kind: Kind, language: Language) -> str:
    texts = {
        Kind.EMAIL: _("Inbox, sent, archive folders, shared mailboxes.", language=language),
        Kind.FILES: _(
            "Shared and home drives, your own PC, memory sticks, SharePoint, Teams.",
            language=language,
        ),
        Kind.PAPER: _("Binders, drawers, desks, notebooks, print-outs.", language=language),
        Kind.PHONE: _("Work phones, and private ones used at work.", language=language),
        Kind.RECORDING: _("Sound files, meetings on video, surveillance.", language=language),
        Kind.OTHER: _("Forms on the web, cloud services, private machines.", language=language),
    }
    return texts[kind]


def _heading(text: str) -> Heading:
    return Heading(level=2, runs=(Run(text=text),))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(runs=(Run(text=text),))


def _fields(writer: WordWriter, base: Base, order: FormOrder, fields: Iterable[Field]) -> None:
    for field in fields:
        writer.add_xml(label_xml(field.label))
        if not field.choices:
            writer.add_xml(_box(order, field))
        for value, told in field.choices:
            tag = _tag(order, field, value)
            control = box_field(tag, f"{field.name} {told}")
            last = value == field.choices[-1][0]
            writer.add_xml(choice_xml(base, control, told, last=last))


def _tag(order: FormOrder, field: Field, choice: str = "") -> str:
    return str(Tag(language=order.language, address=order.address, field=field.id, choice=choice))


def _box(order: FormOrder, field: Field) -> str:
    language, tag = order.language, _tag(order, field)
    if field.shape is Shape.DATE:
        locale = FRAME_WORDS[language].locale
        return framed_xml(date_field(tag, field.name, day_placeholder(language), locale))
    control = text_field(tag, field.name, placeholder(language), lines=field.lines)
    return framed_xml(control, LINES_ROOM if field.lines else LINE_ROOM)


def placeholder(language: Language) -> str:
    """What an empty field shows."""
    return _("Write here", language=language)


def day_placeholder(language: Language) -> str:
    """What an empty field for a day shows."""
    return _("Day, month and year", language=language)

"""What stands around the text of a letter: sender, recipient, references, date, signature."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import Block, Blocks, Paragraph, Role, Run, Runs
from gdpr_desktop.letters.frame_words import FRAME_WORDS, FrameWords
from gdpr_desktop.letters.values import EMPTY, ValueKind, Values

MAX_RECIPIENT_LINES = 7  # what an envelope's window shows
_TELLING = ("national_id", "d_number", "account")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The municipality as the letterhead shows it."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    web: str = ""
    organisation_number: str = ""  # nine digits, no spaces

    @staticmethod
    def of(municipality: Municipality) -> "Sender":
        """The letterhead's view of the municipality."""
        return Sender(
            name=municipality.name,
            address=municipality.address.lines(),
            phone=municipality.phone,
            email=municipality.email,
            web=municipality.web,
            organisation_number=municipality.organisation_number,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A name under the letter, with the title below it."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything around the text. ``attachments`` are titles of papers that are enclosed beside
    the template's own; ``screening`` is the section that keeps the letter from public access."""

    sender: Sender
    recipient: str
    recipient_address: tuple[str, ...] | PostalAddress = ()
    day: date
    our_reference: str = ""
    your_reference: str = ""
    screening: str = ""
    caseworker: str = ""
    caseworker_phone: str = ""
    caseworker_email: str = ""
    signers: tuple[Signer, ...] = ()
    approved_electronically: bool = True
    attachments: tuple[str, ...] = ()

    def recipient_lines(self) -> tuple[str, ...]:
        """Name and address, one line each, as seen through the envelope's window."""
        address = self.recipient_address
        lines = address.lines() if isinstance(address, PostalAddress) else address
        return tuple(line.strip() for line in (self.recipient, *lines) if line.strip())


def check_window(lines: tuple[str, ...]) -> None:
    """Raises ``AppError`` when the window of the envelope would show what nobody may see, or the
    address has no room in it."""
    from gdpr_desktop.law.identifiers import find

    if any(str(found.kind) in _TELLING for line in lines for found in find(line)):
        raise AppError(
            _("The recipient's name or address holds an identity or account number."),
            hint=_("Remove it: it can be read through the window of the envelope."),
        )
    if len(lines) > MAX_RECIPIENT_LINES:
        raise AppError(
            _("The recipient's address has too many lines for a window envelope."),
            hint=_("Use at most {limit} lines, the name included.").format(
                limit=MAX_RECIPIENT_LINES
            ),
        )


def opening(frame: Frame, language: Language, values: Values) -> Blocks:
    """Recipient, references, date and screening, above the heading."""
    words = FRAME_WORDS[language]
    lines = frame.recipient_lines()
    if not frame.recipient.strip():
        raise AppError(
            _("The letter has no recipient."), hint=_("Fill in who the letter is sent to.")
        )
    check_window(lines)
    blocks: list[Block] = [_paragraph(Role.RECIPIENT, values.put(line)) for line in lines]
    references = (
        (words.our_reference, frame.our_reference),
        (words.your_reference, frame.your_reference),
        (words.date, long_date(frame.day, language)),
        (words.caseworker, frame.caseworker),
    )
    blocks += [
        _paragraph(Role.REFERENCE, f"{word}: ", value)
        for word, text in references
        if (value := values.put(text)) != EMPTY
    ]
    if (screening := values.put(frame.screening)) != EMPTY:
        blocks.append(_paragraph(Role.SCREENING, screening))
    return tuple(blocks)


def closing(
    frame: Frame, language: Language, values: Values, attachments: tuple[Runs, ...]
) -> Blocks:
    """Greeting, signature, contact and the list of attachments, below the text.

    ``attachments`` are the headings of those that follow the letter, with their numbers.
    """
    words = FRAME_WORDS[language]
    blocks: list[Block] = [_paragraph(Role.CLOSING, words.greeting)]
    lines = [values.put(frame.sender.name)]
    for signer in frame.signers:
        lines += [values.put(signer.name), values.put(signer.title)]
    # one paragraph: LibreOffice lets go of the greeting when too many are to be kept with it
    named = "\n".join(line for line in lines if line != EMPTY)
    blocks += [_paragraph(Role.SIGNATURE, named)] if named else []
    if frame.approved_electronically:
        blocks.append(_paragraph(Role.SMALL, words.approved))
    blocks += _contact(frame, words, values)
    listed = list(attachments)
    titles = filter(str.strip, frame.attachments)
    for number, title in enumerate(titles, start=len(attachments) + 1):
        listed.append((Run(text=f"{words.attachment} {number}: {values.put(title)}"),))
    if listed:
        runs = tuple(run for heading in listed for run in (*heading, Run(text="\n")))
        blocks.append(Paragraph(runs=runs[:-1], role=Role.SMALL))
    return tuple(blocks)


def _contact(frame: Frame, words: FrameWords, values: Values) -> list[Block]:
    phone = values.put(frame.caseworker_phone)
    email = values.put(frame.caseworker_email, ValueKind.LINK)
    runs: list[Run] = []
    if phone != EMPTY:
        runs.append(Run(text=f"{words.telephone}: {phone}"))
    if email != EMPTY:
        runs.append(Run(text=f"{', ' if runs else ''}{words.email}: "))
        runs.append(Run(text=email, link=email))
    return [Paragraph(runs=tuple(runs), role=Role.SMALL)] if runs else []


def _paragraph(role: Role, *texts: str) -> Paragraph:
    return Paragraph(runs=(Run(text="".join(texts)),), role=role)

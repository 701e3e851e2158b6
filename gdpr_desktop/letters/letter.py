"""A letter: one content, shown as a preview, written as Word, saved so that nothing is lost."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.blocks import Blocks, paragraph_texts
from gdpr_desktop.letters.fill import fill
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Which text of a template a letter was made from: the shipped or the municipality's own."""

    template: str
    own: bool
    sha256: str  # of the text, in hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Made by ``render``; reports and forms build it from blocks, with no values.

    ``content`` holds placeholders for ``values``; letters of equal ``shape`` have equal content.
    """

    template: str
    title: str  # safe for the archive
    language: Language
    content: Blocks
    shape: Hashable
    values: tuple[Value, ...] = ()
    sender: Sender | None = None
    day: date | None = None
    wordings: tuple[Wording, ...] = ()
    footer: str = ""  # stands above the page number, the same in every letter of a long file
    by_hand: bool = False  # set tight, as a form is

    @property
    def blocks(self) -> Blocks:
        """Everything in reading order, values filled in: recipient, references, text, closing,
        attachments."""
        return fill(self.content, self.values)

    def text(self) -> str:
        """The bare text, a paragraph to a line: for pasting into an electronic dialogue."""
        return "\n".join(paragraph_texts(self.blocks))

    def html(self) -> str:
        """A whole HTML page for the preview."""
        from gdpr_desktop.letters.preview import write_html

        return write_html(
            self.blocks,
            title=self.title,
            language=self.language,
            sender=self.sender,
            footer=self.footer,
        )

    def docx(self, letterhead: bytes | Path | None = None) -> bytes:
        """The Word file; ``letterhead`` is the municipality's own .docx, else ours is used.

        Raises ``AppError`` for a letterhead that cannot be used.
        """
        from gdpr_desktop.letters.skeleton import write_docx

        return write_docx(self, letterhead)

    def save(
        self,
        path: Path,
        letterhead: bytes | Path | None = None,
        *,
        temporary: Path | None = None,
        kept: Path | None = None,
    ) -> str:
        """Writes the Word file, reads it back, and gives its SHA-256 in hex.

        An existing file is replaced, whole or not at all: ask first. ``temporary`` and ``kept``:
        see ``saving.save``. Raises ``AppError`` when the file cannot be written, or does not say
        what the letter says.
        """
        from gdpr_desktop.letters.saving import save

        expected = tuple(paragraph_texts(self.blocks))
        return save(self.docx(letterhead), expected, Path(path), temporary=temporary, kept=kept)

"""A report, a form or a list for Word, built piece by piece instead of from a template.

Every text goes in as a value, so that nothing of it is kept between documents; the same text is
one value, however often it stands there.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import (
    Block,
    Checkbox,
    Contents,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Run,
    Runs,
    SignatureLines,
    Table,
)
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.values import EMPTY, ValueKind, Values
from gdpr_desktop.letters.widths import fitted

Look = tuple[str, bool, bool]  # a text, whether it is bold, and italic


class Report:
    """Begins with ``title`` as its heading; what is added stands in the order it was added.

    Empty pieces leave nothing behind: a paragraph without words, a table without rows.
    """

    def __init__(self, language: Language, title: str) -> None:
        self._language, self._title = language, title
        self._values = Values()
        self._known: dict[tuple[str, ValueKind], str] = {}
        self._blocks: list[Block] = []
        self.heading(1, title)

    def heading(self, level: int, text: str) -> None:
        """A heading; level 1 is the title's, and no level is skipped."""
        self._blocks.append(Heading(level=level, runs=self._runs(text)))

    def paragraph(self, text: str, *, bold: bool = False, kept: bool = False) -> None:
        """Running text; a blank line in it begins a new paragraph. ``kept``: with what follows."""
        if text.strip():
            put = self._put(text, ValueKind.PARAGRAPHS)
            role = Role.KEPT if kept else Role.BODY
            self._blocks.append(Paragraph(runs=(Run(text=put, bold=bold),), role=role))

    def facts(
        self,
        pairs: Iterable[tuple[str, str]],
        header: tuple[str, str] | None = None,
        shares: tuple[int, ...] = (),
    ) -> None:
        """A table of labels and texts; those without a text are left out."""
        usual = (_("What", language=self._language), _("Data", language=self._language))
        self.table(header or usual, [pair for pair in pairs if pair[1].strip()], shares)

    def table(
        self,
        header: Iterable[str],
        rows: Iterable[Iterable[str]],
        shares: tuple[int, ...] = (),
    ) -> None:
        """A table, each row with as many cells as the header; ``shares`` as of a ``Table``.

        A column that is too narrow for one of its words is made wider.
        """
        heads, cells = tuple(header), tuple(map(tuple, rows))
        assert all(len(row) == len(heads) for row in cells), "a row is not as wide as the header"
        if cells:
            head = tuple(map(self._runs, heads))
            lines = tuple(tuple(self._runs(cell, ValueKind.LINES) for cell in row) for row in cells)
            shares = fitted(shares, heads, cells)
            self._blocks.append(Table(header=head, rows=lines, shares=shares))

    def bullets(self, items: Iterable[str]) -> None:
        """A list with bullets."""
        made = tuple(ListItem(runs=self._runs(item)) for item in items if item.strip())
        if made:
            self._blocks.append(List(ordered=False, items=made))

    def checkboxes(self, items: Iterable[tuple[str, bool]]) -> None:
        """Boxes with their texts, ticked or to be ticked."""
        for text, checked in items:
            self._blocks.append(Checkbox(runs=self._runs(text), checked=checked))

    def signature_lines(self, labels: Iterable[str]) -> None:
        """Lines to write on by hand, each with its label beneath."""
        self._blocks.append(SignatureLines(labels=tuple(self._runs(label) for label in labels)))

    def picture(self, data: bytes, alt: str, width: float, height: float) -> None:
        """A PNG or JPEG with the words for who cannot see it; sizes in millimetres."""
        self._blocks.append(Picture(data=data, alt=alt, width=width, height=height))

    def rich(self, pieces: Iterable[tuple[str, Iterable[Look]]]) -> None:
        """Paragraphs «p», bullets «b» and numbers «n», each with its text and how it looks."""
        for kind, lines in groupby(pieces, key=itemgetter(0)):
            made = [self._looks(looks) for _kind, looks in lines]
            if kind == "p":
                self._blocks += [Paragraph(runs=runs) for runs in made]
            else:
                items = tuple(ListItem(runs=runs) for runs in made)
                self._blocks.append(List(ordered=kind == "n", items=items))

    def contents(self, deepest: int = 3) -> None:
        """A list of the headings under the title, with their pages."""
        self._blocks.append(Contents(deepest=deepest))

    def page_break(self) -> None:
        """What follows begins on a new page."""
        self._blocks.append(PageBreak())

    def letter(self, municipality: Municipality, day: date, template: str) -> Letter:
        """The document; ``template`` is the code by which it is known."""
        content = tuple(self._blocks)
        return Letter(
            template=template,
            title=self._title,
            language=self._language,
            content=content,
            shape=content,
            values=self._values.all(),
            sender=Sender.of(municipality),
            day=day,
        )

    def _looks(self, looks: Iterable[Look]) -> Runs:
        """What a person wrote is a value; the blanks around it stand beside it, as they were."""
        found: list[Run] = []
        for text, bold, italic in looks:
            bare = text.strip()
            before, _bare, after = text.partition(bare) if bare else (text and " ", "", "")
            put = self._put(bare, ValueKind.INLINE) if bare else ""
            around = " " * bool(before) + put + " " * bool(after)
            found.append(Run(text=around, bold=bold, italic=italic))
        return tuple(found)

    def _runs(self, text: str, kind: ValueKind = ValueKind.INLINE) -> Runs:
        return (Run(text=self._put(text, kind)),)

    def _put(self, text: str, kind: ValueKind) -> str:
        found = self._known.get((text, kind))
        if found is None:
            put = self._values.put(text, kind)
            found = self._known[text, kind] = "" if put == EMPTY else put  # an empty cell
        return found

"""How a row is read, and what could not be."""

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.exchange.lines import reworded, tidy
from gdpr_desktop.register.exchange.model import Snapshot


class Reader:
    """Collects what goes wrong in one cell.

    ``strict``: the sheet was written by us to be edited, and a cell that cannot be read leaves its
    field as it was. In sheets from elsewhere the words that cannot be read are kept in the note.
    """

    def __init__(self, snapshot: Snapshot, language: Language, *, strict: bool) -> None:
        self.snapshot, self.language, self.strict = snapshot, language, strict
        self.problems: list[str] = []
        self.kept: list[str] = []
        self.failed = False

    def begin_cell(self) -> None:
        """Forget what was told of the cell before."""
        self.problems, self.kept, self.failed = [], [], False

    def unread(self, text: str, problem: str) -> None:
        """``text`` could not be read, and why."""
        self.problems.append(problem)
        if self.strict:
            self.failed = True
        else:
            self.keep(text)

    def remark(self, text: str) -> None:
        """Something that the person should look at."""
        if text not in self.problems:
            self.problems.append(text)

    def keep(self, text: str) -> None:
        """Have ``text`` kept in the note, where this reader does so."""
        if not self.strict and text.strip():
            self.kept.append(text.strip())

    def reworded(self, before: Bilingual, text: str) -> Bilingual:
        """``before`` with other words; tells when the words in the other written form stay."""
        after = reworded(before, text, self.language)
        self.compare_forms(before, after, text)
        return after

    def compare_forms(self, before: Bilingual, after: Bilingual, text: str) -> None:
        """Remark on words in the other written form that ``text`` left as they were."""
        translated = before.nn and before.nb and before.nn != before.nb
        if after != before and translated and tidy(after.nn) != tidy(after.nb):
            words = _("«{text}» has other words in the other written form. Look at them too.")
            self.remark(words.format(text=text[:60].rstrip()))

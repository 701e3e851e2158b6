"""The lists of the file, row by row, and what is told of the rows that make no sense."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gdpr_desktop.dpia.pia_json.cleaning import text_of
from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode
from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock
from gdpr_desktop.dpia.rich_html import read_html

MOST_ROWS = 5_000  # of one list; the program itself makes some dozens
LONGEST_TEXT = 10_000  # characters of a text without formatting


@dataclass(slots=True)
class Told:
    """Findings as they come, each once; those of one kind and detail are counted."""

    found: dict[tuple[FindingCode, str], int] = field(default_factory=dict)

    def add(self, code: FindingCode, detail: object = "") -> None:
        """Tell of one thing."""
        key = code, str(detail)[:200]
        self.found[key] = self.found.get(key, 0) + 1

    def all(self) -> tuple[Finding, ...]:
        """Everything, in the order it came."""
        return tuple(
            Finding(code=code, detail=detail, count=count if count > 1 else 0)
            for (code, detail), count in self.found.items()
        )

    def rich(self, value: Any, where: object) -> Rich:
        """Formatted text out of HTML."""
        read = read_html(text_of(value))
        if read.cut:
            self.add(FindingCode.CUT, where)
        if read.pictures:
            self.add(FindingCode.FORMATTING, where)
        return read.text

    def plain(self, value: Any, where: object) -> str:
        """Bare text out of HTML, as long as a field holds."""
        text = self.rich(value, where)
        if any(map(_is_formatted, text.blocks)):
            self.add(FindingCode.FORMATTING, where)
        if len(text.plain) > LONGEST_TEXT:
            self.add(FindingCode.CUT, where)
        return text.plain[:LONGEST_TEXT].strip()


def _is_formatted(block: RichBlock) -> bool:
    looks = any(span.bold or span.italic for span in block.spans)
    return looks or block.kind is not BlockKind.PARAGRAPH


def rows_of(raw: dict[str, Any], key: str, told: Told) -> Iterator[dict[str, Any]]:
    """The objects in one of the lists; a missing one is empty."""
    found = raw.get(key)
    if not isinstance(found, list):
        told.add(FindingCode.NULL_LIST, key)
        return
    if len(found) > MOST_ROWS:
        told.add(FindingCode.TOO_MANY, key)
    for one in found[:MOST_ROWS]:
        if isinstance(one, dict):
            yield one
        else:
            told.add(FindingCode.BAD_ROW, key)

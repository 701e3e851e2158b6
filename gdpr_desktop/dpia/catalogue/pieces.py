"""How what the record says is put together as an answer."""

from collections.abc import Iterable

from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich

_LONGEST = 20_000  # characters: of thousands of categories, the rest is read in the record
_MOST = 200  # rows


def filled(
    question: str,
    text: str = "",
    *,
    choice: str = "",
    picks: Iterable[str] = (),
    rows: Iterable[tuple[str, ...]] = (),
) -> Answer:
    """An answer; falsy where nothing is known. Rows without words are left out."""
    return Answer(
        question=question,
        text=rich(text[:_LONGEST]),
        choice=choice,
        picks=tuple(picks),
        rows=tuple(row for row in rows if any(row))[:_MOST],
    )


def lines(texts: Iterable[str]) -> str:
    """Each thing once, a line to each."""
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

"""How what the record says is put together as an answer."""

from collections.abc import Iterable

from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich


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
        text=rich(text),
        choice=choice,
        picks=tuple(picks),
        rows=tuple(row for row in rows if any(row)),
    )


def lines(texts: Iterable[str]) -> str:
    """Each thing once, a line to each."""
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

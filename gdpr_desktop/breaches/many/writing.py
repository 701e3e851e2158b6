"""The letters of a batch onto the disk: see ``correspondence.many_files``."""

from functools import partial
from pathlib import Path

from gdpr_desktop.breaches.many.index import book_of
from gdpr_desktop.breaches.many.letters import Batch, letters
from gdpr_desktop.correspondence import many_files
from gdpr_desktop.correspondence.many_files import Shape, Stack, Watch, Written

__all__ = ["Shape", "Watch", "Written", "write"]


def write(
    batch: Batch,
    shape: Shape,
    place: Path,
    watch: Watch,
    *,
    listed: str = "",
    index: bool = False,
) -> Written | None:
    """All letters to ``place``; ``index`` adds a workbook that says which is whose."""
    stack = Stack(
        letters=letters(batch),
        letterhead=batch.letterhead,
        index=partial(book_of, batch) if index else None,
    )
    return many_files.write(stack, shape, place, watch, listed=listed)

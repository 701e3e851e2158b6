"""Several of our answers in one field of that program: each under its question in bold."""

from collections.abc import Iterator, Sequence
from functools import cache

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock


def heading_of(question_id: str, language: Language, known: Catalogue | None = None) -> str:
    """The words over an answer; ``known`` are the questions with the municipality's own."""
    found = (known or builtin()).question(question_id)
    return found.text.in_(language) if found is not None else question_id


def split_by_heading(questions: Sequence[str], text: Rich) -> Iterator[tuple[str, Rich]]:
    """The answers in a text: the first question has what stands above every heading."""
    known = {words: one for one in questions[1:] for words in _headings(one)}
    question, blocks = questions[0], list[RichBlock]()
    for block in text.blocks:
        following = known.get(block.text) if _is_heading(block) else None
        if following is None:
            blocks.append(block)
            continue
        if blocks:
            yield question, Rich(blocks=tuple(blocks))
        question, blocks = following, []
    if blocks:
        yield question, Rich(blocks=tuple(blocks))


def _is_heading(block: RichBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.spans) == 1 and block.spans[0].bold


@cache
def _headings(question_id: str) -> tuple[str, ...]:
    return tuple(heading_of(question_id, one) for one in Language)

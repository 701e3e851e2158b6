"""Deeds of the wizard: an answer, a file beside it. Saved one by one, as they are typed."""

import unicodedata
from pathlib import Path
from typing import Any

from gdpr_desktop.casework.attachments import service as attachments
from gdpr_desktop.casework.attachments.store import removed_before
from gdpr_desktop.casework.checks import problem, text_length
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import LONGEST_ANSWER, Rich, RichBlock, Span
from gdpr_desktop.dpia.service.base import opened_to_write
from gdpr_desktop.vault import Vault, history

LONGEST_CELL = 2_000  # characters in a cell of a table, or a note to a point
LONGEST_REASON = 2_000  # why a question does not apply
MOST_ROWS = 300
WRITTEN = "dpia_written"
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def save_answer(
    vault: Vault,
    case_id: CaseId,
    answer: Answer,
    *,
    version: str = "",
    before: Answer | None = None,
) -> Change:
    """Keep an answer; an empty one takes it away. ``version`` is of the catalogue answered.

    ``before`` is the answer as it stood when the typing began: one that was written meanwhile is
    never written over. Saved as it is typed, so the timeline tells of it once for each case, user
    and session. Raises ``InvalidInputError``, or ``RefusedError`` when the assessment cannot be
    changed now.
    """
    kept = cleaned(answer)
    require_valid(answer_problems(kept))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        stands = found.content.answer(kept.question)
        if stands == kept:
            return work.change
        if before is not None and cleaned(stands) != cleaned(before):
            raise RefusedError(
                _("This answer has been changed since you began to type."),
                hint=_("What you typed is kept. Copy it, and look at the answer that stands now."),
            )
        now = work.clock.now()
        store.put_answer(work.db, case_id, kept, work.actor.name, now)
        if version and version != found.content.catalogue:
            store.put_step(work.db, case_id, catalogue=version)
        _tell_once(work, case_id)
    return work.change


def attach(vault: Vault, case_id: CaseId, path: Path, *, about: str = "") -> Change:
    """Read a file and keep it beside what it is ``about``. Raises ``AppError``."""
    return keep_file(vault, case_id, attachments.read_file(path), about=about)


def keep_file(
    vault: Vault, case_id: CaseId, found: attachments.NewFile, *, about: str = ""
) -> Change:
    """Keep a file that was read, in an assessment that may be changed now."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        opened_to_write(work, case_id)
        _forget(work, case_id)
        return attachments.keep(vault, case_id, found, about=about)


def detach(vault: Vault, case_id: CaseId, key: str) -> Change:
    """Take a file out; it stays in what was sent."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        opened_to_write(work, case_id)
        return attachments.remove(vault, case_id, key)


def cleaned(answer: Answer) -> Answer:
    """Without signs that cannot be seen, blank lines of tables, and blanks around words."""
    rows = (tuple(clean_line(cell) for cell in row) for row in answer.rows)
    return Answer(
        question=answer.question,
        text=clean_rich(answer.text),
        choice=answer.choice,
        picks=tuple(dict.fromkeys(answer.picks)),
        rows=tuple(row for row in rows if any(row)),
        not_applicable=clean_line(answer.not_applicable),
    )


def clean_rich(text: Rich) -> Rich:
    """A text without blocks and spans that say nothing."""
    blocks = (RichBlock(spans=_cleaned_spans(one), kind=one.kind) for one in text.blocks)
    return Rich(blocks=tuple(one for one in blocks if one.text.strip()))


def answer_problems(answer: Answer) -> list[FieldProblem]:
    """What hinders that an answer is kept."""
    found = text_length("text", answer.text.plain, LONGEST_ANSWER)
    found += text_length("not_applicable", answer.not_applicable, LONGEST_REASON)
    if len(answer.rows) > MOST_ROWS:
        sentence = _("There are {count} lines. At most {limit} fit here.")
        found.append(problem("rows", sentence.format(count=len(answer.rows), limit=MOST_ROWS)))
    longest = max((cell for row in answer.rows for cell in row), key=len, default="")
    return found + text_length("rows", longest, LONGEST_CELL)


def _cleaned_spans(block: RichBlock) -> tuple[Span, ...]:
    made = (
        Span(text=_printable(one.text), bold=one.bold, italic=one.italic) for one in block.spans
    )
    return tuple(one for one in made if one.text)


def _printable(text: str) -> str:
    text = text.translate({0x09: " ", 0x0A: " ", 0x0D: " ", 0xA0: " ", 0x2028: " ", 0x2029: " "})
    if not text.isprintable():
        text = "".join(one for one in text if unicodedata.category(one) not in _DROPPED)
    return unicodedata.normalize("NFC", text)


def _tell_once(work: Any, case_id: CaseId) -> None:
    if history.happened_now(work.db, work.actor, case_id, WRITTEN):
        work.touch(Kind.CASE, case_id)
    else:
        record(work, case_id, WRITTEN)


def _forget(work: Any, case_id: CaseId) -> None:
    """Files that were taken out long ago go for good, unless something sent refers to them."""
    old = removed_before(work.db, case_id, work.clock.now())
    needed = [key for key in old if store.is_referred(work.db, case_id, key)]
    attachments.forget_removed(work, case_id, needed)

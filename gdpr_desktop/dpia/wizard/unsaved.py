"""Answers that could not be saved when the wizard was left: kept as a draft, and put in later.

An answer that somebody else has written meanwhile is never written over: then what was typed
stays in the draft, to be read and copied.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.service import save_answer
from gdpr_desktop.vault import Vault, drafts

FORM = "dpia.write"  # the action that goes on with it


def keep(vault: Vault, case_id: CaseId, found: Iterable[tuple[Answer, Answer]]) -> None:
    """Keep pairs of an answer as it was and as it is typed. Raises ``VaultError``."""
    kept = {typed.question: (before, typed) for before, typed in (*_pairs(vault, case_id), *found)}
    data = {name: msgspec.to_builtins(pair) for name, pair in kept.items()}
    drafts.save(vault, FORM, case_id, data)


def put_in(vault: Vault, case_id: CaseId) -> tuple[Answer, ...]:
    """Save what can be saved now; gives what cannot, as it was typed."""
    pairs = _pairs(vault, case_id)
    if not pairs:
        return ()
    left = []
    for before, typed in pairs:
        now = store.answer(vault.db, case_id, typed.question)
        if now == typed:
            continue
        if now != before or not _is_saved(vault, case_id, typed):
            left.append((before, typed))
    if len(left) < len(pairs):
        drafts.discard(vault, FORM, case_id)
        if left:
            keep(vault, case_id, left)
    return tuple(typed for _before, typed in left)


def forget(vault: Vault, case_id: CaseId) -> None:
    """It has been read, and is not needed any more."""
    drafts.discard(vault, FORM, case_id)


def _is_saved(vault: Vault, case_id: CaseId, typed: Answer) -> bool:
    try:
        save_answer(vault, case_id, typed)
    except AppError:
        return False
    return True


def _pairs(vault: Vault, case_id: CaseId) -> list[tuple[Answer, Answer]]:
    draft = drafts.load(vault, FORM, case_id)
    return [_pair(one) for one in draft.data.values()] if draft is not None else []


def _pair(data: Any) -> tuple[Answer, Answer]:
    before, typed = data
    return msgspec.convert(before, Answer), msgspec.convert(typed, Answer)

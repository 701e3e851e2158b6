"""Search without the index: through the words themselves, when the index is damaged.

The index is a copy of ``case_words``. While it is damaged a search takes longer, and no more.
"""

import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

from gdpr_desktop.core.names import fold_long, fold_short
from gdpr_desktop.vault import DamagedDatabaseError
from gdpr_desktop.vault.reading import rows

Answer = TypeVar("Answer")
# as the index splits words: «Berg-Hansen» and «O'Neill» are two each
_SPACED = "(' ' || replace(replace(w.words, '-', ' '), '''', ' '))"


def either_way(ask: Callable[[bool], Answer]) -> Answer:
    """Ask the index, and if it is damaged the words: ``ask`` is told whether to go through them."""
    try:
        return ask(False)
    except DamagedDatabaseError:
        return ask(True)


def index_works(db: Any) -> bool:
    """Can the search index be read?"""
    sql = "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid LIMIT 1"
    try:
        next(rows(db, sql, ['"a"* OR "e"*']), None)
    except DamagedDatabaseError:
        return False
    return True


def scan(words: list[str], limit: int) -> tuple[str, str]:
    """The newest cases with all ``words``, as SQL with one value."""
    condition, value = holding(words)
    sql = (
        "SELECT -w.id AS id FROM case_words w"  # noqa: S608 - nothing of it was typed
        f" WHERE {condition} ORDER BY w.id LIMIT {limit}"
    )
    return sql, value


def holding(words: list[str]) -> tuple[str, str]:
    """The condition on a row ``w`` that it has all ``words``, with its one value."""
    wanted = [[_pattern(fold_short(word)), _pattern(fold_long(word))] for word in words]
    condition = (
        "NOT EXISTS (SELECT 1 FROM json_each(?) x"  # noqa: S608 - nothing of it was typed
        rf" WHERE {_SPACED} NOT LIKE x.value ->> 0 ESCAPE '\'"
        rf" AND {_SPACED} NOT LIKE x.value ->> 1 ESCAPE '\')"
    )
    return condition, json.dumps(wanted)


def _pattern(word: str) -> str:
    quoted = re.sub(r"([\\%_])", r"\\\1", re.sub("[-']", " ", word))
    return f"% {quoted}%"

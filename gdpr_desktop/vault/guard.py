"""Tells reading from writing by the text of a statement: what may run outside the unit of work.

SQLite's own ``query_only`` does the same, but each switch of it throws away every prepared
statement: two thirds of the time of a save went into preparing them again.
"""

import re

_BLANK = re.compile(r"(?:\s|;|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile(
    r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\[[^\]]*\]|`[^`]*`|--[^\n]*|/\*.*?\*/", re.DOTALL
)
_READING = frozenset({"SELECT", "VALUES", "EXPLAIN"})
# savepoints are taken by sqlite-utils around each read, and undone ones write nothing
_BOUNDS = frozenset({"SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "END"})
_WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE|REPLACE\s+INTO)\b", re.IGNORECASE)
_PRAGMA = re.compile(r"\s+(?:\w+\.)?(\w+)\s*([=(])?", re.ASCII)
# pragmas that write in the file when they are given a value, and those that always do
_KEPT_IN_FILE = frozenset(
    "application_id auto_vacuum encoding journal_mode page_size schema_version user_version"
    " writable_schema cipher_page_size rekey hexrekey key".split()
)
_ALWAYS = frozenset("incremental_vacuum optimize wal_checkpoint cipher_migrate rekey".split())


def only_reads(sql: str) -> bool:
    """Can ``sql``, one statement, change nothing in the file? In doubt: no."""
    start = _BLANK.match(sql)
    found = _WORD.match(sql, start.end() if start else 0)
    if found is None:
        return not sql[start.end() if start else 0 :].strip("; \n\t")
    word = found[0].upper()
    if word in _READING or word in _BOUNDS:
        return True
    if word == "WITH":
        return _WRITES.search(_QUOTED.sub("''", sql)) is None
    if word == "BEGIN":
        return not re.search(r"IMMEDIATE|EXCLUSIVE", sql[found.end() :], re.IGNORECASE)
    return word == "PRAGMA" and _pragma_reads(sql, found.end())


def _pragma_reads(sql: str, at: int) -> bool:
    found = _PRAGMA.match(sql, at)
    if found is None:
        return False
    name = found[1].lower()
    return name not in _ALWAYS and not (name in _KEPT_IN_FILE and found[2])

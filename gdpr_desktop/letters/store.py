"""The table of template copies; rows to dataclasses. The only SQL of this room."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from gdpr_desktop.core.municipality import Language

_COLUMNS = "template, language, text, based_on, changed_at, changed_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateCopy:
    """A municipality's own wording of one template in one language."""

    template: str
    language: Language
    text: str
    based_on: str  # SHA-256 (hex) of the shipped text that it was last compared with
    changed_at: datetime
    changed_by: str

    @property
    def sha256(self) -> str:
        """Of the text, in hex."""
        return digest(self.text)


def digest(text: str) -> str:
    """SHA-256 of a wording, in hex."""
    return sha256(text.encode()).hexdigest()


def copies(db: Any) -> tuple[TemplateCopy, ...]:
    """All of them, by template and language."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM template_copy ORDER BY template, language")
    return tuple(map(_copy, rows))


def copy(db: Any, template: str, language: Language) -> TemplateCopy | None:
    """One copy; None where the shipped wording is used."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM template_copy WHERE template = ? AND language = ?",
        [template, language.value],
    ).fetchone()
    return _copy(row) if row else None


def put(work: Any, copied: TemplateCopy) -> None:
    """Write a copy, in place of the one that was there."""
    work.check_active()
    marks = ", ".join("?" * 6)
    values = [
        copied.template,
        copied.language.value,
        copied.text,
        copied.based_on,
        copied.changed_at.isoformat(),
        copied.changed_by,
    ]
    work.db.execute(f"INSERT OR REPLACE INTO template_copy ({_COLUMNS}) VALUES ({marks})", values)


def remove(work: Any, template: str, language: Language) -> None:
    """Take a copy away."""
    work.check_active()
    work.db.execute(
        "DELETE FROM template_copy WHERE template = ? AND language = ?",
        [template, language.value],
    )


def _copy(row: tuple[str, ...]) -> TemplateCopy:
    return TemplateCopy(
        template=row[0],
        language=Language(row[1]),
        text=row[2],
        based_on=row[3],
        changed_at=datetime.fromisoformat(row[4]),
        changed_by=row[5],
    )

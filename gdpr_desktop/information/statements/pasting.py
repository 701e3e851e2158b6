"""Cookies as they are copied from a web page or a spreadsheet: a table, whatever its columns."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.information.statements.durations import duration
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed

Row = tuple[str, ...]
_WIDEST = 50  # columns that are looked at
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ORDER = ("name", "provider", "purpose", "duration", "need")
_HEADS = {
    "name": r"namn|navn|name|cookie|kapsel",
    "provider": r"leverandør|tilbyd|eigar|eier|provider|vendor|domene|domain|teneste|tjeneste",
    "purpose": r"formål|føremål|kvifor|hvorfor|purpose|skildring|beskriv|descri|bruk",
    "duration": r"varig|levetid|lagringstid|utløp|kor lenge|hvor lenge|duration|expir|lifespan",
    "need": r"type|kategori|nødvendig|samtykke|category|necess|consent",
}
_NECESSARY = re.compile(r"(?<!ikke )(?<!ikkje )(?<!non-)nødvendig|necessary|essential|^ja$", re.I)
_CONSENT = re.compile(
    r"samtykke|consent|statist|analy|mark(?:ed|nad|et)|prefer|funk|target|^nei$|ikkj?e nødv|non-",
    re.I,
)


class _Tables(HTMLParser):
    """The cells of all tables, as rows of text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._unseen = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen = tag in ("script", "style")
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._cell = []
        elif self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = False
        if tag in ("td", "th", "tr") and self._cell is not None:
            self.rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.append(data)


def pasted_cookies(text: str, markup: str, language: Language) -> tuple[Cookie, ...]:
    """The cookies on the clipboard, as text and (perhaps empty) as HTML; purposes in ``language``.

    A first row of headings says which column is which; without one they stand as name, provider,
    purpose, duration, need.
    """
    rows = _of_markup(markup) or _of_text(text)
    if not rows:
        return ()
    columns = _columns(rows[0])
    if columns:
        rows = rows[1:]
    found = [_cookie(row, columns or _ORDER, language) for row in rows]
    return tuple(one for one in found if one.name)


def _of_markup(markup: str) -> list[Row]:
    if "<table" not in markup.lower():
        return []
    parser = _Tables()
    parser.feed(_COMMENT.sub("", markup))  # the parser takes minutes for many that do not end
    parser.close()
    return [tuple(map(clean_line, row[:_WIDEST])) for row in parser.rows if any(row)]


def _of_text(text: str) -> list[Row]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [tuple(map(clean_line, line.split("\t", _WIDEST)[:_WIDEST])) for line in lines]


def _columns(row: Row) -> tuple[str, ...]:
    """What each column holds by its heading; nothing where the row is no heading."""
    found = []
    for cell in row:
        names = [
            name
            for name, head in _HEADS.items()
            if name not in found and re.search(head, cell, re.I) and len(cell) < 40
        ]
        found.append(names[0] if names else "")
    known = [name for name in found if name]
    return tuple(found) if len(known) >= 2 and found[0] == "name" else ()


def _cookie(row: Row, columns: Sequence[str], language: Language) -> Cookie:
    cells = dict(zip(columns, row, strict=False))
    return Cookie(
        name=cells.get("name", ""),
        provider=cells.get("provider", ""),
        purpose=Bilingual().with_(language, cells.get("purpose", "")),
        duration=duration(cells.get("duration", "")),
        need=_need(cells.get("need", "")),
    )


def _need(text: str) -> CookieNeed:
    if _CONSENT.search(text) and not re.search(r"utan samtykke|uten samtykke", text, re.I):
        return CookieNeed.CONSENT
    return CookieNeed.NECESSARY if _NECESSARY.search(text) else CookieNeed.UNKNOWN

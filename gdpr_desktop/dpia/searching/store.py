"""The rows that the search for one person reads: all that is written, sent, advised and decided.

Formatted text lies in pieces; they are put together, so that a name half in bold is found.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gdpr_desktop.casework.person_search import Source, Text, Where
from gdpr_desktop.casework.person_search.store import table_source

_SEAM = re.compile(r'","bold":(?:true|false),"italic":(?:true|false)\},\{"text":"')
_SECRET = re.compile(r',?"password":"[^"]*"')  # of a work file that is out
_STEPS = (
    "about screening need view opinion opinions decision approval consultation reviews sent_files"
    " imported"
)
Page = Callable[[Any, int, int], list[Text]]


def _whole(source: Source) -> Source:
    """The same, with formatted text in one piece."""

    def page(db: Any, after: int, until: int) -> list[Text]:
        return [one._replace(text=_shown(one.text)) for one in source.page(db, after, until)]

    return replace(source, page=page)


def _shown(text: str) -> str:
    return _SECRET.sub("", _SEAM.sub("", text))


def _rows(table: str, columns: str) -> Source:
    return _whole(table_source(table, Where.ASSESSMENT, columns, key="rowid"))


SOURCES = (
    _whole(table_source("dpia", Where.ASSESSMENT, _STEPS, key="case_id")),
    _rows("dpia_answer", "data changed_by"),
    _rows("dpia_scenario", "data"),
    _rows("dpia_measure", "data"),
    _rows("dpia_comment", "data"),
    _rows("dpia_submission", "name note content"),
    _rows("dpia_sent_content", "content"),
    _rows("case_attachment", "name added_by"),
    _whole(table_source("dpia_template", Where.TEMPLATE, "name note made_by content", case="NULL")),
)

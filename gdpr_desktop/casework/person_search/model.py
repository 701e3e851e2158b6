"""What a search found: hits, cases, and those that are possibly the same person."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.model import Case, PersonRole
from gdpr_desktop.core.ids import CaseId

_SIGNS = re.compile(r'(?:\\n|["{}\[\]\\])+')  # of JSON, in which much of the text is kept
SNIPPET = 40  # characters shown on each side of what was found


class Where(StrEnum):
    """The place in the register where something was found."""

    PERSON = "person"
    NUMBER = "number"
    TITLES = "titles"  # the archive's, and who handles the case
    TASK = "task"
    TIMELINE = "timeline"
    LETTER = "letter"
    WORDS = "words"  # what the search index holds beyond all this
    WORDING = "wording"  # of the request
    STEPS = "steps"  # what is noted at the steps
    RECORD = "record"  # of processing, its history, and checklists
    CONSENT = "consent"  # answers on a form
    GROUP = "group"  # a class or another list of people
    PICTURE = "picture"  # «Kan biletet brukast?»
    ASSESSMENT = "assessment"  # of consequences for privacy: what is written, sent and advised
    TEMPLATE = "template"  # of an assessment
    USER = "user"
    SETTINGS = "settings"
    OTHER = "other"  # of a source that has no better name


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found. ``case_id`` None: outside the cases. ``text`` is the text around it."""

    case_id: CaseId | None
    where: Where
    text: str = ""
    role: PersonRole | None = None
    key: str = ""  # the match key, for a person
    name: str = ""
    born: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFound:
    """A case in which something was found, with all the places and the texts around."""

    case: Case
    role: PersonRole | None  # of the person, where the person is one of the case's own
    where: tuple[Where, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Possibly one person: the cases under one match key. No key: mentioned in the text only."""

    key: str
    name: str
    born: date | None
    cases: tuple[CaseFound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Something found outside the cases."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that was found, to be shown. ``cut``: there is more than is shown."""

    groups: tuple[Group, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    cut: bool = False

    @property
    def case_ids(self) -> tuple[CaseId, ...]:
        """The cases, each once."""
        found = (one.case.id for group in self.groups for one in group.cases)
        return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class Findings:
    """Hits as they come in, each told once."""

    hits: dict[Hit, None] = field(default_factory=dict)
    cases: dict[CaseId, Case] = field(default_factory=dict)  # those that the actor may see
    cut: bool = False

    def add(self, hits: Iterable[Hit], cases: Mapping[CaseId, Case]) -> bool:
        """Take in hits, but none in cases that are not among ``cases``; did any of it be new?"""
        before = len(self.hits)
        self.cases.update(cases)
        for hit in hits:
            if hit.case_id is None or hit.case_id in self.cases:
                self.hits[hit] = None
        return len(self.hits) > before

    def found(self) -> Found:
        """Grouped: persons by match key, then cases where the text tells of them, then the rest."""
        persons: dict[str, dict[CaseId, list[Hit]]] = {}
        others: dict[CaseId, list[Hit]] = {}
        for hit in self.hits:
            if hit.key and hit.case_id is not None:
                persons.setdefault(hit.key, {}).setdefault(hit.case_id, []).append(hit)
            elif hit.case_id is not None:
                others.setdefault(hit.case_id, []).append(hit)
        groups = [self._group(key, cases, others) for key, cases in persons.items()]
        groups.sort(key=lambda group: (-len(group.cases), group.key))
        own = {case_id for cases in persons.values() for case_id in cases}
        rest = {case_id: hits for case_id, hits in others.items() if case_id not in own}
        if rest:
            groups.append(self._group("", rest, {}))
        elsewhere = (hit for hit in self.hits if hit.case_id is None)
        return Found(
            groups=tuple(groups),
            elsewhere=tuple(Elsewhere(where=hit.where, text=hit.text) for hit in elsewhere),
            cut=self.cut,
        )

    def _group(
        self, key: str, cases: Mapping[CaseId, list[Hit]], others: Mapping[CaseId, list[Hit]]
    ) -> Group:
        first = next(iter(cases.values()))[0]
        found = [
            self._case(case_id, [*hits, *others.get(case_id, ())])
            for case_id, hits in cases.items()
        ]
        found.sort(key=lambda one: one.case.id, reverse=True)
        return Group(
            key=key,
            name=first.name if key else "",
            born=first.born if key else None,
            cases=tuple(found),
        )

    def _case(self, case_id: CaseId, hits: list[Hit]) -> CaseFound:
        return CaseFound(
            case=self.cases[case_id],
            role=next((hit.role for hit in hits if hit.role), None),
            where=tuple(where for where in Where if any(hit.where is where for hit in hits)),
            texts=tuple(dict.fromkeys(hit.text for hit in hits if hit.text)),
        )


def snippet(text: str, start: int, end: int) -> str:
    """What stands around the place in ``text``, in one line."""
    first, last = 0, len(text)
    if '":' in text:  # JSON: only the value it stands in
        first = text.rfind('"', 0, start) + 1
        last = text.find('"', end) if text.find('"', end) >= 0 else last
    before, after = max(first, start - SNIPPET), min(last, end + SNIPPET)
    cut = " ".join(_SIGNS.sub(" ", text[before:after]).split())
    return f"{'… ' if before > first else ''}{cut}{' …' if after < last else ''}"

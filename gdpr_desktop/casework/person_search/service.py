"""A search under way: the indexes at once, then all text in slices that never hold up the window.

Only what the actor may see is found. Searching is journalled without the words that were typed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gdpr_desktop.casework.person_search import store
from gdpr_desktop.casework.person_search.clues import Clue
from gdpr_desktop.casework.person_search.model import Findings, Found, Hit, Where
from gdpr_desktop.casework.person_search.patterns import compiled
from gdpr_desktop.casework.person_search.sources import Source, Text, sources
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.vault import Vault

SLICE = 250  # rows read at a time: a few milliseconds
MOST_HITS = 5_000
_OUTSIDE = frozenset({Where.GROUP, Where.PICTURE, Where.USER, Where.SETTINGS, Where.OTHER})


@dataclass(slots=True)
class Search:
    """What has been found so far, and how far the reading has come."""

    vault: Vault
    clues: tuple[Clue, ...]
    findings: Findings = field(default_factory=Findings)
    done: int = 0
    total: int = 1

    @property
    def found(self) -> Found:
        """All that has been found so far, grouped."""
        return self.findings.found()

    def at_once(self) -> None:
        """What the indexes know."""
        db = self.vault.db
        self._take(store.indexed(db, self.clues))
        for source in sources():
            if source.indexed is not None and self._may_search(source.where):
                rows = source.indexed(db, self.clues)
                self._take([hit for row in rows for hit in self._row_hits(source, row)])

    def slices(self) -> Iterator[bool]:
        """Read everything, a slice at a time; each tells whether anything new was found."""
        db = self.vault.db
        every = tuple(source for source in sources() if self._may_search(source.where))
        ends = {source.name: source.last(db) for source in every}
        last_person = store.last_person(db)
        self.total = max(1, last_person + sum(ends.values()))
        loose = compiled("|".join(f"(?:{clue.loose})" for clue in self.clues))
        if self._may_search(Where.SETTINGS):
            yield self._take(self._loose_hits())
        for start in range(0, last_person, SLICE):
            yield self._persons(start, loose)
            self._went_on(start, last_person)
        for source in every:
            for start in range(0, ends[source.name], SLICE):
                yield self._texts(source, start, loose)
                self._went_on(start, ends[source.name])
                if self.findings.cut:
                    return

    def _went_on(self, start: int, last: int) -> None:
        self.done = min(self.total, self.done + min(SLICE, last - start))

    def _may_search(self, where: Where) -> bool:
        """What lies outside the cases is for those who may see all cases."""
        return where not in _OUTSIDE or scope(self.vault.actor.role, Deed.READ_CASE) is Scope.ANY

    def _loose_hits(self) -> list[Hit]:
        return [
            hit
            for setting in store.settings(self.vault.db)
            for clue in self.clues
            if (hit := store.text_hit(Where.SETTINGS, None, setting, clue))
        ]

    def _persons(self, start: int, loose: "store.Pattern") -> bool:
        found: list[Hit] = []
        for _row, case, data in store.persons_between(self.vault.db, start, start + SLICE):
            if loose.search(data):
                found += store.person_hits(case, data, self.clues)
        return self._take(found)

    def _texts(self, source: Source, start: int, loose: "store.Pattern") -> bool:
        rows = source.page(self.vault.db, start, start + SLICE)
        if not loose.search("\n".join(row.text for row in rows)):
            return False
        near = (row for row in rows if loose.search(row.text))
        return self._take([hit for row in near for hit in self._row_hits(source, row)])

    def _row_hits(self, source: Source, row: Text) -> list[Hit]:
        """The person whom a row is about, where it is the one looked for; else what it mentions."""
        person = source.person(row) if source.person is not None else None
        if person is not None and store.matches(person, self.clues):
            text = source.told(self.vault.db, row) if source.told is not None else ""
            return [store.about_hit(source.where, row.case_id, person, text)]
        hits = (store.text_hit(source.where, row.case_id, row.text, one) for one in self.clues)
        return [hit for hit in hits if hit is not None]

    def _take(self, hits: list[Hit]) -> bool:
        if not hits:
            return False
        ids = (hit.case_id for hit in hits if hit.case_id is not None)
        cases = store.visible(self.vault.db, self.vault.actor, ids)
        new = self.findings.add(hits, cases)
        self.findings.cut = len(self.findings.hits) > MOST_HITS
        return new


def start(vault: Vault, clues: tuple[Clue, ...]) -> Search:
    """Begin a search. Call ``at_once``, then go through ``slices``."""
    return Search(vault=vault, clues=clues)


def note_search(vault: Vault, clues: Iterable[Clue]) -> None:
    """Journal that somebody searched for a person, and by what kind of clue: never the words."""
    if vault.read_only:
        return
    with vault.begin_upkeep() as work:
        work.log(None, "person_searched", by=sorted({clue.kind.value for clue in clues}))


def note_statement(vault: Vault, case_ids: Iterable[CaseId]) -> Change:
    """Journal that what the register holds about a person was written out, and of which cases."""
    with vault.begin(Deed.TELL_OF_PERSON) as work:
        work.log(None, "person_statement_saved", cases=sorted(case_ids))
    return work.change

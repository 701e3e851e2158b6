"""The unit of work: the only way to write. One transaction, one journal, one ``Change``."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed, Scope, allows, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import journal, marks
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.database import allow_writing, refusals_told
from gdpr_desktop.vault.marks import MarkName

Handler = Callable[["Work", Any], None]


class _Unit:
    """What all nested pieces of work share."""

    def __init__(self) -> None:
        self.checked: set[Deed] = set()
        self.failure: BaseException | None = None
        self.link: Link | None = None


class Work:
    """One open piece of work; made by ``Vault.begin``."""

    def __init__(self, worker: "Worker", unit: _Unit, deed: Deed | None, outer: "Work | None"):
        self.db: Database = worker.db
        self.actor: Actor = worker.actor
        self.clock: Clock = worker.clock
        self._worker = worker
        self._unit = unit
        self._outer = outer
        self._deed = deed
        self._touched: dict[tuple[Kind, int], None] = {}
        self.active = True

    def require(self, deed: Deed, *, assigned: bool) -> None:
        """Refuse unless the actor may do ``deed`` on a case (not) assigned to them.

        Must be called where the role's reach is «assigned»; the unit is else not committed.
        """
        self.check_active()
        if not allows(self.actor.role, deed, assigned=assigned):
            raise _refusal()
        self._unit.checked.add(deed)

    def log(self, case_id: int | None, deed_code: str, **detail: Any) -> None:
        """Write a journal entry; ``detail`` holds codes, ids and dates, never a person's name."""
        self.check_active()
        self._unit.link = journal.append(
            self.db, self.actor, self.clock.now(), case_id, deed_code, detail
        )

    def touch(self, kind: Kind, number: int) -> None:
        """Say that the thing of ``kind`` with this id changed."""
        self.check_active()
        self._touched[kind, number] = None
        if self._outer:
            self._outer.touch(kind, number)

    def publish(self, event: object) -> None:
        """Run those who subscribe to this kind of event, in this transaction."""
        self.check_active()
        for handler in self._worker.handlers.get(type(event), ()):
            handler(self, event)

    @property
    def change(self) -> Change:
        """What was touched in this piece, in order, each id once."""
        return Change(
            kinds=frozenset(kind for kind, _number in self._touched),
            ids=tuple(dict.fromkeys(number for _kind, number in self._touched)),
        )

    def check_active(self) -> None:
        """Raise ``RuntimeError`` when the piece is over: nothing may be written any more."""
        if not self.active:
            raise RuntimeError("this unit of work is closed")

    def reach_was_checked(self) -> bool:
        """Was the second check made, where the deed's reach needs one?"""
        deed = self._deed
        if deed is None or scope(self.actor.role, deed) is Scope.ANY:
            return True
        return deed in self._unit.checked


def _refusal() -> RefusedError:
    return RefusedError(
        _("Your role does not allow this."),
        hint=_("Ask the data protection officer to do it, or to assign the case to you."),
    )


class Worker:
    """Opens units of work on one connection, from one thread at a time."""

    def __init__(
        self,
        db: Database,
        actor: Actor,
        clock: Clock,
        *,
        before: Callable[[], None],
        committed: Callable[[Link], None],
        path: Path | None = None,
    ) -> None:
        self.db, self.actor, self.clock = db, actor, clock
        self.handlers: dict[type, list[Handler]] = {}
        self._before = before
        self._committed = committed
        self._path = path
        self._turn = threading.RLock()
        self._open: Work | None = None
        allow_writing(db, False)

    @property
    def is_working(self) -> bool:
        """Is a unit open, in whatever thread?"""
        return self._open is not None

    @contextmanager
    def begin(self, deed: Deed | None) -> Iterator[Work]:
        """A unit for ``deed`` (None: our own bookkeeping), or a piece of the one that is open."""
        if deed is not None and scope(self.actor.role, deed) is None:
            raise _refusal()
        with self._turn:
            if self._open:
                with self._piece(self._open._unit, deed, self._open) as work:
                    yield work
                return
            self._before()
            unit = _Unit()
            with (
                refusals_told(self._path),
                self._transaction(unit),
                self._piece(unit, deed, None) as work,
            ):
                yield work
            if unit.link:
                self._committed(unit.link)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No unit of work of another thread meanwhile: for what no transaction can hold."""
        with self._turn:
            if self._open:
                raise RuntimeError("inside a unit of work")
            yield

    @contextmanager
    def to_the_end(self) -> Iterator[None]:
        """Nobody else's turn, and no closing, before all pieces of work in here are done."""
        with self._turn:
            yield

    @contextmanager
    def _piece(self, unit: _Unit, deed: Deed | None, outer: Work | None) -> Iterator[Work]:
        work = self._open = Work(self, unit, deed, outer)
        try:
            yield work
            if not work.reach_was_checked():
                raise RuntimeError(f"{deed} reaches assigned cases only, and that was not checked")
        except BaseException as error:
            unit.failure = unit.failure or error
            raise
        finally:
            self._open = outer
            work.active = False

    @contextmanager
    def _transaction(self, unit: _Unit) -> Iterator[None]:
        allow_writing(self.db, True)
        try:
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                if unit.failure:  # a piece failed and was passed over: no half deeds
                    raise unit.failure
                if unit.link:
                    marks.put(self.db, MarkName.HEAD, unit.link, self.clock.now())
                self._commit()
            except BaseException:
                self.db.rollback()
                raise
        finally:
            allow_writing(self.db, False)

    def _commit(self) -> None:
        if not self.db.conn.in_transaction:
            raise RuntimeError("the transaction was ended inside the unit of work")
        self.db.conn.execute("COMMIT")

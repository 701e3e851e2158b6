"""A register with 1 000 000 consents, written straight into its tables: for the bench only.

Made from a fixed seed in some minutes, with the rows that ``given.store`` makes. With the
environment variable ``BENCH_DIR`` it is kept in that folder and used again as long as the tables
are built in the same way.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import big_vault
import msgspec

from gdpr_desktop.consents.codes import FormKind, Lasting, Matter, PictureUse, Relation, State
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Approval, Version
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent, Statement, Subject
from gdpr_desktop.consents.given.store import Columns
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId, MemberId
from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.core.names import family_first, sort_key
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import Kdf, Vault, migrations, people

CONSENTS, PEOPLE, IN_A_GROUP, FORMS = 1_000_000, 250_000, 25, 40
USES = (PictureUse.TAKE, PictureUse.PUBLISH_WEB, PictureUse.PUBLISH_SOCIAL, PictureUse.PRESS)
KEYS = tuple(f"p{number}" for number in range(1, len(USES) + 1))
FIRST = date(2018, 8, 1)
HANDLED = date(2026, 9, 23)  # what ended before was stopped, and waits no more
_STATES = ((State.VALID, 90), (State.LACKING, 2), (State.REFUSED, 5), (State.WITHDRAWN, 3))


def open_big(folder: Path) -> Vault:
    """The big register, made in ``folder`` when it is not there. The caller closes it."""
    path = folder / f"consents-{_recipe()}.register"
    if not path.exists():
        _make(path)
    return open_at(path)


def open_at(path: Path) -> Vault:
    """A register with the password of the benches."""
    clock, folder = big_vault.CLOCK, path.parent
    return Vault.open(path, big_vault.USER, big_vault.PASSWORD, clock=clock, anchor_dir=folder)


def make_empty(path: Path) -> None:
    """The same register without anything in it."""
    new_vault(path).close()


def new_vault(path: Path) -> Vault:
    """A new register with a caseworker in it."""
    vault = Vault.create(
        path,
        user=big_vault.USER,
        password=big_vault.PASSWORD,
        municipality=Municipality(name="Fjordvik kommune", officer=Officer(name=big_vault.USER)),
        clock=big_vault.CLOCK,
        anchor_dir=path.parent,
        kdf=Kdf.standard(),
    )
    people.add_user(vault, "Kari Saksvik", Role.CASEWORKER, big_vault.PASSWORD)
    return vault


def _recipe() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes() + Path(store.__file__).read_bytes())
    for module in migrations.MODULES:
        digest.update(Path(str(module.__file__)).read_bytes())  # type: ignore[attr-defined]
    return digest.hexdigest()[:12]


def _make(path: Path) -> None:
    making = path.with_name(f"making-{path.name}")
    for leftover in path.parent.glob(f"{making.stem}.*"):
        leftover.unlink()
    vault = new_vault(making)
    try:
        with vault.begin(Deed.WORK_ON_CASE) as work:
            work.require(Deed.WORK_ON_CASE, assigned=True)
            _fill(work.db.conn, _forms(vault, work.db))
    finally:
        vault.close()
    making.with_suffix(".keys").replace(path.with_suffix(".keys"))
    making.replace(path)


def _forms(vault: Vault, db: Any) -> tuple[CaseId, ...]:
    """Approved forms about pictures; the caseworker has every fourth."""
    purposes = tuple(
        Purpose(key=key, text=same(use.value), matter=Matter.PICTURE, use=use)
        for key, use in zip(KEYS, USES, strict=True)
    )
    made = []
    for number in range(1, FORMS + 1):
        content = FormContent(
            kind=FormKind.PICTURE,
            title=same(f"Bilete {number}"),
            unit=f"Eining {number % 12 + 1}",
            purposes=purposes,
            withdraw_how=same("Ring oss."),
            lasting=Lasting.THREE_YEARS,
        )
        case_id = CaseId(register_form(vault, content).id)
        approval = Approval(name="Tore Testdal", role="rektor", decided_on=FIRST)
        version = Version(number=1, content=content, approval=approval, used_on=FIRST)
        forms.add_version(db, case_id, version)
        forms.mark_used(db, case_id, 1, FIRST)
        if number % 4 == 0:
            db.execute("UPDATE case_file SET assignee = 2 WHERE id = ?", [case_id])
        made.append(case_id)
    return tuple(made)


def _fill(connection: Any, form_ids: tuple[CaseId, ...]) -> None:
    """All rows; indexes last, the one of the search in one go and with room in memory."""
    later = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND (type = 'index' AND tbl_name IN ('consent', 'consent_member')"
        " OR name = 'consent_words_added')"
    ).fetchall()
    for kind, name, _sql in later:
        connection.execute(f"DROP {kind} {name}")
    persons = list(_people())
    connection.executemany(
        "INSERT INTO consent_group (id, name, sort, unit, created_by, created_at)"
        " VALUES (?,?,?,?,1,'2026-08-01T08:00:00+00:00')",
        (
            (number, f"Klasse {number}", f"klasse {number:06}", f"Eining {number % 12 + 1}")
            for number in range(1, PEOPLE // IN_A_GROUP + 1)
        ),
    )
    connection.executemany(
        "INSERT INTO consent_member (id, group_id, name, sort, birth_date, match_key, data)"
        " VALUES (?,?,?,?,?,?,?)",
        (_member(number, one) for number, one in enumerate(persons, 1)),
    )
    connection.executemany(store.INSERT, _rows(persons, form_ids))
    words = ((-at, store.words(_bare(_person(at, persons)))) for at in range(1, CONSENTS + 1))
    connection.executemany("INSERT INTO consent_words (id, words) VALUES (?,?)", words)
    set_option = "INSERT INTO consent_search (consent_search, rank) VALUES ('hashsize', ?)"
    connection.execute(set_option, [8_000_000])
    connection.execute("INSERT INTO consent_search (consent_search) VALUES ('rebuild')")
    connection.execute("INSERT INTO consent_search (consent_search) VALUES ('optimize')")
    connection.execute(set_option, [1_048_576])  # what it is by default
    for _kind, _name, sql in later:
        connection.execute(sql)


def _people() -> Iterator[Subject]:
    chance = random.Random(15)
    for _number in range(PEOPLE):
        family = chance.choice(big_vault._START) + chance.choice(big_vault._END)
        given = f"{chance.choice(big_vault._GIVEN)} {chance.choice(big_vault._GIVEN)}"
        born = date(2007, 1, 1) + timedelta(days=chance.randrange(6000))
        yield Subject(name=f"{given} {family}", birth_date=born)


def _person(at: int, persons: list[Subject]) -> Subject:
    return persons[at * 7919 % PEOPLE]


def _member(number: int, subject: Subject) -> tuple[object, ...]:
    guardians = tuple(Guardian(name=f"{one} {subject.name}") for one in ("Mor", "Far"))
    member = Member(name="", guardians=guardians, parents=2)
    born = subject.birth_date
    return (
        number,
        (number - 1) // IN_A_GROUP + 1,
        subject.name,
        sort_key(family_first(subject.name)),
        born.isoformat() if born else None,
        store.match(subject),
        msgspec.json.encode(member).decode(),
    )


def _bare(subject: Subject) -> Consent:
    return Consent(id=ConsentId(0), form_id=CaseId(0), version=1, subject=subject)


def _rows(persons: list[Subject], form_ids: tuple[CaseId, ...]) -> Iterator[list[object]]:
    """Four to a person; the first form has four in ten, the last ones few."""
    chance = random.Random(33)
    states, weights = zip(*_STATES, strict=True)
    for at in range(1, CONSENTS + 1):
        subject, number = _person(at, persons), at * 7919 % PEOPLE
        form = 0 if chance.random() < 0.4 else int(chance.random() ** 3 * FORMS)
        day = FIRST + timedelta(days=chance.randrange(3000))
        state = chance.choices(states, weights)[0]
        until = day.replace(year=day.year + 3, day=min(day.day, 28))
        yes = () if state is State.REFUSED else KEYS
        said = tuple(
            Statement(
                relation=Relation.PARENT,
                name=f"{one} {subject.name}",
                given_on=day,
                yes=yes,
                no=() if yes else KEYS,
            )
            for one in (("Mor", "Far") if state is not State.LACKING else ("Mor",))
        )
        made = replace(
            _bare(subject),
            form_id=form_ids[form],
            group_id=GroupId(number // IN_A_GROUP + 1),
            member_id=MemberId(number + 1),
            statements=said,
            parents=2,
            valid_until=until,
        )
        handled = until < HANDLED or state is not State.VALID
        attention = None if handled else until - timedelta(days=30)
        columns = Columns(state=state, given_on=day, valid_until=until, attention_on=attention)
        yield store.values(made, columns)

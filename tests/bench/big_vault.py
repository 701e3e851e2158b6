"""A register with 100 000 requests, written straight into its tables: for the benches only.

Made from a fixed seed in about half a minute. With the environment variable ``BENCH_DIR`` it is
kept in that folder and used again as long as the tables are built in the same way.
"""

import hashlib
import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from gdpr_desktop.casework.model import CaseKind, Person, match_key
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.core.names import family_first, search_words, sort_key
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.law.deadlines import ExtensionGround, reply_due
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Extension, Identity, IdentityMethod, IdentityState, Right
from gdpr_desktop.vault import Kdf, Vault, migrations, people

USER = "Solveig Testnes"
PASSWORD = "seks lanterner og graut"
TODAY = date(2026, 11, 22)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
CASES = 100_000
OPEN = 600
YEARS = 8

_CASEWORKERS = (USER, *(f"{name} Saksvik" for name in ("Kari", "Ola", "Siv", "Tor", "Åse")))
_UNITS = tuple(f"Eining {number}" for number in range(1, 31))
_RESULTS = ("granted", "granted", "granted", "partly", "refused", "nothing_held", "answered")
_RESULTS += ("granted", "partly")
_GROUNDS = ("17(3)(b)", "15(4)", "§ 16 f", "12(5);§ 16 b", "21(1)")
_GIVEN = (
    "Anna Bjørn Cecilie Dagfinn Eline Fredrik Gunnhild Håkon Ingebjørg Jørgen Kari Leif".split()
)
_GIVEN += "Máret Nils Oddny Per Ragna Siv Tor Unni Vidar Ylva Åse Øystein Ánte Zahra".split()
_START = "Aas Berg Dal Eike Fjell Grøn Haug Indre Kval Læg Myk Nord Preste Røy Sæt Tve Ulv".split()
_START += "Vågs Øvre Åker Nes Sol Tang Bjørk".split()
_END = "en berg dal nes vik haug stad set land heim øy ås vold rud lie moen bø fjord eng".split()
_WISHES = (
    "Eg vil ha innsyn i alt kommunen har om meg frå skulen og barnevernet.",
    "Kva har heimetenesta skrive om meg dei siste fem åra?",
    "Eg ber om kopi av alle dokument i saka om byggjeløyve.",
    "Send meg alle e-postane der namnet mitt er nemnt.",
)


def open_big(folder: Path) -> Vault:
    """The big register, made in ``folder`` when it is not there. The caller closes it."""
    path = folder / f"big-{_recipe()}.register"
    if not path.exists():
        _make(path)
    return Vault.open(path, USER, PASSWORD, clock=CLOCK, anchor_dir=folder)


def bench_dir(default: Path) -> Path:
    """Where to keep the register between runs, or ``default``."""
    chosen = os.environ.get("BENCH_DIR")
    folder = Path(chosen) if chosen else default
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _recipe() -> str:
    """Changes whenever the tables or this file change."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for module in migrations.MODULES:
        digest.update(Path(str(module.__file__)).read_bytes())  # type: ignore[attr-defined]
    return digest.hexdigest()[:12]


def _make(path: Path) -> None:
    making = path.with_name(f"making-{path.name}")
    for leftover in path.parent.glob(f"{making.stem}.*"):
        leftover.unlink()
    municipality = Municipality(name="Fjordvik kommune", officer=Officer(name=USER))
    vault = Vault.create(
        making,
        user=USER,
        password=PASSWORD,
        municipality=municipality,
        clock=CLOCK,
        anchor_dir=path.parent,
        kdf=Kdf.standard(),
    )
    try:
        people.add_user(vault, "Kari Saksvik", Role.CASEWORKER, PASSWORD)
        with vault.begin(Deed.REGISTER_CASE) as work:
            _fill(work.db.conn)
    finally:
        vault.close()
    making.with_suffix(".keys").replace(path.with_suffix(".keys"))
    making.replace(path)


def _fill(connection: Any) -> None:
    """All rows; indexes last, the one of the search in one go and with room in memory."""
    later = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        " OR name = 'case_words_added'"
    ).fetchall()
    for kind, name, _sql in later:
        connection.execute(f"DROP {kind} {name}")
    for statement, rows in _tables():
        connection.executemany(statement, rows)
    for statement in _FOLLOWING:
        connection.execute(statement, _following())
    set_option = "INSERT INTO case_search (case_search, rank) VALUES ('hashsize', ?)"
    connection.execute(set_option, [8_000_000])
    connection.execute("INSERT INTO case_search (case_search) VALUES ('rebuild')")
    # one big piece above the small ones to come, as years of use leave it
    connection.execute("INSERT INTO case_search (case_search) VALUES ('optimize')")
    connection.execute(set_option, [1_048_576])  # what it is by default
    for _kind, _name, sql in later:
        connection.execute(sql)


def _people(chance: random.Random) -> Iterator[Person]:
    for number in range(CASES):
        family = chance.choice(_START) + chance.choice(_END)
        if number % 11 == 0:
            family += f"-{chance.choice(_START)}{chance.choice(_END)}"
        yield Person(
            name=f"{chance.choice(_GIVEN)} {family}",
            address=PostalAddress(
                street=f"{chance.choice(_START)}vegen {number % 97 + 1}",
                postal_code="6100",
                city="Fjordvik",
            ),
            email=f"person{number}@innbyggjar.example",
            phone=f"9{number % 10_000_000:07d}",
            birth_date=date(1940, 1, 1) + timedelta(days=chance.randrange(28_000)),
        )


def _number(number: int) -> str:
    """Unique, but not counted from 1 each year: nobody cares here."""
    year = _received(number - 1).year
    return f"{year}-{number % 9000 + 1:04d}" if number > CASES - 9000 else f"{year}-{number:05d}"


def _received(number: int) -> date:
    span = YEARS * 365 - 5
    return TODAY - timedelta(days=span - number * span // CASES)


def _tables() -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    people = list(_people(random.Random(15)))
    case_file = (
        "INSERT INTO case_file (id, number, kind, state, outcome, received, language,"
        " subject_name, subject_sort, caseworker, assignee, registered_by, next_step, due,"
        " archive_number, created_at, closed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    )
    person = (
        "INSERT INTO person (case_id, role, name, match_key, birth_date, data) VALUES (?,?,?,?,?,?)"
    )
    yield case_file, _cases(people)
    yield person, _persons(people)
    yield "INSERT INTO case_words (id, words) VALUES (?,?)", _words(people)


def _cases(people: list[Person]) -> Iterator[tuple[object, ...]]:
    for number, person in enumerate(people, 1):
        received = _received(number - 1)
        is_open = number > CASES - OPEN
        due = reply_due(received).due.isoformat() if is_open else "9999-12-31"
        yield (
            number,
            _number(number),
            CaseKind.REQUEST.value,
            "open" if is_open else "closed",
            "" if is_open else "answered",
            received.isoformat(),
            "nn",
            person.name,
            sort_key(family_first(person.name)),
            _CASEWORKERS[number * 11 % len(_CASEWORKERS)],
            2 if number % 50 == 0 else None,
            1,
            "collect" if is_open else "",
            due,
            "" if is_open else f"{received.year % 100}/{number}",
            f"{received.isoformat()}T08:00:00+00:00",
            None if is_open else f"{(received + timedelta(days=25)).isoformat()}T08:00:00+00:00",
        )


def _persons(people: list[Person]) -> Iterator[tuple[object, ...]]:
    for number, person in enumerate(people, 1):
        born = person.birth_date.isoformat() if person.birth_date else None
        yield number, "data_subject", person.name, match_key(person), born, _json(person)


def _json(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()


# what follows from the case alone is made inside the file: far faster than row by row
_FOLLOWING = (
    """
    INSERT INTO request (case_id, channel, on_behalf_of, wording, identity, unit, extension)
    SELECT id, 'email', 'self', json_extract(:wishes, '$[' || (id % 4) || ']'), :identity,
           json_extract(:units, '$[' || (id * 7 % 30) || ']'), iif(id % 12 = 0, :extension, NULL)
    FROM case_file
    """,
    # most are access, the other rights ever more seldom; one in nine has a second part
    """
    INSERT INTO request_part (case_id, right, result, grounds, answered_on)
    SELECT id, right, iif(state = 'open', '', result), iif(result = 'refused', grounds, ''),
           iif(state = 'open', NULL, date(received, '+' || (id * 13 % 40) || ' days'))
    FROM (
        SELECT id, state, received,
               json_extract(:rights, '$[' || (first * first * first / 45000) || ']') AS right,
               json_extract(:results, '$[' || (id * 31 % 9) || ']') AS result,
               json_extract(:grounds, '$[' || (id * 3 % 5) || ']') AS grounds
        FROM (SELECT *, id * 7919 % 83 AS first FROM case_file)
        UNION ALL
        SELECT id, state, received, 'erasure', 'refused', '17(3)(b)' FROM case_file WHERE id % 9 = 0
    )
    """,
    """
    INSERT INTO timeline (case_id, at, actor, code)
    SELECT f.id, f.created_at, :user, c.value FROM case_file f, json_each(:codes) c
    """,
    """
    INSERT INTO task (case_id, kind, title, responsible, due, asked_on, done_on, outcome)
    SELECT f.id, 'collect', p.value, 'Rektor', date(received, '+14 days'),
           date(received, '+2 days'), iif(state = 'closed', date(received, '+9 days'), NULL),
           iif(state = 'closed', 'found', '')
    FROM case_file f, json_each('["Skule", "Sak og arkiv"]') p
    """,
    """
    INSERT INTO deadline (case_id, kind, due, met_on, rule)
    SELECT id, 'reply', iif(state = 'open', due, date(received, '+1 month')),
           iif(state = 'open', NULL, date(received, '+' || (id * 13 % 40) || ' days')), :rule
    FROM case_file
    """,
    """
    INSERT INTO letter (case_id, template, language, file_name, path, sha256, at, actor,
                        local_copy_deleted_at)
    SELECT id, 'access_receipt', 'nn', number || ' Stadfesting.docx',
           '/home/testnes/' || number || ' Stadfesting.docx', :sha, created_at, :user, created_at
    FROM case_file
    """,
)


def _following() -> dict[str, str]:
    identity = Identity(
        state=IdentityState.ESTABLISHED,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=TODAY,
    )
    extension = Extension(
        ground=ExtensionGround.COMPLEXITY, explanation="Mange arkiv", notice_sent=TODAY
    )
    codes = '["registered", "task_asked", "task_answered", "answer_sent"]'
    return {
        "identity": _json(identity),
        "extension": _json(extension),
        "units": _json(_UNITS),
        "rights": _json([right.value for right in Right]),
        "results": _json(_RESULTS),
        "grounds": _json(_GROUNDS),
        "codes": codes,
        "wishes": _json(_WISHES),
        "user": USER,
        "rule": rules_on(TODAY).version,
        "sha": "0" * 64,
    }


def _words(people: list[Person]) -> Iterator[tuple[object, ...]]:
    for number, person in enumerate(people, 1):
        texts = [_number(number), _WISHES[number % 4]]
        texts += [person.name, *person.address.lines(), person.email, person.phone]
        yield -number, " ".join(search_words(text) for text in texts)


def subscribe(vault: Vault) -> None:
    """What the program does when it loads its features."""
    service.subscribe(vault)
    service.recompute_deadlines(vault)

"""What data are used for, by activity and topic; who gets them; what leaves the EEA."""

from collections.abc import Iterable, Iterator

from gdpr_desktop.information.statements.parts import Part
from gdpr_desktop.information.statements.points import all_transfers
from gdpr_desktop.information.statements.scope import Scope
from gdpr_desktop.information.statements.words import inside
from gdpr_desktop.information.statements.writing import (
    bullets,
    facts,
    heading,
    own,
    paragraph,
    table,
)
from gdpr_desktop.letters.blocks import Blocks
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer, Party, Provision, TransferGround
from gdpr_desktop.register.countries import country_name

Pairs = list[tuple[str, str]]


def activities(scope: Scope) -> Blocks:
    """Each activity of the record, under its own heading."""
    found: Blocks = ()
    for activity in scope.around.activities:
        found += (
            *heading(3, scope.text(activity.name)),
            *paragraph(scope.text(activity.description)),
            *facts(_activity(scope, activity)),
            *paragraph(scope.text(activity.information_note)),
        )
    link = scope.statement.record_link
    return (*found, *(paragraph(scope.words("record_link", link=link)) if link else ()))


def _activity(scope: Scope, activity: Activity) -> Iterator[tuple[str, str]]:
    words = scope.words
    label = words.label
    for purpose in activity.purposes:
        yield label("purpose"), scope.text(purpose.text)
        for basis in purpose.bases:
            yield label("basis"), words.basis(basis.basis, basis.laws)
            yield label("interest"), scope.text(basis.interest)
    yield label("special"), words.listed(words.special(one) for one in activity.special)
    yield label("criminal"), words.listed(words.law(one) for one in activity.criminal)
    yield label("subjects"), scope.inside(one.text for one in activity.subjects)
    yield label("data"), scope.inside(one.text for one in activity.data)
    yield label("sources"), words.listed(_source(scope, one) for one in activity.sources)
    yield label("recipients"), words.listed(scope.text(one.text) for one in activity.recipients)
    yield label("retention"), _retention(scope, activity)
    yield label("provision"), _provision(scope, activity)


def _source(scope: Scope, party: Party) -> str:
    name = scope.text(party.text)
    if party.subject:
        return name or scope.words("sources_person")
    return scope.words("public_source", name=name) if party.public else name


def _retention(scope: Scope, activity: Activity) -> str:
    """By period, naming what it holds for where there are several."""
    found: dict[str, list[str]] = {}
    for category in activity.data:
        if category.retention is not None:
            kept = scope.words.retention(category.retention)
            found.setdefault(kept, []).append(inside(scope.text(category.text)))
    found.pop("", None)
    if not found:
        return activity.retention_reason
    if len(found) == 1:
        (kept,) = found
        return _begin(kept)
    return " ".join(f"{_begin(scope.words.listed(names))}: {kept}" for kept, names in found.items())


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]


def _provision(scope: Scope, activity: Activity) -> str:
    note = scope.text(activity.provision_note)
    if activity.provision is Provision.UNKNOWN:
        return note or scope.text(scope.statement.provision)
    return f"{scope.words(f'provision_{activity.provision.value}')} {note}".strip()


def part(scope: Scope, one: Part) -> Blocks:
    """One topic: what is said of it in words of one's own, then the facts."""
    words = scope.words
    label = words.label
    pairs: Pairs = [
        (label("purpose"), scope.text(one.purpose)),
        (label("basis"), words.basis(one.basis, one.laws) if one.basis else ""),
        (label("interest"), scope.text(one.interest)),
        (label("data"), scope.text(one.data)),
        (label("sources"), scope.text(one.sources)),
        (label("recipients"), scope.text(one.recipients)),
        (label("retention"), scope.text(one.retention)),
        (label("tool"), one.tool),
        (label("provider"), one.provider),
        (label("stop"), scope.text(one.stop)),
    ]
    agreed = paragraph(words("agreement")) if one.agreement else ()
    return (*own(scope.text(one.text), 3), *facts(pairs), *agreed)


def recipients(scope: Scope) -> Blocks:
    """The processors, and what else is said of who gets the data."""
    words = scope.words
    header = (words.label("name"), words.label("service"), words.label("country"))
    rows = tuple(
        (one.name, scope.text(one.service), country_name(one.country, words.language))
        for one in scope.around.processors
    )
    systems = words.listed(one.name for one in scope.around.systems)
    return (
        *own(scope.text(scope.statement.recipients), 3),
        *(paragraph(words("processors")) if rows else ()),
        *table(words("processors_table"), header, rows),
        *facts([(words.label("systems"), systems)]),
    )


def transfers(scope: Scope) -> Blocks:
    """What leaves the EEA, to where, and what protects it there."""
    words, found = scope.words, all_transfers(scope.around)
    label = words.label
    header = (label("country"), label("recipient"), label("ground"), label("safeguards"))
    rows = []
    for one in found:
        ground = words.of("ground", one.ground.value or "none")
        if one.support:
            ground += f" ({words.of('ground', 'support')})"
        if one.ground is TransferGround.NONE and not one.support:
            ground = words.of("ground", "none")
        rows.append(
            (
                country_name(one.country, words.language),
                one.recipient,
                ground,
                scope.text(one.safeguards),
            )
        )
    return (
        *(paragraph(words("transfers_about")) if rows else ()),
        *table(words("transfers_table"), header, rows),
        *own(scope.text(scope.statement.transfers), 3),
    )


def automated(scope: Scope) -> Blocks:
    """Decisions without a human, and profiling."""
    words = scope.words
    concerned = [
        one
        for one in scope.around.activities
        if one.automated is not None or Answer.YES in (one.automatic, one.profiling)
    ]
    if not concerned:
        known = scope.around.activities and all(
            one.automatic is one.profiling is Answer.NO for one in scope.around.activities
        )
        return paragraph(words("no_automated")) if known else ()
    found: Blocks = ()
    for one in concerned:
        found += (*heading(3, scope.text(one.name)), *bullets(_automated(scope, one)))
    return (*found, *paragraph(words("automated_right")))


def _automated(scope: Scope, activity: Activity) -> Iterable[str]:
    words, how = scope.words, activity.automated
    if activity.profiling is Answer.YES:
        yield words("profiling_activity")
    if how is None and activity.automatic is not Answer.YES:
        return
    yield words("automated_activity")
    if how is None:
        return
    if how.logic:
        yield words("logic", text=scope.text(how.logic))
    if how.consequences:
        yield words("consequences", text=scope.text(how.consequences))

"""The chapters that stand in every statement: who, how it is kept, the rights, how to reach us."""

from collections.abc import Iterator

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.correspondence.facts import AUTHORITY_ADDRESS, AUTHORITY_NAME, AUTHORITY_WEB
from gdpr_desktop.information.statements.parts import Contact
from gdpr_desktop.information.statements.points import names_for
from gdpr_desktop.information.statements.scope import Scope
from gdpr_desktop.information.statements.words import inside
from gdpr_desktop.information.statements.writing import (
    bullets,
    facts,
    own,
    paragraph,
    table,
)
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.letters.blocks import Blocks

_WAYS = ("email", "phone", "address", "web")


def in_one_line(contact: Contact) -> str:
    """Name and all addresses, with commas."""
    parts = (contact.name, contact.email, contact.phone, contact.address, contact.web)
    return ", ".join(part for part in parts if part)


def controller(scope: Scope) -> Blocks:
    """Who answers for the data, alone or several."""
    words, statement, ours = scope.words, scope.statement, scope.around.municipality
    number = ours.organisation_number if not statement.controller.name else ""
    name = scope.controller
    if number:
        name += f" ({words('organisation_number', number=number)})"
    head = ours.controller_title if not statement.controller.name else ""
    found = paragraph(
        words("controller", name=name),
        words("daily", title=head[:1].lower() + head[1:]) if head else "",
    )
    if statement.responsible:
        header = (words.label("name"), words.label("part"), words.label("contact"))
        rows = tuple((one.name, scope.text(one.part), one.contact) for one in statement.responsible)
        found += table(words("several"), header, rows)
    if statement.representative:
        found += paragraph(words("representative", contact=in_one_line(statement.representative)))
    return (*found, *_joint(scope))


def _joint(scope: Scope) -> Blocks:
    """The essence of arrangements with other controllers, art. 26(2)."""
    words, found = scope.words, ()
    blocks: Blocks = found
    for one in scope.around.arrangements:
        if not one.partners:
            continue
        contact = one.contact_point
        blocks += paragraph(
            f"{scope.text(one.name)}:",
            words("joint", partners=words.listed(one.partners)),
            scope.text(one.essence),
            words("joint_contact", contact=contact) if contact else "",
        )
    return blocks


def erasure(scope: Scope) -> Blocks:
    """How data are erased and archived."""
    own_words = own(scope.text(scope.statement.erasure), 3)
    words = scope.words
    return (
        *paragraph(words("erasure_about")),
        *(own_words or paragraph(words("erasure_archive"))),
    )


def security(scope: Scope) -> Blocks:
    """What is done to keep the data safe, as far as it may be told."""
    said = own(scope.text(scope.statement.security), 3)
    if said:
        return said
    texts = dict.fromkeys(
        scope.text(text)
        for one in scope.around.activities
        for text in (one.security.organisational, one.security.technical, one.security.physical)
    )
    return bullets(texts)


def rights(scope: Scope) -> Blocks:
    """Only those that fit what the uses rest on."""
    words = scope.words
    return (
        *paragraph(words("rights_about")),
        *bullets(_rights(scope)),
        *own(scope.text(scope.statement.rights), 3),
        *paragraph(words("rights_how"), words("rights_time")),
    )


def _rights(scope: Scope) -> Iterator[str]:
    words = scope.words
    yield words("right_access")
    yield words("right_rectification")
    bases = {basis for use in scope.uses for basis in use.bases}
    erasing = {fit(DataRight.ERASURE, basis) for basis in bases}
    if erasing != {Fit.NO}:
        limited = erasing & {Fit.NO, Fit.PARTLY}
        limit = words("right_erasure_limit") if limited else ""
        yield f"{words('right_erasure')} {limit}"
    yield words("right_restriction")
    for name, found in (
        ("right_objection", scope.inside(names_for(scope.uses, DataRight.OBJECTION))),
        ("right_withdrawal", words.listed(_consented(scope))),
        ("right_portability", scope.inside(names_for(scope.uses, DataRight.PORTABILITY))),
    ):
        if found:
            yield words(name, names=found)


def _consented(scope: Scope) -> Iterator[str]:
    """What rests on consent, with the purposes where it is not all of the use."""
    for use in scope.uses:
        if Basis.CONSENT in use.bases:
            name, purposes = inside(scope.text(use.name)), scope.inside(use.consents)
            yield f"{name} ({purposes})" if purposes else name


def complaint(scope: Scope) -> Blocks:
    """To the authority."""
    words, address = scope.words, ", ".join(AUTHORITY_ADDRESS.splitlines())
    return paragraph(
        words("complaint", authority=AUTHORITY_NAME),
        words("complaint_link", link=AUTHORITY_WEB, address=address),
    )


def contact(scope: Scope) -> Blocks:
    """How to reach the municipality, and the officer."""
    words, ours = scope.words, scope.around.municipality
    whom = scope.statement.contact or scope.statement.controller
    dialogue = "" if whom.reachable else ours.dialogue_url
    if not whom.reachable:
        whom = Contact(
            name=ours.name,
            email=ours.email,
            phone=ours.phone,
            address=", ".join(ours.address.lines()),
            web=ours.web,
        )
    officer = in_one_line(scope.officer)
    return (
        *paragraph(f"{whom.name or scope.controller}:"),
        *facts(
            (
                *((words.label(one), getattr(whom, one)) for one in _WAYS),
                (words.label("dialogue"), dialogue),
            )
        ),
        *(paragraph(words("officer", contact=officer)) if officer else ()),
        *own(scope.text(scope.statement.officer_note), 3),
    )


def version(scope: Scope) -> Blocks:
    """When it was written and by whom approved."""
    words, statement, around = scope.words, scope.statement, scope.around
    name = statement.approved_by or around.approved_by
    day = statement.approved_on or around.approved_on
    sentences = [words("version", version=statement.version)] if statement.version else []
    if name and day:
        sentences.append(words("approved", name=name, day=long_date(day)))
    else:
        sentences.append(words("draft"))
    changed = around.changed_on or around.today
    if changed and not statement.approved_on:
        sentences.append(words("updated", day=long_date(changed)))
    return (
        *paragraph(*sentences),
        *own(scope.text(statement.version_note), 3),
        *paragraph(words("changes")),
    )

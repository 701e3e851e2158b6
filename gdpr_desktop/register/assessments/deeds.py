"""What assessments add to a shelf: deeds and the list of what was kept. No Qt."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Assessment
from gdpr_desktop.register.assessments import rules
from gdpr_desktop.register.assessments.model import Kind
from gdpr_desktop.register.assessments.words import kind_title, outcome_words
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.entries.shelf import Group

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def offered(_vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    """(key, words) for ``Shelf.deeds``: one button, which asks what to assess where there is a
    choice."""
    kinds = rules.OFFERED.get(entry.kind, ())
    if len(kinds) > 1:
        return (("assess", _("Assess")),)
    return tuple((f"assess:{kind}", _("Assess built-in privacy")) for kind in kinds)


def groups(entry: Entry) -> tuple[Group, ...]:
    """The assessments that are kept with the entry, the newest first."""
    kept: tuple[Assessment, ...] = entry.content.assessments
    kinds = rules.OFFERED.get(entry.kind, ())
    title = _("Built-in privacy") if kinds == (Kind.BUILT_IN,) else _("Assessments")
    newest = sorted(kept, key=_made_on, reverse=True)
    facts = tuple((_label(one), _line(one)) for one in newest)
    read = (("assessments", _("Read and print")),) if kept else ()
    summary = _label(newest[0]) if newest else ""
    return (Group(title=title, facts=facts, actions=read, summary=summary),)


def _made_on(one: Assessment) -> str:
    return one.made_on.isoformat()


def _label(one: Assessment) -> str:
    return f"{kind_title(one)}, {long_date(one.made_on)}"


def _line(one: Assessment) -> str:
    outcome = outcome_words(one)
    by = _("Made by {name}").format(name=one.made_by)
    return f"{outcome}\n{by}" if outcome else by

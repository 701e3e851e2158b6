"""Words for groups and their members."""

from gdpr_desktop.consents.given.words import why
from gdpr_desktop.consents.groups.answers import Cell, Standing
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext

_USUAL = 2  # have parental responsibility
_LOOKS = {
    Standing.ALL: ("done", "ok"),
    Standing.SOME: ("info", "text"),  # not a yes to whatever one has in mind
    Standing.LACKING: ("warning", "warning"),
    Standing.REFUSED: ("close", "text"),
    Standing.WITHDRAWN: ("close", "text"),
    Standing.NONE: ("open", "muted"),
}


def cell_words(cell: Cell) -> str:
    """How somebody stands on a form, in a word or two."""
    if cell.standing is Standing.SOME:
        return _("Yes to {count} of {all}").format(count=cell.usable, all=cell.asked)
    return {
        Standing.ALL: _("Yes"),
        Standing.LACKING: _("Not valid"),
        Standing.REFUSED: _("No"),
        Standing.WITHDRAWN: _("Withdrawn"),
        Standing.NONE: _("No answer"),
    }[cell.standing]


def cell_tip(cell: Cell) -> str:
    """Why not more."""
    return "\n".join(why(reason).wrong for reason in cell.reasons)


def cell_look(cell: Cell) -> tuple[str, str]:
    """Icon and tone."""
    return _LOOKS[cell.standing]


def members_words(count: int) -> str:
    """How many are in a group."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def group_facts(group: Group) -> str:
    """Unit, school year, how many, and that it has ended."""
    parts = [group.unit, group.year, members_words(group.members)]
    if group.ended_on is not None:
        parts.append(_("ended {day}").format(day=long_date(group.ended_on)))
    return " · ".join(part for part in parts if part)


def guardian_words(member: Member) -> str:
    """The guardians' names, and what must be known about who answers."""
    names = ", ".join(one.name for one in member.guardians)
    notes = []
    if member.care_order:
        notes.append(_("care order"))
    if member.parents is not None and member.parents != _USUAL:  # what is usual is not said
        text = ngettext(
            "{count} has parental responsibility",
            "{count} have parental responsibility",
            member.parents,
        )
        notes.append(text.format(count=member.parents))
    told = f"({', '.join(notes)})" if notes else ""
    return " ".join(part for part in (names, told) if part) or "–"

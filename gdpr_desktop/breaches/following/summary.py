"""Rows of the page about measures, what was learnt, who else was told, and what proves it."""

from gdpr_desktop.breaches.following.routes import route_words, suggestion_words
from gdpr_desktop.breaches.model import Breach, Evidence, Routed
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _, ngettext

Rows = tuple[tuple[str, str], ...]
TIMELINE = {
    "breach_measure_added": (N_("A measure was added: {title}"), "tasks"),
    "breach_measure_changed": (N_("A measure was changed: {title}"), "tasks"),
    "breach_measure_done": (N_("A measure was carried out: {title}"), "done"),
    "breach_measure_opened": (N_("Not carried out after all: {title}"), "tasks"),
    "breach_measure_removed": (N_("A measure was taken away: {title}"), "tasks"),
    "breach_measures_settled": (N_("No more measures are planned"), "tasks"),
    "breach_measures_handed_over": (N_("Measures were handed over"), "tasks"),
    "breach_evidence_added": (N_("Noted what proves it"), "note"),
    "breach_evidence_removed": (N_("A line of what proves it was taken away"), "note"),
    "breach_routed": (N_("Noted that somebody else was told"), "note"),
    "breach_route_removed": (N_("A line of who was told was taken away"), "note"),
    "breach_lessons": (N_("Noted what was learnt"), "note"),
    "breach_not_a_breach": (N_("It was no breach after all"), "note"),
    "breach_from_deviation": (N_("Registered from the deviation {number}"), "note"),
    "breach_kept_as_deviation": (N_("Kept as the deviation {number}"), "note"),
}


def measures(found: Breach) -> Rows:
    """How many are planned and done, and whether those are all. Each has a block of its own."""
    if not found.measures and not found.measures_settled:
        return ()
    done = sum(one.done for one in found.measures)
    planned = len(found.measures) - done
    parts = []
    if planned:
        text = ngettext("{count} planned", "{count} planned", planned)
        parts.append(text.format(count=planned))
    if done:
        parts.append(ngettext("{count} done", "{count} done", done).format(count=done))
    nothing = _("None were needed") if found.measures_settled else ""
    settled = _("These are all") if found.measures and found.measures_settled else ""
    return ((_("Measures"), ", ".join(parts) or nothing), (_("More planned?"), settled))


def lessons(found: Breach) -> Rows:
    """What was learnt, and by whom it was written down."""
    one = found.lessons
    if one is None:
        return ()
    return (
        (_("What we learnt"), one.learnt),
        (_("What we do otherwise"), one.changes),
        (_("Written down by"), f"{one.name}, {long_date(one.noted_on)}" if one.name else ""),
    )


def routes(found: Breach) -> Rows:
    """Who else was told, and who should be."""
    told = tuple((route_words(one.route), route_detail(one)) for one in found.routes)
    should = suggestion_words(found) if found.case.open else ""
    return (*told, (_("Should know too"), should))


def route_detail(one: Routed) -> str:
    """Whom, when, and their reference."""
    line = ", ".join(part for part in (one.whom, long_date(one.told_on), one.reference) if part)
    return f"{line}\n{one.note}" if one.note else line


def evidence(found: Breach) -> Rows:
    """What proves it: a line to each document."""
    lines = []
    for one in found.evidence:
        detail = evidence_detail(one)
        lines.append(f"• {one.what} ({detail})" if detail else f"• {one.what}")
    return ((_("What proves it"), "\n".join(lines)),)


def evidence_detail(one: Evidence) -> str:
    """The file, its fingerprint, and where it lies."""
    short = f"SHA-256 {one.sha256[:12]}…" if one.sha256 else ""
    return ", ".join(part for part in (one.archive, one.file_name, short) if part)

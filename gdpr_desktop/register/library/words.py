"""What a starting point holds, in words for its preview."""

from collections.abc import Iterable, Iterator

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.register.activities import words as activity_words
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DataCategory,
    Law,
    Party,
    Purpose,
    Retention,
)


def mark() -> str:
    """What every starting point is marked with."""
    return _("Starting point – must be checked")


def facts(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Pairs of label and text in the language of the screen; what is blank is left out."""
    language = current_language()
    special = (
        _with_laws(_("art. {article}").format(article=cited(one.condition.article)), one.laws)
        for one in activity.special
    )
    found = (
        (_("What it is"), activity.description.in_(language)),
        (_("Purposes"), _lines(map(_purpose, activity.purposes))),
        (_("Special categories"), _lines(special)),
        (_("Offences"), _laws(activity.criminal)),
        (_("About whom"), _listed(one.text for one in activity.subjects)),
        (_("Data held"), _lines(map(_data, activity.data))),
        (_("Comes from"), _lines(map(_party, activity.sources))),
        (_("Goes to"), _lines(map(_party, activity.recipients))),
        (_("DPIA"), _dpia(activity)),
        (_("Look up the section"), ", ".join(sorted(set(_without_section(activity))))),
    )
    return tuple((label, text) for label, text in found if text)


def law_words(law: Law) -> str:
    """«barnehagelova § 16»."""
    return activity_words.law_words(law).replace("§ ", "§\N{NO-BREAK SPACE}")


def _laws(laws: Iterable[Law]) -> str:
    return ", ".join(law_words(one) for one in laws if one.act)


def _with_laws(text: str, laws: Iterable[Law]) -> str:
    named = _laws(laws)
    return f"{text} ({named})" if named else text


def _listed(texts: Iterable[Bilingual]) -> str:
    """One sentence: only the first begins with a capital."""
    words = [one.in_(current_language()) for one in texts]
    return ", ".join(words[:1] + [one[:1].lower() + one[1:] for one in words[1:]])


def _lines(texts: Iterable[str]) -> str:
    """One to a line, with a dot before each when they are several."""
    found = tuple(texts)
    return "\n".join(f"• {one}" for one in found) if len(found) > 1 else "".join(found)


def _purpose(purpose: Purpose) -> str:
    basis = purpose.bases[0]
    text = _("{purpose}: art. {article}").format(
        purpose=purpose.text.in_(current_language()), article=cited(basis.basis.article)
    )
    return _with_laws(text, basis.laws)


def _data(category: DataCategory) -> str:
    text = category.text.in_(current_language())
    kept = _retention(category.retention) if category.retention else ""
    return f"{text}: {kept[:1].lower()}{kept[1:]}" if kept else text


def _retention(retention: Retention) -> str:
    if retention.permanent:
        return _("for good")
    words = retention.criteria.in_(current_language())
    if retention.months is not None:
        years = retention.months // 12
        words = ngettext("{count} year from {start}", "{count} years from {start}", years).format(
            count=years, start=retention.counted_from.in_(current_language())
        )
    return _("{time}, then the archive").format(time=words) if _archived(retention) else words


def _archived(retention: Retention) -> bool:
    return retention.then is After.ARCHIVE


def _party(party: Party) -> str:
    text = party.text.in_(current_language())
    if party.released:
        return _("{who} (by consent)").format(who=text)
    return _with_laws(text, (party.lifted_by,))


def _dpia(activity: Activity) -> str:
    answers = {Answer.YES: _("Probably needed."), Answer.NO: _("Probably not needed.")}
    return f"{answers.get(activity.dpia.needed, '')} {activity.dpia.reason}".strip()


def _without_section(activity: Activity) -> Iterator[str]:
    """The acts that are named without a section."""
    named = [*activity.criminal]
    for purpose in activity.purposes:
        named += [law for basis in purpose.bases for law in basis.laws]
    named += [law for one in activity.special for law in one.laws]
    named += [one.lifted_by for one in (*activity.sources, *activity.recipients)]
    return (law_words(one) for one in named if one.act and not one.section)

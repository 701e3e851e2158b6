"""An activity in words, section by section: for the screen and for Word alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.parts import Answer, DataCategory, Purpose, Step
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.shelf import Group

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity
    from gdpr_desktop.vault import Vault

PARTS = (  # of the form and of what is shown, in this order
    "about",
    "purposes",
    "people",
    "parties",
    "transfers",
    "retention",
    "security",
    "information",
    "decisions",
    "unstructured",
    "steps",
)
_MOST = 40  # categories shown on the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The names of what the activity points to."""

    unit: str = ""
    systems: tuple[str, ...] = ()
    processors: tuple[str, ...] = ()
    arrangements: tuple[str, ...] = ()

    @classmethod
    def of(cls, vault: "Vault", activity: "Activity") -> "Links":
        """As they are called now."""
        names = partial(store.names_of, vault.db)
        return cls(
            unit=", ".join(names([activity.unit_id] if activity.unit_id else [])),
            systems=names(activity.systems),
            processors=names(activity.processors),
            arrangements=names(activity.arrangements),
        )


def sections(
    activity: "Activity", links: Links, language: Language | None = None, *, whole: bool = False
) -> tuple[Group, ...]:
    """All that is known, in the order of the form; ``whole`` leaves no category out."""
    return _Facts(activity, links, language, whole).groups()


class _Facts:
    def __init__(
        self, activity: "Activity", links: Links, language: Language | None, whole: bool
    ) -> None:
        self.activity, self.links = activity, links
        self.language, self.whole = language, whole
        self.chosen = language or current_language()

    def groups(self) -> tuple[Group, ...]:
        return (
            self._about(),
            self._purposes(),
            self._people(),
            self._parties(),
            self._transfers(),
            self._retention(),
            self._security(),
            self._information(),
            self._decisions(),
            self._unstructured(),
            self._steps(),
        )

    def _text(self, text: Bilingual) -> str:
        return text.in_(self.chosen)

    def _day(self, day: date | None) -> str:
        return long_date(day, self.chosen) if day else ""

    def _answer(self, answer: Answer) -> str:
        return words.answer_words(answer, self.language)

    def _about(self) -> Group:
        one, lang = self.activity, self.language
        return Group(
            title=_("About the processing", language=lang),
            part="about",
            facts=(
                (_("Name", language=lang), self._text(one.name)),
                (_("Number", language=lang), one.number),
                (_("Description", language=lang), self._text(one.description)),
                (_("Unit", language=lang), self.links.unit),
                (_("Answers for it", language=lang), one.responsible),
                (_("Joint control", language=lang), ", ".join(self.links.arrangements)),
                (_("From", language=lang), self._day(one.starts)),
                (_("Until", language=lang), self._day(one.ends)),
                (_("Look it over again by", language=lang), self._day(one.review_on)),
            ),
        )

    def _purposes(self) -> Group:
        one, lang = self.activity, self.language
        special = [
            _with(words.condition_words(each.condition, lang), words.laws_words(each.laws, lang))
            for each in one.special
        ]
        facts = [pair for purpose in one.purposes for pair in self._purpose(purpose)]
        name = _("Condition for special categories", language=lang)
        facts += [(name, text) for text in special]
        law = words.laws_words(one.criminal, lang)
        facts.append((_("Convictions and offences", language=lang), law))
        facts.append((_("Need for identity numbers", language=lang), one.national_id_reason))
        return Group(
            title=_("Purposes and basis", language=lang),
            part="purposes",
            facts=tuple(facts),
            summary=words.joined((each.text for each in one.purposes), lang),
        )

    def _purpose(self, purpose: Purpose) -> list[tuple[str, str]]:
        lang = self.language
        bases = [words.basis_words(basis, lang) for basis in purpose.bases]
        return [
            (_("Purpose", language=lang), self._text(purpose.text)),
            (_("Lawful basis", language=lang), "\n".join(bases)),
            (_("Why this basis", language=lang), purpose.reason),
        ]

    def _people(self) -> Group:
        one, lang = self.activity, self.language
        vulnerable = _("vulnerable", language=lang)
        subjects = [
            _with(self._text(each.text), vulnerable if each.vulnerable else "")
            for each in one.subjects
        ]
        return Group(
            title=_("Who and what", language=lang),
            part="people",
            facts=(
                (_("People", language=lang), ", ".join(subjects)),
                (_("Kinds of data", language=lang), self._lines(one.data, self._category)),
            ),
        )

    def _lines(self, data: tuple[DataCategory, ...], text: Callable[[DataCategory], str]) -> str:
        shown = data if self.whole else data[:_MOST]
        lines = [line for each in shown if (line := text(each))]
        if len(data) > len(shown):
            left = len(data) - len(shown)
            more = ngettext(
                "… and {count} more", "… and {count} more", left, language=self.language
            )
            lines.append(more.format(count=left))
        return "\n".join(lines)

    def _category(self, category: DataCategory) -> str:
        sensitivity = words.sensitivity_words(category.sensitivity, self.language).lower()
        known = {each.text.in_(Language.NYNORSK): each.text for each in self.activity.subjects}
        about = [self._text(known[name]) if name in known else name for name in category.subjects]
        return _with(self._text(category.text), "; ".join((sensitivity, *about)))

    def _parties(self) -> Group:
        one, lang = self.activity, self.language
        sources = [words.party_words(each, lang) for each in one.sources]
        recipients = [words.party_words(each, lang) for each in one.recipients]
        return Group(
            title=_("Sources and recipients", language=lang),
            part="parties",
            facts=(
                (_("Sources", language=lang), "\n".join(sources)),
                (_("Recipients", language=lang), "\n".join(recipients)),
                (_("Processors", language=lang), ", ".join(self.links.processors)),
            ),
        )

    def _transfers(self) -> Group:
        one, lang = self.activity, self.language
        transfers = [words.transfer_words(each, lang) for each in one.transfers]
        seen = _("Seen from outside the EEA", language=lang)
        return Group(
            title=_("Transfers out of the EEA", language=lang),
            part="transfers",
            facts=(
                (seen, self._answer(one.outside_eea)),
                (_("Transfers", language=lang), "\n".join(transfers)),
            ),
        )

    def _retention(self) -> Group:
        one, lang = self.activity, self.language
        return Group(
            title=_("Retention", language=lang),
            part="retention",
            facts=(
                (_("How long", language=lang), self._lines(one.data, self._kept)),
                (_("Why no time is given", language=lang), one.retention_reason),
            ),
        )

    def _kept(self, category: DataCategory) -> str:
        kept = words.retention_words(category.retention, self.language)
        return f"{self._text(category.text)}: {kept}" if kept else ""

    def _security(self) -> Group:
        one, lang = self.activity, self.language
        return Group(
            title=_("Security and systems", language=lang),
            part="security",
            facts=(
                (_("Systems", language=lang), ", ".join(self.links.systems)),
                (_("Physical", language=lang), self._text(one.security.physical)),
                (_("Technical", language=lang), self._text(one.security.technical)),
                (_("Organisational", language=lang), self._text(one.security.organisational)),
            ),
        )

    def _information(self) -> Group:
        one, lang = self.activity, self.language
        ways = [words.way_words(way, lang) for way in one.information]
        return Group(
            title=_("Information", language=lang),
            part="information",
            facts=(
                (_("How people are told", language=lang), "\n".join(ways)),
                (_("Note on information", language=lang), self._text(one.information_note)),
                (
                    _("Must people give the data?", language=lang),
                    words.provision_words(one.provision, lang),
                ),
                (_("By what, and what follows", language=lang), self._text(one.provision_note)),
            ),
        )

    def _decisions(self) -> Group:
        one, lang = self.activity, self.language
        automated = one.automated
        excuses = [words.excuse_words(each, lang) for each in one.dpia.excuses]
        machine = (
            (
                (_("Permitted by", language=lang), automated.permitted_by),
                (_("Logic", language=lang), self._text(automated.logic)),
                (_("What follows", language=lang), self._text(automated.consequences)),
            )
            if automated
            else ()
        )
        yes = Answer.YES if automated else one.automatic
        return Group(
            title=_("Profiling, DPIA and risk", language=lang),
            part="decisions",
            facts=(
                (_("Profiling", language=lang), self._answer(one.profiling)),
                (_("Decisions by machine alone", language=lang), self._answer(yes)),
                *machine,
                (_("DPIA needed", language=lang), self._answer(one.dpia.needed)),
                (_("Why no DPIA", language=lang), "\n".join(excuses)),
                (_("Reason", language=lang), one.dpia.reason),
                (_("DPIA done", language=lang), self._day(one.dpia.done_on)),
                (_("Reference", language=lang), one.dpia.reference),
                (_("Risk assessed", language=lang), self._day(one.risk_assessed_on)),
            ),
        )

    def _unstructured(self) -> Group:
        loose, lang = self.activity.unstructured, self.language
        return Group(
            title=_("Unstructured data", language=lang),
            part="unstructured",
            facts=(
                (_("May lie outside the system", language=lang), self._answer(loose.allowed)),
                (_("Why", language=lang), loose.reason),
                (_("Where", language=lang), loose.places),
            ),
        )

    def _steps(self) -> Group:
        lang = self.language
        lines = [self._step(each) for each in self.activity.steps]
        return Group(
            title=_("Steps and note", language=lang),
            part="steps",
            facts=(
                (_("Steps", language=lang), "\n".join(lines)),
                (_("Note", language=lang), self.activity.note),
            ),
        )

    def _step(self, step: Step) -> str:
        lang = self.language
        more = [step.owner]
        if step.done_on:
            more.append(_("done {day}", language=lang).format(day=self._day(step.done_on)))
        elif step.due:
            more.append(_("by {day}", language=lang).format(day=self._day(step.due)))
        return _with(step.text, "; ".join(text for text in more if text))


def _with(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text

"""One consent in words: what may be used and why not, what was answered, what has happened."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.consents.codes import Reason, Relation, Verdict
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.known import said_last
from gdpr_desktop.consents.given.model import Consent, Proof, Statement, Withdrawn
from gdpr_desktop.consents.given.words import giver_words, why
from gdpr_desktop.consents.validity import allowed, validity
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeLine:
    """«Har vi lov?» for one purpose."""

    text: str
    allowed: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def wrong(self) -> str:
        """Everything that stands against it, a sentence each."""
        return " ".join(why(one).wrong for one in self.reasons)


def purpose_lines(consent: Consent, form: Form, on: date) -> tuple[PurposeLine, ...]:
    """Each purpose of the version, with its verdict."""
    version = form.version(consent.version)
    if version is None:
        return ()
    found = ((one, allowed(consent, form, one.key, on)) for one in version.content.purposes)
    return tuple(
        PurposeLine(
            text=one.text.in_(current_language()),
            allowed=answer.verdict is Verdict.YES,
            reasons=answer.reasons,
        )
        for one, answer in found
    )


def verdict_line(consent: Consent, form: Form, on: date) -> str:
    """In one line, what it may be used for."""
    lines = purpose_lines(consent, form, on)
    count = sum(one.allowed for one in lines)
    if lines and count == len(lines):
        return _("Yes, to everything that was asked about")
    if count:
        text = ngettext(
            "Yes to {count} of {all} purposes", "Yes to {count} of {all} purposes", count
        )
        return text.format(count=count, all=len(lines))
    return _("No, it may not be used")


def newer_line(newer: Consent) -> str:
    """What stands over an answer that another took over from."""
    text = _("A newer answer on the same form counts, from {day}. This one does not.")
    return text.format(day=long_date(said_last(newer)))


def remedies(consent: Consent, form: Form, on: date) -> tuple[str, ...]:
    """What to do about what is wrong with the consent as such, each once."""
    found = validity(consent, form, on)
    told = dict.fromkeys(why(one).remedy for one in found.reasons)
    return tuple(one for one in told if one)


def about_line(consent: Consent, form: Form) -> str:
    """The form, its version and its number."""
    version = form.version(consent.version)
    content = version.content if version is not None else form.draft
    text = _("{form}, version {number} ({case})")
    return text.format(
        form=content.title.in_(current_language()), number=consent.version, case=form.case.number
    )


def fact_rows(consent: Consent) -> Rows:
    """Who it is about, and how long it holds."""
    parents = {None: _("not known: we count with two"), 1: _("one")}
    count = parents.get(consent.parents, str(consent.parents))
    child = any(one.relation is not Relation.SELF for one in consent.statements)
    rows = (
        (_("Born"), long_date(consent.subject.birth_date) if consent.subject.birth_date else ""),
        (_("Protected address"), _("Yes") if consent.subject.protected else ""),
        (_("Parental responsibility"), count if child else ""),
        (_("Care order"), _("Yes: child welfare answers") if consent.care_order else ""),
        (_("Holds from"), long_date(consent.valid_from) if consent.valid_from else ""),
        (_("Holds to"), until_words(consent)),
        (_("Processing began"), start_words(consent)),
        (_("Note"), consent.note),
    )
    return tuple(row for row in rows if row[1])


def until_words(consent: Consent) -> str:
    """The last day; empty while nothing is answered, and where all of it was taken back."""
    if consent.wholly_withdrawn():
        return ""
    if consent.valid_until is not None:
        return long_date(consent.valid_until)
    return _("until it is withdrawn") if consent.statements else ""


def start_words(consent: Consent) -> str:
    """When the processing began, and what that means where it was before the consent."""
    began = consent.started_on
    if began is None:
        return ""
    given = max((one.given_on for one in consent.statements if one.given_on), default=None)
    if given is not None and began < given:
        text = _("{day}. The time before {given} had no consent, and the consent does not heal it.")
        return text.format(day=long_date(began), given=long_date(given))
    return long_date(began)


def statement_rows(consent: Consent, form: Form) -> tuple[tuple[str, Rows], ...]:
    """Each answer with its title, the newest first. What a later answer replaced says so."""
    version = form.version(consent.version)
    content = version.content if version is not None else form.draft
    standing = consent.standing()
    ordered = sorted(consent.statements, key=_day, reverse=True)
    return tuple((_title(one, standing), _answer_rows(one, content)) for one in ordered)


def _day(one: Statement) -> date:
    return one.given_on or date.max


def _title(one: Statement, standing: tuple[Statement, ...]) -> str:
    day = long_date(one.given_on) if one.given_on else _("without a date")
    title = f"{giver_words(one)}, {day}"
    if any(one is other for other in standing):
        return title
    return _("{answer} – replaced by a newer answer").format(answer=title)


def _answer_rows(one: Statement, content: FormContent) -> Rows:
    rows = (
        (_("Yes to"), _purposes(one.yes, content)),
        (_("No to"), _purposes(one.no, content)),
        (_("How"), words(one.how)),
        (_("How it was said"), one.note),
        (_("The guardian was judged by"), one.capacity_by),
        (_("What was told"), one.told),
        (_("Proof"), proof_words(one.proof)),
    )
    return tuple(row for row in rows if row[1])


def _purposes(keys: tuple[str, ...], content: FormContent) -> str:
    language = current_language()
    return "\n".join(_text(key, content, language) for key in keys)


def _text(key: str, content: FormContent, language: Language) -> str:
    found = content.purpose(key)
    return found.text.in_(language) if found is not None else key


def proof_words(proof: Proof) -> str:
    """Where it lies, and the print of the file."""
    lines = [_("In the archive: {number}").format(number=proof.archive_number)]
    if not proof.archive_number:
        lines = []
    if proof.file_name:
        lines.append(_("File: {name}").format(name=proof.file_name))
    if proof.sha256:
        half = len(proof.sha256) // 2  # in one piece it is wider than the page
        lines += [f"SHA-256: {proof.sha256[:half]}", proof.sha256[half:]]
    return "\n".join(lines)


def withdrawal_rows(consent: Consent, form: Form) -> Rows:
    """What was taken back: the day, and what of it."""
    version = form.version(consent.version)
    content = version.content if version is not None else form.draft
    taken = consent.withdrawals
    return tuple((long_date(one.withdrawn_on), _withdrawn(one, content)) for one in taken)


def _withdrawn(one: Withdrawn, content: FormContent) -> str:
    lines = [_purposes(one.purposes, content), words(one.channel)]
    return "\n".join([*lines, *([one.name] if one.name else [])])


def history_rows(consent: Consent) -> Rows:
    """What was noted and put right, and by whom, the newest first."""
    registered = _("{name} registered the answer of {giver}.")
    found = [
        (one.noted_at, registered.format(name=one.noted_by, giver=giver_words(one)))
        for one in consent.statements
        if one.noted_at is not None
    ]
    for kept in consent.corrections:
        text = _("{name} corrected it: {why}").format(name=kept.by, why=kept.why)
        found.append((kept.corrected_at, text))
    ordered = sorted(found, reverse=True)
    return tuple((long_instant(at), text) for at, text in ordered)

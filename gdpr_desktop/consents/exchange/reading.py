"""A row of a spreadsheet as what somebody answered, and what is wrong in which cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gdpr_desktop.consents.codes import How, Relation
from gdpr_desktop.consents.exchange.columns import PURPOSE, Use, purposes_of
from gdpr_desktop.consents.forms.model import Form, Version
from gdpr_desktop.consents.given.model import Proof, Statement, Subject, folded
from gdpr_desktop.consents.numbers_in_names import has_number, number_words
from gdpr_desktop.consents.relations import relation_of
from gdpr_desktop.core.dates import DateError, short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text, fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.tables.cells import answer_of, day_of, is_spoilt, names_of, turned
from gdpr_desktop.tables.preview import Fault

_MOST_PARENTS = 4
_HOWS: Mapping[str, How] = {
    **dict.fromkeys("papir paapapir papapir skjema underskrift signert paper".split(), How.PAPER),
    **dict.fromkeys("digitalt digital epost elektronisk nettskjema app".split(), How.DIGITAL),
    **dict.fromkeys("vigilo visma idporten altinn email online".split(), How.DIGITAL),
    **dict.fromkeys("munnleg muntlig munnlig telefon oral oralt".split(), How.ORAL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a row says: the same answer of one giver, or of several named in one cell."""

    subject: Subject
    version: int
    statements: tuple[Statement, ...]
    parents: int | None = None
    valid_until: date | None = None


class RowReader:
    """Reads the rows for one form."""

    def __init__(self, form: Form, today: date) -> None:
        self._form, self._today = form, today
        self._purposes = purposes_of(form)
        title = form.draft.title
        self._titles = {_plain(title.in_(one)) for one in Language} | {_plain(form.case.number)}

    def read(self, cells: Mapping[str, str]) -> tuple[Answered, tuple[Fault, ...]]:
        """The answer, and everything that is wrong with the row by itself."""
        faults: list[Fault] = []
        subject = Subject(name=_name(cells), birth_date=self._day(cells, Use.BORN, faults))
        given_on = self._day(cells, Use.GIVEN_ON, faults)
        version = self._version(cells, given_on, faults)
        yes, no = self._answers(cells, version, faults)
        answered = Answered(
            subject=subject,
            version=version.number if version is not None else 0,
            statements=self._statements(
                cells,
                subject,
                Statement(relation=Relation.SELF, name="", given_on=given_on, yes=yes, no=no),
                faults,
            ),
            parents=_parents(cells, faults),
            valid_until=self._until(cells, given_on, faults),
        )
        if not subject.name:
            use = Use.NAME if Use.NAME in cells else Use.LAST_NAME
            faults.append(Fault(use=use, text=_("The name is missing."), stops=True))
        self._check_form(cells, faults)
        for use, name in ((Use.NAME, subject.name), (Use.GIVER, cells.get(Use.GIVER, ""))):
            if has_number(name):
                faults.append(Fault(use=use, text=number_words(), stops=True))
        faults += [
            Fault(use=use, text=_("Some letters are spoilt."), stops=True)
            for use, text in cells.items()
            if is_spoilt(text)
        ]
        return answered, tuple(faults)

    def _day(
        self, cells: Mapping[str, str], use: Use, faults: list[Fault], *, ahead: bool = False
    ) -> date | None:
        text = cells.get(use, "")
        try:
            return day_of(text, self._today, ahead=ahead)
        except DateError:
            said = _("«{text}» is no day that has been. Write it like 3.2.2026.")
            if ahead:
                said = _("«{text}» is not a day. Write it like 3.2.2026.")
            faults.append(Fault(use=use, text=said.format(text=text[:20]), stops=True))
            return None

    def _version(
        self, cells: Mapping[str, str], given_on: date | None, faults: list[Fault]
    ) -> Version | None:
        """The version named, or else the one in use on the day; the first for what is older."""
        text = clean_line(cells.get(Use.VERSION, ""))
        if text:
            digits = re.fullmatch(r"(?:v(?:ersjon|ersion)?\.?\s*)?([0-9]{1,4})", text.casefold())
            found = self._form.version(int(digits[1])) if digits else None
            if found is None:
                said = _("The form has no version «{text}».").format(text=text[:20])
                faults.append(Fault(use=Use.VERSION, text=said, stops=True))
            return found
        versions = self._form.versions
        if given_on is None:
            return versions[-1] if versions else None
        earlier = [one for one in versions if one.approved_on <= given_on]
        return earlier[-1] if earlier else versions[0] if versions else None

    def _answers(
        self, cells: Mapping[str, str], version: Version | None, faults: list[Fault]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        yes: list[str] = []
        no: list[str] = []
        wrong = False
        for purpose in self._purposes:
            use = PURPOSE + purpose.key
            text = cells.get(use, "")
            answer = answer_of(text)
            if not text.strip():
                continue
            if version is not None and version.content.purpose(purpose.key) is None:
                said = _("Version {number} does not ask about this.").format(number=version.number)
                faults.append(Fault(use=use, text=said, stops=True))
                wrong = True
            elif answer is None:
                said = _("Write yes or no, or nothing.")
                faults.append(Fault(use=use, text=said, stops=True))
                wrong = True
            else:
                (yes if answer else no).append(purpose.key)
        if not yes and not no and not wrong:
            said = _("No purpose is answered with yes or no.")
            faults.append(Fault(use="", text=said, stops=True))
        return tuple(yes), tuple(no)

    def _statements(
        self,
        cells: Mapping[str, str],
        subject: Subject,
        bare: Statement,
        faults: list[Fault],
    ) -> tuple[Statement, ...]:
        names = names_of(cells.get(Use.GIVER, ""))
        how = _how(cells, faults)
        archive = clean_line(cells.get(Use.ARCHIVE, ""))
        made = replace(
            bare,
            how=how,
            note=clean_text(cells.get(Use.NOTE, "")),
            proof=Proof(archive_number=archive),
        )
        relation = _relation(cells, faults)
        if not names:
            if relation not in (None, Relation.SELF):
                said = _("Who gave it is missing.")
                faults.append(Fault(use=Use.GIVER, text=said))
            elif relation is None and self._is_child(subject, bare.given_on):
                said = _("Who gave it is missing: it is taken for the child's own answer.")
                faults.append(Fault(use=Use.GIVER, text=said))
            return (replace(made, relation=relation or Relation.SELF),)
        return tuple(
            replace(made, name=name, relation=relation or _guess(name, subject)) for name in names
        )

    def _is_child(self, subject: Subject, given_on: date | None) -> bool:
        day, born = given_on or self._today, subject.birth_date
        return born is not None and born <= day and age_on(born, day) < rules_on(day).ages.adult

    def _until(
        self, cells: Mapping[str, str], given_on: date | None, faults: list[Fault]
    ) -> date | None:
        until = self._day(cells, Use.VALID_UNTIL, faults, ahead=True)
        if until is not None and given_on is not None and until < given_on:
            said = _("It ends before it was given, {day}.").format(day=short_date(given_on))
            faults.append(Fault(use=Use.VALID_UNTIL, text=said, stops=True))
        return until

    def _check_form(self, cells: Mapping[str, str], faults: list[Fault]) -> None:
        text = _plain(cells.get(Use.FORM, ""))
        if text and text not in self._titles:
            said = _("This row is about another form.")
            faults.append(Fault(use=Use.FORM, text=said, stops=True))


def _guess(name: str, subject: Subject) -> Relation:
    return Relation.SELF if folded(name) == folded(subject.name) else Relation.PARENT


def _name(cells: Mapping[str, str]) -> str:
    parts = clean_line(f"{cells.get(Use.FIRST_NAME, '')} {cells.get(Use.LAST_NAME, '')}")
    return turned(cells.get(Use.NAME, "")) or parts


def _relation(cells: Mapping[str, str], faults: list[Fault]) -> Relation | None:
    text = clean_line(cells.get(Use.RELATION, ""))
    found = relation_of(text) if text else None
    if text and found is None:
        said = _(
            "«{text}» may not answer by that alone. Write the person, parent, guardian or child"
            " welfare."
        )
        faults.append(Fault(use=Use.RELATION, text=said.format(text=text[:30]), stops=True))
    return found


def _how(cells: Mapping[str, str], faults: list[Fault]) -> How:
    text = "".join(sign for sign in fold_short(cells.get(Use.HOW, "")) if sign.isalpha())
    found = _HOWS.get(text)
    if text and found is None:
        said = _("Write on paper, digitally or by word of mouth.")
        faults.append(Fault(use=Use.HOW, text=said, stops=True))
    return found or How.PAPER


def _parents(cells: Mapping[str, str], faults: list[Fault]) -> int | None:
    text = clean_line(cells.get(Use.PARENTS, ""))
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) <= _MOST_PARENTS:
        return int(text)
    said = _("Write how many have parental responsibility, as a number.")
    faults.append(Fault(use=Use.PARENTS, text=said, stops=True))
    return None


def _plain(text: str) -> str:
    return "".join(sign for sign in fold_short(text) if sign.isalnum())

"""Words for what a search found."""

from gdpr_desktop.casework.model import Case, CaseKind, PersonRole
from gdpr_desktop.casework.person_search import CaseFound, Clue, ClueKind, Group, Where
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext

_WHERE = {
    Where.PERSON: N_("person in the case"),
    Where.NUMBER: N_("case number"),
    Where.TITLES: N_("archive titles and caseworker"),
    Where.TASK: N_("tasks"),
    Where.TIMELINE: N_("timeline"),
    Where.LETTER: N_("letters' file names"),
    Where.WORDS: N_("address or search words"),
    Where.WORDING: N_("the wording of the request"),
    Where.STEPS: N_("what is noted at the steps"),
    Where.RECORD: N_("the record of processing and checklists"),
    Where.CONSENT: N_("consents"),
    Where.GROUP: N_("groups of people"),
    Where.PICTURE: N_("questions about pictures"),
    Where.ASSESSMENT: N_("answers, risks and advice of an assessment"),
    Where.TEMPLATE: N_("templates for assessments"),
    Where.USER: N_("users of the register"),
    Where.SETTINGS: N_("settings of the municipality"),
    Where.OTHER: N_("other texts"),
}
_ROLES = {
    PersonRole.DATA_SUBJECT: N_("the data subject"),
    PersonRole.REPRESENTATIVE: N_("acts for another"),
    PersonRole.RECIPIENT: N_("receives the answer"),
}
_KINDS = {
    CaseKind.REQUEST: N_("Access"),
    CaseKind.COLLECTION: N_("Information given"),
    CaseKind.DISCLOSURE: N_("Disclosure"),
    CaseKind.BREACH: N_("Breach"),
    CaseKind.DEVIATION: N_("Deviation"),
    CaseKind.CONSENT_FORM: N_("Consent form"),
    CaseKind.CONSENT_WITHDRAWAL: N_("Withdrawal of consent"),
    CaseKind.DPIA: N_("Assessment (DPIA)"),
}
_CLUES = {
    ClueKind.NAME: N_("name {text}"),
    ClueKind.BIRTH_DATE: N_("born {text}"),
    ClueKind.NATIONAL_ID: N_("identity number {text}"),
    ClueKind.PHONE: N_("phone {text}"),
    ClueKind.EMAIL: N_("e-mail {text}"),
    ClueKind.NUMBER: N_("case number {text}"),
}


def capital(text: str) -> str:
    """As it stands alone in a table."""
    return f"{text[:1].upper()}{text[1:]}"


def where_words(where: Where, language: Language | None = None) -> str:
    """The place in the register, beginning with a small letter."""
    return _(_WHERE[where], language=language)


def role_words(found: CaseFound, language: Language | None = None) -> str:
    """The part the person plays in the case."""
    if found.role is None and Where.CONSENT in found.where:
        return _("named in a consent", language=language)
    if found.role is None:
        return _("mentioned", language=language)
    return _(_ROLES[found.role], language=language)


def kind_words(kind: CaseKind, language: Language | None = None) -> str:
    """What the case is about."""
    return _(_KINDS[kind], language=language)


def state_words(case: Case, language: Language | None = None) -> str:
    """Open, or closed."""
    return _("open", language=language) if case.open else _("closed", language=language)


def clue_words(clues: tuple[Clue, ...]) -> str:
    """What is looked for, as it was understood."""
    if not clues:
        return ""
    said = (
        _(_CLUES[clue.kind]).format(text=long_date(clue.born) if clue.born else clue.text)
        for clue in clues
    )
    return _("Looks for {clues}.").format(clues=", ".join(said))


def group_words(group: Group) -> str:
    """The heading of a group: possibly one person, and in how many cases."""
    count = len(group.cases)
    cases = ngettext("{count} case", "{count} cases", count).format(count=count)
    if not group.key:
        return _("Mentioned in the text of {cases}").format(cases=cases)
    born = long_date(group.born) if group.born else _("birth date not known")
    text = _("Possibly the same person: {name}, {born} ({cases})")
    return text.format(name=group.name, born=born, cases=cases)


def row_texts(found: CaseFound) -> list[str]:
    """What stands in the columns of a case that was found."""
    places = ", ".join(where_words(where) for where in found.where)
    around = f"{places}: {found.texts[0]}" if found.texts else places
    return [
        found.case.number,
        kind_words(found.case.kind),
        capital(role_words(found)),
        capital(state_words(found.case)),
        capital(around),
    ]


def count_words(count: int, *, found_any: bool, sees_all: bool) -> str:
    """What the search found, and whether there may be more than this user may read."""
    if not found_any and sees_all:
        return _("Nothing was found. Everything in the register has been read.")
    if not found_any:
        return _("Nothing was found in the cases that you may read. There may be others.")
    if sees_all:
        text = ngettext(
            "Found in {count} case. Everything in the register has been read.",
            "Found in {count} cases. Everything in the register has been read.",
            count,
        )
    else:
        text = ngettext(
            "Found in {count} case that you may read. There may be others.",
            "Found in {count} cases that you may read. There may be others.",
            count,
        )
    return text.format(count=count)

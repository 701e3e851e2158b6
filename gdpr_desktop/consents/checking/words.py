"""Words for the sixteen points: their titles, what is asked, and what each finding says."""

from collections.abc import Iterable

from gdpr_desktop.consents.checking.basis import Question
from gdpr_desktop.consents.checking.basis_words import stop_words
from gdpr_desktop.consents.checking.points import (
    BASIS,
    POINTS,
    Finding,
    Outcome,
    of_point,
    outcome_of,
)
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.core.text import N_, _, current_language, ngettext

_TITLES = {
    1: N_("Consent is the right basis"),
    2: N_("The request stands apart from other text"),
    3: N_("Who answers makes an active choice"),
    4: N_("No box is ticked beforehand"),
    5: N_("The language is plain, and suits who reads it"),
    6: N_("The purpose is named"),
    7: N_("Each purpose has its own answer"),
    8: N_("The controller and the officer are named"),
    9: N_("It says how long the consent lasts"),
    10: N_("It says that the consent can be withdrawn, and how"),
    11: N_("Withdrawing costs nothing"),
    12: N_("Online services for children check the age"),
    13: N_("Parents answer for children who are too young"),
    14: N_("It can be shown who said yes, when, how and to what"),
    15: N_("The consent is followed up regularly"),
    16: N_("A new consent is asked for when it is needed"),
}
_WHERE = {
    1: "art. 6(1)",
    2: "art. 7(2)",
    3: "art. 4(11)",
    4: "art. 4(11)",
    5: "art. 7(2), 12(1)",
    6: "art. 4(11), 6(1)(a)",
    7: "art. 6(1)(a)",
    8: "art. 13(1)(a)–(b)",
    9: "art. 13(2)(a)",
    10: "art. 7(3)",
    11: "art. 7(4)",
    12: "art. 8(2)",
    13: "art. 8(1)",
    14: "art. 7(1)",
    15: "art. 5(1)(b)",
    16: "art. 5(2)",
}
_ASKED = {
    2: N_("Does the page ask for consent apart from all other text?"),
    3: N_("Must the person tick or press something to say yes?"),
    4: N_("Are all boxes empty when the page opens?"),
    5: N_("Has somebody whom it is written for read and understood it?"),
    11: N_("Can everybody say no, or withdraw, without losing anything?"),
    14: N_("Does the solution keep who answered, when, how and to which text?"),
    16: N_("Does somebody find out when people must be asked anew?"),
}
_FINDINGS = {
    "ask": N_("The program cannot see this. Answer it here."),
    # 1
    "release_no_law": N_(
        "Name the act that the processing rests on. A release lifts the duty of confidentiality,"
        " and is no lawful basis by itself (art. 6(1)(e), 6(3))."
    ),
    "no_basis": N_("Answer first whether consent is the right basis."),
    "basis_open": N_("Some questions about the basis are not answered."),
    "no_why": N_("Another basis is better. Write why it is consent all the same."),
    "all_the_same": N_("Another basis was offered, and why it is consent is written down."),
    "basis_right": N_("Nothing in the answers speaks against consent."),
    # 2
    "no_title": N_("Give the form a title that says what is asked for."),
    "mixed": N_(
        "Move this to a form of its own. Consent, release from confidentiality and the use of a"
        " picture are never mixed."
    ),
    "own_sheet": N_("The program makes a sheet with nothing else on it."),
    # 3
    "no_explicit": N_(
        "Write the sentence of an explicit consent: special data, a transfer or a decision made"
        " by a machine ask for it (art. 9(2)(a), 22(2)(c), 49(1)(a))."
    ),
    "public_transfer": N_(
        "Is the data sent out of the EEA as part of the municipality's public powers? Then an"
        " explicit consent is no basis for sending it (art. 49(3)). Find another."
    ),
    "maybe_special": N_(
        "The words speak of health, religion or the like. Tick special categories at the purpose"
        " if such data are used (art. 9)."
    ),
    "silence": N_("Strike the sentence: who does not answer has not consented."),
    "signed": N_("Who answers ticks the boxes and signs."),
    # 4
    "ticked": N_("Take away the ticked box: only who answers may tick."),
    "empty_boxes": N_("The program prints all boxes empty."),
    # 5
    "long_sentence": N_("Divide the long sentence. Short ones are understood."),
    "half": N_("Write it in the other written form too: the rest stands in both."),
    # 6
    "no_purpose": N_("Write at least one purpose. Nobody can consent to nothing."),
    "empty_purpose": N_("Write what the purpose is."),
    "vague": N_("Say exactly what it is for. «And so on» leaves the door open for anything."),
    "short": N_("Say what it is for, not only what is used."),
    "no_data": N_("Write which data are used."),
    "no_risk": N_(
        "Write what risk it is that the country gives no adequate protection (art. 49(1)(a))."
    ),
    "no_use": N_("Write what is done with the data."),
    "no_sources": N_("Write where the data are fetched from, or who gets them."),
    "purpose_named": N_("The form says what it is for, and which data are used."),
    # 7
    "joined": N_("Is it two purposes? Then divide it, so that one can be answered without both."),
    "twice": N_("Two purposes have the same words. Change one, or take it away."),
    "no_use_of_picture": N_(
        "Choose what is done with the picture: each thing is ticked by itself."
    ),
    "no_taking": N_(
        "Taking the picture is not asked about. A consent must cover all that is done."
    ),
    "no_keeping": N_(
        "Keeping the picture is not asked about. A consent must cover all that is done."
    ),
    "own_boxes": N_("Each purpose has its own box for yes and for no."),
    "one_purpose": N_("Not relevant: the form has one purpose."),
    # 8
    "no_unit": N_("Write which unit it is that asks."),
    "no_contact": N_("Write how the unit is reached."),
    "no_officer": N_("Write the officer's name in the settings: it is printed on each form."),
    "not_reached": N_("Write in the settings how the municipality and the officer are reached."),
    "printed": N_("The program prints the municipality, the unit and the officer on each form."),
    # 9
    "no_date": N_("Write the date that it lasts to."),
    "until_past": N_("The date is past. Write one that is to come."),
    "no_end": N_(
        "It has no end. The handbook wants one, three or five years, so that people are asked anew."
    ),
    "lasts": N_("The form says how long."),
    # 10
    "no_withdrawal": N_(
        "Write that it can be withdrawn at any time, and how. Without it no consent is valid."
    ),
    "denied": N_("Strike the sentence: a consent can always be withdrawn."),
    "hard": N_("Make it easier: as easy as it was to say yes."),
    "release_after": N_(
        "Write what happens then: no more is shared, but what has been shared is not deleted by it."
    ),
    "no_after": N_("Write what happens when somebody withdraws."),
    "no_irrevocable": N_(
        "Write what cannot be undone: what is printed, handed out, or shows several people."
    ),
    "told": N_("The form says that it can be withdrawn, and how."),
    # 11
    "costs": N_("Strike what threatens: saying no, or withdrawing, may cost nothing."),
    "shuts_out": N_("Who says no may lose only what the yes itself would have given. Is it so?"),
    "no_refusing": N_("Write what follows from saying no: nothing worse."),
    # 12–13
    "not_online": N_("Not relevant: it is no online service."),
    "no_children": N_("Not relevant: the form is not about children."),
    "not_marked": N_(
        "Tick that it is a service on the internet, and write how the age is checked."
    ),
    "no_age_check": N_("Write how the age is checked."),
    "age_checked": N_("The form says how the age is checked."),
    "no_parent_needed": N_(
        "Not relevant: for counselling and small contests the child answers alone."
    ),
    "givers_by_age": N_("The program works out from the age who must sign."),
    # 14–16
    "registered": N_("The program keeps who, when, how, and the version of the form."),
    "no_responsible": N_("Write the role that answers for the form: it is followed up yearly."),
    "changed_since": N_("The follow-up said that something has changed. Write the form anew."),
    "yearly": N_("The program asks the one responsible every year."),
    "asks_anew": N_(
        "The purposes are not those of the version in use. Who answered it must be asked anew."
    ),
    "renewed": N_("The program tells before consents end, and when a child grows older."),
}
_FIELDS = {
    "title": N_("Title"),
    "unit": N_("Unit that asks"),
    "responsible": N_("Role that answers for it"),
    "purposes": N_("Purposes"),
    "sources": N_("From whom we get them"),
    "data": N_("Which data"),
    "recipients": N_("Who gets them"),
    "use": N_("What we do"),
    "lasting": N_("How long the answer holds"),
    "until": N_("To and with"),
    "withdraw_how": N_("How it is taken back"),
    "withdraw_after": N_("What happens then"),
    "irrevocable": N_("What cannot be undone"),
    "refusing": N_("What follows from saying no"),
    "explicit": N_("Sentence of an explicit consent"),
    "risk": N_("Risk of sending data out of the EEA"),
    "automated": N_("Decisions made by a machine"),
    "contact": N_("Contact of the unit"),
    "law": N_("Act and section"),
    "online": N_("Online service"),
    "age_check": N_("How the age is checked"),
    BASIS: N_("Is consent right?"),
}
_OUTCOMES = {
    Outcome.NOT_MET: N_("Must be put right"),
    Outcome.UNANSWERED: N_("Unanswered"),
    Outcome.DOUBT: N_("Worth another look"),
    Outcome.MET: N_("Met"),
    Outcome.NOT_RELEVANT: N_("Not relevant"),
}


def point_title(number: int) -> str:
    """What the point is about."""
    return _(_TITLES[number])


def point_place(number: int) -> str:
    """Where the requirement stands."""
    return _WHERE[number]


def asked_words(number: int) -> str:
    """What a person answers to the point; empty where the program always sees it."""
    return _(_ASKED[number]) if number in _ASKED else ""


def outcome_words(outcome: Outcome) -> str:
    """How a point stands, in a word or two."""
    return _(_OUTCOMES[outcome])


def field_words(field: str) -> str:
    """What a field of the form is called."""
    return _(_FIELDS[field])


def finding_words(one: Finding, content: FormContent) -> str:
    """What was seen, or what is to be changed; names the purpose it is about."""
    text = _sentence(one)
    purpose = content.purpose(one.purpose)
    words = purpose.text.in_(current_language()).strip() if purpose is not None else ""
    return _("«{purpose}»: {finding}").format(purpose=words, finding=text) if words else text


def _sentence(one: Finding) -> str:
    if one.code.startswith("stop_"):
        return stop_words(Question(one.code.removeprefix("stop_")))
    if one.code == "answered":
        yes = one.outcome is Outcome.MET
        return _("Answered yes.") if yes else _("Answered no. Change it until it is yes.")
    return _(_FINDINGS[one.code])


def check_summary(findings: Iterable[Finding]) -> tuple[str, str]:
    """What all sixteen come to: a text, and a title."""
    told = tuple(findings)
    outcomes = [outcome_of(of_point(told, number)) for number in POINTS]
    wrong, left = outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNANSWERED)
    doubts = outcomes.count(Outcome.DOUBT)
    parts = []
    if wrong:
        parts.append(
            ngettext(
                "{count} point must be put right.", "{count} points must be put right.", wrong
            ).format(count=wrong)
        )
    if left:
        parts.append(
            ngettext(
                "{count} point is not answered.", "{count} points are not answered.", left
            ).format(count=left)
        )
    if doubts:
        parts.append(
            ngettext(
                "{count} point is worth another look.",
                "{count} points are worth another look.",
                doubts,
            ).format(count=doubts)
        )
    hindered = bool(wrong or left)
    title = _("The form cannot be approved yet") if hindered else _("The form can be approved")
    return " ".join(parts) or _("All sixteen points are met."), title

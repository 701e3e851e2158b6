"""Words for «is consent the right basis?»: questions, what speaks against it, better bases."""

from gdpr_desktop.consents.checking.basis import BasisAdvice, Offer, Question
from gdpr_desktop.core.text import N_, _

_QUESTIONS = {
    Question.AUTHORITY: N_("Does the person seek a service, a permit or money from us?"),
    Question.DEPENDS: N_("Must the person say yes to get what we offer?"),
    Question.EMPLOYMENT: N_("Do we ask our own employees?"),
    Question.SCHOOL: N_("Is it part of the teaching, or of the day in the kindergarten?"),
    Question.CONDITIONAL: N_("Is it asked together with an agreement that does not need it?"),
    Question.DETRIMENT: N_("Does saying no, or withdrawing, cost the person anything?"),
    Question.DUTY: N_("Would we go on if somebody withdrew?"),
    Question.LAW: N_("Does an act let us use what we get to know?"),
    Question.OPEN_ALREADY: N_("Does an act already let us fetch or share this?"),
    Question.WIDER: N_("Does the release reach further than the task?"),
    Question.RECORD: N_("Must we have the picture, for a journal or an access card?"),
    Question.HARMLESS: N_("Is it only about harmless pictures of situations?"),
}
_HELP = {
    Question.AUTHORITY: N_("Who needs us seldom dares to say no."),
    Question.DEPENDS: N_("Is the service refused without a yes that it does not need?"),
    Question.EMPLOYMENT: N_("An employee may fear what comes of a no."),
    Question.SCHOOL: N_("A pupil asked by the teacher, with all the others there."),
    Question.CONDITIONAL: N_("More data than the agreement needs."),
    Question.DETRIMENT: N_("A fee, a longer wait, a worse offer."),
    Question.DUTY: N_("Since an act says so, or since the task cannot be done without."),
    Question.LAW: N_("The task we have by law, for which the data are needed."),
    Question.OPEN_ALREADY: N_("Some acts lift the duty of confidentiality for certain cases."),
    Question.WIDER: N_("More places, more data or a longer time than needed."),
    Question.RECORD: N_("Then it is the task that asks for it, not the person's wish."),
    Question.HARMLESS: N_("The concert or the procession is what matters, not who is there."),
}
_AGAINST = {
    Question.AUTHORITY: N_("An authority and who seeks its help are not equals (recital 43)."),
    Question.EMPLOYMENT: N_("Employer and employee are not equals (recital 43)."),
    Question.SCHOOL: N_(
        "School and pupil are not equals. Use the acts on school and kindergarten."
    ),
    Question.CONDITIONAL: N_("Consent tied to an agreement is hardly free (art. 7(4))."),
    Question.DUTY: N_(
        "Then consent promises a choice that nobody has. No other basis is found afterwards."
    ),
    Question.OPEN_ALREADY: N_("Then a release is not needed, and asking for it misleads."),
    Question.WIDER: N_("A release must be of what the task needs (art. 5(1)(c))."),
    Question.RECORD: N_("Then a no cannot be respected, and the question is not honest."),
    Question.HARMLESS: N_("Such pictures may be shown without asking; a no must still be heard."),
}
_STOPS = {
    Question.DEPENDS: N_(
        "A yes that the service depends on is not free, and not valid (art. 7(4)). Use another"
        " basis, or give the service without it."
    ),
    Question.DETRIMENT: N_(
        "A yes that it costs something to refuse is not free, and not valid (recital 42). Take"
        " away what it costs, or use another basis."
    ),
    Question.LAW: N_(
        "A release alone lets us use nothing. Find the act that gives us the task (art. 6(1)(e),"
        " 6(3))."
    ),
}
_OFFERS = {
    Offer.TASK: N_("Art. 6(1)(e): a task in the public interest, with the act that gives it."),
    Offer.DUTY: N_("Art. 6(1)(c): a duty that an act lays on us."),
    Offer.CONTRACT: N_("Art. 6(1)(b): an agreement with the person, for what it needs."),
    Offer.EMPLOYMENT: N_(
        "Art. 6(1)(b) or (c): the agreement of employment, or an act on working life."
    ),
    Offer.INTEREST: N_(
        "Art. 6(1)(f): legitimate interest, where we are no authority towards the person."
    ),
    Offer.ACCESS_BY_LAW: N_(
        "The section that lifts confidentiality: name it, and tell the person."
    ),
    Offer.NARROWER: N_("The same release, of fewer places, fewer data and a shorter time."),
    Offer.SITUATION: N_(
        "Åndsverklova § 104, with art. 6(1)(e) or (f): tell people, and hear a no."
    ),
}


def question_words(question: Question) -> str:
    """The question as it is asked."""
    return _(_QUESTIONS[question])


def question_help(question: Question) -> str:
    """A sentence under it."""
    return _(_HELP[question])


def against_words(question: Question) -> str:
    """Why the answer speaks against consent."""
    return _(_AGAINST[question]) if question in _AGAINST else stop_words(question)


def stop_words(question: Question) -> str:
    """Why no consent is valid with this answer."""
    return _(_STOPS[question])


def offer_words(offer: Offer) -> str:
    """A better basis, with its article."""
    return _(_OFFERS[offer])


def advice_title(advice: BasisAdvice) -> str:
    """What the answers come to, in a line."""
    if advice.stops:
        return _("Consent is not valid here.")
    if advice.missing:
        return _("Answer all the questions.")
    return _("Another basis is better.") if advice.speaks_against else _("Consent can be right.")


def advice_text(advice: BasisAdvice) -> str:
    """What it means."""
    if advice.stops:
        return _("Change what makes it so, or use another basis. Each answer says which.")
    if advice.missing:
        return _("What they come to is said here.")
    if advice.speaks_against:
        return _("You may choose consent all the same, and then write why.")
    return _(
        "Whoever says no, or withdraws, must be heard, and another basis cannot be taken instead"
        " afterwards."
    )

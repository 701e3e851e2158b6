"""A part of a request as the page shows it: facts and deeds for each of its steps. No Qt."""

from collections.abc import Callable

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.model import Part, Request, Result, Step
from gdpr_desktop.requests.refusals.page_facts import refusal_actions, refusal_rows
from gdpr_desktop.requests.refusals.words import fee_line
from gdpr_desktop.requests.rights import result_of, rules_for, rules_of
from gdpr_desktop.requests.rights.refused import refused_whole, unsettled_fee
from gdpr_desktop.requests.steps import may_drop_data
from gdpr_desktop.requests.summary import StepFacts
from gdpr_desktop.requests.words import words


def part_facts(request: Request, part: Part, step: Step) -> StepFacts:
    """What the section of ``step`` shows. An answered part offers only its letter."""
    found = _FACTS[step](request, part)
    actions = found.actions
    if request.case.anonymised_at is not None:
        actions = ()
    elif not request.case.open:
        actions = tuple(action for action in actions if action is Action.DROP_DATA)
    elif part.answered:
        actions = tuple(action for action in actions if action in _ON_ANSWERED)
    return StepFacts(summary=found.summary, facts=found.facts, actions=actions)


_ON_ANSWERED = frozenset(
    {
        Action.LETTER_ANSWER,
        Action.LETTER_REFUSAL,
        Action.RECIPIENTS,
        Action.LETTER_RECIPIENTS,
        Action.DROP_DATA,
    }
)


def _assessment(request: Request, part: Part) -> StepFacts:
    rules = rules_of(part.right)
    action = Action.REVIEW if Step.REVIEW in rules.steps else Action.ASSESS
    own = () if refused_whole(part) else (action,)
    actions = (*own, *refusal_actions(part))
    refused = refusal_rows(part)
    fee = unsettled_fee(part)
    waiting = fee_line(fee) if fee is not None else ""
    if part.assessment is None or refused_whole(part):
        result = result_of(part) if refused else None
        said = waiting or (words(result) if result is not None else "")
        return StepFacts(summary=said, facts=refused, actions=actions)
    facts = list(rules.summary(request, part))
    if part.activity:
        facts.insert(0, (_("Processing activity"), part.activity))
    if part.basis is not None:
        facts.insert(1, (_("Lawful basis"), cited(part.basis.article)))
    result = result_of(part)
    said = waiting or (words(result) if result is not None else "")
    filled = tuple((label, text) for label, text in facts if text)
    return StepFacts(summary=said, facts=(*filled, *refused), actions=actions)


def _advice(_request: Request, part: Part) -> StepFacts:
    advice = part.advice
    if advice is None:
        return StepFacts(actions=(Action.ADVICE,))
    facts = ((_("Advice"), advice.text), (_("By"), f"{advice.name}, {long_date(advice.given_on)}"))
    return StepFacts(summary=advice.name, facts=facts, actions=(Action.ADVICE,))


def _decision(_request: Request, part: Part) -> StepFacts:
    decision = part.decision
    if decision is None:
        return StepFacts(actions=(Action.DECISION,))
    by = f"{decision.name}, {decision.role}, {long_date(decision.decided_on)}"
    facts = ((_("Decision"), decision.text), (_("By"), by))
    return StepFacts(summary=decision.name, facts=facts, actions=(Action.DECISION,))


def _carry_out(_request: Request, part: Part) -> StepFacts:
    if not part.measures:
        return StepFacts()
    done = sum(one.done for one in part.measures)
    text = _("{done} of {count} done").format(done=done, count=len(part.measures))
    facts = []
    for one in part.measures:
        said = _("Not done")
        if one.done_on is not None:
            said = f"{long_date(one.done_on)}, {one.done_by}"
        facts.append((said, f"{one.what}. {one.note}" if one.note else one.what))
    return StepFacts(summary=text, facts=tuple(facts), actions=(Action.CARRY_OUT,))


def _answer(request: Request, part: Part) -> StepFacts:
    nothing = result_of(part) is Result.NOTHING_HELD
    actions = [] if nothing else [Action.ANSWER]
    if request.wants_oral_answer:
        actions.append(Action.ORAL)
    actions.append(Action.LETTER_ANSWER)
    return StepFacts(
        summary=_("Nothing is held") if nothing else "",
        facts=rules_of(part.right).answering.summary(part),
        actions=tuple(actions),
    )


def _pack(request: Request, part: Part) -> StepFacts:
    rules = rules_of(part.right)
    needless = part.answer is None and rules_for(part).written(request, part)
    actions = () if needless else (Action.PACK,)
    if may_drop_data(request, part):
        actions = (*actions, Action.DROP_DATA)
    return StepFacts(facts=rules.answering.summary(part), actions=actions)


def _send(_request: Request, part: Part) -> StepFacts:
    dispatch = part.dispatch
    if dispatch is None:
        return StepFacts(actions=(Action.LETTER_ANSWER, Action.SEND))
    facts = (
        (_("Sent"), long_date(dispatch.sent_on)),
        (_("Channel"), words(dispatch.channel)),
        (_("By"), dispatch.sent_by),
        (_("What"), dispatch.what),
    )
    return StepFacts(
        summary=words(dispatch.channel),
        facts=facts,
        actions=(Action.LETTER_ANSWER,),
    )


def _tell(_request: Request, part: Part) -> StepFacts:
    told = part.told
    if told is None:
        return StepFacts(actions=(Action.RECIPIENTS,))
    if told.nobody:
        return StepFacts(summary=_("Nobody got the data"), actions=(Action.RECIPIENTS,))
    text = ngettext("{count} recipient", "{count} recipients", told.total)
    facts = ((_("Got the data"), text.format(count=told.total)),)
    left = ngettext("{count} is not told yet", "{count} are not told yet", told.open)
    return StepFacts(
        summary=left.format(count=told.open) if told.open else _("All are told"),
        facts=facts,
        actions=(Action.RECIPIENTS, Action.LETTER_RECIPIENTS),
    )


_FACTS: dict[Step, Callable[[Request, Part], StepFacts]] = {
    Step.REVIEW: _assessment,
    Step.ASSESS: _assessment,
    Step.ADVICE: _advice,
    Step.DECISION: _decision,
    Step.PACK: _pack,
    Step.CARRY_OUT: _carry_out,
    Step.ANSWER: _answer,
    Step.SEND: _send,
    Step.TELL: _tell,
}

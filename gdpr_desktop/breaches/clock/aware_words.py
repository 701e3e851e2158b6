"""When one is «aware» of a breach, by examples in plain words (law.md 1.8; EDPB 9/2022)."""

from gdpr_desktop.core.text import N_, _

_EXAMPLES = (
    N_(
        "Something is lost or stolen: when we see that it is gone, even if nobody is known to have "
        "opened it."
    ),
    N_("Somebody shows us that they got what was meant for another: when they show it."),
    N_(
        "We suspect that somebody has got in: when a check confirms it. A short check is allowed, "
        "but it must start at once."
    ),
    N_("Somebody demands a ransom: when we have checked that the attack is real."),
    N_("A processor tells us: when we are told. The processor shall tell us without delay."),
    N_("Somebody gets false messages in our name: when our check shows that somebody got in."),
    N_(
        "An employee knew and did not say so: from when it should have been passed on. That is how "
        "the authority counts."
    ),
    N_("We answer for the data together with others: our agreement says who notifies."),
)


def example_words() -> str:
    """The rule, and the examples as a list."""
    rule = _(
        "We are aware of it when we are reasonably sure that something has happened to personal "
        "data. Examples:"
    )
    return "\n".join((rule, *(f"• {_(text)}" for text in _EXAMPLES)))

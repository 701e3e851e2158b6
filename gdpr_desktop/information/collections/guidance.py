"""Why each step of a collection is taken, and where the rule stands."""

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.information.collections.steps import Step

_WHY = {
    Step.CHANGE: N_(
        "People are told once. When the data shall serve another purpose, or rest on another"
        " basis, the duty begins anew, and they are told before the new use begins. Handbook"
        " 4.3, articles 13(3) and 14(4)."
    ),
    Step.TELL: N_(
        "Whoever collects data tells the people about it, in writing, without being asked. Data"
        " from others: normally within ten days, and never later than a month. Handbook 4.2 and"
        " 4.3, articles 13 and 14."
    ),
    Step.EXCEPTION: N_(
        "There are few exceptions, and the municipality must prove that one holds. Where telling"
        " would take too much, the information must be published instead. Handbook 4.3,"
        " article 14(5), the Personal Data Act section 16."
    ),
    Step.ADVICE: N_(
        "The officer advises before anybody decides not to tell people. The advice stands apart"
        " from the decision. Articles 38 and 39."
    ),
    Step.DECISION: N_(
        "Not to tell people is decided by somebody the controller has delegated it to, never by"
        " the officer. Article 38(6)."
    ),
    Step.FILE: N_(
        "A letter, a note of what was said and a decision belong in the archive: so the"
        " municipality can show that people were told. Article 5(2)."
    ),
    Step.CLOSE: N_(
        "When people have been told, nothing is left to do. The case can be opened again if the"
        " data shall serve another purpose."
    ),
}


def why(step: Step) -> str:
    """The text behind «Why?»."""
    return _(_WHY[step])

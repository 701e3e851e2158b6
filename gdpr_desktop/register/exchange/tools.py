"""The buttons above the list of activities; what they do is in ``dialogs``."""

from gdpr_desktop.core.text import N_

TOOLS = (("import", N_("&Import …")), ("export", N_("&Export …")))
KEEPER_TOOLS = frozenset({"import"})
TOOL = "gdpr_desktop.register.exchange.dialogs:tool"

"""How long what proves a consent is kept after it has ended, and how it goes.

Art. 7(1) wants a consent to be proved while it is relied on; art. 17(3)(e) lets the proof stay
while a claim may come. No act says for how long. Three years is our choice: the general time limit
of claims (foreldelseslova § 2; R). A municipality may settle on another.
"""

# How much AI is in a post, and who wants that said.

disclosure-eu = EU AI Act

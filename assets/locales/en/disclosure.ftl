# How much AI is in a post, and who wants that said.

disclosure-eu = the EU AI Act

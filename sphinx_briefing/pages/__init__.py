"""Fifth stage: a selection becomes docutils nodes. The only stage that imports Sphinx."""

"""Excerpts as standard docutils nodes, one kind a module; nothing here asks the corpus."""

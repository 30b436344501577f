"""Drawings as SVG that screen readers, dark themes and printers understand; pure functions from data to text.

A drawing is one image with a title and a description; its text is text in the font of the page, its lines and areas
have the colour of the text round it. There is no script, no style sheet and no reference to anything outside.
"""

"""The readers of the formats, a module each: bytes become a Draft, and what is wrong becomes problems.

A module that needs an optional library imports it when the first file of its format is read.
"""

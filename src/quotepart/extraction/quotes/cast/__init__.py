"""Whom a phrase, a pronoun or a description means in a document."""

"""The text itself: decoded, folded for matching, cut into paragraphs, sentences and tokens."""

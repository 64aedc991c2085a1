"""The departure of a member in the reader's words: tables and page."""

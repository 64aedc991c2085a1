"""Where the pledges lead in the reader's words: tables and page."""

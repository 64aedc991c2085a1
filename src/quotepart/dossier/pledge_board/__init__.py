"""The board of pledges, member by member: its words and its page."""

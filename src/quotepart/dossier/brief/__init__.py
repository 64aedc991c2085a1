"""A brief on one member: what it holds, its words and its page."""

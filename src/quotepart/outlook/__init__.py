"""Where the pledges lead, how likely a target is, how well that was foretold before, and what is lost if a member leaves."""

"""Where the pledges lead: projections of each member's share, how likely a target is, and how well that was foretold before."""

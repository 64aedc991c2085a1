"""What a finding shows: basis, flags, working, links to other findings, and the review for publication."""

"""A pact folder becomes a pact: everything that differs between alliances is data in one folder."""

"""Who is mentioned where: actors of the pact, persons, strangers, and whom they stand for."""

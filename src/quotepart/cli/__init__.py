"""The command line: a thin door that calls the workspace and prints what it answers."""

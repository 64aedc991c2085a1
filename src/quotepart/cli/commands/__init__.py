"""One file a command or family of commands, each exporting ``COMMAND``; the folder is the list of commands."""

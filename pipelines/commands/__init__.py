"""What a person can ask for on the command line, one module a command, each with `run(arguments) -> exit code`."""

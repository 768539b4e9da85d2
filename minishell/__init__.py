"""minishell: a POSIX shell that runs jobs, written in Python."""

__version__ = "0.1.0"

"""``python -m minishell``, and what the ``minishell`` command runs."""

import sys

if not __package__:
    # Started as a file, by the launcher or for a script without "#!": an isolated Python knows no place to find us.
    sys.path.insert(0, __file__.rpartition("/")[0].rpartition("/")[0])

from minishell.app.main import main

main(sys.argv[1:])

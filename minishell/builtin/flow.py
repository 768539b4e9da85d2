from __future__ import annotations
from minishell.errors import *
def colon(sh, argv): return 0
def true(sh, argv): return 0
def false(sh, argv): return 1
def exit_(sh, argv):
    if len(argv) > 1: sh.status = int(argv[1])
    raise ExitShell
def return_(sh, argv):
    if len(argv) > 1: sh.status = int(argv[1])
    raise ReturnFunction
def break_(sh, argv):
    if not sh.loop_depth: return 0
    sh.status = 0
    raise BreakLoop(int(argv[1]) if len(argv) > 1 else 1)
def continue_(sh, argv):
    if not sh.loop_depth: return 0
    sh.status = 0
    raise ContinueLoop(int(argv[1]) if len(argv) > 1 else 1)

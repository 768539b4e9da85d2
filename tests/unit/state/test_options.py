"""Options: letters, names, subshells."""

from __future__ import annotations

from minishell.state.options import LETTERS, NAMES, Options


def test_only_hashall_is_on_at_first() -> None:
    options = Options()
    assert [name for name in NAMES if getattr(options, name)] == ["hashall"]
    assert options.letters() == "h"


def test_letters_stand_in_a_stable_order() -> None:
    options = Options()
    for name in ("xtrace", "errexit", "interactive", "noclobber", "stdin", "pipefail"):
        setattr(options, name, True)
    assert options.letters() == "Cehxis"


def test_letters_of_the_standard() -> None:
    assert "".join(LETTERS) == "abCefhmnuvx"


def test_restore_gives_back_every_option() -> None:
    options = Options()
    options.errexit = True
    snapshot = options.snapshot()
    options.errexit = False
    options.pipefail = True
    options.interactive = True
    assert options.value_in(snapshot, "errexit")
    assert not options.value_in(snapshot, "pipefail")
    options.restore(snapshot)
    assert (options.errexit, options.pipefail, options.interactive) == (True, False, False)

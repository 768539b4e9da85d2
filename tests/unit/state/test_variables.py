"""Variables: values, attributes, the environment, scopes, subshells."""

from __future__ import annotations

import os

import pytest

from minishell.errors import AssignmentError
from minishell.state.variables import VariableStore


@pytest.fixture
def store() -> VariableStore:
    return VariableStore()


def test_assign_and_get(store: VariableStore) -> None:
    store.assign("x", "1")
    assert store.get("x") == "1"
    assert store.values["x"] == "1"
    assert store.get("y") is None


def test_unset_takes_value_and_export_attribute_away(store: VariableStore) -> None:
    store.export("x")
    store.assign("x", "1")
    store.unset("x")
    assert store.get("x") is None
    assert "x" not in store.exported
    assert "x" not in store.guarded


def test_readonly_can_be_neither_assigned_nor_unset(store: VariableStore) -> None:
    store.assign("x", "1")
    store.set_readonly("x")
    with pytest.raises(AssignmentError, match=r"^x: is read only$"):
        store.assign("x", "2")
    with pytest.raises(AssignmentError, match=r"^x: is read only$"):
        store.unset("x")
    assert store.get("x") == "1"


def test_plain_names_may_be_written_directly(store: VariableStore) -> None:
    store.values["x"] = "1"
    assert "x" not in store.guarded
    store.export("x")
    assert "x" in store.guarded
    assert store.environment() == {b"x": b"1"}
    store.unexport("x")
    assert "x" not in store.guarded
    assert store.environment() == {}


def test_environment_follows_changes(store: VariableStore) -> None:
    store.export("x")
    assert store.environment() == {}
    store.assign("x", "1")
    assert store.environment() == {b"x": b"1"}
    store.assign("x", "2")
    assert store.environment() == {b"x": b"2"}
    store.unset("x")
    assert store.environment() == {}


def test_environment_is_made_once(store: VariableStore) -> None:
    store.export("x")
    store.assign("x", "1")
    assert store.environment() is store.environment()


def test_hooks_hear_of_changes(store: VariableStore) -> None:
    heard: list[str | None] = []
    store.add_hook("PATH", heard.append)
    store.assign("PATH", "/bin")
    store.push_scope()
    store.declare_local("PATH")
    store.assign("PATH", "/usr/bin")
    store.pop_scope()
    store.unset("PATH")
    assert heard == ["/bin", "/usr/bin", "/bin", None]
    assert "PATH" in store.guarded


# The environment that a shell was given


def test_import_exports_variables_and_sets_those_of_a_shell(store: VariableStore) -> None:
    store.import_environment({b"x": b"\xff", b"IFS": b"x", b"OPTIND": b"7", b"PPID": b"3", b"LINENO": b"9", b"PS2": b"? "})
    assert store.get("x") == "\udcff"
    assert store.get("IFS") == " \t\n"
    assert store.get("OPTIND") == "1"
    assert store.get("PPID") == str(os.getppid())
    assert store.get("LINENO") is None
    assert store.get("PS2") == "? "
    assert store.get("PS4") == "+ "
    assert store.environment()[b"x"] == b"\xff"
    assert b"LINENO" not in store.environment()
    assert b"PS4" not in store.environment()


def test_import_hands_odd_names_on(store: VariableStore) -> None:
    store.import_environment({b"BASH_FUNC_f%%": b"() { :; }", b"1a": b"x", b"\xc3\xa4": b"y"})
    assert store.get("1a") is None
    assert store.environment()[b"BASH_FUNC_f%%"] == b"() { :; }"
    assert store.environment()[b"1a"] == b"x"
    assert store.environment()[b"\xc3\xa4"] == b"y"


@pytest.mark.parametrize("given", [b"/nowhere", b"real", b"%(here)s/.", b"%(here)s/../real", b""])
def test_import_does_not_believe_a_wrong_pwd(
    store: VariableStore, given: bytes, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.path.join(os.path.realpath(tmp_path), "real")
    os.mkdir(real)
    monkeypatch.chdir(real)
    store.import_environment({b"PWD": given.replace(b"%(here)s", os.fsencode(real))})
    assert store.get("PWD") == real


def test_import_believes_a_pwd_by_way_of_a_link(
    store: VariableStore, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.path.join(tmp_path, "link")
    os.mkdir(os.path.join(tmp_path, "real"))
    os.symlink("real", link)
    monkeypatch.chdir(link)
    store.import_environment({b"PWD": os.fsencode(link)})
    assert store.get("PWD") == link


def test_import_gives_a_path_that_is_not_exported_when_there_is_none(store: VariableStore) -> None:
    store.import_environment({})
    assert store.get("PATH") == "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    assert b"PATH" not in store.environment()


# Scopes


def test_scope_gives_back_values_and_attributes(store: VariableStore) -> None:
    store.assign("x", "1")
    store.push_scope()
    store.declare_local("x")
    store.declare_local("y")
    assert store.get("x") == "1"
    store.assign("x", "2")
    store.export("x")
    store.assign("y", "3")
    store.set_readonly("y")
    store.assign("z", "4")
    store.pop_scope()
    assert (store.get("x"), store.get("y"), store.get("z")) == ("1", None, "4")
    assert store.environment() == {}
    store.assign("y", "5")
    assert store.guarded == {"RANDOM", "SECONDS"}


def test_scopes_nest(store: VariableStore) -> None:
    assert not store.has_scope
    store.assign("x", "1")
    store.push_scope()
    store.declare_local("x")
    store.assign("x", "2")
    store.push_scope()
    store.declare_local("x")
    store.unset("x")
    store.pop_scope()
    assert store.get("x") == "2"
    assert store.has_scope
    store.pop_scope()
    assert store.get("x") == "1"


def test_only_the_first_declaration_counts(store: VariableStore) -> None:
    store.assign("x", "1")
    store.push_scope()
    store.declare_local("x")
    store.assign("x", "2")
    store.declare_local("x")
    store.pop_scope()
    assert store.get("x") == "1"


def test_readonly_stays_when_it_was_before_the_scope(store: VariableStore) -> None:
    store.set_readonly("x")
    store.push_scope()
    store.declare_local("x")
    store.pop_scope()
    assert "x" in store.readonly


# Subshells


def test_restore_leaves_no_trace(store: VariableStore) -> None:
    store.assign("x", "1")
    store.assign("e", "1")
    store.export("e")
    values, guarded = store.values, store.guarded
    snapshot = store.snapshot()
    store.assign("x", "2")
    store.assign("e", "2")
    store.set_readonly("r")
    store.export("x")
    store.unset("SECONDS")
    store.add_hook("h", lambda value: None)
    store.option_index = 3
    store.restore(snapshot)
    assert store.values is values
    assert store.guarded is guarded
    assert store.values == {"x": "1", "e": "1"}
    assert store.environment() == {b"e": b"1"}
    assert store.guarded == {"e", "RANDOM", "SECONDS"}
    assert store.readonly == set()
    assert store.get("SECONDS") == "0"
    assert store.option_index == 0


def test_restore_gives_the_innermost_scope_back(store: VariableStore) -> None:
    store.push_scope()
    store.declare_local("x")
    snapshot = store.snapshot()
    store.assign("y", "inner")
    store.declare_local("y")
    store.restore(snapshot)
    store.assign("y", "outer")
    store.pop_scope()
    assert store.get("y") == "outer"
    assert not store.has_scope


# RANDOM and SECONDS


def test_random_is_in_its_range_and_repeats_after_a_seed(store: VariableStore) -> None:
    numbers = [int(store.get("RANDOM") or "-1") for _ in range(1000)]
    assert min(numbers) >= 0
    assert max(numbers) <= 32767
    assert len(set(numbers)) > 900
    store.assign("RANDOM", "42")
    first = [store.get("RANDOM") for _ in range(3)]
    store.assign("RANDOM", "42")
    assert [store.get("RANDOM") for _ in range(3)] == first
    assert "RANDOM" not in store.values


def test_subshells_get_random_numbers_of_their_own_and_leave_the_sequence_alone(store: VariableStore) -> None:
    store.assign("RANDOM", "1")
    expected = [store.get("RANDOM") for _ in range(2)]
    store.assign("RANDOM", "1")
    inner = []
    outer = []
    for _ in range(2):
        snapshot = store.snapshot()
        inner.append(store.get("RANDOM"))
        store.restore(snapshot)
        outer.append(store.get("RANDOM"))
    assert inner[0] != inner[1]
    assert outer == expected


def test_seconds_count_from_what_was_assigned(store: VariableStore) -> None:
    assert store.get("SECONDS") == "0"
    store.assign("SECONDS", "100")
    assert store.get("SECONDS") == "100"
    store.push_scope()
    store.declare_local("SECONDS")
    store.assign("SECONDS", "5")
    assert store.get("SECONDS") == "5"
    store.pop_scope()
    assert store.get("SECONDS") == "100"
    store.assign("SECONDS", "x")
    assert store.get("SECONDS") == "0"


def test_unset_takes_the_meaning_away(store: VariableStore) -> None:
    store.unset("RANDOM")
    assert store.get("RANDOM") is None
    assert "RANDOM" not in store.guarded
    store.assign("RANDOM", "7")
    assert store.get("RANDOM") == "7"
    assert store.values["RANDOM"] == "7"


def test_exported_dynamic_variables_are_always_up_to_date(store: VariableStore) -> None:
    store.export("SECONDS")
    assert store.environment() == {b"SECONDS": b"0"}
    store.assign("SECONDS", "9")
    assert store.environment() == {b"SECONDS": b"9"}


def test_names_are_sorted_and_include_dynamic_ones(store: VariableStore) -> None:
    store.assign("b", "")
    store.assign("a", "")
    assert store.names() == ["RANDOM", "SECONDS", "a", "b"]

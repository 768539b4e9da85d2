"""Pattern matching notation (2.14)."""

from __future__ import annotations

import time

import pytest

from minishell.pattern import escape, has_special, matcher, remove_prefix, remove_suffix, unescape


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        ("", [""], ["a"]),
        ("abc", ["abc"], ["", "ab", "abcd", "ABC"]),
        ("*", ["", "a", "a\nb", "/"], []),
        ("a*", ["a", "abc"], ["", "ba"]),
        ("*a", ["a", "cba"], ["", "ab"]),
        ("*a*", ["a", "bab"], ["", "b"]),
        ("a*b", ["ab", "axb", "a\nb", "abb"], ["a", "b", "abx"]),
        ("a*a", ["aa", "aba"], ["a"]),
        ("a*b*c", ["abc", "axbxc", "abbcc"], ["ac", "abcx", "acb"]),
        ("*ab*ba*", ["abba", "xabxbax"], ["aba"]),
        ("?", ["a", "é", "\n", "\udcff", "\U0001f600"], ["", "ab"]),
        ("a?c", ["abc", "a?c"], ["ac", "abbc"]),
        ("*?", ["a", "ab"], [""]),
        ("?*?", ["ab", "abc"], ["a"]),
        ("*a?c*", ["abc", "xaabcx", "aaac"], ["ac", "acb"]),
        ("**", ["", "a"], []),
        ("[ab]", ["a", "b"], ["", "c", "ab"]),
        ("[!ab]", ["c", "]", "\udcff"], ["a", ""]),
        ("[^ab]", ["c", "^"], ["a", "b"]),
        ("[a^]", ["a", "^"], ["b"]),
        ("[a!]", ["a", "!"], ["b"]),
        ("[a-c]", ["a", "b", "c"], ["d", "-"]),
        ("[c-a]", [], ["a", "b", "c", "-"]),
        ("[-a]", ["-", "a"], ["b"]),
        ("[a-]", ["-", "a"], ["b"]),
        ("[!-a]", ["b"], ["-", "a"]),
        ("[a-c-e]", ["a", "b", "-", "e"], ["d"]),
        ("[--/]", ["-", ".", "/"], ["0", ","]),
        ("[]a]", ["]", "a"], ["[", "b"]),
        ("[!]a]", ["b"], ["]", "a"]),
        ("[]-a]", ["]", "^", "a"], ["b", "["]),
        ("[[]", ["["], ["]"]),
        ("[*?]", ["*", "?"], ["a"]),
        ("[/]", ["/"], ["a"]),
        ("[\\]]", ["]"], ["\\"]),
        ("[a\\-c]", ["a", "-", "c"], ["b", "\\"]),
        ("[\\!a]", ["!", "a"], ["b"]),
        ("[a-\\c]", ["a", "b", "c"], ["d", "\\"]),
        ("[\\\\]", ["\\"], ["a"]),
        ("[[:digit:]]", ["0", "9"], ["a", ":", "٣"]),
        ("[![:digit:]]", ["a"], ["5"]),
        ("[[:alpha:][:digit:]_]", ["a", "É", "5", "_"], ["-", " "]),
        ("[[:digit:]-z]", ["5", "-", "z"], ["y"]),
        ("[a-[:digit:]]", ["a", "-", "5"], ["b"]),
        ("[[:upper:]]", ["A", "É"], ["a", "1"]),
        ("[[:lower:]]", ["a", "é"], ["A"]),
        ("[[:alnum:]]", ["a", "1"], ["_"]),
        ("[[:space:]]", [" ", "\t", "\n", "\v", "\f", "\r"], ["a", "\x1c"]),
        ("[[:blank:]]", [" ", "\t"], ["\n", "a"]),
        ("[[:punct:]]", ["!", "_", "~", "€"], ["a", " ", "1"]),
        ("[[:cntrl:]]", ["\x01", "\x7f", "\n"], ["a", " "]),
        ("[[:graph:]]", ["a", "!"], [" ", "\n"]),
        ("[[:print:]]", ["a", " "], ["\n", "\x7f"]),
        ("[[:xdigit:]]", ["f", "F", "0"], ["g", "é"]),
        ("[[:nosuch:]]", [], ["n", ":", "["]),
        ("[[:nosuch:]a]", ["a"], ["n"]),
        ("[[:alpha:]", ["[a", "[:"], ["a", "[b"]),
        ("[[:]", ["[", ":"], ["a"]),
        ("[\\[:alpha:]]", ["a]", "[]", ":]"], ["a", "b"]),
        ("[[.a.]]", ["a"], [".", "["]),
        ("[[.-.]]", ["-"], ["."]),
        ("[[.].]]", ["]"], ["."]),
        ("[[=a=]b]", ["a", "b"], ["="]),
        ("[[.a.]-[.c.]]", ["b"], ["d"]),
        ("[[.ab.]]", [], ["a", "ab"]),
        ("[", ["["], ["a"]),
        ("[a", ["[a"], ["a"]),
        ("[]", ["[]"], ["[", ""]),
        ("[!]", ["[!]"], ["a"]),
        ("[a\\]", ["[a]"], ["a"]),
        ("a[", ["a["], ["a"]),
        ("[a*", ["[a", "[ab"], ["a"]),
        ("[[a]", ["[", "a"], ["b"]),
        ("x[a]y[b]*z", ["xaybz", "xayb--z"], ["xaybx", "xbybz"]),
        ("\\*", ["*"], ["a", "\\*"]),
        ("a\\*b*", ["a*b", "a*bc"], ["axb"]),
        ("\\a\\b", ["ab"], ["\\a\\b"]),
        ("\\\\", ["\\"], ["\\\\"]),
        ("a\\", ["a\\"], ["a"]),
        ("*\\", ["\\", "a\\"], ["a"]),
        ("*.[ch]", ["a.c", "b.h", ".c"], ["a.o", "ac"]),
        ("[0-9][0-9]-*", ["12-", "12-x"], ["1-", "x2-"]),
    ],
)
def test_matching(pattern: str, matching: list[str], others: list[str]) -> None:
    matches = matcher(pattern)
    assert [text for text in matching if not matches(text)] == []
    assert [text for text in others if matches(text)] == []


@pytest.mark.parametrize(
    ("text", "pattern", "shortest_prefix", "longest_prefix", "shortest_suffix", "longest_suffix"),
    [
        ("a/b/c", "*/", "b/c", "c", "a/b/c", "a/b/c"),
        ("a/b/c", "/*", "a/b/c", "a/b/c", "a/b", "a"),
        ("a/b/c", "*", "a/b/c", "", "a/b/c", ""),
        ("a/b/c", "", "a/b/c", "a/b/c", "a/b/c", "a/b/c"),
        ("a/b/c", "a", "/b/c", "/b/c", "a/b/c", "a/b/c"),
        ("a/b/c", "c", "a/b/c", "a/b/c", "a/b/", "a/b/"),
        ("a/b/c", "?", "/b/c", "/b/c", "a/b/", "a/b/"),
        ("a/b/c", "*/*", "b/c", "", "a/b", ""),
        ("a/b/c", "a*", "/b/c", "", "", ""),
        ("a/b/c", "*c", "", "", "a/b/", ""),
        ("a/b/c", "x*", "a/b/c", "a/b/c", "a/b/c", "a/b/c"),
        ("a/b/c", "*x", "a/b/c", "a/b/c", "a/b/c", "a/b/c"),
        ("abab", "a*b", "ab", "", "ab", ""),
        ("abab", "*a?", "ab", "", "ab", ""),
        ("12ab34", "[0-9]*", "2ab34", "", "12ab3", ""),
        ("12ab34", "*[0-9]", "2ab34", "", "12ab3", ""),
        ("12ab34", "[!0-9]*", "12ab34", "12ab34", "12a", "12"),
        ("12ab34", "*[!0-9]", "b34", "34", "12ab34", "12ab34"),
        ("12ab34", "*[a-z][a-z]*", "34", "", "12", ""),
        ("ab", "abc", "ab", "ab", "ab", "ab"),
        ("a*b", "\\**", "a*b", "a*b", "a", "a"),
        ("", "*", "", "", "", ""),
        ("a/b/c", "*/?", "/c", "", "a/b", ""),
        ("a-b_c-d", "[-_]?", "a-b_c-d", "a-b_c-d", "a-b_c", "a-b_c"),
        ("a-b_c-d", "*[-_]?", "_c-d", "", "a-b_c", ""),
        ("a-b_c-d", "[-_]*", "a-b_c-d", "a-b_c-d", "a-b_c", "a"),
        ("aaa", "a*a", "a", "", "a", ""),
        ("xaxbx", "*a*b*", "x", "", "x", ""),
    ],
)
def test_removal(
    text: str, pattern: str, shortest_prefix: str, longest_prefix: str, shortest_suffix: str, longest_suffix: str
) -> None:
    assert remove_prefix(text, pattern, False) == shortest_prefix
    assert remove_prefix(text, pattern, True) == longest_prefix
    assert remove_suffix(text, pattern, False) == shortest_suffix
    assert remove_suffix(text, pattern, True) == longest_suffix


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("abc", False),
        ("a*", True),
        ("?", True),
        ("[a]", True),
        ("[a", False),
        ("[", False),
        ("[]", False),
        ("\\*\\?", False),
        ("\\[a]", False),
    ],
)
def test_has_special(pattern: str, expected: bool) -> None:
    assert has_special(pattern) is expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("abc", "abc"), ("\\a\\*", "a*"), ("\\\\", "\\"), ("a\\", "a\\"), ("\\\\\\", "\\\\"), ("", ""), ("\\", "\\"), ("[a", "[a")],
)
def test_unescape(pattern: str, expected: str) -> None:
    assert unescape(pattern) == expected


@pytest.mark.parametrize("text", ["", "abc", "a*b?c[d]", "\\", "\\\\*", "a-z!^]", "[:alpha:]", "é\n"])
def test_escaped_text_matches_itself_only(text: str) -> None:
    assert matcher(escape(text))(text)
    assert not has_special(escape(text))
    assert unescape(escape(text)) == text
    assert matcher(f"[{escape(text)}x]")("x")


def test_a_cache_that_is_full_starts_anew() -> None:
    for number in range(2000):
        assert matcher(f"{number}*")(f"{number}x")
        assert remove_prefix(f"{number}x", f"{number}?", True) == ""


@pytest.mark.parametrize(
    "pattern",
    ["*a*a*a*a*a*a*a*a*b", "*[ab]*[ab]*[ab]*c", "a*?a*?a*?a*?b", "*a?a?a?b*", "*".join("[!b]" * 30) + "b"],
)
def test_no_pattern_takes_for_ever(pattern: str) -> None:
    text = "a" * 20_000
    start = time.process_time()
    assert not matcher(pattern)(text)
    for longest in (False, True):
        assert remove_prefix(text, pattern, longest) == text
        assert remove_suffix(text, pattern, longest) == text
    assert time.process_time() - start < 30


def test_large_values() -> None:
    text = "word/" * 200_000 + "end"
    start = time.process_time()
    assert remove_prefix(text, "*/", True) == "end"
    assert remove_suffix(text, "/*", True) == "word"
    assert len(remove_prefix(text, "*/", False)) == 999_998
    assert len(remove_suffix(text, "/*", False)) == 999_999
    assert len(remove_suffix(text, "[!/]*", False)) == 1_000_002
    assert matcher("*[0-9]*")(text) is False
    assert time.process_time() - start < 30

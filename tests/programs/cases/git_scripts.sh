# needs: git
# skip: .git
# What git still has in sh: rewriting history, subtrees, hooks.
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=c GIT_COMMITTER_EMAIL=c@d GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_DATE='2020-01-01T00:00:00Z' GIT_COMMITTER_DATE='2020-01-01T00:00:00Z' FILTER_BRANCH_SQUELCH_WARNING=1
core=$(git --exec-path)
PATH=$core:$PATH
git init -q -b main repository
cd repository
for n in 1 2 3; do
	mkdir -p "dir $n"
	echo "$n" >"dir $n/file"
	git add .
	git commit -q -m "commit $n"
done
if test -r "$core/git-filter-branch" && head -n 1 "$core/git-filter-branch" | grep -q sh; then
	$SH "$core/git-filter-branch" --msg-filter 'sed "s/^/filtered: /"' --tree-filter 'echo extra >extra' -- --all 2>&1 |
		tr '\r' '\n' | sed 's/(.*//'
	git log --format='%s %T'
	$SH "$core/git-filter-branch" -f --env-filter 'GIT_AUTHOR_NAME="n e w"; export GIT_AUTHOR_NAME' HEAD 2>&1 |
		tr '\r' '\n' | sed 's/(.*//'
	git log --format='%an %H'
	$SH "$core/git-filter-branch" --nonsense
	echo "status $?"
fi
if test -r "$core/git-subtree"; then
	$SH "$core/git-subtree" split --prefix='dir 2' --quiet
	$SH "$core/git-subtree" add
	echo "status $?"
fi
for hook in .git/hooks/*.sample; do
	if head -n 1 "$hook" | grep -q '/sh'; then
		echo "${hook##*/}"
		echo 'a subject' >message
		$SH "$hook" message </dev/null 2>&1
		echo "status $?"
	fi
done

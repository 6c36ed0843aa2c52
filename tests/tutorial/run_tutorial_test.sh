#!/usr/bin/env bash
# The tutorial's test itself must go red: for a step that fails, one that should have, words that nobody said, no steps.
set -euo pipefail
source=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
refuses() {
  printf '%s\n' "$2" >"$work/tutorial.md"
  if "$source/tests/tutorial/run_tutorial.sh" "$source" "$build" "$work/tutorial.md" >"$work/out.txt" 2>&1; then
    echo "not noticed: $1"; exit 1
  fi
  grep -q "$3" "$work/out.txt" || { echo "not named: $1"; cat "$work/out.txt"; exit 1; }
}
refuses "a step that fails" $'```sh\nfalse\n```' '"false" ended with 1, not 0'
refuses "a step that should fail" $'```sh\ntrue # exits 1\n```' 'ended with 0, not 1'
refuses "words that nobody said" $'```sh\necho one\n```\n\n```text\ntwo\n```' 'nobody said "two"'
refuses "a file that is not what it should be" $'```lua x.lua\none\n```\n\n```sh\ngrep -q two x.lua\n```' 'ended with 1'
refuses "a tutorial without steps" "text" "has no steps"

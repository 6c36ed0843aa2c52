#!/usr/bin/env bash
# The README test itself must go red: for a command that fails, for one that should have failed, and for no command at all.
set -euo pipefail
source=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
refuses() {
  printf '%s\n' "$2" >"$work/README.md"
  if "$source/tests/readme/run_commands.sh" "$source" "$build" "$work/README.md" >"$work/out.txt" 2>&1; then
    echo "not noticed: $1"; exit 1
  fi
  grep -q "$3" "$work/out.txt" || { echo "not named: $1"; cat "$work/out.txt"; exit 1; }
}
refuses "a command that fails" $'```sh\nfalse\n```' '"false" ended with 1, not 0'
refuses "a command that should fail" $'```sh\ntrue # exits 1\n```' 'ended with 0, not 1'
refuses "a README without commands" "text" "README has no commands"

#!/usr/bin/env bash
# run_commands.sh SOURCE BUILD [README]: runs each line of the README's ```sh blocks as a newcomer would, in a copy of the
# samples, scripts, plugins and templates with the built program at build/release/engross. A line that ends in "# exits N"
# must end with that code, every other with 0. `./dev` lines are left out: CI itself is their test.
set -euo pipefail
source=$1 build=$2 readme=${3:-$1/README.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/build/release"
cp -r "$source"/{samples,scripts,plugins,templates} "$work/"
ln -s "$build/engross" "$work/build/release/engross"
ln -s "$build/engross_samples" "$work/build/release/engross_samples"
cd "$work"
export ENGROSS_HOME=$work

count=0 failed=0
while IFS= read -r line; do
  [[ -z $line || $line == \#* || $line == ./dev* ]] && continue
  expected=0
  [[ $line =~ \#\ exits\ ([0-9]+)$ ]] && expected=${BASH_REMATCH[1]}
  status=0
  bash -c "$line" >output.txt 2>&1 </dev/null || status=$?
  count=$((count + 1))
  if ((status != expected)); then
    printf 'README: "%s" ended with %s, not %s:\n' "$line" "$status" "$expected"
    sed 's/^/  /' output.txt
    failed=$((failed + 1))
  fi
done < <(awk '/^```sh$/{inside=1; next} /^```$/{inside=0} inside' "$readme")

((count > 0)) || { echo "README has no commands"; exit 1; }
printf '%s commands run, %s failed\n' "$count" "$failed"
((failed == 0))

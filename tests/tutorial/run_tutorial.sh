#!/usr/bin/env bash
# run_tutorial.sh SOURCE BUILD [TUTORIAL]: follows the tutorial from its first line to its last. A block "```lua FILE" or
# "```json FILE" is written to FILE; each line of "```sh" is run, and ends with 0 or with the N of "# exits N"; a "```text"
# block must stand in what the commands of the block before it said. Stops at the first step that does not do what it says.
set -uo pipefail
source=$1 build=$2 tutorial=${3:-$1/docs/writing-a-document-type.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin" "$work/home" "$work/desk"
cp -r "$source"/{scripts,plugins,templates} "$work/home/"
ln -s "$build/engross" "$work/bin/engross"
export PATH="$work/bin:$PATH" ENGROSS_SOURCE="$work/home" LC_ALL=C.UTF-8
cd "$work/desk" || exit 1

steps=0 kind='' file='' number=0
stop() {
  printf '%s:%s: %s\n' "$(basename "$tutorial")" "$number" "$1"
  sed 's/^/  /' "$work/said" 2>/dev/null
  exit 1
}
while IFS= read -r line || [[ -n $line ]]; do
  number=$((number + 1))
  if [[ $line == '```'* ]]; then
    if [[ -n $kind ]]; then kind=''; continue; fi
    read -r kind file <<<"${line:3}"
    kind=${kind:-plain}
    case $kind in
      sh) : >"$work/said" ;;
      lua | json) if [[ -n $file ]]; then mkdir -p "$(dirname "$file")" && : >"$file"; fi ;;
    esac
    continue
  fi
  case $kind in
    sh)
      [[ -z $line ]] && continue
      expected=0
      [[ $line =~ \#\ exits\ ([0-9]+)$ ]] && expected=${BASH_REMATCH[1]}
      status=0
      eval "$line" >>"$work/said" 2>&1 </dev/null || status=$?
      ((status == expected)) || stop "\"$line\" ended with $status, not $expected:"
      steps=$((steps + 1))
      ;;
    lua | json) [[ -n $file ]] && printf '%s\n' "$line" >>"$file" ;;
    text) tr '\302\240' '  ' <"$work/said" | tr -s ' ' | grep -qF -- "$line" || stop "nobody said \"$line\", but:" ;;
  esac
done <"$tutorial"

((steps > 0)) || { echo "the tutorial has no steps"; exit 1; }
printf '%s steps done\n' "$steps"

#!/usr/bin/env bash
# run.sh BUILD: builds and runs every measurement; each prints its own table of ratios, both sides in one run.
set -euo pipefail
build=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
names=()
for source in tests/bench/*_bench.cpp; do
  names+=("$(basename "$source" .cpp)")
done
cmake --build "$build" --target "${names[@]}" >/dev/null
for name in "${names[@]}"; do
  printf '\n== %s\n' "$name"
  "$build/$name" "$build/engross"
done

#!/usr/bin/env bash
# run.sh BUILD [NAME…]: builds and runs every measurement, or those named; each prints its table as Markdown, both sides of
# a ratio in one run. Ends with 1 where one failed or missed a bar that it holds itself to. Programs to compare with that
# are not installed are left out of their table, which says so.
set -euo pipefail
build=$(realpath "$1")
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
peers=tests/bench/rival/peers

names=("$@")
if ((${#names[@]} == 0)); then
  for source in tests/bench/*_bench.cpp; do
    names+=("$(basename "$source" .cpp)")
  done
fi
cmake --build "$build" --target engross "${names[@]}" >/dev/null

# The lines of programs that set the letter and the report: name, then ms, pages and bytes of each.
settings() {
  local work=$build/bench
  mkdir -p "$work"
  "$build/rival_bench" --write "$work"
  "$build/rival_bench"
  # Not "npm ci": the lock file names the compilers of Linux on x86-64 only.
  if command -v npm >/dev/null; then
    cp $peers/package.json $peers/package-lock.json $peers/typst_pages.mjs "$work/"
    (cd "$work" && npm install --silent --no-audit --no-fund >&2 && node typst_pages.mjs "$work") || true
  fi
  local program
  for program in reportlab weasyprint libreoffice; do
    /usr/bin/python3 "$peers/${program}_pages.py" "$work" 2>/dev/null || true
  done
}

# Says which programs the table leaves out, and how to have them.
left_out() {
  command -v node >/dev/null || missing nodejs
  /usr/bin/python3 -c 'import reportlab' 2>/dev/null || missing python3-reportlab
  command -v weasyprint >/dev/null || missing weasyprint
  command -v soffice >/dev/null || missing libreoffice-writer-nogui
}
missing() {
  printf '\nNot measured: %s is not installed (apt-get install --no-install-recommends %s).\n' "$1" "$1"
}

rival_bench() {
  settings | awk -F'\t' '
    NR == 1 { letter = $2; report = $5 / $6
              print "| same content | letter, ms | ratio | kB | report, ms | pages | pages/s | ratio a page |"
              print "|---|---:|---:|---:|---:|---:|---:|---:|" }
    { printf "| %s | %.2f | %.2f | %.0f | %.1f | %d | %.0f | %.2f |\n",
             $1, $2, $2 / letter, $4 / 1000, $5, $6, $6 * 1000 / $5, $5 / $6 / report }'
  left_out
  printf '\n| one report, layout and PDF alone | s | pages/s | peak MB | kB a page beyond the first |\n|---:|---:|---:|---:|---:|\n'
  local parts
  for parts in 1 10 100; do
    "$build/rival_bench" --grow "$parts"
  done | awk -F'\t' '
    NR == 1 { pages = $1; bytes = $3 }
    { printf "| %d pages | %.2f | %.0f | %.0f | %s |\n", $1, $2, $1 / $2, $3 / 1e6,
             NR == 1 ? "" : sprintf("%.1f", ($3 - bytes) / ($1 - pages) / 1000) }'
}

missed=0
for name in "${names[@]}"; do
  printf '\n### %s\n\n' "$name"
  if [[ $name == rival_bench ]]; then
    rival_bench
  else
    "$build/$name" "$build/engross" || missed=1
  fi
done
exit $missed

#!/bin/sh
# Sets everything up and opens the inbox on sample data.
#   sh packaging/start.sh [--headless] [--out DIR]
# Without a display, or with --headless, it leaves pictures and a report in DIR
# (./kotakmasuk-demo unless told).
set -eu

usage() {
    echo "Pemakaian: sh packaging/start.sh [--headless] [--out DIR]" >&2
    exit 2
}

headless=
out=
while [ $# -gt 0 ]; do
    case $1 in
    --headless) headless=1 ;;
    --out)
        [ $# -ge 2 ] && [ -n "$2" ] || usage
        out=$2
        shift
        ;;
    --out=?*) out=${1#--out=} ;;
    *) usage ;;
    esac
    shift
done

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"
prepare requirements.txt

# Qt ends the process when it finds no display, so it is asked here.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    headless=1
fi
set -- demo
[ -z "$headless" ] || set -- "$@" --headless
[ -z "$out" ] || set -- "$@" --out "$out"
say "Menjalankan contoh dengan data buatan"
exec "$venv/bin/kotakmasuk" "$@"

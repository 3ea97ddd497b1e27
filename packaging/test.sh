#!/bin/sh
# Sets everything up and runs the checks.
#   sh packaging/test.sh              style, types, floors, tests
#   sh packaging/test.sh --quick      the same without the slow tests
#   sh packaging/test.sh --peers      the same with real servers and a real keyring
#   sh packaging/test.sh --bench [N]  the budgets, on N messages (100000 unless told)
set -eu

usage() {
    echo "Pemakaian: sh packaging/test.sh [--quick | --peers | --bench [N]]" >&2
    exit 2
}

mode=${1:-}
messages=100000
case $mode in
'' | --quick | --peers) [ $# -le 1 ] || usage ;;
--bench)
    [ $# -le 2 ] || usage
    messages=${2:-$messages}
    case $messages in '' | 0* | *[!0-9]*) usage ;; esac
    ;;
*) usage ;;
esac

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"
prepare requirements-test.txt
cd "$root"
export QT_QPA_PLATFORM=offscreen
PATH=$venv/bin:$PATH

if [ "$mode" = --bench ]; then
    exec "$venv/bin/python" tests/bench/run.py --messages "$messages"
fi

failed=
check() {
    name=$1
    shift
    say "== $name"
    "$@" || failed="$failed, $name"
}

# A machine's real Secret Service, unlocked, in a session and a home of its own.
with_secret_service() {
    service_home=$(mktemp -d)
    status=0
    # shellcheck disable=SC2016
    HOME=$service_home XDG_DATA_HOME=$service_home/data XDG_RUNTIME_DIR=$service_home \
        dbus-run-session -- sh -c '
            printf "\n" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
            sleep 1
            "$@"' sh "$@" || status=$?
    rm -rf "$service_home"
    return "$status"
}

peers_tests() {
    need_packages dbus gnome-keyring libsecret-tools
    make_environment "$root/.venv-peers"
    need_locked "$root/.venv-peers" requirements-peers.txt
    export KOTAKMASUK_PEERS_PYTHON="$root/.venv-peers/bin/python"
    check "pytest, Secret Service" with_secret_service python -m pytest -m secretservice
    check "pytest" python -m pytest -m "not secretservice"
}

check "ruff check" ruff check .
check "ruff format" ruff format --check .
check "mypy --strict" mypy --strict
# The floors are read from the source; the tests run what is installed.
check "lint-imports" env PYTHONPATH=src lint-imports
case $mode in
--peers) peers_tests ;;
--quick) check "pytest" python -m pytest -m "not peers and not secretservice and not slow" ;;
*) check "pytest" python -m pytest -m "not peers and not secretservice" ;;
esac

[ -z "$failed" ] || fail "Gagal: ${failed#, }"
say "Semua pemeriksaan lulus."

#!/bin/sh
# Writes the four lock files anew. Needs uv on the path, or pip to fetch it.
# The locks hold names, versions and hashes; they name no address.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.."

if ! command -v uv >/dev/null 2>&1; then
    tools=$(mktemp -d)
    trap 'rm -rf "$tools"' EXIT
    python3 -m venv "$tools/venv"
    "$tools/venv/bin/python" -m pip install --quiet uv
    PATH="$tools/venv/bin:$PATH"
fi

lock() {
    target=$1
    shift
    echo "Locking packaging/$target"
    {
        echo "# Written by packaging/lock.sh; edit pyproject.toml or the .in file instead."
        uv pip compile --quiet --no-config --no-header --no-annotate \
            --universal --python-version 3.11 --generate-hashes \
            --no-emit-index-url "$@"
    } >"packaging/$target.new"
    mv "packaging/$target.new" "packaging/$target"
}

lock requirements.txt "$@" pyproject.toml
lock requirements-test.txt "$@" --extra test --constraint packaging/requirements.txt pyproject.toml
lock requirements-build.txt "$@" packaging/requirements-build.in
lock requirements-peers.txt "$@" packaging/requirements-peers.in

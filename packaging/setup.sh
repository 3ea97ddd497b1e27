# shellcheck shell=sh
# Shared by start.sh and test.sh, which source it with $root set to the checkout.
# It brings the machine and .venv to what the locks say; each step is skipped when
# nothing changed, so a second run takes seconds. It never changes the folder.

# shellcheck disable=SC2154
venv=$root/.venv
system_packages='
    libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1
    libxkbcommon-x11-0 libx11-xcb1
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    fonts-noto-core fonts-noto-color-emoji'

# What lies in the caller's own environment must not answer an import.
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV
export PYTHONNOUSERSITE=1

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        return 1
    fi
}

is_installed() {
    # Newer releases append t64 to the names of some libraries.
    for name in "$1" "$1t64"; do
        if dpkg -s "$name" 2>/dev/null | grep -q '^Status: install ok installed'; then
            return 0
        fi
    done
    return 1
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
            -o DPkg::Lock::Timeout=300 --no-install-recommends "$@" </dev/null
}

# Installs the named Debian packages that are missing. Where that cannot be done it
# names them and goes on: the check of the imports decides.
need_packages() {
    command -v dpkg >/dev/null 2>&1 || return 0
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Memasang paket sistem yang belum ada:$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! apt_install $missing >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        say "Paket ini belum terpasang:$missing"
        say "Jika ada yang gagal, jalankan ulang sebagai root atau dengan sudo."
    fi
    rm -f "$log"
}

is_usable_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Sets $python to an interpreter of at least 3.11.
find_python() {
    for python in python3 python3.11 python3.12 python3.13; do
        if is_usable_python "$python"; then
            return 0
        fi
    done
    fail "Python 3.11 atau yang lebih baru tidak ditemukan. Pasang Python 3.11, lalu jalankan ulang."
}

# Makes the virtual environment $1 unless a whole one of this very folder stands there.
make_environment() {
    if [ "$(cat "$1/made-in" 2>/dev/null)" = "$1" ] && is_usable_python "$1/bin/python"; then
        return 0
    fi
    find_python
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || need_packages python3-venv
    say "Membuat lingkungan Python di $1"
    rm -rf "$1"
    "$python" -m venv "$1" ||
        fail "Lingkungan Python gagal dibuat. Pasang paket python3-venv, lalu jalankan ulang."
    printf '%s\n' "$1" >"$1/made-in"
}

# Quiet twice: notes on the way are left out, errors are printed whole.
pip_in() {
    environment=$1
    shift
    "$environment/bin/python" -m pip --quiet --quiet --disable-pip-version-check \
        --no-input "$@" ||
        fail "Pemasangan gagal; sebabnya ada di atas. Periksa sambungan dan ruang disk, lalu jalankan ulang."
}

# Installs packaging/$2 into the environment $1, by hash, when the lock is a new one.
need_locked() {
    lock=$root/packaging/$2
    if cmp -s "$lock" "$1/$2"; then
        return 0
    fi
    say "Memasang pustaka dari packaging/$2 (pertama kali beberapa menit)"
    pip_in "$1" install --require-hashes --requirement "$lock"
    cp "$lock" "$1/$2"
}

# One line that changes whenever a file that ends up in the package does.
source_digest() {
    (
        cd "$root" || exit
        find pyproject.toml README.md LICENSE src resources packaging/requirements-build.txt \
            -type f ! -path '*/__pycache__/*' -exec sha256sum {} + |
            LC_ALL=C sort | sha256sum
    )
}

# Builds and installs the package as its users get it. Not editable: force-included
# resources would go stale there. The build tools stay out of the environment.
install_package() {
    digest=$(source_digest)
    if [ "$(cat "$venv/package-digest" 2>/dev/null)" = "$digest" ]; then
        return 0
    fi
    say "Membangun dan memasang Kotak Masuk"
    tools=$venv/build-tools
    if ! cmp -s "$root/packaging/requirements-build.txt" "$tools/requirements-build.txt"; then
        rm -rf "$tools"
        pip_in "$venv" install --require-hashes --target "$tools" \
            --requirement "$root/packaging/requirements-build.txt"
        cp "$root/packaging/requirements-build.txt" "$tools/"
    fi
    rm -f "$venv/package-digest" "$venv"/lib/python3*/site-packages/kotakmasuk-dev.pth
    (
        export PYTHONPATH="$tools"
        pip_in "$venv" install --no-build-isolation --no-deps --no-index \
            --force-reinstall "$root"
    )
    printf '%s\n' "$digest" >"$venv/package-digest"
}

# Names what of the Qt libraries cannot be loaded, on systems without apt too.
check_imports() {
    if problem=$("$venv/bin/python" -c 'import PySide6.QtSvg, PySide6.QtWidgets' 2>&1); then
        return 0
    fi
    say "$problem" | tail -n 1 >&2
    # shellcheck disable=SC2086
    fail "Pustaka sistem di atas belum ada. Paket Debian yang memuatnya:" $system_packages
}

# All that running the program needs. $1: the lock to install.
prepare() {
    # shellcheck disable=SC2086
    need_packages $system_packages
    make_environment "$venv"
    need_locked "$venv" "$1"
    install_package
    check_imports
}

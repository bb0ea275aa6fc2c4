#!/bin/bash
# A real llama-server for tests/servers/llama.rs: Debian sid's llama.cpp-tools, unpacked
# without root, with random models made on the spot: a tiny one, on the next port one that
# reasons, and on the one after it a slow one. Loopback only.
#
# usage: tests/servers/llama.sh [DIR [PORT]]
#
# Prepares DIR (default: a folder under the temporary one, kept and used again), starts
# the server, prints the line to export and stays until it is interrupted.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
dir=$(realpath -m "${1:-${TMPDIR:-/tmp}/palinsesto-llama-$(id -u)}")
port=${2:-8081}
key=prova
mkdir -p "$dir"

say() { printf 'llama.sh: %s\n' "$*" >&2; }
. "$here/wait.sh"

unpack_server() {
    [ -e "$dir/root/usr/bin/llama-server" ] && return
    say "unpacking llama.cpp-tools into $dir"
    local apt="$dir/apt" mirror
    mirror=${DEBIAN_MIRROR:-$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1 | tr -d ' ' || true)}
    mirror=${mirror:-http://deb.debian.org/debian}
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$dir/root"
    : > "$apt/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" > "$apt/sources.list"
    local options=(
        -qq
        -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$apt/lists" -o "Dir::State::Status=$apt/status"
        -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=$(id -un)"
        -o Debug::NoLocking=1 -o APT::Install-Recommends=0
    )
    apt-get "${options[@]}" update
    apt-get "${options[@]}" install --yes --download-only llama.cpp-tools
    for package in "$apt"/cache/archives/*.deb; do
        dpkg-deb --extract "$package" "$dir/root"
    done
}

make_model() { # NAME [KIND]
    [ "$dir/$1.gguf" -nt "$here/tiny_gguf.py" ] && return
    say "making the model $1"
    [ -x "$dir/venv/bin/python" ] || python3 -m venv "$dir/venv"
    "$dir/venv/bin/pip" install --quiet gguf==0.17.1 numpy
    "$dir/venv/bin/python" "$here/tiny_gguf.py" "$dir/$1.gguf.new" "${@:2}"
    mv "$dir/$1.gguf.new" "$dir/$1.gguf"
}

# The server is linked against sid's C library: it runs under sid's own loader.
start_server() { # NAME PORT
    local libraries loader backend
    libraries=$(echo "$dir"/root/usr/lib/*-linux-gnu)
    loader=$(find "$libraries/" -maxdepth 1 -name 'ld-linux-*.so.*' | head -n 1)
    # The plainest of the processor-specific parts runs on any machine.
    backend=$(find "$libraries/ggml" -name 'libggml-cpu-x64.so' -o -name 'libggml-cpu-armv8.0*.so' -o -name 'libggml-cpu.so' | head -n 1)
    backend=${backend:-$(find "$libraries/ggml" -name 'libggml-cpu*.so' | sort | head -n 1)}
    GGML_BACKEND_PATH=$backend "$loader" --library-path "$libraries:$libraries/llama" \
        "$dir/root/usr/bin/llama-server" --model "$dir/$1.gguf" --alias "$1" \
        --host 127.0.0.1 --port "$2" --api-key "$key" --slots \
        --ctx-size 16384 --parallel 2 --threads 1 > "$dir/$1.log" 2>&1 &
    servers+=("$!")
    wait_for "$1" "$2"
}

unpack_server
make_model tiny
make_model think reasoning
make_model slow slow
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT INT TERM
start_server tiny "$port"
start_server think "$((port + 1))"
start_server slow "$((port + 2))"
printf 'export PALINSESTO_TEST_LLAMA%s=http://127.0.0.1:%s\n' \
    '' "$port" _THINK "$((port + 1))" _SLOW "$((port + 2))"
wait

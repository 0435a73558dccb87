#!/bin/sh
# Creates bench/.venv with the peers in Python. The first argument names another interpreter than python3 (3.11 or later).
set -eu
bench=$(cd "$(dirname "$0")/.." && pwd)
"${1:-python3}" -m venv "$bench/.venv"
"$bench/.venv/bin/python" -m pip install --disable-pip-version-check -r "$bench/peers/requirements.txt"

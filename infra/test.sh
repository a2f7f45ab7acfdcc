#!/usr/bin/env bash
# Runs every test of every module, the browser's included, and all checks of the build. Arguments go to Maven, e.g. -pl bot-service -am.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/tools.sh
need_jdk
need_maven
need_chromium
need_cjk_font
exec mvn -B -ntp verify "$@"

# Sourced by run.sh, test.sh and the benches: finds or installs the tools they need. Each check can be repeated at no cost.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi; }

# install NAME-FOR-PEOPLE DEBIAN-PACKAGE...: one line of advice where it can't.
install_packages() {
  local what=$1
  shift
  if command -v apt-get >/dev/null && as_root apt-get -qq update >/dev/null 2>&1 \
    && DEBIAN_FRONTEND=noninteractive as_root apt-get -qq install -y --no-install-recommends "$@" >/dev/null 2>&1; then
    return 0
  fi
  say "Please install $what (Debian: apt-get install $*), then run this again."
  return 1
}

jdk_version() { "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1; }

# Sets JAVA_HOME to the newest JDK (with a compiler) of at least 21.
need_jdk() {
  local best='' best_version=0 home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    version=$(jdk_version "$home")
    if [ "${version:-0}" -gt "$best_version" ]; then best=$home best_version=$version; fi
  done
  if [ "$best_version" -lt 21 ]; then
    [ -z "${guanjia_tried_jdk:-}" ] || { say "Please install a JDK of version 21 or newer and set JAVA_HOME."; return 1; }
    guanjia_tried_jdk=1
    install_packages "a JDK of version 21 or newer" openjdk-21-jdk-headless || return 1
    need_jdk
    return
  fi
  export JAVA_HOME=$best PATH="$best/bin:$PATH"
}

need_maven() { command -v mvn >/dev/null || install_packages "Maven 3.8.6 or newer" maven; }

need_chromium() {
  local candidate
  for candidate in "${GUANJIA_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      GUANJIA_CHROMIUM=$(command -v "$candidate")
      export GUANJIA_CHROMIUM
      return 0
    fi
  done
  install_packages "Chromium" chromium || return 1
  need_chromium
}

need_cjk_font() {
  if command -v fc-list >/dev/null && fc-list :lang=zh | grep -q .; then return 0; fi
  install_packages "a font with Chinese characters" fontconfig fonts-noto-cjk
}

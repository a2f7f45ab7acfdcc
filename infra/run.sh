#!/usr/bin/env bash
# Builds if needed and starts the whole product in this terminal; Ctrl-C or SIGTERM drains and stops it. Settings: README, "Configuration".
# With the argument "build" it only builds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
. infra/tools.sh
need_jdk
app=${GUANJIA_APP:-$root/bot-service/target/app} # set by tests: a build that is run as it is
jar=$app/guanjia.jar
cache=$app/guanjia.aot
# What a turn leaves behind lives for a second or two: a young part of the heap in which that dies spares whole collections.
# The recorded start is mapped where it was recorded; elsewhere each of its pages would have to be changed, and held in memory.
java_options=(--enable-native-access=ALL-UNNAMED -Xmx272m -Xmn120m -XX:SurvivorRatio=6 -XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -XX:MetaspaceSize=192m -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0)
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2} # native libraries would keep an arena of memory for each thread

# Starts the built product once on an empty directory and lets the JDK (25 or newer) record what it loaded: later starts take about half the time.
# It is thrown away with its directory and sees no setting of this shell. Without the record everything works, only slower.
record_start() {
  local scratch started
  scratch=$(mktemp -d)
  mkfifo "$scratch/out"
  env -i PATH="$PATH" HOME="$HOME" SERVER_PORT=0 GUANJIA_DATA_DIR="$scratch/data" \
    java "${java_options[@]}" -XX:AOTCacheOutput="$cache" -Xlog:aot=off -Xlog:cds=off -jar "$jar" >"$scratch/out" 2>&1 &
  started=$!
  { grep -q -m 1 'is ready' && kill "$started"; cat >/dev/null; } <"$scratch/out"
  wait "$started" || true
  rm -rf "$scratch"
}

built_from() { find pom.xml infra/src/main infra/pom.xml knowledge-base/src/main knowledge-base/pom.xml notification-service/src/main notification-service/pom.xml bot-service/src/main bot-service/pom.xml -newer "$jar" -print -quit; }
if [ -z "${GUANJIA_APP:-}" ] && { [ ! -f "$jar" ] || [ -n "$(built_from)" ]; }; then
  need_maven
  say "Building (a few minutes the first time) …"
  rm -f bot-service/target/bot-service-*.jar # a jar that is there already would be kept, with the modules in it as they were
  mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true >&2
  rm -rf "$app"
  java -Djarmode=tools -jar bot-service/target/bot-service-*.jar extract --destination "$app" >/dev/null
  mv "$app"/bot-service-*.jar "$jar"
  touch "$jar"
  if [ "$(jdk_version "$JAVA_HOME")" -ge 25 ]; then record_start; fi
fi
if [ -f "$cache" ]; then java_options+=(-XX:AOTCache="$cache" -Xlog:aot=off -Xlog:cds=off); fi
if [ "${1:-}" = build ]; then exit; fi
# shellcheck disable=SC2086
exec java "${java_options[@]}" ${GUANJIA_JAVA_OPTS:-} -jar "$jar"

#!/usr/bin/env bash
# Builds if needed and starts the whole product in this terminal; Ctrl-C or SIGTERM drains and stops it. Settings: README, "Configuration".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
. infra/tools.sh
need_jdk
app=$root/bot-service/target/app
jar=$app/guanjia.jar
built_from() { find pom.xml infra/src/main infra/pom.xml knowledge-base/src/main knowledge-base/pom.xml notification-service/src/main notification-service/pom.xml bot-service/src/main bot-service/pom.xml -newer "$jar" -print -quit; }
if [ ! -f "$jar" ] || [ -n "$(built_from)" ]; then
  need_maven
  say "Building (a few minutes the first time) …"
  mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true >&2
  rm -rf "$app"
  java -Djarmode=tools -jar bot-service/target/bot-service-*.jar extract --destination "$app" >/dev/null
  mv "$app"/bot-service-*.jar "$jar"
  touch "$jar"
fi
# shellcheck disable=SC2086
exec java --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -Xmx512m -XX:+UseSerialGC ${GUANJIA_JAVA_OPTS:-} -jar "$jar"

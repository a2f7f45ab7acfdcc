#!/usr/bin/env bash
# Runs the embedded MongoDB and Redis alone, as a process of their own, in this terminal: for several Guanjia processes on one machine, for tests
# and for measurements. Ctrl-C or SIGTERM writes everything and ends both.
#
#   infra/stores.sh [--dir DIRECTORY] [--mongo-port PORT] [--redis-port PORT] [--memory]
#
#   --dir         holds the files of both; one process at a time      (or GUANJIA_DATA_DIR; else ./data)
#   --mongo-port  on loopback; 0 takes a free one                     (or GUANJIA_MONGO_PORT; else 27017)
#   --redis-port  on loopback; 0 takes a free one                     (or GUANJIA_REDIS_PORT; else 6379)
#   --memory      the MongoDB keeps nothing on disk: for measurements only
#
# Prints two lines to export, then, last, a line that begins with "ready" and holds both addresses.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/tools.sh
need_jdk
dir=${GUANJIA_DATA_DIR:-data} mongo=${GUANJIA_MONGO_PORT:-27017} redis=${GUANJIA_REDIS_PORT:-6379} more=()
while [ $# -gt 0 ]; do
  case $1 in
    --dir | --mongo-port | --redis-port)
      [ $# -gt 1 ] || { say "$1 has no value"; exit 2; }
      case $1 in --dir) dir=$2 ;; --mongo-port) mongo=$2 ;; *) redis=$2 ;; esac
      shift 2
      ;;
    --memory) more+=(--memory) && shift ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' infra/stores.sh >&2 && exit 2 ;;
  esac
done
case $dir in /*) ;; *) dir=$here/$dir ;; esac
libraries=infra/target/libraries
if [ ! -d "$libraries" ] || [ -n "$(find pom.xml infra/pom.xml infra/src/main -newer "$libraries" -print -quit)" ]; then
  need_maven
  say "Building …"
  mvn -q -B -ntp -pl infra package -DskipTests -Dspotless.check.skip=true >&2
  mvn -q -B -ntp -pl infra dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$PWD/$libraries" >&2
  touch "$libraries"
fi
# shellcheck disable=SC2086
exec java --enable-native-access=ALL-UNNAMED -Xmx256m -Xmn128m -XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy ${GUANJIA_JAVA_OPTS:-} \
  -cp "infra/target/classes:$libraries/*" guanjia.infra.StoresMain \
  --dir "$dir" --mongo-port "$mongo" --redis-port "$redis" ${more[@]+"${more[@]}"}

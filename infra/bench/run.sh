#!/usr/bin/env bash
# The measurements and proofs in full size, on the product as it is built: all of them, or those named, such as "load" or "kills=3".
# What they are and what they found: infra/docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. infra/tools.sh
need_jdk
need_maven
say "Building …"
mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true >&2
app=infra/bench/target/app
rm -rf "$app"
java -Djarmode=tools -jar bot-service/target/bot-service-*.jar extract --destination "$app" >/dev/null
mv "$app"/bot-service-*.jar "$app/guanjia.jar"
touch "$app/guanjia.jar"
if [ $# -eq 0 ]; then set -- load ratios kills outages disk; fi
exec java -Xmx512m -cp "infra/bench/target/classes:$app/lib/*" guanjia.bench.Bench "$@"

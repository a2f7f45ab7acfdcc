#!/usr/bin/env bash
# The measurements and proofs in full size, on the product as it is built: all of them, or those named, such as "load" or "kills=3".
# What they are and what they found: infra/docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. infra/tools.sh
need_jdk
need_maven
./infra/run.sh build
main=infra/bench/target/classes/guanjia/bench/Bench.class
if [ ! -f "$main" ] || [ -n "$(find infra/bench/src/main -newer "$main" -print -quit)" ]; then
  mvn -q -B -ntp package -DskipTests -Dspotless.check.skip=true >&2
fi
app=$PWD/bot-service/target/app
if [ $# -eq 0 ]; then set -- load ratios kills outages disk; fi
exec java -Xmx512m -Dapp="$app" -Dseed="${SEED:-}" -cp "infra/bench/target/classes:$app/lib/*" guanjia.bench.Bench "$@"

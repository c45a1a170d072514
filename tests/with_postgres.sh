#!/usr/bin/env bash
# Runs a command with PANOH_DATABASE pointing at a throw-away PostgreSQL on loopback; stops and removes it afterwards.
# Tests roll back what they write: counted in between, every table looks empty, and lists of many joins are then planned as for none.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d /tmp/panoh-postgres-XXXXXX)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
finish() { (cd /; as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true); rm -rf "$folder"; }
trap finish EXIT
(
  cd /
  as "$bin/initdb" -D "$folder/data" -U panoh -A trust --locale=C.UTF-8 -E UTF8 >/dev/null
  as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=${PANOH_TEST_FSYNC:-off} -c autovacuum=${PANOH_TEST_FSYNC:-off} -c max_connections=100" start >/dev/null
)
export PANOH_DATABASE="postgresql://panoh@127.0.0.1:$port/postgres"
"$@"

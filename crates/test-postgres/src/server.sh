# Runs PostgreSQL in a new folder, says which, and ends when standard input does: whatever becomes of the
# program at the other end, no server is left behind. $1: the folder of its programs; $2: options.
set -e
umask 077
folder=$(mktemp -d /tmp/huso-postgres-XXXXXX)
trap 'rm -rf "$folder"' EXIT
# As in production, text is not sorted by its bytes.
"$1/initdb" -D "$folder/data" -U postgres --auth=trust --no-sync --encoding=UTF8 \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=es >"$folder/initdb.log"
# shellcheck disable=SC2086
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= $2 >"$folder/server.log" 2>&1 &
server=$!
until "$1/pg_isready" -q -h "$folder"; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/server.log" >&2; exit 1; }
  sleep 0.1
done
echo "$folder"
cat >/dev/null
kill -INT "$server"
wait "$server" || true

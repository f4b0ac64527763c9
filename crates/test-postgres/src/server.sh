# Runs PostgreSQL in a new folder, says which, does what standard input says, and ends when that does: whatever becomes
# of the program at the other end, no server is left behind. $1: the folder of its programs; $2: options; $3: where the
# new folder is made.
set -e
umask 077
folder=$(mktemp -d "$3/huso-postgres-XXXXXX")
trap 'rm -rf "$folder"' EXIT
# As in production, text is not sorted by its bytes.
"$1/initdb" -D "$folder/data" -U postgres --auth=trust --no-sync --encoding=UTF8 \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=es >"$folder/initdb.log"

start() {
  # shellcheck disable=SC2086
  "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= $2 >>"$folder/server.log" 2>&1 &
  server=$!
  until "$1/pg_isready" -q -h "$folder"; do
    kill -0 "$server" 2>/dev/null || return 1
    sleep 0.1
  done
}

# Whatever it was doing; one that is gone already is no fault.
stop() {
  kill "-$1" "$server" 2>/dev/null || true
  wait "$server" || true
}

start "$1" "$2" || { cat "$folder/server.log" >&2; exit 1; }
echo "$folder"
while read -r command; do
  case $command in
    start)
      "$1/pg_isready" -q -h "$folder" || { stop QUIT; start "$1" "$2"; } && echo done || echo failed
      ;;
    stop) stop INT; echo done ;;
    # Nothing is finished and nothing flushed: the next start recovers, as after a power cut.
    crash) stop QUIT; echo done ;;
  esac
done
stop INT

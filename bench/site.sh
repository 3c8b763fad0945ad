# Shared by the measurements over HTTP: the program published ReadyToRun, a sample database, a server on a free port.
# Sourced, never run.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
pids=()
finish() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done; rm -rf "$out"; }
trap finish EXIT

need() { # command, package
  command -v "$1" >/dev/null && return
  if [ "$(id -u)" -eq 0 ]; then sudo=; else sudo=sudo; fi
  $sudo apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "$2" >/dev/null
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

publish() { # the program as it is installed, and a database with the sample network
  program=${PROGRAM:-$out/program} # PROGRAM=FOLDER measures what is published there already
  [ -n "${PROGRAM:-}" ] || dotnet publish "$here/../src/Secretariat" -c Release -r linux-x64 -o "$program" -v q -nologo -p:UseSharedCompilation=true >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
  port=$(free_port)
  site="http://127.0.0.1:$port"
  export ConnectionStrings__Database="Data Source=$out/data/bench.db" Data="$out/data" Site__Url="$site" Logging__LogLevel__Default=Warning DOTNET_ENVIRONMENT=Production
  mkdir -p "$out/data"
  "$program/Secretariat" migrate >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
  "$program/Secretariat" import pack "$program/packs/lep-network" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
}

serve() { # starts it; $server is its process
  (cd "$out" && exec "$program/Secretariat" serve) >"$out/serve.log" 2>&1 &
  server=$!
  pids+=("$server")
}

until_it_answers() {
  # Without a process for each try: on two cores they would take their share of what is measured.
  until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { cat "$out/serve.log"; exit 1; }
    read -r -t 0.01 _ <> <(:) || true
  done
  exec 3>&-
  until curl -fs -o /dev/null "$site/"; do
    kill -0 "$server" 2>/dev/null || { cat "$out/serve.log"; exit 1; }
    sleep 0.01
  done
}

stop() { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }

cpu_seconds() { # of these processes together
  local ticks=0 t
  for pid in "$@"; do
    t=$(awk '{ sub(/^.*\) /, ""); print $12 + $13 }' "/proc/$pid/stat")
    ticks=$((ticks + t))
  done
  awk -v t=$ticks -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.2f", t / hz }'
}

middle() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

about() { echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg) before; .NET $(dotnet --version); SQLite, WAL, synchronous=FULL; published ReadyToRun"; }

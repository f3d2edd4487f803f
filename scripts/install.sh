# Installs what the platform lacks on this machine, saying what it does. To be sourced; ./run and ./test call install_what_is_missing.
# The servers it installs are programs only: no system-wide server is started, and one that is there already is left alone.

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

have_postgres() { ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v initdb >/dev/null; }

have_rabbitmq() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || [ -x /usr/local/sbin/rabbitmq-server ]; }

check_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
  dotnet --list-sdks | grep -q '^10\.' || fail "This platform needs the .NET 10 SDK; installed are: $(dotnet --list-sdks | tr '\n' ' ')"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "Installing needs root: run as root, or install sudo. The command was: $*"
  fi
}

# Keeps the packages from making or starting servers of their own while they are installed, and puts everything back afterwards.
CLUSTER_SETTINGS=/etc/postgresql-common/createcluster.conf
START_POLICY=/usr/sbin/policy-rc.d

forbid_system_servers() {
  as_root mkdir -p "$(dirname "$CLUSTER_SETTINGS")"
  [ ! -e "$CLUSTER_SETTINGS" ] || as_root cp -p "$CLUSTER_SETTINGS" "$CLUSTER_SETTINGS.before"
  as_root sh -c "echo 'create_main_cluster = false' >> '$CLUSTER_SETTINGS'"
  [ ! -e "$START_POLICY" ] || as_root mv "$START_POLICY" "$START_POLICY.before"
  as_root sh -c "printf '#!/bin/sh\nexit 101\n' > '$START_POLICY'; chmod 755 '$START_POLICY'"
}

allow_system_servers() {
  as_root rm -f "$START_POLICY"
  [ ! -e "$START_POLICY.before" ] || as_root mv "$START_POLICY.before" "$START_POLICY"
  # Without an older file the package keeps its own beside ours.
  local original
  for original in "$CLUSTER_SETTINGS.before" "$CLUSTER_SETTINGS.ucf-dist"; do
    if [ -e "$original" ]; then
      as_root mv "$original" "$CLUSTER_SETTINGS"
      break
    fi
  done
}

install_packages() {
  command -v apt-get >/dev/null || fail "Missing: $*. Install PostgreSQL (15 or newer) and RabbitMQ (3.10 or newer) with this system's own package manager and try again."
  echo "==> Installing Debian packages: $* (programs only; no system-wide server is started)"
  local status=0 log
  log=$(mktemp)
  forbid_system_servers
  {
    as_root apt-get update -qq &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
  } >"$log" 2>&1 || status=$?
  allow_system_servers
  [ $status -eq 0 ] || fail "The packages could not be installed (apt-get ended with $status): $(tail -n 20 "$log")"
  rm -f "$log"

  # The package also arranges for a start at the next boot, which nobody asked for.
  if [[ " $* " == *" rabbitmq-server "* ]] && command -v systemctl >/dev/null; then
    as_root systemctl disable --quiet rabbitmq-server >/dev/null 2>&1 || true
  fi
}

install_what_is_missing() {
  check_dotnet
  local packages=()
  have_postgres || packages+=(postgresql)
  have_rabbitmq || packages+=(rabbitmq-server)
  [ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
}

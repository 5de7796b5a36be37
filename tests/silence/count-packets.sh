#!/usr/bin/env bash
# Runs a command as an ordinary user where every packet that leaves the machine is counted, and fails when there was one.
#   count-packets.sh USER-ID HOME COMMAND…
# The network is a wire that ends nowhere, with a default route into it: whatever is sent goes out and is counted. A packet
# sent on purpose shows first that the counter counts. Needs root and Linux.
set -euo pipefail

if [ -z "${RUNG_COUNTED:-}" ]; then
  RUNG_COUNTED=1 exec unshare --net --mount --propagation private "$0" "$@"
fi

user=$1 home=$2
shift 2
node=$(command -v node)

ip link set lo up
ip link add rung0 type veth peer name rung1
# The kernel's own greetings are no packets of Rung.
for one in rung0 rung1; do
  sysctl -qw "net.ipv6.conf.$one.accept_ra=0" "net.ipv6.conf.$one.router_solicitations=0" "net.ipv6.conf.$one.dad_transmits=0" 2>/dev/null || true
done
ip addr add 10.77.0.2/24 dev rung0
ip link set rung1 up
ip link set rung0 up
ip neigh add 10.77.0.1 lladdr 02:00:00:00:00:01 dev rung0 nud permanent
ip route add default via 10.77.0.1
ip -6 addr add fd77::2/64 dev rung0 nodad 2>/dev/null || true
ip -6 neigh add fd77::1 lladdr 02:00:00:00:00:01 dev rung0 nud permanent 2>/dev/null || true
ip -6 route add default via fd77::1 2>/dev/null || true
# Names are asked for over the wire too, not at an address of this machine that would not be counted.
resolver=$(mktemp)
echo 'nameserver 10.77.0.1' >"$resolver"
chmod 644 "$resolver"
mount --bind "$resolver" /etc/resolv.conf

sent() { cat /sys/class/net/rung0/statistics/tx_packets 2>/dev/null || ip -s -j link show rung0 | "$node" -p 'JSON.parse(fs.readFileSync(0))[0].stats64.tx.packets'; }

settle() {
  local last=-1 now
  for _ in $(seq 20); do
    now=$(sent)
    [ "$now" = "$last" ] && return
    last=$now
    sleep 1
  done
}

settle
quiet=$(sent)
"$node" -e 'const s = require("dgram").createSocket("udp4"); s.send("x", 9, "192.0.2.1", () => s.close())'
sleep 0.2
proof=$(($(sent) - quiet))
if [ "$proof" -ne 1 ]; then
  echo "The counter counted $proof packets where one was sent: it proves nothing." >&2
  exit 3
fi
before=$(sent)
code=0
HOME="$home" setpriv --reuid="$user" --regid="$user" --clear-groups "$@" || code=$?
sleep 2
left=$(($(sent) - before))
echo "Packets that left the machine: $left (one sent on purpose was counted)"
[ "$left" -eq 0 ] || exit 4
exit "$code"

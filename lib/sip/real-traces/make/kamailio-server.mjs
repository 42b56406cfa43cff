// A kamailio server for one trace. `arrivals` is what it does with a request that begins something, in its own language.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const everyday = ["tm", "tmx", "corex", "sl", "rr", "maxfwd", "textops", "siputils", "pv"];

const configuration = ({ at, modules = [], parameters = [], arrivals, routes = "" }) => `#!KAMAILIO
debug=1
log_stderror=yes
children=1
tcp_children=1
auto_aliases=no
dns_try_naptr=no
use_dns_cache=off
listen=udp:${at}
listen=tcp:${at}
${[...everyday, ...modules].map((module) => `loadmodule "${module}.so"`).join("\n")}
modparam("rr", "append_fromtag", 0)
${parameters.map(([module, name, value]) => `modparam("${module}", "${name}", ${typeof value === "number" ? value : `"${value}"`})`).join("\n")}

request_route {
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (is_method("CANCEL")) {
    if (t_check_trans()) t_relay();
    exit;
  }
  if (has_totag()) {
    if (loose_route()) t_relay();
    else if (is_method("ACK") && t_check_trans()) t_relay();
    exit;
  }
  t_check_trans();
  if (is_method("INVITE")) record_route();
${arrivals.trim()}
}
${routes.trim()}
`;

export async function kamailio(stage, { name = "kamailio", ...server }) {
  const file = join(stage.folder, `${name}.cfg`);
  const scratch = join(stage.folder, `${name}-run`);
  mkdirSync(scratch, { recursive: true });
  writeFileSync(file, configuration(server));
  const program = stage.start("kamailio", ["-f", file, "-DD", "-E", "-m", "16", "-M", "4", "-Y", scratch], {
    name,
  });
  await wait(1200);
  return program;
}

// A baresip phone for one trace, and the wire by which it is told what to do.
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { splitPlace } from "./sipp-scenario.mjs";

const MODULES = "/usr/lib/baresip/modules";

// ausine gives sound only at 48 kHz with two channels; baresip turns it into the codec's own.
const settings = ({ at, control, rtpPorts, sound, modules, applications, more }) => `
poll_method epoll
sip_listen ${at}
net_interface ${splitPlace(at)[0]}
call_local_timeout 20
call_max_calls 4
audio_player ${sound.player}
audio_source ${sound.source}
audio_alert ${sound.player}
ausrc_srate 48000
auplay_srate 48000
ausrc_channels 2
auplay_channels 2
rtp_ports ${rtpPorts}
rtp_stats no
module_path ${MODULES}
module g711.so
module aubridge.so
module ausine.so
${modules.map((module) => `module ${module}.so`).join("\n")}
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
${applications.map((module) => `module_app ${module}.so`).join("\n")}
ctrl_tcp_listen 127.0.0.1:${control}
${more.join("\n")}
`;

const nobodyListens = { player: "aubridge,nobody", source: "aubridge,nobody" };

/** Starts a phone; `tell` gives it a command of its menu, such as "dial". */
export async function baresip(stage, { name, account, environment, ...phone }) {
  const folder = join(stage.folder, name);
  mkdirSync(folder, { recursive: true });
  const values = { sound: nobodyListens, modules: [], applications: [], more: [], ...phone };
  writeFileSync(join(folder, "config"), settings(values));
  writeFileSync(join(folder, "accounts"), `${account}\n`);
  writeFileSync(join(folder, "contacts"), "");
  const program = stage.start("baresip", ["-f", folder, "-t", "20"], { name, environment });
  await wait(900);
  return { ...program, tell: (command, parameter) => tell(phone.control, command, parameter) };
}

/** One command as JSON in a netstring; the answer is not waited for. */
function tell(port, command, params = "") {
  const text = JSON.stringify({ command, params });
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(`${text.length}:${text},`, resolve));
    socket.on("error", reject);
    socket.resume();
  });
}

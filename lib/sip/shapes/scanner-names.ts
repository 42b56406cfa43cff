/** Names by which programs that search for servers, guess secrets or place test calls give themselves away. */
const names = [
  "friendly-scanner",
  "friendly-request",
  "sipvicious",
  "sipsak",
  "sundayddr",
  "pplsip",
  "sip-scan",
  "sipscan",
  "sipcli",
  "siparmyknife",
  "sipptk",
  "sipv-scan",
  "smap",
  "sivus",
  "iwar",
  "vaxsipuseragent",
  "vaxasip",
  "gulp",
  "nmap",
  "masscan",
  "zgrab",
  "viproy",
  "mr.sip",
  "owowow",
  "stretchoid",
  "censys",
];

/** The name of a scanner in what a program calls itself. */
export function scannerName(software: string): string | undefined {
  const written = software.slice(0, 200).toLowerCase();
  return names.find((name) => written.includes(name));
}

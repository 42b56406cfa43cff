import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import { fixedHeaders, keepForAYear, withoutPage } from "./app/_request/security-headers";

/** Changes when a style sheet or the leave script does, so that browsers may keep them for a year. */
const publicVersion = createHash("sha256")
  .update(
    ["style/tokens.css", "style/nightjar.css", "leave.js"]
      .map((name) => readFileSync(`public/${name}`))
      .join(""),
  )
  .digest("hex")
  .slice(0, 12);

const isDevelopment = process.env.NODE_ENV === "development";

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  agentRules: false,
  typedRoutes: false,
  images: { unoptimized: true },
  env: { NIGHTJAR_PUBLIC_VERSION: publicVersion },
  experimental: { serverActions: { bodySizeLimit: "16mb" } },
  headers: async () => [
    { source: "/:path*", headers: fixedHeaders },
    { source: "/:path*/upload", headers: withoutPage },
    ...(isDevelopment
      ? []
      : ["/style/:path*", "/leave.js"].map((source) => ({ source, headers: keepForAYear }))),
  ],
};

export default config;

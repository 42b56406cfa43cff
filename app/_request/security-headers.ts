type Header = { key: string; value: string };

const unusedFeatures = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/**
 * On every answer. The referrer goes to our own pages only: with `no-referrer` Chromium sends "Origin: null" with
 * a form posted without scripts, and Next then refuses it as forged. Other sites see nothing either way.
 */
export const fixedHeaders: Header[] = [
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Origin-Agent-Cluster", value: "?1" },
  { key: "X-Robots-Tag", value: "noindex, noarchive" },
  { key: "Permissions-Policy", value: unusedFeatures.map((name) => `${name}=()`).join(", ") },
];

/** For routes the proxy may not touch and that answer without a page of their own. */
export const withoutPage: Header[] = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" },
  { key: "Cache-Control", value: "no-store" },
];

/** For files whose address changes with their content. */
export const keepForAYear: Header[] = [
  { key: "Cache-Control", value: "public, max-age=31536000, immutable" },
];

const always = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
];

const lightPages = ["/", "/safety", "/leave"];

/**
 * Light pages run our own script files only; pages that React draws run what carries this request's nonce, and what
 * that loads in turn.
 */
export function policyFor(path: string, nonce: string, isDevelopment: boolean): string {
  const own = lightPages.includes(path)
    ? ["script-src 'self'", "style-src 'self'"]
    : [
        `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
        `style-src 'self' 'nonce-${nonce}'`,
        "connect-src 'self'",
      ];
  return [...always, ...own].join("; ");
}

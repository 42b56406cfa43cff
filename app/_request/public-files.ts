const version = process.env.NIGHTJAR_PUBLIC_VERSION ?? "0"; // Set by next.config.ts from the files themselves.

export const styleSheets = [`/style/tokens.css?v=${version}`, `/style/nightjar.css?v=${version}`];
export const leaveScript = `/leave.js?v=${version}`;

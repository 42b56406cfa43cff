/** Runs once when the server starts: settings are checked, the database is brought up to date. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/app/_request/prepare-server");
  await prepareServer();
}

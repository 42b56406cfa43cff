import { canReachDatabase } from "@/lib/platform/queries";

/** For supervisors and load balancers: 200 when the records can be reached, else 503. */
export async function GET(): Promise<Response> {
  const isWell = await canReachDatabase();
  return Response.json({ status: isWell ? "ok" : "no-database" }, { status: isWell ? 200 : 503 });
}

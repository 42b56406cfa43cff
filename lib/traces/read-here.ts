import { readFile } from "@/lib/storage/file-store";
import { analyseTrace } from "./analyse";
import type { ReadTrace } from "./commands/read-trace";

/** Reads a stored trace in the calling thread: for small ones that this program made itself. */
export const readHere: ReadTrace = ({ place, traceId }, listener) =>
  analyseTrace({ source: readFile(place), traceId, key: place.key }, listener);

// The report as the app writes it, in a child process of the report bench: argument 1 is the number of calls.
import { writeReportPdf } from "@/lib/reports/write-report-pdf";
import { answerTurns } from "./answer-turns.mjs";
import { buildMaterial } from "./build-material";

const material = buildMaterial(Number(process.argv[2]));
answerTurns(() => writeReportPdf(material));

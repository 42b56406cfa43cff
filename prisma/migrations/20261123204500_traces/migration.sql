-- CreateTable
CREATE TABLE "Trace" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "readBytes" BIGINT NOT NULL DEFAULT 0,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA,

    CONSTRAINT "Trace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TracePart" (
    "traceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "TracePart_pkey" PRIMARY KEY ("traceId","kind","ordinal")
);

-- CreateTable
CREATE TABLE "TraceSettings" (
    "traceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "TraceSettings_pkey" PRIMARY KEY ("traceId","version")
);

-- CreateTable
CREATE TABLE "TraceMatch" (
    "traceId" UUID NOT NULL,
    "call" INTEGER NOT NULL,
    "incidentId" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TraceMatch_pkey" PRIMARY KEY ("traceId","call","incidentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Trace_fileId_key" ON "Trace"("fileId");

-- CreateIndex
CREATE INDEX "Trace_caseId_createdAt_id_idx" ON "Trace"("caseId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "TraceMatch_incidentId_idx" ON "TraceMatch"("incidentId");

-- AddForeignKey
ALTER TABLE "Trace" ADD CONSTRAINT "Trace_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trace" ADD CONSTRAINT "Trace_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TracePart" ADD CONSTRAINT "TracePart_traceId_fkey" FOREIGN KEY ("traceId") REFERENCES "Trace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TraceSettings" ADD CONSTRAINT "TraceSettings_traceId_fkey" FOREIGN KEY ("traceId") REFERENCES "Trace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TraceMatch" ADD CONSTRAINT "TraceMatch_traceId_fkey" FOREIGN KEY ("traceId") REFERENCES "Trace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TraceMatch" ADD CONSTRAINT "TraceMatch_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A reading stays as long as its case; what the person said of it is append-only. Parts are derived and may be read anew.
CREATE FUNCTION "refuse_delete_while_trace_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Trace" WHERE "id" = OLD."traceId") THEN
    RAISE EXCEPTION 'DELETE of % is refused while its trace stands', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER "Trace_no_delete" BEFORE DELETE ON "Trace" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Trace_no_truncate" BEFORE TRUNCATE ON "Trace" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "TraceSettings_no_update" BEFORE UPDATE ON "TraceSettings" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "TraceSettings_no_delete" BEFORE DELETE ON "TraceSettings" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_trace_stands"();
CREATE TRIGGER "TraceSettings_no_truncate" BEFORE TRUNCATE ON "TraceSettings" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

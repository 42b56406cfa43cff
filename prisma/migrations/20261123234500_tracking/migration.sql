-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "readBytes" BIGINT NOT NULL DEFAULT 0,
    "packets" BIGINT NOT NULL DEFAULT 0,
    "sealed" BYTEA,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Watermark" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "formKey" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Watermark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comparison" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "formKey" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "resultId" UUID,
    "request" BYTEA NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "Comparison_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Capture_fileId_key" ON "Capture"("fileId");

-- CreateIndex
CREATE INDEX "Capture_caseId_createdAt_id_idx" ON "Capture"("caseId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Watermark_caseId_createdAt_id_idx" ON "Watermark"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Watermark_caseId_formKey_key" ON "Watermark"("caseId", "formKey");

-- CreateIndex
CREATE UNIQUE INDEX "Comparison_resultId_key" ON "Comparison"("resultId");

-- CreateIndex
CREATE INDEX "Comparison_caseId_createdAt_id_idx" ON "Comparison"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Comparison_caseId_formKey_key" ON "Comparison"("caseId", "formKey");

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watermark" ADD CONSTRAINT "Watermark_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "EvidenceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Captures and comparisons stay as long as their case; a watermark, once planned, is never changed.
CREATE TRIGGER "Capture_no_delete" BEFORE DELETE ON "Capture" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Capture_no_truncate" BEFORE TRUNCATE ON "Capture" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Watermark_no_update" BEFORE UPDATE ON "Watermark" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Watermark_no_delete" BEFORE DELETE ON "Watermark" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Watermark_no_truncate" BEFORE TRUNCATE ON "Watermark" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Comparison_no_delete" BEFORE DELETE ON "Comparison" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Comparison_no_truncate" BEFORE TRUNCATE ON "Comparison" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

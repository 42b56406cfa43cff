-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "signInTag" BYTEA NOT NULL,
    "passwordWrap" BYTEA NOT NULL,
    "recoveryTag" BYTEA NOT NULL,
    "recoveryWrap" BYTEA NOT NULL,
    "sealedName" BYTEA NOT NULL,
    "recoveryPending" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "sealedAgent" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" BIGSERIAL NOT NULL,
    "tag" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "incidentId" UUID,
    "sizeBytes" BIGINT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentVersion" (
    "incidentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "IncidentVersion_pkey" PRIMARY KEY ("incidentId","version")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "finishedAt" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Packet" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Packet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseLink" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "allowDownload" BOOLEAN NOT NULL DEFAULT false,
    "passcodeSalt" BYTEA NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "failedTries" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "CaseLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkSession" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LinkSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_signInTag_key" ON "Account"("signInTag");

-- CreateIndex
CREATE UNIQUE INDEX "Account_recoveryTag_key" ON "Account"("recoveryTag");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_createdAt_idx" ON "Session"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Attempt_tag_at_idx" ON "Attempt"("tag", "at");

-- CreateIndex
CREATE INDEX "Attempt_at_idx" ON "Attempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_caseId_sequence_key" ON "AuditEvent"("caseId", "sequence");

-- CreateIndex
CREATE INDEX "Case_ownerId_createdAt_id_idx" ON "Case"("ownerId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Case_ownerId_formKey_key" ON "Case"("ownerId", "formKey");

-- CreateIndex
CREATE INDEX "EvidenceFile_caseId_addedAt_id_idx" ON "EvidenceFile"("caseId", "addedAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceFile_incidentId_idx" ON "EvidenceFile"("incidentId");

-- CreateIndex
CREATE INDEX "Incident_caseId_startedAt_id_idx" ON "Incident"("caseId", "startedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Incident_caseId_formKey_key" ON "Incident"("caseId", "formKey");

-- CreateIndex
CREATE INDEX "Letter_caseId_createdAt_id_idx" ON "Letter"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_caseId_formKey_key" ON "Letter"("caseId", "formKey");

-- CreateIndex
CREATE INDEX "Packet_caseId_createdAt_id_idx" ON "Packet"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Packet_caseId_formKey_key" ON "Packet"("caseId", "formKey");

-- CreateIndex
CREATE INDEX "Report_caseId_createdAt_id_idx" ON "Report"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Report_caseId_formKey_key" ON "Report"("caseId", "formKey");

-- CreateIndex
CREATE INDEX "CaseLink_caseId_createdAt_id_idx" ON "CaseLink"("caseId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CaseLink_caseId_formKey_key" ON "CaseLink"("caseId", "formKey");

-- CreateIndex
CREATE UNIQUE INDEX "LinkSession_tokenHash_key" ON "LinkSession"("tokenHash");

-- CreateIndex
CREATE INDEX "LinkSession_expiresAt_idx" ON "LinkSession"("expiresAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentVersion" ADD CONSTRAINT "IncidentVersion_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Packet" ADD CONSTRAINT "Packet_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkSession" ADD CONSTRAINT "LinkSession_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "CaseLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Evidence is append-only. The rows of a case go only together with the case: destroying its key is the one way to
-- delete, and then nothing is left to be falsified.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION "refuse_delete_while_case_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Case" WHERE "id" = OLD."caseId") THEN
    RAISE EXCEPTION 'DELETE of % is refused while its case stands', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;

CREATE FUNCTION "refuse_delete_while_incident_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Incident" WHERE "id" = OLD."incidentId") THEN
    RAISE EXCEPTION 'DELETE of % is refused while its incident stands', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;

CREATE FUNCTION "refuse_change_of_finished_letter"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."finishedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'UPDATE of a finished letter is refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "IncidentVersion_no_update" BEFORE UPDATE ON "IncidentVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "IncidentVersion_no_delete" BEFORE DELETE ON "IncidentVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_incident_stands"();
CREATE TRIGGER "IncidentVersion_no_truncate" BEFORE TRUNCATE ON "IncidentVersion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Incident_no_delete" BEFORE DELETE ON "Incident" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Incident_no_truncate" BEFORE TRUNCATE ON "Incident" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "EvidenceFile_no_update" BEFORE UPDATE ON "EvidenceFile" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "EvidenceFile_no_delete" BEFORE DELETE ON "EvidenceFile" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "EvidenceFile_no_truncate" BEFORE TRUNCATE ON "EvidenceFile" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Letter_finished_stays" BEFORE UPDATE ON "Letter" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_finished_letter"();
CREATE TRIGGER "Letter_no_delete" BEFORE DELETE ON "Letter" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Letter_no_truncate" BEFORE TRUNCATE ON "Letter" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Report_no_update" BEFORE UPDATE ON "Report" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Report_no_delete" BEFORE DELETE ON "Report" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Report_no_truncate" BEFORE TRUNCATE ON "Report" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Packet_no_update" BEFORE UPDATE ON "Packet" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Packet_no_delete" BEFORE DELETE ON "Packet" FOR EACH ROW EXECUTE FUNCTION "refuse_delete_while_case_stands"();
CREATE TRIGGER "Packet_no_truncate" BEFORE TRUNCATE ON "Packet" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

import type { OpenCase } from "@/lib/cases/case";
import type { CaseLinkId } from "@/lib/platform/ids";

/** A case opened through a link: what may be read, by whom. */
export type SharedCase = {
  readonly case: OpenCase & { readonly access: "reader" };
  readonly linkId: CaseLinkId;
  readonly recipient: string;
  readonly allowDownload: boolean;
  readonly expiresAt: Date;
};

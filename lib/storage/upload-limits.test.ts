import { expect, it } from "vitest";
import { fileFormats, formatOfExtension } from "./file-formats";
import { uploadLimits } from "./upload-limits";

it("tells the limit of a file in bytes, and never less than the megabytes it names", () => {
  expect(uploadLimits(200)).toMatchObject({ maxFileMb: 200, maxFileBytes: 209_715_200 });
});

it("offers every extension that is taken in the file chooser", () => {
  const offered = uploadLimits(200).accept.split(",");
  expect(offered).toEqual(expect.arrayContaining([".m4a", ".pcapng", ".eml", "audio/*", "image/*"]));
});

it("takes an extension for one format only", () => {
  for (const format of fileFormats)
    for (const extension of format.extensions) expect(formatOfExtension(extension)).toBe(format);
});

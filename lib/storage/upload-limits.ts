import { fileFormats } from "./file-formats";

export type UploadLimits = {
  maxFileMb: number;
  maxFileBytes: number;
  maxFilesAtOnce: number;
  /** Characters that a file's name, and the person's note on it, may have. */
  maxNameLength: number;
  maxNoteLength: number;
  /** For the `accept` of a file field; it helps to choose and hinders nobody. */
  accept: string;
};

/** What may be uploaded, told beforehand. A megabyte is 1,048,576 bytes here, so that no file is refused for less. */
export function uploadLimits(maxFileMb: number): UploadLimits {
  const extensions = fileFormats.flatMap((format) => format.extensions.map((extension) => `.${extension}`));
  return {
    maxFileMb,
    maxFileBytes: maxFileMb * 1024 * 1024,
    maxFilesAtOnce: 10,
    maxNameLength: 255,
    maxNoteLength: 10_000,
    accept: ["audio/*", "image/*", ...extensions].join(","),
  };
}

/** Kinds of evidence file that are taken. */
export const fileKinds = ["audio", "image", "pdf", "text", "capture"] as const;
export type FileKind = (typeof fileKinds)[number];

export type FileFormat = {
  kind: FileKind;
  /** What the file is served and listed as. */
  mediaType: string;
  /** Other names of the format: those of the file-type library, and those that browsers declare. */
  alsoKnownAs: readonly string[];
  extensions: readonly string[];
};

/**
 * Every format that is taken. The kind "audio" holds containers that may also hold pictures (MP4, 3GP, WebM): phones
 * record calls in them, and their sound plays in the page. Text is always served as plain text, whatever it contains,
 * so that a saved web page or e-mail shows its words and runs nothing.
 */
export const fileFormats: readonly FileFormat[] = [
  audio("audio/mpeg", ["mp3"], ["audio/mp3"]),
  audio("audio/mp4", ["m4a"], ["audio/x-m4a", "video/mp4"]),
  audio("video/mp4", ["mp4"]),
  audio("audio/aac", ["aac"], ["audio/x-aac", "audio/aacp"]),
  audio("audio/3gpp", ["3gp", "3gpp", "3g2"], ["video/3gpp", "video/3gpp2", "audio/3gpp2"]),
  audio("audio/wav", ["wav"], ["audio/x-wav", "audio/wave", "audio/vnd.wave"]),
  audio("audio/ogg", ["ogg", "oga", "opus"], ["audio/ogg; codecs=opus", "application/ogg", "audio/opus"]),
  audio("audio/amr", ["amr", "awb"], ["audio/amr-wb"]),
  audio("audio/flac", ["flac"], ["audio/x-flac"]),
  audio("audio/webm", ["webm", "weba"], ["video/webm"]),
  image("image/jpeg", ["jpg", "jpeg"], ["image/jpg"]),
  image("image/png", ["png"], ["image/apng"]),
  image("image/webp", ["webp"]),
  image("image/heic", ["heic", "heif"], ["image/heif", "image/heic-sequence", "image/heif-sequence"]),
  image("image/gif", ["gif"]),
  { kind: "pdf", mediaType: "application/pdf", alsoKnownAs: [], extensions: ["pdf"] },
  {
    kind: "text",
    mediaType: "text/plain",
    alsoKnownAs: ["text/csv", "message/rfc822", "text/xml", "application/xml", "application/json"],
    extensions: ["txt", "log", "csv", "eml", "xml", "json"],
  },
  {
    kind: "capture",
    mediaType: "application/vnd.tcpdump.pcap",
    alsoKnownAs: [],
    extensions: ["pcap", "cap"],
  },
  { kind: "capture", mediaType: "application/x-pcapng", alsoKnownAs: [], extensions: ["pcapng"] },
  // Only around a capture or a text log (lib/storage/gzip-magic.ts).
  {
    kind: "capture",
    mediaType: "application/gzip",
    alsoKnownAs: ["application/x-gzip"],
    extensions: ["gz"],
  },
];

function audio(mediaType: string, extensions: string[], alsoKnownAs: string[] = []): FileFormat {
  return { kind: "audio", mediaType, alsoKnownAs, extensions };
}

function image(mediaType: string, extensions: string[], alsoKnownAs: string[] = []): FileFormat {
  return { kind: "image", mediaType, alsoKnownAs, extensions };
}

/** The formats of a media type; more than one when only the name can tell them apart. */
export function formatsOfMediaType(mediaType: string): FileFormat[] {
  return fileFormats.filter(
    (format) => format.mediaType === mediaType || format.alsoKnownAs.includes(mediaType),
  );
}

export function formatOfExtension(extension: string): FileFormat | undefined {
  return fileFormats.find((format) => format.extensions.includes(extension));
}

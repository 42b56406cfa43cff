import { join } from "node:path";

const folder = join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");

/** The faces of our report, so that every peer embeds the same ones. */
export const fonts = {
  text: join(folder, "DejaVuSansCondensed.ttf"),
  bold: join(folder, "DejaVuSansCondensed-Bold.ttf"),
  mono: join(folder, "DejaVuSansMono.ttf"),
};

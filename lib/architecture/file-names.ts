import { importsOf, told } from "./imports";
import type { Rule } from "./layers";

const SAYS_NOTHING = /(^|\/)(utils?|helpers?|types?|index)(\.test)?\.tsx?$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(db|program))?(\.test)?\.tsx?$/;

export const filesAreNamedForWhatTheyHold: Rule = (files) =>
  files
    .map(({ path }) => path)
    .filter((path) => SAYS_NOTHING.test(path) || !KEBAB_CASE.test(path.split("/").at(-1) ?? ""));

export const nothingIsExportedFromElsewhere: Rule = (files) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(({ isReexport }) => isReexport)
      .map((one) => told(file, one)),
  );

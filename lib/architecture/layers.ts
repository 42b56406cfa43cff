import { type Import, importsOf, told } from "./imports";
import type { SourceFile } from "./source-file";

/** What is wrong with a list of files, one line each; nothing when all is well. */
export type Rule = (files: readonly SourceFile[]) => string[];

/** A rule about single imports. */
export function importRule(isWrong: (file: SourceFile, one: Import) => boolean): Rule {
  return (files) =>
    files.flatMap((file) =>
      importsOf(file)
        .filter((one) => isWrong(file, one))
        .map((one) => told(file, one)),
    );
}

/** The folder of `lib` that a path lies in. */
function roomOf(path: string): string | undefined {
  return /^lib\/([^/]+)\//.exec(path)?.[1];
}

export function importsOnlyFoldersAbove(order: readonly string[]): Rule {
  return importRule(({ path }, { target }) => {
    const [here, there] = [roomOf(path), roomOf(target)];
    if (!here || !there || here === there) return false;
    return order.indexOf(there) > order.indexOf(here);
  });
}

export function hasAPlaceInTheList(order: readonly string[]): Rule {
  return (files) => {
    const rooms = new Set(files.flatMap(({ path }) => roomOf(path) ?? []));
    return [...rooms].filter((room) => !order.includes(room)).map((room) => `lib/${room}`);
  };
}

/** Which of the three floors knows which; `prisma` and `scripts` are nobody's to import. */
const unknownTo: Record<string, RegExp> = { lib: /^(app|components)\//, components: /^app\// };

export const knowsOnlyTheFloorBelow: Rule = importRule(({ path }, { target }) => {
  const unknown = unknownTo[path.split("/")[0] ?? ""];
  return unknown?.test(target) ?? false;
});

/** A folder is the second name of a path: `lib/audit`, `components/ui`, `app/cases`; or the first, for files right in it. */
function folderOf(path: string): string {
  return path.split("/").slice(0, -1).slice(0, 2).join("/");
}

export const crossesFoldersByTheAlias: Rule = importRule(
  ({ path }, { specifier, target }) => specifier.startsWith(".") && folderOf(path) !== folderOf(target),
);

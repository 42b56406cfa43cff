import { type Import, importsOf, told } from "./imports";
import { importRule, type Rule } from "./layers";
import { isForTests, type SourceFile } from "./source-file";

/** The world outside the program, and the inputs that do not stand among a function's parameters. */
export const outsides = ["clock", "random", "environment", "disk", "network", "database", "web"] as const;
export type Outside = (typeof outsides)[number];

/** How each is reached: by importing it (or a door to it of our own), or by a name that needs no import. */
const reachedBy: Record<Outside, { module: RegExp; names?: RegExp; text?: RegExp }> = {
  clock: {
    module: /^lib\/platform\/clock$/,
    text: /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bTemporal\.Now\b|\bperformance\.(now|timeOrigin)\b/,
  },
  random: {
    module: /^(node:)?crypto$|^lib\/platform\/(ids|sealed)$/,
    names: /\b(random\w+|generateKey\w*|webcrypto|newId|newKey)\b|\*/,
    text: /\bMath\.random\b|\bcrypto\.(random|getRandom)\w+|\brandombytes_\w+/,
  },
  environment: {
    module: /^(node:)?(process|os)$|^lib\/platform\/(env|log|server-key)$/,
    text: /\bprocess\.\w+|\bimport\.meta\.env\b/,
  },
  disk: {
    module: /^(node:)?(fs|child_process|worker_threads|module)(\/|$)|^lib\/storage\/(file-store|held-forms)$/,
  },
  network: {
    module: /^(node:)?(net|tls|http|https|http2|dgram|dns)(\/|$)/,
    text: /(?<![.\w])fetch\(|\bnew WebSocket\(/,
  },
  database: {
    module: /^pg$|^@prisma\/|^prisma\/|^lib\/platform\/(db|migrate)$|^lib\/[^/]+\/(queries|commands)(\/|$)/,
  },
  web: { module: /^(next|react|react-dom|react-hook-form)(\/|$)|^server-only$/ },
};

const REACHES_THE_DATABASE = /^pg$|^@prisma\/|^prisma\/|^lib\/platform\/db$/;

/** `queries.ts`, `commands.ts` and `commands/*.ts` of a folder of `lib`: the only files that read and write data. */
const READS_OR_WRITES = /^lib\/[^/]+\/(queries|commands|commands\/[^/]+)(\.ts)?$/;

/** Files that may reach something outside, with what each may reach; an entry that is not needed is reported too. */
export type Leaves = Readonly<Record<string, readonly Outside[]>>;

export function pureFilesTouchNothingOutside(leaves: Leaves): Rule {
  return (files) => {
    const judged = files.filter(({ path }) => isPure(path));
    return [
      ...judged.flatMap((file) => beyondItsLeave(file, leaves[file.path] ?? [])),
      ...staleLeaves(judged, leaves),
    ];
  };
}

function isPure(path: string): boolean {
  return path.startsWith("lib/") && !READS_OR_WRITES.test(path) && !isForTests(path);
}

function beyondItsLeave(file: SourceFile, leave: readonly Outside[]): string[] {
  return outsides.filter((outside) => !leave.includes(outside)).flatMap((outside) => waysTo(outside, file));
}

function staleLeaves(files: readonly SourceFile[], leaves: Leaves): string[] {
  return files.flatMap((file) =>
    (leaves[file.path] ?? [])
      .filter((outside) => waysTo(outside, file).length === 0)
      .map((outside) => `${file.path} has leave for ${outside} and does not use it`),
  );
}

/** The lines that tell how a file reaches something outside. */
function waysTo(outside: Outside, file: SourceFile): string[] {
  const { module, names, text } = reachedBy[outside];
  const imports = importsOf(file).filter(
    (one) => !one.isTypeOnly && module.test(one.target) && takes(one, names),
  );
  const said = text?.exec(withoutComments(file.source))?.[0];
  return [...imports.map((one) => told(file, one)), ...(said ? [`${file.path} -> ${said}`] : [])];
}

function takes(one: Import, names: RegExp | undefined): boolean {
  return !names || names.test(one.names);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

/** Files beside those that read and write data which know the database itself. */
export function onlyQueriesAndCommandsTouchTheDatabase(others: readonly string[]): Rule {
  return importRule(({ path }, { target }) => {
    if (READS_OR_WRITES.test(path) || path.endsWith(".db.test.ts") || others.includes(path)) return false;
    return REACHES_THE_DATABASE.test(target);
  });
}

const DATA = /^lib\/platform\/(db|env|migrate|server-key|clock)$|^lib\/storage\/(file-store|held-forms)$/;

/** Components get data and the action as props; the type of what a query gives is all they may know of it. */
export const componentsNeitherReadNorWriteData: Rule = importRule(({ path }, { target, isTypeOnly }) => {
  if (!path.startsWith("components/") || isTypeOnly) return false;
  return READS_OR_WRITES.test(target) || DATA.test(target) || /^(node:|pg$|@prisma\/|prisma\/)/.test(target);
});

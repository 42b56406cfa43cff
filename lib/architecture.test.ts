// The layering of the program, as rules. Each is shown a violation first, so that a rule which finds nothing is told
// from a rule that looks at nothing.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesAreNamedForWhatTheyHold, nothingIsExportedFromElsewhere } from "@/lib/architecture/file-names";
import { importsOf } from "@/lib/architecture/imports";
import {
  crossesFoldersByTheAlias,
  hasAPlaceInTheList,
  importsOnlyFoldersAbove,
  knowsOnlyTheFloorBelow,
  type Rule,
} from "@/lib/architecture/layers";
import {
  componentsNeitherReadNorWriteData,
  type Leaves,
  onlyQueriesAndCommandsTouchTheDatabase,
  pureFilesTouchNothingOutside,
} from "@/lib/architecture/purity";
import { readSources } from "@/lib/architecture/source-file";
import { wordsComeFromMessages } from "@/lib/architecture/written-words";

/** The folders of `lib` in the order in which they are read. */
const readingOrder = [
  "platform",
  "audit",
  "storage",
  "account",
  "cases",
  "captures",
  "sip",
  "caller-identity",
  "incidents",
  "evidence",
  "traces",
  "call-tracking",
  "jurisdictions",
  "letters",
  "reports",
  "evidence-packets",
  "sharing",
  "example-case",
  "architecture",
];

/** The files of `lib` that reach outside and are neither queries nor commands, with what each reaches. */
const leaves: Leaves = {
  "lib/platform/clock.ts": ["clock"],
  "lib/platform/env.ts": ["environment"],
  "lib/platform/log.ts": ["environment"],
  "lib/platform/db.ts": ["database", "environment"],
  "lib/platform/migrate.ts": ["database", "disk", "environment", "random"],
  "lib/platform/ids.ts": ["random"],
  "lib/platform/sealed.ts": ["random"],
  "lib/platform/server-key.ts": ["disk", "environment", "random"],
  "lib/platform/pdf/typeface.ts": ["disk", "environment"],
  "lib/storage/file-store.ts": ["disk", "environment", "random"],
  "lib/storage/held-forms.ts": ["disk", "environment", "random"],
  "lib/account/recovery-key.ts": ["random"],
  "lib/sharing/case-link.ts": ["random"],
  "lib/traces/read-here.ts": ["disk"],
  "lib/traces/read-in-thread.ts": ["disk"],
  "lib/traces/worker.ts": ["disk", "environment"],
  "lib/call-tracking/do-task.ts": ["disk"],
  "lib/call-tracking/do-in-thread.ts": ["disk"],
  "lib/call-tracking/worker.ts": ["clock", "disk", "environment"],
  "lib/architecture/source-file.ts": ["disk"],
};

const knowTheDatabase = [
  "lib/platform/db.ts",
  "lib/platform/migrate.ts",
  "lib/platform/test-database.ts",
  "lib/platform/test-tampering.ts",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const program = readSources(root, ["lib", "app", "components", "instrumentation.ts", "proxy.ts"]);

/** `path` and one line of source each; a violation comes with what the rule says of it. */
type Case = [path: string, source: string];
type Violation = [...Case, said: string];

function architecture(title: string, rule: Rule, cases: { refused: Violation[]; allowed: Case[] }): void {
  describe(title, () => {
    test.each(cases.refused)("refuses in %s: %s", (path, source, said) => {
      expect(rule([{ path, source }])).toEqual([said]);
    });
    test.each(cases.allowed)("allows in %s: %s", (path, source) => {
      expect(rule([{ path, source }])).toEqual([]);
    });
    test("holds for the whole program", () => {
      expect(rule(program)).toEqual([]);
    });
  });
}

test("every import statement of the program is read", () => {
  expect(program.length).toBeGreaterThan(250);
  for (const file of program) {
    const statements = file.source.match(/^(import\b(?!\()|export (type )?[{*].* from )/gm) ?? [];
    const read = importsOf(file).filter(
      ({ names, isReexport, specifier }) => names || isReexport || specifier,
    );
    expect(read.length, file.path).toBeGreaterThanOrEqual(statements.length);
  }
});

architecture("every folder of lib has its place in the list", hasAPlaceInTheList(readingOrder), {
  refused: [["lib/stray/thing.ts", "", "lib/stray"]],
  allowed: [["lib/audit/chain.ts", ""]],
});

architecture("a lib folder imports only folders above it", importsOnlyFoldersAbove(readingOrder), {
  refused: [
    [
      "lib/audit/a.ts",
      'import { openCase } from "@/lib/cases/queries";',
      "lib/audit/a.ts -> @/lib/cases/queries",
    ],
    ["lib/audit/a.ts", 'import type { OpenCase } from "../cases/case";', "lib/audit/a.ts -> ../cases/case"],
    [
      "lib/audit/a.ts",
      'import {\n  openCase,\n} from "@/lib/cases/queries";',
      "lib/audit/a.ts -> @/lib/cases/queries",
    ],
    [
      "lib/audit/a.ts",
      'const cases = await import("@/lib/cases/queries");',
      "lib/audit/a.ts -> @/lib/cases/queries",
    ],
    ["lib/audit/a.ts", 'import "@/lib/cases/queries";', "lib/audit/a.ts -> @/lib/cases/queries"],
    ["lib/audit/a.ts", 'export * from "@/lib/cases/queries";', "lib/audit/a.ts -> @/lib/cases/queries"],
    [
      "lib/audit/a.test.ts",
      'import { openCase } from "@/lib/cases/queries";',
      "lib/audit/a.test.ts -> @/lib/cases/queries",
    ],
  ],
  allowed: [
    ["lib/cases/commands.ts", 'import { recordEvent } from "@/lib/audit/commands";'],
    ["lib/account/commands/sign-in.ts", 'import type { Owner } from "../owner";'],
    ["lib/audit/a.ts", 'import { z } from "zod";'],
  ],
});

architecture("lib does not know app or components, and components do not know app", knowsOnlyTheFloorBelow, {
  refused: [
    ["lib/audit/a.ts", 'import { say } from "@/app/_request/say";', "lib/audit/a.ts -> @/app/_request/say"],
    [
      "lib/audit/a.ts",
      'import type { Props } from "@/components/ui/tag";',
      "lib/audit/a.ts -> @/components/ui/tag",
    ],
    [
      "components/ui/a.tsx",
      'import { say } from "@/app/_request/say";',
      "components/ui/a.tsx -> @/app/_request/say",
    ],
    [
      "components/ui/a.tsx",
      'import { say } from "../../app/_request/say";',
      "components/ui/a.tsx -> ../../app/_request/say",
    ],
  ],
  allowed: [
    ["app/cases/page.tsx", 'import { Tag } from "@/components/ui/tag";'],
    ["components/ui/a.tsx", 'import { texts } from "@/lib/platform/texts";'],
  ],
});

architecture("folders are crossed by the @/ alias", crossesFoldersByTheAlias, {
  refused: [
    ["lib/audit/a.ts", 'import { ok } from "../platform/result";', "lib/audit/a.ts -> ../platform/result"],
    [
      "lib/account/commands/a.ts",
      'import { ok } from "../../platform/result";',
      "lib/account/commands/a.ts -> ../../platform/result",
    ],
    ["components/cases/a.tsx", 'import { Tag } from "../ui/tag";', "components/cases/a.tsx -> ../ui/tag"],
    ["app/cases/page.tsx", 'import { say } from "../_request/say";', "app/cases/page.tsx -> ../_request/say"],
    ["app/layout.tsx", 'import { say } from "./_request/say";', "app/layout.tsx -> ./_request/say"],
  ],
  allowed: [
    ["lib/account/commands/a.ts", 'import type { Owner } from "../owner";'],
    ["lib/audit/a.ts", 'import { ok } from "@/lib/platform/result";'],
    ["app/cases/new/page.tsx", 'import { openCase } from "../actions";'],
  ],
});

architecture(
  "pure files touch nothing outside and read no hidden input",
  pureFilesTouchNothingOutside(leaves),
  {
    refused: [
      ["lib/audit/a.ts", "const at = Date.now();", "lib/audit/a.ts -> Date.now"],
      ["lib/audit/a.ts", "const at = new Date();", "lib/audit/a.ts -> new Date()"],
      ["lib/audit/a.ts", "const at = Temporal.Now.instant();", "lib/audit/a.ts -> Temporal.Now"],
      [
        "lib/audit/a.ts",
        'import { now } from "@/lib/platform/clock";',
        "lib/audit/a.ts -> @/lib/platform/clock",
      ],
      ["lib/audit/a.ts", "const dice = Math.random();", "lib/audit/a.ts -> Math.random"],
      ["lib/audit/a.ts", "const id = crypto.randomUUID();", "lib/audit/a.ts -> crypto.randomUUID"],
      [
        "lib/audit/a.ts",
        'import { createHash, randomBytes } from "node:crypto";',
        "lib/audit/a.ts -> node:crypto",
      ],
      [
        "lib/audit/a.ts",
        'import { newId } from "@/lib/platform/ids";',
        "lib/audit/a.ts -> @/lib/platform/ids",
      ],
      ["lib/audit/a.ts", "const mode = process.env.MODE;", "lib/audit/a.ts -> process.env"],
      ["lib/audit/a.ts", 'import { env } from "@/lib/platform/env";', "lib/audit/a.ts -> @/lib/platform/env"],
      ["lib/audit/a.ts", 'import { readFileSync } from "node:fs";', "lib/audit/a.ts -> node:fs"],
      [
        "lib/audit/a.ts",
        'import { writeFile } from "@/lib/storage/file-store";',
        "lib/audit/a.ts -> @/lib/storage/file-store",
      ],
      ["lib/audit/a.ts", 'import { connect } from "node:net";', "lib/audit/a.ts -> node:net"],
      ["lib/audit/a.ts", 'const page = await fetch("https://example.com");', "lib/audit/a.ts -> fetch("],
      ["lib/audit/a.ts", 'import { db } from "@/lib/platform/db";', "lib/audit/a.ts -> @/lib/platform/db"],
      ["lib/audit/a.ts", 'import { readHead } from "./commands";', "lib/audit/a.ts -> ./commands"],
      ["lib/audit/a.ts", 'import pg from "pg";', "lib/audit/a.ts -> pg"],
      ["lib/audit/a.ts", 'import { cookies } from "next/headers";', "lib/audit/a.ts -> next/headers"],
      ["lib/audit/a.ts", 'import { useState } from "react";', "lib/audit/a.ts -> react"],
      ["lib/platform/clock.ts", "", "lib/platform/clock.ts has leave for clock and does not use it"],
    ],
    allowed: [
      ["lib/audit/commands.ts", 'import { newId } from "@/lib/platform/ids";'],
      ["lib/account/commands/a.ts", 'import { randomBytes } from "node:crypto";'],
      ["lib/audit/a.ts", 'import type { Transaction } from "@/lib/platform/db";'],
      ["lib/audit/a.ts", 'import { createHash } from "node:crypto";'],
      ["lib/audit/a.ts", 'import { type AccountId, isId } from "@/lib/platform/ids";'],
      ["lib/audit/a.ts", "const at = new Date(instant); // never new Date()"],
      ["lib/audit/a.test.ts", "const at = new Date();"],
      ["lib/platform/clock.ts", "const at = new Date();"],
    ],
  },
);

const database = onlyQueriesAndCommandsTouchTheDatabase(knowTheDatabase);
architecture("only queries and commands touch the database", database, {
  refused: [
    [
      "lib/audit/a.ts",
      'import type { Transaction } from "@/lib/platform/db";',
      "lib/audit/a.ts -> @/lib/platform/db",
    ],
    [
      "lib/audit/a.test.ts",
      'import { db } from "@/lib/platform/db";',
      "lib/audit/a.test.ts -> @/lib/platform/db",
    ],
    [
      "app/cases/page.tsx",
      'import { db } from "@/lib/platform/db";',
      "app/cases/page.tsx -> @/lib/platform/db",
    ],
    ["app/cases/page.tsx", 'import { Client } from "pg";', "app/cases/page.tsx -> pg"],
    [
      "app/cases/page.tsx",
      'import { Prisma } from "@prisma/client";',
      "app/cases/page.tsx -> @prisma/client",
    ],
    [
      "components/ui/a.tsx",
      'import type { Case } from "@/prisma/generated/client";',
      "components/ui/a.tsx -> @/prisma/generated/client",
    ],
  ],
  allowed: [
    ["lib/audit/queries.ts", 'import { db } from "@/lib/platform/db";'],
    ["lib/audit/commands.ts", 'import { db } from "@/lib/platform/db";'],
    ["lib/account/commands/sign-in.ts", 'import { db } from "@/lib/platform/db";'],
    ["lib/audit/queries.db.test.ts", 'import { db } from "@/lib/platform/db";'],
    ["app/cases/page.tsx", 'import { listCases } from "@/lib/cases/queries";'],
  ],
});

architecture("components neither read nor write data", componentsNeitherReadNorWriteData, {
  refused: [
    [
      "components/a/a.tsx",
      'import { listCases } from "@/lib/cases/queries";',
      "components/a/a.tsx -> @/lib/cases/queries",
    ],
    [
      "components/a/a.tsx",
      'import { type Letter, findLetter } from "@/lib/letters/queries";',
      "components/a/a.tsx -> @/lib/letters/queries",
    ],
    [
      "components/a/a.tsx",
      'import { signIn } from "@/lib/account/commands/sign-in";',
      "components/a/a.tsx -> @/lib/account/commands/sign-in",
    ],
    [
      "components/a/a.tsx",
      'import { db } from "@/lib/platform/db";',
      "components/a/a.tsx -> @/lib/platform/db",
    ],
    [
      "components/a/a.tsx",
      'import { env } from "@/lib/platform/env";',
      "components/a/a.tsx -> @/lib/platform/env",
    ],
    [
      "components/a/a.tsx",
      'import { readFile } from "node:fs/promises";',
      "components/a/a.tsx -> node:fs/promises",
    ],
  ],
  allowed: [
    ["components/a/a.tsx", 'import type { Letter } from "@/lib/letters/queries";'],
    ["components/a/a.tsx", 'import { type Letter, type Other } from "@/lib/letters/queries";'],
    ["app/a/page.tsx", 'import { listCases } from "@/lib/cases/queries";'],
  ],
});

architecture("words on the screen come from messages/", wordsComeFromMessages, {
  refused: [
    ["components/a/a.tsx", "const a = <p>Enter the date</p>;", "components/a/a.tsx -> Enter the date"],
    ["components/a/a.tsx", "return (\n<>\n{t(x)} yesterday\n</>);", "components/a/a.tsx -> yesterday"],
    ["components/a/a.tsx", 'const a = <Field label="Date" />;', "components/a/a.tsx -> Date"],
    ["components/a/a.tsx", 'const a = <nav aria-label="pages" />;', "components/a/a.tsx -> pages"],
    [
      "components/a/a.tsx",
      'const a = <Field ask="What happened?" />;',
      "components/a/a.tsx -> What happened?",
    ],
    ["components/a/a.tsx", 'const a = <p>{isLate ? "Late" : t("onTime")}</p>;', "components/a/a.tsx -> Late"],
    [
      "components/a/a.tsx",
      `const a = <p>{\`since \${day} or before\`}</p>;`,
      "components/a/a.tsx -> since  or before",
    ],
    [
      "components/a/a.tsx",
      'const a = <b title={late ? "too late" : ""} />;',
      "components/a/a.tsx -> too late",
    ],
    ["components/a/a.tsx", 'const fault = "Enter the date";', "components/a/a.tsx -> Enter the date"],
    [
      "components/a/a.tsx",
      "const a = list.map((x) => <li key={x}>{x} calls</li>);",
      "components/a/a.tsx -> calls",
    ],
    ["components/a/a.tsx", 'const a = <p className="lead">مكالمة</p>;', "components/a/a.tsx -> مكالمة"],
    ["app/(light)/route.ts", `const a = html\`<p>\${t(x)} calls</p>\`;`, "app/(light)/route.ts -> calls"],
    [
      "app/(light)/route.ts",
      `const a = html\`<nav aria-label="pages">\${x}</nav>\`;`,
      "app/(light)/route.ts -> pages",
    ],
  ],
  allowed: [
    ["components/a/a.tsx", 'const a = <p className="lead wide">{t("heading")} · 12&nbsp;%</p>;'],
    [
      "components/a/a.tsx",
      `const a = <a href="/safety" rel="nofollow noreferrer">{t(\`does.\${key}\`)}</a>;`,
    ],
    ["components/a/a.tsx", "const a = few < many && (b > c || /<p>it's/.test(d));"],
    ["components/a/a.tsx", "function options<Value extends string>(values: readonly Value[]) {}"],
    ["components/a/a.tsx", "const same = <Value,>(value: Value) => value;"],
    ["components/a/a.tsx", "// Don't write words here\n/** <p>Nor here</p> */\nconst a = <br />;"],
    ["components/a/a.test.tsx", "const a = <p>Enter the date</p>;"],
    ["app/(light)/route.ts", `const a = html\`<p class="lead wide">\${t("lead")}</p>\`;`],
  ],
});

architecture(
  "no file is named utils, helpers, types or index, and all are in kebab-case",
  filesAreNamedForWhatTheyHold,
  {
    refused: [
      ["lib/audit/utils.ts", "", "lib/audit/utils.ts"],
      ["components/ui/index.tsx", "", "components/ui/index.tsx"],
      ["app/_request/types.ts", "", "app/_request/types.ts"],
      ["lib/audit/readChain.ts", "", "lib/audit/readChain.ts"],
    ],
    allowed: [
      ["lib/audit/commands.db.test.ts", ""],
      ["lib/account/commands/sign-in.ts", ""],
    ],
  },
);

architecture("nothing is exported from where it was not written", nothingIsExportedFromElsewhere, {
  refused: [
    ["lib/audit/a.ts", 'export * from "./chain";', "lib/audit/a.ts -> ./chain"],
    ["lib/audit/a.ts", 'export { type ChainHead, chainEvent } from "./chain";', "lib/audit/a.ts -> ./chain"],
    ["lib/audit/a.ts", 'export type { ChainHead } from "./chain";', "lib/audit/a.ts -> ./chain"],
  ],
  allowed: [["lib/audit/a.ts", 'import { chainEvent } from "./chain";']],
});

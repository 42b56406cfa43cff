import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "./env";

const settings = (given: Record<string, string> = {}) =>
  ({ NODE_ENV: "test", DATABASE_URL: "postgresql://127.0.0.1/nightjar", ...given }) as NodeJS.ProcessEnv;

test("the address of the database is all that must be said", () => {
  expect(readEnvironment(settings())).toMatchObject({
    NIGHTJAR_DATA: "data",
    NIGHTJAR_MAX_FILE_MB: 200,
    NIGHTJAR_TRUSTED_PROXIES: 0,
    NIGHTJAR_LEAVE_TO: "https://www.bbc.co.uk/weather",
  });
});

test("an empty setting counts as one that was not made", () => {
  expect(
    readEnvironment(settings({ NIGHTJAR_MAX_FILE_MB: "", NIGHTJAR_DATA: "" })).NIGHTJAR_MAX_FILE_MB,
  ).toBe(200);
});

test("the data folder does not depend on where the program stands later", () => {
  expect(isAbsolute(readEnvironment(settings({ NIGHTJAR_DATA: "elsewhere" })).dataFolder)).toBe(true);
});

test("all faults are told at once, each with the name of its setting", () => {
  const wrong = {
    DATABASE_URL: "mysql://127.0.0.1/nightjar",
    NIGHTJAR_LEAVE_TO: "javascript:alert(1)",
    NIGHTJAR_MAX_FILE_MB: "lots",
    NIGHTJAR_TRUSTED_PROXIES: "-1",
  };
  let told = "";
  try {
    readEnvironment(settings(wrong));
  } catch (error) {
    told = String(error);
  }
  const lines = told
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(":")[0]);
  expect(lines).toEqual(Object.keys(wrong));
});

test("a start without a database says what is missing", () => {
  expect(() => readEnvironment({ NODE_ENV: "test" })).toThrow("DATABASE_URL is missing");
});

test.each(["0", "1.5", "10001"])("%s megabytes a file are refused", (megabytes) => {
  expect(() => readEnvironment(settings({ NIGHTJAR_MAX_FILE_MB: megabytes }))).toThrow(
    "NIGHTJAR_MAX_FILE_MB",
  );
});
